"""Draws one customer of the list: the name, and below it when one met and what is owed."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.store.customer_list import CustomerSummary
from insight_desktop.ui import theme, wording
from insight_desktop.ui.customers.model import CustomerRole

_HEIGHT, _PAD = 56, 12


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
        summary: CustomerSummary = index.data(CustomerRole.SUMMARY)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = (
            "selected"
            if state & QStyle.StateFlag.State_Selected
            else "hover"
            if state & QStyle.StateFlag.State_MouseOver
            else ""
        )
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(area.adjusted(4, 2, -4, -2), 6, 6)
        inner = area.adjusted(_PAD, 8, -_PAD, -8)
        self._line(painter, inner, summary.name, theme.font(13, QFont.Weight.DemiBold), "text", top=True)
        self._line(painter, inner, second_line(summary), theme.font(12), "text_2", top=False)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, area: QRectF, text: str, font: QFont, ink: str, *, top: bool) -> None:
        painter.setFont(font)
        painter.setPen(QColor(theme.colour(ink)))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom, shown)


def second_line(summary: CustomerSummary) -> str:
    """Return when one met last, how often, and how many promises are open."""
    parts = [QCoreApplication.translate("Customers", "%n meeting(s)", "", summary.meetings)]
    if summary.last_met:
        parts.insert(0, wording.day(summary.last_met.astimezone().date()))
    if summary.open_steps:
        parts.append(QCoreApplication.translate("Customers", "%n open", "", summary.open_steps))
    return " · ".join(parts)
