"""Draws one customer of the list: the name, and below it when one met and what is owed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.account_numbers import ListedCustomer
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.ui import theme, wording
from insight_desktop.ui.customers.model import CustomerRole, second_line
from insight_desktop.ui.widgets.rows import paint_ground, paint_line

_HEIGHT, _PAD, _ICON = 56, 12, 14


class CustomerDelegate(QStyledItemDelegate):
    """Two lines a customer."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(200, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        listed: ListedCustomer = index.data(CustomerRole.LISTED)
        summary = listed.summary
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inner = area.adjusted(_PAD, 8, -_PAD, -8)
        named = inner.adjusted(0, 0, -self._marks(painter, inner, listed), 0)
        paint_line(painter, named, summary.name, theme.font(13, QFont.Weight.DemiBold), "text")
        below = second_line(listed)
        paint_line(painter, inner, below, theme.font(12), "text_2", at=Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    @staticmethod
    def _marks(painter: QPainter, area: QRectF, listed: ListedCustomer) -> float:
        """Draw loyalty, and the score that the list is sorted by, at the right; returns the width that they take."""
        right = area.right()
        if listed.loyalty not in (None, Loyalty.PASSIVE):
            meaning = wording.LOYALTIES[Loyalty(listed.loyalty)]
            right -= _ICON
            ink = theme.tone(meaning.tone).ink
            painter.drawPixmap(QPointF(right, area.top() + 1), theme.pixmap(meaning.icon, ink, _ICON))
            right -= 6
        if listed.score is not None:
            painter.setFont(theme.font(13, QFont.Weight.DemiBold))
            painter.setPen(QColor(theme.colour("accent")))
            width = QFontMetricsF(painter.font()).horizontalAdvance("100")
            right -= width
            place = QRectF(right, area.top(), width, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, str(listed.score))
            right -= 6
        return area.right() - right
