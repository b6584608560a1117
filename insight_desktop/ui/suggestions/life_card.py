"""What became of a suggestion: how far it came, with which wording, for what amount, and what is next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QVBoxLayout

from insight_desktop.advice import Advice
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.suggestions.wordings import Approach
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.wrapping import WrappingRow

_LARGEST = 1e10
_PRIMARY = frozenset({SuggestionState.PRESENTED, SuggestionState.ACCEPTED})
"""The one next action, where the verdict is to offer now."""


class LifeCard(View):
    """Widgets of the life of a suggestion.

    Signals:
        state_wanted(str, str, float, str): the state, the wording used, the amount (0: unknown), the reason.
    """

    state_wanted = Signal(str, str, float, str)

    def __init__(self) -> None:
        """Build the frame."""
        super().__init__()
        self._advice: Advice | None = None
        self._approach = ""
        self._heading = label("caption")
        self._layout = QVBoxLayout()
        self._layout.setSpacing(8)
        card = frame("card")
        inner = column(self._heading, gap=10, margins=(16, 12, 16, 16))
        inner.addLayout(self._layout)
        card.setLayout(inner)
        self.setLayout(column(card, gap=0))
        self.retranslate()

    def show_life(self, advice: Advice) -> None:
        """Show how far it came and what may come next."""
        self._advice = advice
        self._approach = advice.suggestion.wording
        empty(self._layout)
        for event in advice.history:
            meaning = wording.SUGGESTION_STATES[event.state]
            parts = [wording.day(event.at.astimezone().date())]
            if event.wording:
                parts.append(self.tr("wording {name}").format(name=event.wording))
            if event.amount is not None:
                parts.append(wording.money(event.amount, advice.suggestion.currency or self._currency(advice)))
            if event.reason:
                parts.append(event.reason)
            badge = Badge(meaning.text, meaning.icon, meaning.tone)
            self._layout.addLayout(row(badge, label("small", " · ".join(parts)), None, gap=8))
        for date in advice.check_ins:
            self._layout.addWidget(label("small", self.tr("Ask how it goes: {date}").format(date=wording.day(date))))
        if advice.next_states:
            self._ask(advice)
        elif not advice.history:
            self._layout.addWidget(label("small", self.tr("This suggestion has ended.")))

    def _ask(self, advice: Advice) -> None:
        if SuggestionState.PRESENTED in advice.next_states:
            which = ChoiceRow("segment")
            which.offer([Choice(each.value, self.tr("Wording {name}").format(name=each.value)) for each in Approach])
            which.choose(self._approach)
            which.chosen.connect(self._on_approach)
            self._layout.addLayout(row(which, None))
        self._amount, self._reason = QDoubleSpinBox(), QLineEdit()
        self._amount.setRange(0, _LARGEST)
        self._amount.setDecimals(0)
        self._amount.lineEdit().setTextMargins(6, 0, 6, 0)
        self._amount.setGroupSeparatorShown(True)
        self._amount.setSpecialValueText(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        known = advice.suggestion.amount
        if known is None and advice.comparison is not None and advice.comparison.proposed.price is not None:
            before = advice.comparison.present.price if advice.comparison.present else None
            known = advice.comparison.proposed.price - (before or 0)
        self._amount.setValue(max(0.0, known or 0.0))
        self._reason.setPlaceholderText(self.tr("Reason, in a few words"))
        self._reason.setAccessibleName(self.tr("Reason, in a few words"))
        if SuggestionState.ACCEPTED in advice.next_states:
            self._layout.addWidget(self._amount)
            self._layout.addWidget(self._reason)
        buttons = WrappingRow(gap=8)
        for state in advice.next_states:
            meaning = wording.SUGGESTION_STATES[state]
            is_primary = state in _PRIMARY and advice.verdict.timing is Timing.NOW
            button = Button(
                f" {meaning.text}",
                icon=meaning.icon,
                look="primary" if is_primary else "",
                ink="on_accent" if is_primary else "text_2",
            )
            button.clicked.connect(lambda _on=False, name=state.value: self._on_state(name))
            buttons.addWidget(button)
        self._layout.addLayout(buttons)

    @staticmethod
    def _currency(advice: Advice) -> str:
        return advice.comparison.proposed.currency if advice.comparison else "JPY"

    def _on_approach(self, approach: str) -> None:
        self._approach = approach

    def _on_state(self, state: str) -> None:
        self.state_wanted.emit(state, self._approach, self._amount.value(), self._reason.text().strip())

    def retranslate(self) -> None:
        """Write the texts."""
        self._heading.setText(self.tr("What became of it"))
        if self._advice is not None:
            self.show_life(self._advice)
