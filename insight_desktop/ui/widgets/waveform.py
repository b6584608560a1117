"""A waveform with one lane a person, marks above, and the part that was played; click or drag seeks."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from insight_desktop.ui import theme

_BAR, _STEP = 2, 3
_NEAR = 5
"""A mark is under the pointer within so many pixels."""


class Mark(NamedTuple):
    """A place that matters: when, which tone, what to say on hovering, and how it looks.

    A `dot` is what the program found, a `flag` what the user marked, a `note` what somebody
    wrote, a `break` where nothing was recorded.
    """

    at: float
    tone: str
    text: str
    shape: str = "dot"


class Lane(NamedTuple):
    """The loudness of one person over time, 0 to 1, and the token of the colour."""

    levels: Sequence[float]
    ink: str
    name: str


class Waveform(QWidget):
    """Draws once a size and colour, then only the cursor moves.

    Signals:
        sought(float): the user wants to be at this second.
        looped(float, float): the user drew a stretch to be repeated.
    """

    sought = Signal(float)
    looped = Signal(float, float)

    def __init__(self) -> None:
        """Show an empty line."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._lanes: tuple[Lane, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._seconds = self._at = 0.0
        self._loop: tuple[float, float] | None = None
        self._pressed: float | None = None
        self._drawn: QPixmap | None = None

    def sizeHint(self) -> QSize:
        """Be 52 pixels high."""
        return QSize(400, 52)

    def show_sound(self, lanes: Sequence[Lane], seconds: float) -> None:
        """Show another recording."""
        self._lanes, self._seconds, self._drawn, self._loop = tuple(lanes), seconds, None, None
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show where insights are."""
        self._marks = tuple(marks)
        self.update()

    def show_time(self, seconds: float) -> None:
        """Move the cursor."""
        self._at = seconds
        self.update()

    def show_loop(self, loop: tuple[float, float] | None) -> None:
        """Show the stretch that is repeated."""
        self._loop = loop
        self.update()

    def restyle(self) -> None:
        """Draw in the new colours."""
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        self._drawn = None
        super().resizeEvent(event)

    def _x(self, seconds: float) -> float:
        return self.width() * seconds / self._seconds if self._seconds else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lanes, loop, marks, cursor."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawn is None:
            self._drawn = self._draw()
        if self._loop is not None:
            first, last = self._x(self._loop[0]), self._x(self._loop[1])
            painter.fillRect(QRectF(first, 0, last - first, self.height()), theme.colour("selected"))
        painter.drawPixmap(0, 0, self._drawn)
        cursor = self._x(self._at)
        veil = theme.colour("surface")
        veil.setAlphaF(0.55)
        painter.fillRect(QRectF(cursor, 8, self.width() - cursor, self.height() - 8), veil)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        painter.fillRect(QRectF(cursor - 1, 6, 2, self.height() - 6), theme.colour("text"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        x = self._x(mark.at)
        painter.setPen(Qt.PenStyle.NoPen)
        match mark.shape:
            case "flag":
                painter.setBrush(theme.colour("accent"))
                painter.drawRect(QRectF(x - 0.75, 0, 1.5, self.height()))
                painter.drawPolygon([QPointF(x, 0), QPointF(x + 9, 4), QPointF(x, 8)])
            case "note":
                painter.setBrush(theme.colour("text_2"))
                painter.drawRoundedRect(QRectF(x - 4, self.height() - 8, 8, 7), 2, 2)
            case "break":
                painter.setPen(QPen(theme.colour("text_3"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(x, 8), QPointF(x, self.height()))
            case _:
                painter.setBrush(QColor(theme.tone(mark.tone).ink))
                painter.drawEllipse(QPointF(x, 4), 3, 3)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(self.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        room = (self.height() - 10) / max(1, len(self._lanes))
        for place, lane in enumerate(self._lanes):
            middle = 10 + room * (place + 0.5)
            colour = theme.colour(lane.ink)
            bars = max(1, self.width() // _STEP)
            for bar in range(bars):
                first = bar * len(lane.levels) // bars
                last = max(first + 1, (bar + 1) * len(lane.levels) // bars)
                level = max(lane.levels[first:last], default=0.0)
                height = max(1.0, level * (room - 4))
                painter.fillRect(QRectF(bar * _STEP, middle - height / 2, _BAR, height), colour)
        painter.end()
        return pixels

    def _seconds_at(self, x: float) -> float:
        return min(max(0.0, x / max(1, self.width())), 1.0) * self._seconds

    def _near(self, x: float) -> list[Mark]:
        return [mark for mark in self._marks if abs(self._x(mark.at) - x) < _NEAR]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to seek, or to draw a loop with Shift."""
        self._pressed = self._seconds_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Seek while dragging; say which mark is under the pointer."""
        at = self._seconds_at(event.position().x())
        if self._pressed is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.show_loop((min(self._pressed, at), max(self._pressed, at)))
            else:
                self.sought.emit(at)
            return
        self.setToolTip("\n".join(mark.text for mark in self._near(event.position().x())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Seek to the place."""
        if self._pressed is None:
            return
        at = self._seconds_at(event.position().x())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and abs(at - self._pressed) > 0.2:  # noqa: PLR2004
            self.looped.emit(min(self._pressed, at), max(self._pressed, at))
        else:
            flags = [mark.at for mark in self._near(event.position().x()) if mark.shape == "flag"]
            self.sought.emit(flags[0] if flags else at)
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by five seconds with the arrows."""
        step = {Qt.Key.Key_Left: -5.0, Qt.Key.Key_Right: 5.0}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.sought.emit(min(max(0.0, self._at + step), self._seconds))
