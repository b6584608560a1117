"""Draws one cell of the preview in one line; what was altered stands on a wash of its own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.exports.preview import Mark, PreviewCell
from insight_desktop.ui import theme
from insight_desktop.ui.exporting.preview_model import PreviewRole

_SHOWN, _PAD, _ICON = 120, 8, 14
_ONE_LINE = str.maketrans({"\n": " ", "\t": " ", "\r": " "})
_STATE = QStyle.StateFlag


def altered_format() -> QTextCharFormat:
    """Return how altered characters look, in the theme in use."""
    ink, wash = theme.tone("pain")
    form = QTextCharFormat()
    form.setForeground(QColor(ink))
    form.setBackground(QColor(wash))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(QColor(ink))
    return form


def ranges(text: str, marks: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """Return marks as (start, length) in the units of Qt; an empty mark takes the character at its side."""
    found = []
    for first, last in marks:
        begin = max(0, first - 1) if first == last else first
        end = max(last, begin + 1)
        start = len(text[:begin].encode("utf-16-le")) // 2
        found.append((start, len(text[begin:end].encode("utf-16-le")) // 2))
    return found


class CellDelegate(QStyledItemDelegate):
    """One line a cell, clipped at its edge."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        cell: PreviewCell = index.data(PreviewRole.CELL)
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        if option.state & _STATE.State_Selected:
            painter.fillRect(area, theme.colour("selected"))
        if option.state & _STATE.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.drawRect(area.adjusted(0.5, 0.5, -1, -1))
        right = area.right() - _PAD
        if cell.findings:
            right -= _ICON
            place = QPointF(right, area.center().y() - _ICON / 2)
            painter.drawPixmap(place, theme.pixmap("triangle-alert", theme.tone("pain").ink, _ICON))
            right -= 4
        self._text(painter, QRectF(area.left() + _PAD, area.top(), right - area.left() - _PAD, area.height()), cell)
        painter.restore()

    @staticmethod
    def _text(painter: QPainter, area: QRectF, cell: PreviewCell) -> None:
        font = theme.font(12)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        text = cell.text[:_SHOWN].translate(_ONE_LINE)
        if not cell.marks:
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            return
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_format(start, length) for start, length in ranges(text, cell.marks)])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setClipRect(area)
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2))


def _format(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    found.format = altered_format()
    return found
