"""A row that goes on below when it is full: buttons of several lengths in a narrow card."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Lays widgets side by side at their natural size, in as many lines as the width asks for."""

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        """Lay the widgets out; `gap` is the space between them, across and down."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item of the row."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        """Return the room of a single line."""
        hints = [item.sizeHint() for item in self._items]
        across = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(across, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest item."""
        hints = [item.sizeHint() for item in self._items]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(widest, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        """Return where the items go in a row of this width, from its left top corner."""
        places: list[QRect] = []
        left = top = line_height = 0
        for item in self._items:
            hint = item.sizeHint()
            if left > 0 and left + hint.width() > width:
                left, top, line_height = 0, top + line_height + self.spacing(), 0
            places.append(QRect(QPoint(left, top), hint))
            left += hint.width() + self.spacing()
            line_height = max(line_height, hint.height())
        return places
