"""A row that goes on below when it is full: buttons and fields of several lengths in a narrow window."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from insight_desktop.ui.widgets.flowing import Flowing, Place, height_of

_Line = list[tuple[QLayoutItem, QSize]]


class WrappingRow(Flowing):
    """Lays widgets side by side at their natural size, in as many lines as the width asks for."""

    def __init__(self, *widgets: QWidget | None, gap: int = 8) -> None:
        """Lay the widgets out; what follows a None stands at the right end of the line that it shares."""
        super().__init__(gap=gap)
        self._pushed: int | None = None
        for widget in widgets:
            if widget is None:
                self._pushed = self.count()
            else:
                self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Return the room of a single line."""
        hints = [item.sizeHint() for item in self.shown]
        across = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self.around(across, max((hint.height() for hint in hints), default=0))

    def places(self, width: int) -> list[Place]:
        """Fill one line after the other; in each the items stand on one middle."""
        places: list[Place] = []
        top = 0
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            left, spare = 0, width - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
            for number, (item, size) in enumerate(line):
                left += spare if number and self._is_pushed(line[number - 1][0], item) else 0
                places.append((item, QRect(QPoint(left, top + (height - size.height()) // 2), size)))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return places

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        left = 0
        for item in self.shown:
            across = min(item.sizeHint().width(), width)
            if not lines or left + across > width:
                lines.append([])
                left = 0
            lines[-1].append((item, QSize(across, height_of(item, across))))
            left += across + self.spacing()
        return lines

    def _is_pushed(self, before: QLayoutItem, item: QLayoutItem) -> bool:
        return self._pushed is not None and self._items.index(before) < self._pushed <= self._items.index(item)
