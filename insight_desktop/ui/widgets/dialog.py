"""A dialog that stays on the screen: enlarged to 200 % even a short form would hide its buttons below the edge."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

_FRAME, _TITLE = 16, 48
"""What the system puts around a window, and above it."""


class Dialog(QDialog):
    """A dialog."""

    def room(self) -> QRect:
        """Return the part of the screen that is free for windows."""
        return self.screen().availableGeometry()

    def take_room(self, width: int, height: int) -> None:
        """Be so large, as far as the screen allows."""
        room = self.room()
        self.resize(min(width, room.width() - _FRAME), min(height, room.height() - _TITLE))

    def showEvent(self, event: QShowEvent) -> None:
        """Come up whole."""
        self.take_room(self.width(), self.height())
        super().showEvent(event)
        room, frame = self.room(), self.frameGeometry()
        at = frame.topLeft()
        at.setX(max(room.left(), min(at.x(), room.right() - frame.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - frame.height())))
        if at != frame.topLeft():
            self.move(at)
