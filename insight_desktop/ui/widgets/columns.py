"""Cards side by side where there is room for them, below each other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from insight_desktop.ui.widgets.flowing import Flowing, Place, height_of


class Columns(Flowing):
    """Lays out as many columns as are `least` pixels wide; the ones that are left go below the last."""

    def __init__(self, *columns: tuple[QWidget, int], least: int, gap: int = 16) -> None:
        """Take the columns, each with its share of the width."""
        super().__init__(gap=gap)
        self._shares = [share for _, share in columns]
        self._least = least
        for widget, _ in columns:
            self.addWidget(widget)

    def expandingDirections(self) -> Qt.Orientation:
        """Take all the width there is."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """Ask for every column beside the others."""
        across = (self._least + self.spacing()) * self.count() - self.spacing()
        return self.around(across, self.heightForWidth(across))

    def places(self, width: int) -> list[Place]:
        """Place the columns."""
        beside = min(self.count(), _fit(width, self._least, self.spacing()))
        shares: Sequence[int] = self._shares[:beside] if beside > 1 else (1,)
        room = width - self.spacing() * (beside - 1)
        places: list[Place] = []
        left = top = 0
        for number, item in enumerate(self._items):
            across = room * shares[min(number, beside - 1)] // sum(shares)
            places.append((item, QRect(left, top, across, height_of(item, across))))
            if number < beside - 1:
                left += across + self.spacing()
            else:
                top = places[-1][1].bottom() + 1 + self.spacing()
        return places


class Tiles(Flowing):
    """Lays out equal cards in rows, at most `most` side by side and none narrower than `least` pixels."""

    def __init__(self, *, least: int, most: int, gap: int = 12) -> None:
        """Start empty."""
        super().__init__(gap=gap)
        self._least, self._most = least, most

    def expandingDirections(self) -> Qt.Orientation:
        """Take all the width there is."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """Ask for full rows."""
        across = (self._least + self.spacing()) * self._most - self.spacing()
        return self.around(across, self.heightForWidth(across))

    def places(self, width: int) -> list[Place]:
        """Place the cards row by row; those of a row are equally high."""
        beside = self._beside(min(self._most, _fit(width, self._least, self.spacing())))
        across = (width - self.spacing() * (beside - 1)) // beside
        places: list[Place] = []
        top = 0
        for first in range(0, len(self.shown), beside):
            row = self.shown[first : first + beside]
            height = max(height_of(item, across) for item in row)
            places += [
                (item, QRect(number * (across + self.spacing()), top, across, height))
                for number, item in enumerate(row)
            ]
            top += height + self.spacing()
        return places

    def _beside(self, room: int) -> int:
        """Return how many go in a row: five where there is room for four are three and two, not four and one."""
        count = len(self.shown)
        rows = -(-count // room)
        return -(-count // rows) if rows > 1 else room


def _fit(width: int, least: int, gap: int) -> int:
    """Return how many of a width fit side by side, one at least."""
    return max(1, (width + gap) // (least + gap))
