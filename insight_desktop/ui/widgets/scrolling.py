"""What is higher than its room: it scrolls, and stops the Tab key only while there is something to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls its content up and down; the arrow keys move it once Tab came to it, and a line around it says so."""

    def __init__(self, content: QWidget) -> None:
        """Show the content, as wide as the room."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.setWidget(content)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the line for who came by the keyboard only; a page that opens is not framed."""
        self._ring(is_shown=event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the line away."""
        self._ring(is_shown=False)
        super().focusOutEvent(event)

    def _ring(self, *, is_shown: bool) -> None:
        self.setProperty("isRinged", is_shown)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_range(self, first: int, last: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if last > first else Qt.FocusPolicy.NoFocus)
