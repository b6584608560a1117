"""Draws a suggestion of the list: the customer, the product, whether today is the day or how far it came."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.store.suggestions import ListedSuggestion
from insight_desktop.ui import theme, wording
from insight_desktop.ui.suggestions.model import SuggestionRole
from insight_desktop.ui.widgets.badge import badge_width, paint_badge
from insight_desktop.ui.widgets.rows import paint_ground, paint_line

_HEIGHT, _PAD = 60, 12


class SuggestionDelegate(QStyledItemDelegate):
    """Two lines a suggestion."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(240, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        listed: ListedSuggestion = index.data(SuggestionRole.LISTED)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inner = area.adjusted(_PAD, 9, -_PAD, -9)
        state: wording.Meaning = index.data(SuggestionRole.MARK)
        width = badge_width(state.text, state.icon)
        paint_badge(painter, QPointF(inner.right() - width, inner.top()), state.text, state.icon, state.tone)
        bold, beside = theme.font(13, QFont.Weight.DemiBold), inner.adjusted(0, 0, -width - 8, 0)
        paint_line(painter, beside, listed.customer or listed.meeting_title, bold, "text")
        product = index.data(SuggestionRole.PRODUCT)
        paint_line(painter, inner, product, theme.font(12), "text_2", at=Qt.AlignmentFlag.AlignBottom)
        painter.restore()
