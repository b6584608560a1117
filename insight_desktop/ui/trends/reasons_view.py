"""Why customers decided, in their own words: for us at the left, against at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.deciding import DecisionReason
from insight_desktop.domain.table import Table
from insight_desktop.insights.decision_reasons import Side
from insight_desktop.ui import wording
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import reasons_table
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Gradual
from insight_desktop.ui.widgets.scrolling import ScrollArea


class ReasonsView(TabView):
    """The tab of decision reasons.

    Signals:
        opened(str): the place of a reason.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        """Build the columns."""
        super().__init__()
        self._reasons: tuple[DecisionReason, ...] = ()
        self._lead = label("quiet", wraps=True)
        self._badges = {Side.FOR: Badge(), Side.AGAINST: Badge()}
        self._lists = {side: QVBoxLayout() for side in Side}
        self._cards = {side: Gradual(self._lists[side], self) for side in Side}
        sides = []
        for side in Side:
            inside = QWidget()
            inside.setLayout(self._lists[side])
            self._lists[side].setSpacing(12)
            self._lists[side].setContentsMargins(0, 0, 8, 16)
            scroll = ScrollArea(inside)
            head = QWidget()
            head.setLayout(row(self._badges[side], None))
            box = QWidget()
            box.setLayout(column(head, scroll, gap=8))
            sides.append(box)
        both = QWidget()
        both.setLayout(row(*sides, gap=24))
        for place in range(len(sides)):
            both.layout().setStretch(place, 1)  # type: ignore[union-attr]
        self._both, self._nothing = both, EmptyState("quote")
        self.setLayout(column(self._lead, both, self._nothing, gap=12, margins=(24, 8, 24, 16)))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.retranslate()

    def show_reasons(self, reasons: Sequence[DecisionReason]) -> None:
        """Show the reasons, the newest first."""
        self._reasons = tuple(reasons)
        self._nothing.setHidden(bool(self._reasons))
        for widget in (self._lead, self._both):
            widget.setVisible(bool(self._reasons))
        counts = {side: sum(reason.side is side for reason in self._reasons) for side in Side}
        names = {Side.FOR: self.tr("What decided for us"), Side.AGAINST: self.tr("Why they decided against")}
        looks = {Side.FOR: ("thumbs-up", "success"), Side.AGAINST: ("thumbs-down", "dissatisfaction")}
        for side in Side:
            self._badges[side].show_badge(f"{names[side]}  {counts[side]}", *looks[side])
            cards = [partial(self._card, each) for each in self._reasons if each.side is side]
            self._cards[side].show(cards or [lambda: label("quiet", self.tr("Nobody has said so yet."), wraps=True)])

    def table(self) -> Table:
        """Return what is shown as a table."""
        return reasons_table(self._reasons)

    def retranslate(self) -> None:
        """Write the texts."""
        self._lead.setText(
            self.tr(
                "Sentences in which customers say what decided, such as “what swung it was …” or “we passed because …”."
            )
        )
        self._nothing.say(self.tr("Why customers decide"), self._lead.text())
        self.show_reasons(self._reasons)

    def _card(self, reason: DecisionReason) -> QWidget:
        card = frame("card")
        link = Button(wording.day(reason.held_on), icon="play", look="link")
        link.setToolTip(self.tr("Open the meeting at these words"))
        link.clicked.connect(lambda: self.opened.emit(f"{reason.meeting_id}#{reason.position}"))
        layout = column(gap=6, margins=(12, 8, 12, 12))
        layout.addLayout(
            row(label("strong", reason.customer or self.tr("Customer not set"), wraps=True), None, link, gap=8)
        )
        layout.addWidget(label("", reason.words, wraps=True))
        card.setLayout(layout)
        return card
