"""Draws one theme: its name, how many customers, the spark line, how it moves, and how its meetings ended."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.domain.meeting import Outcome
from insight_desktop.trends.overview import Movement, ThemeRow
from insight_desktop.ui import theme, wording
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.model import ThemeRole, customers_text
from insight_desktop.ui.widgets.badge import badge_width, paint_badge
from insight_desktop.ui.widgets.rows import paint_ground, paint_line

_HEIGHT, _PAD = 68, 16
SPARK_WIDTH, MIX_WIDTH = 110, 90
_SPARK_HEIGHT, _MOST_BARS = 30, 12
_MIX = (
    (Outcome.WON, "success"),
    (Outcome.STRONG, "need"),
    (Outcome.WEAK, "pain"),
    (Outcome.LOST, "dissatisfaction"),
)


class ThemeDelegate(QStyledItemDelegate):
    """One row a theme."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(480, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: ThemeRow = index.data(ThemeRole.ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inner = area.adjusted(_PAD, 10, -_PAD, -10)
        right = inner.right()
        right = self._mix(painter, row, inner, right)
        right = self._spark(painter, row, inner, right, index.data(ThemeRole.MOST))
        right = self._count(painter, row, inner, right)
        self._words(painter, row, QRectF(inner.left(), inner.top(), right - inner.left() - 12, inner.height()))
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, row: ThemeRow, area: QRectF) -> None:
        paint_line(painter, area, row.name, theme.font(13, QFont.Weight.DemiBold), "text")
        meaning = wording.INSIGHTS[row.kind]
        left = area.left() + paint_badge(
            painter,
            QPointF(area.left(), area.bottom() - 20),
            wording.insight_text(row.kind, row.objection),
            meaning.icon,
            meaning.tone,
        )
        if row.movement is not Movement.STEADY:
            _, icon, tone = periods.MOVEMENTS[row.movement]
            text = periods.movement_text(row.movement)
            if left + 6 + badge_width(text, icon) <= area.right():
                paint_badge(painter, QPointF(left + 6, area.bottom() - 20), text, icon, tone)

    @staticmethod
    def _count(painter: QPainter, row: ThemeRow, area: QRectF, right: float) -> float:
        text = customers_text(row.customers)
        face = theme.font(13, QFont.Weight.DemiBold)
        width = max(72.0, QFontMetricsF(face).horizontalAdvance(text) + 4)
        painter.setFont(face)
        painter.setPen(theme.colour("text"))
        where = QRectF(right - width, area.top(), width, area.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return right - width - 12

    @staticmethod
    def _spark(painter: QPainter, row: ThemeRow, area: QRectF, right: float, most: int) -> float:
        box = QRectF(right - SPARK_WIDTH, area.center().y() - _SPARK_HEIGHT / 2, SPARK_WIDTH, _SPARK_HEIGHT)
        ink = QColor(theme.tone(wording.INSIGHTS[row.kind].tone).ink)
        values = [point.customers for point in row.points][-_MOST_BARS:]
        step = box.width() / _MOST_BARS
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        for place, value in enumerate(reversed(values)):
            height = value / most * box.height()
            left = box.right() - (place + 1) * step
            painter.fillRect(QRectF(left + 1, box.bottom() - height, step - 2, height), ink)
        return box.left() - 16

    @staticmethod
    def _mix(painter: QPainter, row: ThemeRow, area: QRectF, right: float) -> float:
        """Draw the outcomes as one bar; nothing where no meeting has one."""
        counts = dict(row.outcomes)
        known = sum(counts.get(outcome, 0) for outcome, _ in _MIX)
        left = right - MIX_WIDTH
        if known:
            x = left
            for outcome, tone in _MIX:
                width = MIX_WIDTH * counts.get(outcome, 0) / known
                if width:
                    painter.fillRect(
                        QRectF(x, area.center().y() - 4, max(1.0, width - 1), 8), QColor(theme.tone(tone).ink)
                    )
                x += width
        return left - 16
