"""What became of a suggestion: how far it came, with which wording, for what amount, and what is next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QVBoxLayout

from insight_desktop.advice import Advice
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.suggestions.amounts import Expected, Unit
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
        shown = self._advice
        self._advice = advice
        if shown is not None and _tells_the_same(shown, advice) and self._layout.count():
            return  # what the user has typed here stays when something else of the page is read again
        self._fill(advice)

    def _fill(self, advice: Advice) -> None:
        self._approach = advice.suggestion.wording
        empty(self._layout)
        for event in advice.history:
            meaning = wording.SUGGESTION_STATES[event.state]
            parts = [wording.day(event.at.astimezone().date())]
            if event.wording:
                parts.append(self.tr("wording {name}").format(name=event.wording))
            if event.amount is not None:
                parts.append(_sum(event.amount, event.currency or advice.currency, advice.per))
            if event.reason:
                parts.append(event.reason)
            badge = Badge(meaning.text, meaning.icon, meaning.tone)
            line = row(gap=8)
            line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label("small", " · ".join(parts), wraps=True), 1)
            self._layout.addLayout(line)
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
        is_yen, paid = advice.currency == "JPY", wording.sum_period(advice.per)
        self._amount.setDecimals(0 if is_yen else 2)
        self._amount.setPrefix("¥" if is_yen else "")
        self._amount.setSuffix("".join(f" {part}" for part in ("" if is_yen else advice.currency, paid) if part))
        self._amount.lineEdit().setTextMargins(6, 0, 6, 0)
        self._amount.setGroupSeparatorShown(True)
        self._amount.setSpecialValueText(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        known, counted = advice.suggestion.amount, ""
        if advice.expected is not None and known in (None, advice.expected.amount):
            known, counted = advice.expected.amount, self._counted(advice.expected, advice.currency)
        self._amount.setValue(known or 0.0)
        self._amount.setAccessibleDescription(counted)
        self._reason.setPlaceholderText(self.tr("Reason, in a few words"))
        self._reason.setAccessibleName(self.tr("Reason, in a few words"))
        if SuggestionState.ACCEPTED in advice.next_states:
            self._layout.addWidget(self._amount)
            if counted:
                self._layout.addWidget(label("small", counted, wraps=True))
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

    def _counted(self, expected: Expected, currency: str) -> str:
        """Return how the amount was counted, where it is paid for each; empty where it is the plain price."""
        if expected.unit is None:
            less = self.tr("{price}, less {less} of today")
            return (
                less.format(price=wording.money(expected.price, currency), less=wording.money(expected.less, currency))
                if expected.less
                else ""
            )
        if expected.count is None:
            return {
                Unit.USER: self.tr("This is for one user: multiply it by how many there will be."),
                Unit.VEHICLE: self.tr("This is for one vehicle: multiply it by how many there will be."),
            }[expected.unit]
        told = {
            Unit.USER: self.tr("{price} a user and month × {count}"),
            Unit.VEHICLE: self.tr("{price} a vehicle and month × {count}"),
        }[expected.unit]
        if expected.less:
            told = {
                Unit.USER: self.tr("{price} a user and month × {count}, less {less} of today"),
                Unit.VEHICLE: self.tr("{price} a vehicle and month × {count}, less {less} of today"),
            }[expected.unit]
        return told.format(
            price=wording.money(expected.price, currency),
            count=f"{expected.count:,}",
            less=wording.money(expected.less, currency),
        )

    def _on_approach(self, approach: str) -> None:
        self._approach = approach

    def _on_state(self, state: str) -> None:
        self.state_wanted.emit(state, self._approach, self._amount.value(), self._reason.text().strip())

    def retranslate(self) -> None:
        """Write the texts."""
        self._heading.setText(self.tr("What became of it"))
        if self._advice is not None:
            self._fill(self._advice)


def _sum(amount: float, currency: str, per: str) -> str:
    return f"{wording.money(amount, currency)} {wording.sum_period(per)}".strip()


def _tells_the_same(one: Advice, other: Advice) -> bool:
    def told(advice: Advice) -> tuple[object, ...]:
        is_now = advice.verdict.timing is Timing.NOW
        return advice.suggestion, advice.history, advice.next_states, advice.check_ins, advice.expected, is_now

    return told(one) == told(other)
