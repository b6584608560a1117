"""A share and its interval, drawn between 0 and 100 %."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from insight_desktop.offer_results import Share
from insight_desktop.ui import theme

_HEIGHT, _TRACK, _BAND, _DOT = 20, 2.0, 8.0, 5.0


class IntervalBar(QWidget):
    """A pale line for what is possible, a band for what is likely, a dot for what was counted."""

    def __init__(self, share: Share) -> None:
        """Show a share; where there are too few, no dot pretends to know."""
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, left, width = self.height() / 2, _DOT, self.width() - 2 * _DOT
        painter.setBrush(theme.colour("hairline_strong"))
        painter.drawRoundedRect(QRectF(left, middle - _TRACK / 2, width, _TRACK), 1, 1)
        low, high = left + width * self._share.low, left + width * self._share.high
        if self._share.share.total:
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(QRectF(low, middle - _BAND / 2, max(high - low, 1.0), _BAND), 4, 4)
        if self._share.is_enough:
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QPointF(left + width * self._share.share.rate, middle), _DOT, _DOT)
        painter.end()
