"""Coaching: how a rep's meetings go at the left; whom to look after and what to listen to at the right."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from insight_desktop.domain.meeting import Channel
from insight_desktop.domain.table import Table
from insight_desktop.trends.coaching import MetricCourse
from insight_desktop.ui import wording
from insight_desktop.ui.trends.course_card import CourseCard
from insight_desktop.ui.trends.library_view import LibraryView
from insight_desktop.ui.trends.paper import line_picture
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import COURSE_COLUMNS, courses_table
from insight_desktop.ui.trends.values import CHARTS, TABLE
from insight_desktop.ui.widgets.basics import column, empty, label, row
from insight_desktop.ui.widgets.columns import Tiles
from insight_desktop.ui.widgets.number_table import NumberTable
from insight_desktop.ui.widgets.scrolling import ScrollArea

_LEAST = 200


class CoachingView(TabView):
    """The tab of coaching.

    Signals:
        asked(str, str): another rep or way of meeting; empty: all.
        month_chosen(str, date): a metric and the first day of the month whose meetings are wanted.
    """

    forms: ClassVar = (CHARTS, TABLE)

    asked = Signal(str, str)
    month_chosen = Signal(str, object)

    def __init__(self) -> None:
        """Build both sides."""
        super().__init__()
        self._courses: tuple[MetricCourse, ...] = ()
        self._rep, self._channel = QComboBox(), QComboBox()
        for box in (self._rep, self._channel):
            box.setMinimumWidth(140)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(
                lambda _place: self.asked.emit(self._rep.currentData() or "", self._channel.currentData() or "")
            )
        self._lead = label("quiet", wraps=True)
        self._grid = Tiles(least=_LEAST, most=2)
        inside = QWidget()
        cards = column(gap=0, margins=(0, 0, 8, 16))
        cards.addLayout(self._grid)
        cards.addStretch(1)
        inside.setLayout(cards)
        scroll = ScrollArea(inside)
        self._numbers = NumberTable()
        self._numbers.cell_chosen.connect(self._on_cell)
        self._stack = QStackedWidget()
        for page in (scroll, self._numbers):
            self._stack.addWidget(page)
        tools = QWidget()
        tools.setLayout(row(self._rep, self._channel, None, gap=8))
        left = QWidget()
        left.setLayout(column(tools, self._lead, self._stack, gap=8))
        self.library = LibraryView()
        self.library.setMaximumWidth(400)
        sides = row(left, self.library, gap=24, margins=(24, 8, 24, 16))
        for place in (0, 1):
            sides.setStretch(place, 1)
        self.setLayout(sides)
        self.retranslate()

    def show_form(self, form: str) -> None:
        """Show lines or numbers."""
        self._stack.setCurrentIndex(self.forms.index(form))
        self._show_table()
        if form == TABLE:
            self.setFocusProxy(self._numbers)

    def table(self) -> Table:
        """Return what is shown as a table."""
        return courses_table(self._courses)

    def pictures(self) -> dict[str, QImage]:
        """Return the months of each metric for paper."""
        return {course.metric: line_picture([value for _, value in course.points]) for course in self._courses}

    def offer(self, reps: Sequence[str], channels: Sequence[str]) -> None:
        """Let the user choose among what occurs."""
        texts = {channel.value: wording.CHANNELS[channel].text for channel in Channel}
        for box, values, everybody in (
            (self._rep, reps, self.tr("All reps together")),
            (self._channel, channels, self.tr("Any kind of meeting")),
        ):
            chosen = box.currentData() or ""
            box.clear()
            box.addItem(everybody, "")
            for value in values:
                box.addItem(texts.get(value, value) if box is self._channel else value, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def show_courses(self, courses: Sequence[MetricCourse]) -> None:
        """Show the metrics."""
        self._courses = tuple(courses)
        empty(self._grid)
        for course in self._courses:
            card = CourseCard(course)
            card.month_chosen.connect(self.month_chosen)
            self._grid.addWidget(card)
        self._show_table()
        self._say()

    def retranslate(self) -> None:
        """Write the texts."""
        self._rep.setAccessibleName(self.tr("Rep"))
        self._channel.setAccessibleName(self.tr("How it was held"))
        self._numbers.setAccessibleName(self.tr("Metrics as a table"))
        self.show_courses(self._courses)

    def _show_table(self) -> None:
        if self._stack.currentIndex() == self.forms.index(TABLE):
            self._numbers.show_table(self.table())

    def _say(self) -> None:
        self._lead.setText(
            self.tr(
                "Medians of the last eight weeks, beside the rep's own past and won meetings (green) held the same way."
            )
            if self._courses
            else self.tr("Once there are meetings with a rep's name, this shows how they go over the months.")
        )

    def _on_cell(self, metric: str, column_: int) -> None:
        course = next(each for each in self._courses if each.metric == metric)
        place = column_ - COURSE_COLUMNS
        if place >= 0:
            start: dt.date = course.points[place][0]
            self.month_chosen.emit(metric, start)
