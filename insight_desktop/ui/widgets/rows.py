"""What the rows of every list share: the ground that shows choice, pointer and focus, and a line that ends in dots."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle

from insight_desktop.ui import theme

_BAR = 3
_State = QStyle.StateFlag


def paint_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    """Paint what lies behind a row; the current one has a bar at its left while the keyboard moves the list."""
    if not state & (_State.State_Selected | _State.State_MouseOver | _State.State_HasFocus):
        return
    inner = area.adjusted(4, 2, -4, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("selected" if state & _State.State_Selected else "hover"))
    painter.drawRoundedRect(inner, 6, 6)
    if state & _State.State_HasFocus:
        painter.setBrush(theme.colour("focus"))
        painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 6, _BAR, inner.height() - 12), 1.5, 1.5)


def paint_line(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    ink: str,
    *,
    at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    """Paint a line of text; where it does not fit it ends in dots, and the row's tool tip says it whole."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(area, at, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
