"""A short word with an icon on a wash of its meaning's colour: status, kind of insight, state of a job."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from insight_desktop.ui import theme

_HEIGHT, _PAD, _ICON, _GAP = 20, 7, 12, 4


def badge_width(text: str, icon: str) -> float:
    """Return how wide a badge of this text is."""
    words = QFontMetricsF(theme.font(11, theme.font().Weight.DemiBold)).horizontalAdvance(text)
    return words + 2 * _PAD + (_ICON + _GAP if icon and text else _ICON if icon else 0)


def paint_badge(painter: QPainter, at: QPointF, text: str, icon: str, tone: str) -> float:
    """Paint a badge with its left top corner at `at`; returns its width."""
    ink, wash = theme.tone(tone)
    width = badge_width(text, icon)
    area = QRectF(at.x(), at.y(), width, _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(wash))
    painter.drawRoundedRect(area, 6, 6)
    left = area.left() + _PAD
    if icon:
        painter.drawPixmap(QPointF(left, area.top() + (_HEIGHT - _ICON) / 2), theme.pixmap(icon, ink, _ICON))
        left += _ICON + _GAP
    painter.setPen(QColor(ink))
    painter.setFont(theme.font(11, theme.font().Weight.DemiBold))
    painter.drawText(QRectF(left, area.top(), width, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
    return width


class Badge(QWidget):
    """A badge as a widget."""

    def __init__(self, text: str = "", icon: str = "", tone: str = "neutral") -> None:
        """Show the text."""
        super().__init__()
        self._text, self._icon, self._tone = text, icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_badge(self, text: str, icon: str = "", tone: str = "neutral") -> None:
        """Show another text."""
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the text."""
        return QSize(int(badge_width(self._text, self._icon)) + 1, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        del event
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, 0), self._text, self._icon, self._tone)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new theme."""
        self.update()
        super().changeEvent(event)
