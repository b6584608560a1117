"""Draws one customer of the list: the name, and below it when one met and what is owed."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.account_numbers import ListedCustomer
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.store.customer_list import CustomerSummary
from insight_desktop.ui import theme, wording
from insight_desktop.ui.customers.model import CustomerRole

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
        named = inner.adjusted(0, 0, -self._marks(painter, inner, listed), 0)
        self._line(painter, named, summary.name, theme.font(13, QFont.Weight.DemiBold), "text", top=True)
        self._line(
            painter,
            inner,
            second_line(summary, wording.JOURNEYS[listed.stage].text),
            theme.font(12),
            "text_2",
            top=False,
        )
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

    @staticmethod
    def _line(painter: QPainter, area: QRectF, text: str, font: QFont, ink: str, *, top: bool) -> None:
        painter.setFont(font)
        painter.setPen(QColor(theme.colour(ink)))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom, shown)


def second_line(summary: CustomerSummary, stage: str = "") -> str:
    """Return the stage, when one met last, and how many promises are open; before the first promise, how often."""
    parts = [stage] if stage else []
    if summary.last_met:
        parts.append(wording.day(summary.last_met.astimezone().date()))
    if summary.open_steps:
        parts.append(QCoreApplication.translate("Customers", "%n open", "", summary.open_steps))
    else:
        parts.append(QCoreApplication.translate("Customers", "%n meeting(s)", "", summary.meetings))
    return " · ".join(parts)
