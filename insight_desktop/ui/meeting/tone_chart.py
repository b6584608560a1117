"""The customer's mood over the call: a bar a turn, up for positive, down for negative, and the mean of each quarter."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from insight_desktop.domain.insight import Sentiment
from insight_desktop.ui import theme, wording

_HEIGHT, _FOOT, _NARROWEST = 104, 22, 3.0
_REACH = 6
_TONES = {Sentiment.POSITIVE: "success", Sentiment.NEGATIVE: "dissatisfaction"}


class Mood(NamedTuple):
    """One turn of the customer."""

    turn: int
    start: float
    end: float
    sentiment: Sentiment
    text: str


class ToneChart(QWidget):
    """Draws the moods along the time of the call.

    Signals:
        chosen(int): the user wants to hear this turn.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        """Show an empty line."""
        super().__init__()
        self._moods: tuple[Mood, ...] = ()
        self._quarters: tuple[tuple[str, str], ...] = ()
        self._from = self._to = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Be as high as bars and their foot."""
        return QSize(400, _HEIGHT)

    def show_moods(self, moods: Sequence[Mood], quarters: Sequence[tuple[str, str]], span: tuple[float, float]) -> None:
        """Show the turns, and for each quarter its words and tone."""
        self._moods, self._quarters = tuple(moods), tuple(quarters)
        self._from, self._to = span
        self.update()

    def _x(self, seconds: float) -> float:
        length = self._to - self._from
        return self.width() * (seconds - self._from) / length if length > 0 else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint quarters, the middle line and the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.height() - _FOOT
        middle = room / 2
        self._paint_quarters(painter, room)
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), theme.colour("hairline_strong"))
        painter.setPen(Qt.PenStyle.NoPen)
        for mood in self._moods:
            left = self._x(mood.start)
            width = max(_NARROWEST, self._x(mood.end) - left - 1)
            tone = _TONES.get(mood.sentiment)
            if tone is None:
                painter.setBrush(theme.colour("hairline_strong"))
                painter.drawRoundedRect(QRectF(left, middle - 2, width, 4), 2, 2)
                continue
            painter.setBrush(QColor(theme.tone(tone).ink))
            top = 6.0 if mood.sentiment is Sentiment.POSITIVE else middle
            painter.drawRoundedRect(QRectF(left, top, width, middle - 6), 2, 2)
        painter.end()

    def _paint_quarters(self, painter: QPainter, room: float) -> None:
        width = self.width() / max(1, len(self._quarters))
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        for place, (text, tone) in enumerate(self._quarters):
            left = place * width
            if place:
                painter.fillRect(QRectF(left, 0, 1, self.height()), theme.colour("hairline"))
            painter.setPen(QColor(theme.tone(tone).ink) if tone else theme.colour("text_3"))
            painter.drawText(QRectF(left + 4, room, width - 8, _FOOT), Qt.AlignmentFlag.AlignCenter, text)

    def _at(self, x: float) -> Mood | None:
        found = [m for m in self._moods if self._x(m.start) - _REACH <= x <= self._x(m.end) + _REACH]
        telling = [mood for mood in found if mood.sentiment is not Sentiment.NEUTRAL]
        return next(iter(telling or found), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        mood = self._at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if mood else Qt.CursorShape.ArrowCursor)
        self.setToolTip(f"{wording.clock(mood.start)}  {mood.text}" if mood else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the sound of the turn."""
        mood = self._at(event.position().x())
        if mood is not None:
            self.chosen.emit(mood.turn)
