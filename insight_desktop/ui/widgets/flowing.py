"""What layouts share whose height follows from their width: rows that wrap, columns and tiles."""

from abc import abstractmethod

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

Place = tuple[QLayoutItem, QRect]


class Flowing(QLayout):
    """Keeps the items; where they go in a width is said by `places`."""

    def __init__(self, *, gap: int) -> None:
        """Start empty; `gap` is the space between items, across and down."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width; a page of hundreds of rows asks again and again while nothing has changed."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    @abstractmethod
    def places(self, width: int) -> list[Place]:
        """Return where each item goes in a room of this width, from its left top corner."""

    @property
    def shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
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
        """Say that a narrow room is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of everything in a width."""
        if width not in self._heights:
            margins = self.contentsMargins()
            places = self.places(width - margins.left() - margins.right())
            most = max((place.bottom() + 1 for _, place in places), default=0)
            self._heights[width] = most + margins.top() + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: an item is another one, or came, or went."""
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """Return the room of the widest item."""
        sizes = [item.minimumSize() for item in self.shown]
        widest = max((size.width() for size in sizes), default=0)
        return self.around(widest, max((size.height() for size in sizes), default=0))

    def around(self, width: int, height: int) -> QSize:
        """Return a size with the margins."""
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, place in self.places(inner.width()):
            item.setGeometry(place.translated(inner.topLeft()))


def height_of(item: QLayoutItem, width: int) -> int:
    """Return how high an item is in a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
