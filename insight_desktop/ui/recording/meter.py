"""A level meter for one side of a conversation: loudness as a bar, the loudest moment as a mark."""

from math import log10

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from insight_desktop.domain.capture import Level
from insight_desktop.ui import theme

_FLOOR_DB = 60.0
_FALL = 0.06
_LOUD = 0.97


class LevelMeter(QWidget):
    """Shows how loud a side is; grey where nothing comes."""

    def __init__(self, ink: str, *, height: int = 8) -> None:
        """Take the colour of the side."""
        super().__init__()
        self._ink, self._height = ink, height
        self._value = self._held = 0.0
        self.is_stalled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    @property
    def value(self) -> float:
        """What the bar shows, 0 to 1."""
        return self._value

    def sizeHint(self) -> QSize:
        """Ask for a thin line."""
        return QSize(160, self._height)

    def show_level(self, level: Level | None) -> None:
        """Show a level; None empties the meter."""
        self._value = _position(level.peak) if level else 0.0
        self._held = max(self._value, self._held - _FALL)
        self.is_stalled = level is None or level.stalled
        self.setAccessibleDescription(f"{self._value:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the bar and the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._height / 2
        top = (self.height() - self._height) / 2
        painter.setBrush(theme.colour("hairline"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), self._height), radius, radius)
        ink = "text_3" if self.is_stalled else "recording" if self._value >= _LOUD else self._ink
        painter.setBrush(theme.colour(ink))
        if self._value > 0:
            width = max(self._height, self.width() * self._value)
            painter.drawRoundedRect(QRectF(0, top, width, self._height), radius, radius)
        if self._held > 0:
            painter.drawRect(QRectF(min(self.width() - 2, self.width() * self._held), top, 2, self._height))
        painter.end()


def _position(peak: float) -> float:
    """Return where a peak lies between the floor and full scale, by decibels."""
    return max(0.0, min(1.0, 1 + 20 * log10(peak) / _FLOOR_DB)) if peak > 0 else 0.0
