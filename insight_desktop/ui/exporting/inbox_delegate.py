"""Draws one meeting of the inbox: its tick, its title, and below it customer and day."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.export_inbox import InboxRow
from insight_desktop.ui import theme, wording
from insight_desktop.ui.exporting.inbox_model import InboxModel, InboxRole
from insight_desktop.ui.widgets.rows import paint_ground, paint_line

_HEIGHT, _PAD, _BOX, _INDENT = 54, 12, 16, 40
Index = QModelIndex | QPersistentModelIndex


class InboxDelegate(QStyledItemDelegate):
    """Two lines a meeting; a click anywhere ticks it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(200, _HEIGHT)

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick with the pointer anywhere on the row."""
        del option
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(model, InboxModel) and index.isValid():
            model.toggle(index)
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: InboxRow = index.data(InboxRole.ROW)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        self._box(painter, QRectF(area.left() + _PAD, area.top() + 11, _BOX, _BOX), is_on=is_on)
        inner = area.adjusted(_INDENT, 8, -_PAD, -8)
        day = wording.day(row.meeting.started_at.astimezone().date())
        paint_line(painter, inner, row.meeting.title, theme.font(13, QFont.Weight.DemiBold), "text")
        below = "  ·  ".join(part for part in (row.meeting.customer, day, _sent(row)) if part)
        paint_line(painter, inner, below, theme.font(12), "text_2", at=Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    @staticmethod
    def _box(painter: QPainter, area: QRectF, *, is_on: bool) -> None:
        painter.setPen(QPen(theme.colour("accent" if is_on else "text_3")))
        painter.setBrush(theme.colour("accent" if is_on else "surface"))
        painter.drawRoundedRect(area, 4, 4)
        if is_on:
            tick = theme.pixmap("check", theme.current().on_accent, 12)
            painter.drawPixmap(QPointF(area.left() + 2, area.top() + 2), tick)


def _sent(row: InboxRow) -> str:
    return f"→ {wording.day(row.meeting.written_at.astimezone().date())}" if row.meeting.written_at else ""
