"""Draws a suggestion of the list: the customer, the product, how far it came."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.store.suggestions import ListedSuggestion
from insight_desktop.ui import theme, wording
from insight_desktop.ui.suggestions.model import SuggestionRole
from insight_desktop.ui.widgets.badge import badge_width, paint_badge

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
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(4, 2, -4, -2), 6, 6)
        inner = area.adjusted(_PAD, 9, -_PAD, -9)
        state = wording.SUGGESTION_STATES[listed.suggestion.state]
        width = badge_width(state.text, state.icon)
        paint_badge(painter, QPointF(inner.right() - width, inner.top()), state.text, state.icon, state.tone)
        who = listed.customer or listed.meeting_title
        self._line(painter, inner.adjusted(0, 0, -width - 8, 0), who, "text", top=True)
        self._line(painter, inner, index.data(SuggestionRole.PRODUCT), "text_2", top=False)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, area: QRectF, text: str, ink: str, *, top: bool) -> None:
        font = theme.font(13, QFont.Weight.DemiBold) if top else theme.font(12)
        painter.setFont(font)
        painter.setPen(QColor(theme.colour(ink)))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom, shown)
