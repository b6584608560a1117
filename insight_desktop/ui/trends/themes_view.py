"""The themes at the left, as a list, as small charts or as a table; what was said of the chosen one at the right."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from insight_desktop.domain.table import Table
from insight_desktop.trends.overview import Period, ThemeRow
from insight_desktop.ui import wording
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.chart_delegate import MOST_BARS
from insight_desktop.ui.trends.charts_view import ChartsView
from insight_desktop.ui.trends.delegate import MIX_WIDTH, SPARK_WIDTH, ThemeDelegate
from insight_desktop.ui.trends.model import ThemeModel
from insight_desktop.ui.trends.paper import MOST_ROWS, bars_picture
from insight_desktop.ui.trends.quotes_pane import QuotesPane
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import THEME_COLUMNS, themes_table
from insight_desktop.ui.trends.values import CHARTS, LIST, TABLE, Quote
from insight_desktop.ui.widgets.basics import column, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.number_table import NumberTable


class ThemesView(TabView):
    """The first tab.

    Signals:
        theme_chosen(str, date | None): a theme whose quotes are wanted, and the first day of the period; None: of all.
    """

    forms: ClassVar = (LIST, CHARTS, TABLE)

    theme_chosen = Signal(str, object)

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._theme = ""
        self._start: dt.date | None = None
        self._period, self._form = Period.MONTH, LIST
        self._model = ThemeModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ThemeDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._captions = tuple(label("caption") for _ in range(4))
        self.quotes = QuotesPane()
        self.quotes.point_left.connect(lambda: self._choose(self._theme, None))
        self._left = QStackedWidget()
        self._nothing = EmptyState("chart-column")
        self._sides: dict[str, QWidget] = {LIST: self._list_side()}
        for page in (self._sides[LIST], self._nothing):
            self._left.addWidget(page)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(self._left)
        split.addWidget(self.quotes)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([640, 420])
        split.setChildrenCollapsible(False)
        self.setLayout(column(split))
        self.retranslate()

    def show_form(self, form: str) -> None:
        """Show the themes as a list, as charts, or as a table."""
        self._form = form
        self._show_form()

    def show_rows(self, rows: tuple[ThemeRow, ...], period: Period = Period.MONTH) -> None:
        """Show the themes; the chosen one stays chosen."""
        self._period = period
        self._list.selectionModel().blockSignals(True)
        self._model.set_rows(rows)
        chosen = max(self._model.row_of(self._theme), 0)
        known = self._theme
        self._theme = rows[chosen].theme_id if rows else ""
        if rows:
            self._list.setCurrentIndex(self._model.index(chosen))
        points = rows[chosen].points if rows else ()
        if self._theme != known or not any(point.start == self._start for point in points):
            self._start = None
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        self._show_form()
        self._show_heading()

    def table(self) -> Table:
        """Return what is shown as a table."""
        return themes_table(self._model.rows, self._period)

    def pictures(self) -> dict[str, QImage]:
        """Return the bars of the themes that fit on paper, all on one scale."""
        rows = self._model.rows[:MOST_ROWS]
        most = max((point.customers for row in rows for point in row.points), default=1) or 1
        return {
            row.theme_id: bars_picture(
                [point.customers for point in row.points], most, MOST_BARS, wording.INSIGHTS[row.kind].tone
            )
            for row in rows
        }

    def show_quotes(self, theme: str, quotes: Sequence[Quote]) -> None:
        """Show what customers said of a theme."""
        self._theme = theme
        self._show_heading()
        self.quotes.show_quotes(quotes)

    def retranslate(self) -> None:
        """Write the texts."""
        self._list.setAccessibleName(self.tr("Themes"))
        if CHARTS in self._sides:
            self._charts.setAccessibleName(self.tr("Themes over time, a chart each"))
        if TABLE in self._sides:
            self._table.setAccessibleName(self.tr("Themes over time, as a table"))
        texts = (self.tr("Theme"), self.tr("Customers"), self.tr("Over time"), self.tr("Outcomes"))
        for caption, text in zip(self._captions, texts, strict=True):
            caption.setText(text)
        self._nothing.say(
            self.tr("No theme to show here"),
            self.tr("Themes come with what customers say in meetings. Take a filter away, or choose a longer span."),
        )
        self._captions[-1].setToolTip(self.tr("Won, open strong, open weak, lost"))
        self._show_form()
        self._show_heading()

    def _list_side(self) -> QWidget:
        """The list under the names of its columns, whose widths are the delegate's."""
        for caption, width in zip(self._captions, (0, 0, SPARK_WIDTH, MIX_WIDTH), strict=True):
            if width:
                caption.setFixedWidth(width)
        head = QWidget()
        name, count, spark, mix = self._captions
        head.setLayout(row(name, None, count, 16, spark, 16, mix, gap=0, margins=(16, 0, 16, 4)))
        side = QWidget()
        side.setLayout(column(head, self._list, gap=0))
        return side

    @property
    def _charts(self) -> ChartsView:
        """The charts; built when they are first wanted, for laying them out takes its time."""
        if CHARTS not in self._sides:
            charts = ChartsView(self._model, self._list.selectionModel())
            charts.setAccessibleName(self.tr("Themes over time, a chart each"))
            charts.point_chosen.connect(self._on_point)
            charts.show_period(self._period)
            self._sides[CHARTS] = charts
            self._left.addWidget(charts)
        return cast("ChartsView", self._sides[CHARTS])

    @property
    def _table(self) -> NumberTable:
        """The table; built when it is first wanted."""
        if TABLE not in self._sides:
            table = NumberTable()
            table.setAccessibleName(self.tr("Themes over time, as a table"))
            table.cell_chosen.connect(self._on_cell)
            self._sides[TABLE] = table
            self._left.addWidget(table)
        return cast("NumberTable", self._sides[TABLE])

    def _show_form(self) -> None:
        if self._form == CHARTS:
            self._charts.show_period(self._period)
            self._mark()
        if self._form == TABLE:
            self._table.show_table(self.table())
        side = self._sides[self._form]
        self._left.setCurrentWidget(side if self._model.rows else self._nothing)
        self.setFocusProxy(self._list if self._form == LIST else side)

    def _show_heading(self) -> None:
        place = self._model.row_of(self._theme)
        chosen = self._model.theme(place) if place >= 0 else None
        self.quotes.show_theme(
            chosen, self._model.rows, periods.spoken(self._start, self._period) if self._start else ""
        )
        self._mark()

    def _mark(self) -> None:
        if self._form != CHARTS:
            return
        place = self._model.row_of(self._theme)
        points = self._model.theme(place).points if place >= 0 else ()
        at = next((n for n, point in enumerate(points) if point.start == self._start), None)
        self._charts.mark(None if at is None else (self._theme, at))

    def _choose(self, theme: str, start: dt.date | None) -> None:
        if (theme, start) != (self._theme, self._start):
            self._theme, self._start = theme, start
            self._show_heading()
            self.theme_chosen.emit(theme, start)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._choose(self._model.theme(current.row()).theme_id, None)

    def _on_point(self, theme: str, place: int) -> None:
        self._choose(theme, self._model.theme(self._model.row_of(theme)).points[place].start)

    def _on_cell(self, theme: str, column_: int) -> None:
        points = self._model.theme(self._model.row_of(theme)).points
        place = column_ - THEME_COLUMNS
        self._choose(theme, points[place].start if place >= 0 else None)
