"""Draws one theme as a small chart of its own; every chart has the same scale, so that heights can be compared."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.trends.overview import Period, ThemeRow
from insight_desktop.ui import theme, wording
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.model import ThemeRole, customers_text
from insight_desktop.ui.widgets.badge import badge_width, paint_badge

HEIGHT = 150
MOST_BARS = 12
_PAD, _GAP, _TITLE, _BADGE, _FOOT = 12, 6, 20, 22, 16
_FAINT = 110
"""Opacity of the bars before the last, of 255."""


def bars(row: ThemeRow) -> range:
    """Return the places of the points that are drawn, the newest last."""
    return range(max(0, len(row.points) - MOST_BARS), len(row.points))


class ChartDelegate(QStyledItemDelegate):
    """One card a theme."""

    def __init__(self, parent: QStyledItemDelegate | None = None) -> None:
        """Start with months and no point chosen."""
        super().__init__(parent)
        self.period = Period.MONTH
        self.chosen: tuple[str, int] | None = None
        """The theme and the place of the point whose words are shown."""
        self.width = 240

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are equally large."""
        del option, index
        return QSize(self.width, HEIGHT)

    def point_at(self, card: QRectF, row: ThemeRow, at: QPointF) -> int | None:
        """Return the place of the point whose column holds a position; None beside the plot."""
        plot = _plot(card)
        if not plot.contains(at):
            return None
        step = plot.width() / MOST_BARS
        place = len(row.points) - 1 - int((plot.right() - at.x()) / step)
        return place if place in bars(row) else None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card."""
        row: ThemeRow = index.data(ThemeRole.ROW)
        card = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.colour("accent" if has_focus else "hairline"), 1.5 if has_focus else 1))
        painter.setBrush(theme.colour("selected" if is_chosen else "surface"))
        painter.drawRoundedRect(card.adjusted(_GAP, _GAP, -_GAP, -_GAP), 8, 8)
        self._words(painter, row, card.adjusted(_GAP + _PAD, _GAP + 8, -_GAP - _PAD, 0))
        self._bars(painter, row, _plot(card), index.data(ThemeRole.MOST))
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, row: ThemeRow, area: QRectF) -> None:
        face = theme.font(13, QFont.Weight.DemiBold)
        painter.setFont(face)
        painter.setPen(theme.colour("text"))
        line = QRectF(area.left(), area.top(), area.width(), _TITLE)
        name = QFontMetricsF(face).elidedText(row.name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        text, (_, icon, tone) = periods.movement_text(row.movement), periods.MOVEMENTS[row.movement]
        meaning = wording.INSIGHTS[row.kind]
        top = area.top() + _TITLE + 3
        left = area.left() + paint_badge(painter, QPointF(area.left(), top), meaning.text, meaning.icon, meaning.tone)
        if left + 6 + badge_width(text, icon) <= area.right():
            left += 6 + paint_badge(painter, QPointF(left + 6, top), text, icon, tone)
        small = theme.font(11)
        total = customers_text(row.customers)
        if left + 6 + QFontMetricsF(small).horizontalAdvance(total) <= area.right():
            painter.setFont(small)
            painter.setPen(theme.colour("text_2"))
            where = QRectF(left, top, area.right() - left, 20)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, total)

    def _bars(self, painter: QPainter, row: ThemeRow, plot: QRectF, most: int) -> None:
        ink = QColor(theme.tone(wording.INSIGHTS[row.kind].tone).ink)
        faint = QColor(ink)
        faint.setAlpha(_FAINT)
        face = theme.font(10)
        painter.setFont(face)
        painter.setPen(QPen(theme.colour("hairline"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(plot.topLeft(), plot.topRight())
        step, shown = plot.width() / MOST_BARS, bars(row)
        for place in shown:
            value = row.points[place].customers
            left = plot.right() - (len(row.points) - place) * step
            box = QRectF(
                left + 1.5, plot.bottom() - value / most * plot.height(), step - 3, value / most * plot.height()
            )
            is_marked = self.chosen == (row.theme_id, place)
            painter.fillRect(box, theme.colour("accent") if is_marked else ink if place == shown[-1] else faint)
            if value and (is_marked or place == shown[-1]):
                painter.setPen(theme.colour("text_2"))
                above = QRectF(left - step, box.top() - 13, step * 3, 12)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.colour("hairline_strong"))
        painter.setPen(theme.colour("text_3"))
        foot = QRectF(plot.left(), plot.bottom() + 2, plot.width(), _FOOT)
        first, last = (periods.short(row.points[place].start, self.period) for place in (shown[0], shown[-1]))
        # a theme shorter than the plot begins where its first bar stands
        foot.setLeft(plot.right() - len(shown) * step)
        if len(shown) > 4:  # noqa: PLR2004 - two dates under fewer bars would touch
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, first)
        foot.setLeft(plot.left())
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, last)


def _plot(card: QRectF) -> QRectF:
    """Return where the bars stand on a card."""
    top = _GAP + 8 + _TITLE + _BADGE + 16
    return card.adjusted(_GAP + _PAD, top, -_GAP - _PAD, -_GAP - _FOOT - 6)
