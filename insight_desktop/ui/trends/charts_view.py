"""Themes over time as small multiples: one small chart a theme, all on one scale."""

from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QToolTip

from insight_desktop.trends.overview import Period, ThemeRow
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.chart_delegate import HEIGHT, ChartDelegate
from insight_desktop.ui.trends.model import ThemeModel, customers_text

_NARROWEST = 232


class ChartsView(QListView):
    """The charts in rows; arrows move from chart to chart, a click on a bar asks for its words.

    Signals:
        point_chosen(str, int): a theme and the place of one of its points.
    """

    point_chosen = Signal(str, int)

    def __init__(self, model: ThemeModel, selection: QItemSelectionModel) -> None:
        """Show the themes of a model; what is chosen elsewhere is chosen here."""
        super().__init__()
        self._delegate = ChartDelegate()
        self.setModel(model)
        self.setSelectionModel(selection)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)

    def show_period(self, period: Period) -> None:
        """Say how time is cut."""
        self._delegate.period = period
        self._draw()

    def mark(self, point: tuple[str, int] | None) -> None:
        """Mark the point whose words are shown."""
        self._delegate.chosen = point
        self._draw()

    def _draw(self) -> None:
        if self.isVisible():
            self.viewport().update()

    def point_at(self, at: QPoint) -> tuple[ThemeRow, int] | None:
        """Return the theme and the place of the point at a position of the viewport."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        row = cast("ThemeModel", self.model()).theme(index.row())
        place = self._delegate.point_at(QRectF(self.visualRect(index)), row, QPointF(at))
        return None if place is None else (row, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the words behind a bar."""
        super().mouseReleaseEvent(event)
        found = self.point_at(event.position().toPoint())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.point_chosen.emit(found[0].theme_id, found[1])

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the numbers of the bar under the pointer."""
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            found = self.point_at(help_event.pos())
            QToolTip.showText(help_event.globalPos(), self._told(*found) if found else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width with as many charts as fit."""
        width = self.viewport().width() - 2
        self._delegate.width = width // max(1, width // _NARROWEST)
        self.setGridSize(QSize(self._delegate.width, HEIGHT))
        super().resizeEvent(event)

    def _told(self, row: ThemeRow, place: int) -> str:
        point = row.points[place]
        return f"{periods.spoken(point.start, self._delegate.period)}: {customers_text(point.customers)}"
