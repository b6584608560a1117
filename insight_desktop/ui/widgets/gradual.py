"""Builds much a little at a time, so that the window never stands still for it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.ui.widgets.basics import column, empty

_AT_ONCE, _A_LOT = 4, 40
_PAUSE_MS = 5
Make = Callable[[], QWidget]


class Gradual(QObject):
    """Owns the cards of a column; the newest wish replaces what is not built yet."""

    def __init__(self, column: QVBoxLayout, parent: QObject) -> None:
        """Start empty; a stretch keeps the cards at the top."""
        super().__init__(parent)
        self._column = column
        self._left: list[Make] = []
        self._next = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next.timeout.connect(self._build)

    def show(self, cards: Iterable[Make]) -> None:
        """Build these cards in place of those that are shown."""
        self._next.stop()
        empty(self._column)
        self._column.addStretch(1)
        self._left = list(cards)
        self._build()

    def _build(self) -> None:
        for make in self._left[:_AT_ONCE]:
            self._column.insertWidget(self._column.count() - 1, make())
        del self._left[:_AT_ONCE]
        if self._left:
            self._next.start()


class Steps(QObject):
    """Does one thing after the other with a pause between; the newest wish replaces what is not done yet."""

    def __init__(self, parent: QObject) -> None:
        """Start with nothing to do."""
        super().__init__(parent)
        self._left: list[Callable[[], object]] = []
        self._next = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next.timeout.connect(self._do)

    def take(self, steps: Iterable[Callable[[], object]]) -> None:
        """Do the first step now, and the others soon."""
        self._left = list(steps)
        self._do()

    def _do(self) -> None:
        if self._left:
            self._left.pop(0)()
        if self._left:
            self._next.start()
        else:
            self._next.stop()


def add_lots(card: QWidget, entries: Sequence[Make], *, gap: int) -> None:
    """Add many entries to a card, a lot after the other.

    Each lot is one widget: every widget that is added to what is seen lays out the whole page.
    """
    Steps(card).take([partial(_add, card, entries[at : at + _A_LOT], gap) for at in range(0, len(entries), _A_LOT)])


def _add(card: QWidget, entries: Sequence[Make], gap: int) -> None:
    layout, lot = card.layout(), QWidget()
    if layout is not None:
        lot.setLayout(column(*(make() for make in entries), gap=gap))
        layout.addWidget(lot)
