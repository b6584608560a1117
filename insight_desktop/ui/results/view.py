"""The page of results: income added, acceptance with its uncertainty, and whether offers do harm."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.offer_results import OfferResults, Share
from insight_desktop.ui import wording
from insight_desktop.ui.results import words
from insight_desktop.ui.results.interval_bar import IntervalBar
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH, _NAME = 920, 220


class OfferResultsView(View):
    """Widgets of the page.

    Signals:
        export_requested(): the results are to be written as CSV.
        suggestions_requested(): the list of suggestions is wanted.
    """

    export_requested = Signal()
    suggestions_requested = Signal()

    def __init__(self) -> None:
        """Build the frame of the page."""
        super().__init__()
        self._results: OfferResults | None = None
        self._title = label("title")
        self._export, self._back = Button(icon="download"), Button(icon="arrow-left", look="plain")
        self._export.clicked.connect(self.export_requested)
        self._back.clicked.connect(self.suggestions_requested)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        page = QWidget()
        inner = column(gap=16, margins=(24, 16, 24, 24))
        inner.addLayout(row(self._back, self._title, None, self._export))
        inner.addLayout(self._cards)
        inner.addStretch(1)
        page.setLayout(inner)
        page.setMaximumWidth(_WIDTH)
        middle = QWidget()
        middle.setLayout(row(page, None))
        middle.layout().setStretch(0, 100)  # type: ignore[union-attr]
        self._empty = EmptyState("chart-column", "lightbulb")
        self._empty.asked.connect(self.suggestions_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(ScrollArea(middle))
        self.setLayout(column(self._stack, gap=0))
        self.retranslate()

    def show_results(self, found: OfferResults) -> None:
        """Show what came of offers; without any the page says what it will show."""
        self._results = found
        self._stack.setCurrentIndex(1 if found.presented else 0)
        empty(self._cards)
        self._cards.addWidget(self._income(found))
        for heading, shares in words.groups(found):
            if shares:
                is_of_wordings = found.wordings is not None and shares[0][1] in found.by_wording
                note = words.wordings_apart(found.wordings) if found.wordings and is_of_wordings else ""
                self._cards.addWidget(_card(heading, shares, note))
        if found.churn is not None:
            who = self.tr(
                "Customers left where a tag or a deal says 解約 or churned, a renewal was lost, or no product is left. "
                "Who left before the first offer was offered nothing."
            )
            note = f"{words.harm(found.churn)} {who}"
            heading = self.tr("Do offers do harm? Customers who left")
            self._cards.addWidget(_card(heading, words.left(found.churn), note, words.customers))

    def _income(self, found: OfferResults) -> QWidget:
        card = frame("card")
        amounts = [
            self.tr("+{amount} a month").format(amount=wording.money(amount, currency))
            for currency, amount in sorted(found.growth.items())
        ]
        lines = column(label("caption", self.tr("Expansion MRR")), gap=8, margins=(16, 12, 16, 16))
        for amount in amounts or [self.tr("Nothing yet")]:
            lines.addWidget(label("title", amount))
        counts = self.tr("{presented} presented, {accepted} accepted").format(
            presented=found.presented, accepted=found.accepted
        )
        if found.unpriced:
            counts += self.tr("; {count} of them without an amount or paid once").format(count=found.unpriced)
        lines.addWidget(label("", counts, wraps=True))
        if found.overall is not None:
            lines.addLayout(_lines(((self.tr("Acceptance"), found.overall),)))
        meant = self.tr(
            "Expansion MRR: what accepted offers add to each month's income. A yearly price counts a twelfth; what is "
            "paid once counts nothing. Acceptance: accepted of accepted and declined; what is open or withdrawn does "
            "not count. The band is where the true share likely lies (95%)."
        )
        lines.addWidget(label("small", meant, wraps=True))
        card.setLayout(lines)
        return card

    def restyle(self) -> None:
        """Draw in the new colours."""
        self.update()

    def retranslate(self) -> None:
        """Write the texts."""
        self._title.setText(self.tr("What came of the offers"))
        self._export.setText(self.tr(" Export as CSV"))
        self._back.setText(self.tr(" Suggestions"))
        self._empty.say(
            self.tr("Results appear here"),
            self.tr(
                "Note on the card of a suggestion that it was presented, accepted or declined. This page then counts "
                "acceptance, what accepted offers add each month, and whether offers do harm."
            ),
            self.tr("Open the suggestions"),
        )
        if self._results is not None:
            self.show_results(self._results)


def _card(
    heading: str, shares: tuple[tuple[str, Share], ...], note: str, told: Callable[[Share], str] = words.counted
) -> QWidget:
    card = frame("card")
    lines = column(label("caption", heading), gap=8, margins=(16, 12, 16, 16))
    lines.addLayout(_lines(shares, told))
    if note:
        lines.addWidget(label("small", note, wraps=True))
    card.setLayout(lines)
    return card


def _lines(shares: tuple[tuple[str, Share], ...], say: Callable[[Share], str] = words.counted) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, _NAME)
    for column_at, stretch in ((0, 3), (1, 3), (2, 4)):
        grid.setColumnStretch(column_at, stretch)
    for line, (name, share) in enumerate(shares):
        told = say(share)
        bar = IntervalBar(share)
        bar.setAccessibleName(f"{name}: {told}")
        grid.addWidget(label("", name, wraps=True), line, 0)
        grid.addWidget(bar, line, 1)
        grid.addWidget(label("" if share.is_enough else "small", told, wraps=True), line, 2)
    return grid
