"""Winning patterns: for each theme the difference between won and lost meetings as a dot with its interval.

As a table the same numbers stand in rows; the words behind the row that one comes to are below it.
"""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.table import Table
from insight_desktop.domain.trend import Pattern
from insight_desktop.trends.patterns import MINIMUM_MEETINGS
from insight_desktop.ui import theme, wording
from insight_desktop.ui.trends.paper import interval_picture
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import patterns_table
from insight_desktop.ui.trends.values import CHARTS, TABLE, NamedPattern
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, empty, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Gradual
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.number_table import NumberTable
from insight_desktop.ui.widgets.scrolling import ScrollArea

_MOST, _NAMES = 30, 320


class IntervalPlot(QWidget):
    """A dot at the difference and a line over its 95 % interval; the middle is no difference."""

    def __init__(self, pattern: Pattern, text: str) -> None:
        """Draw one pattern; `text` says the same to a screen reader."""
        super().__init__()
        self._pattern = pattern
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFixedSize(QSize(260, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot."""
        del event
        pattern = self._pattern
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, middle = self.width() - 12, self.height() / 2

        def place(value: float) -> float:
            return 6 + (value + 1) / 2 * width

        painter.setPen(QPen(theme.colour("hairline_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place(0), 2), QPointF(place(0), self.height() - 2))
        tone = "neutral" if not pattern.claimed else "success" if pattern.difference > 0 else "dissatisfaction"
        ink = QColor(theme.tone(tone).ink)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(place(pattern.low), middle), QPointF(place(pattern.high), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        centre = place(pattern.difference)
        painter.drawEllipse(QRectF(centre - 5, middle - 5, 10, 10))
        painter.end()


class PatternsView(TabView):
    """The second tab of the page.

    Signals:
        meeting_opened(str): the place of one of a pattern's quotes.
    """

    forms: ClassVar = (CHARTS, TABLE)

    meeting_opened = Signal(str)

    def __init__(self) -> None:
        """Build the list."""
        super().__init__()
        self._patterns: tuple[NamedPattern, ...] = ()
        self._lead = label("quiet", wraps=True)
        self._rows = QVBoxLayout()
        self._cards = Gradual(self._rows, self)
        self._rows.setSpacing(0)
        inside = QWidget()
        inside.setLayout(self._rows)
        scroll = ScrollArea(inside)
        self._table = NumberTable(_NAMES)
        self._table.cell_chosen.connect(lambda key, _column: self._on_row(key))
        self._words = QVBoxLayout()
        words = QWidget()
        words.setLayout(self._words)
        walked = QWidget()
        walked.setLayout(column(self._table, words, gap=8))
        walked.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self._forms = QStackedWidget()
        for page in (scroll, walked):
            self._forms.addWidget(page)
        self._nothing = EmptyState("trophy")
        self.setLayout(column(self._lead, self._forms, self._nothing, gap=12, margins=(24, 8, 24, 16)))
        self.retranslate()

    def show_form(self, form: str) -> None:
        """Show dots or numbers."""
        self._forms.setCurrentIndex(self.forms.index(form))
        self._show_table()
        if form == TABLE:
            self.setFocusProxy(self._table)

    def table(self) -> Table:
        """Return what is shown as a table."""
        return patterns_table(self._patterns[:_MOST])

    def show_patterns(self, patterns: Sequence[NamedPattern]) -> None:
        """Show the patterns, claimed ones first."""
        self._patterns = tuple(patterns)
        self._cards.show(partial(self._row, named) for named in self._patterns[:_MOST])
        self._lead.setText(self._lead_text())
        self._nothing.say(self.tr("What won meetings have in common"), self._lead.text())
        self._nothing.setHidden(bool(self._patterns))
        for widget in (self._lead, self._forms):
            widget.setVisible(bool(self._patterns))
        self._show_table()
        empty(self._words)

    def pictures(self) -> dict[str, QImage]:
        """Return dots and intervals for paper."""
        return {each.pattern.feature: interval_picture(each.pattern) for each in self._patterns[:_MOST]}

    def retranslate(self) -> None:
        """Write the texts."""
        self._table.setAccessibleName(self.tr("Winning patterns as a table"))
        self.show_patterns(self._patterns)

    def _lead_text(self) -> str:
        if not self._patterns:
            return self.tr(
                "Mark meetings as won or lost (keys 1 to 4). From {n} on each side on, this page shows what differs."
            ).format(n=MINIMUM_MEETINGS)
        claimed = sum(named.pattern.claimed for named in self._patterns)
        if claimed:
            return self.tr(
                "Coloured rows differ beyond chance (false discoveries up to 5 %). A pattern hints, it proves no cause."
            )
        return self.tr("Nothing differs beyond chance yet. Grey rows show where to look as more meetings come.")

    def _row(self, named: NamedPattern) -> QWidget:
        pattern = named.pattern
        box = QWidget()
        name = label("strong" if pattern.claimed else "", named.name, wraps=True)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rates = self.tr("won {won} of {won_n}, lost {lost} of {lost_n}").format(
            won=pattern.won.hits, won_n=pattern.won.total, lost=pattern.lost.hits, lost_n=pattern.lost.total
        )
        points = self.tr("{difference} points").format(difference=f"{pattern.difference * 100:+.0f}")
        items: list[QWidget | int | None] = [name]
        if pattern.claimed:
            items.append(Badge(self.tr("Hypothesis"), "lightbulb", "need"))
        items += [label("small", rates), IntervalPlot(pattern, f"{points}, {rates}"), label("strong", points)]
        box.setLayout(row(*items, gap=12, margins=(0, 8, 0, 0)))
        outer = QWidget()
        outer.setLayout(column(box, *([self._examples(named)] if pattern.claimed else []), gap=0))
        return outer

    def _show_table(self) -> None:
        if self._forms.currentIndex() == self.forms.index(TABLE):
            self._table.show_table(self.table())

    def _on_row(self, feature: str) -> None:
        empty(self._words)
        named = next(each for each in self._patterns if each.pattern.feature == feature)
        if named.won or named.lost:
            self._words.addWidget(self._examples(named))
        else:
            self._words.addWidget(label("quiet", self.tr("Words are shown where something is claimed."), wraps=True))

    def _examples(self, named: NamedPattern) -> QWidget:
        """Return the words behind a pattern, three on each side; each opens its meeting and can be heard there."""
        box = QWidget()
        layout = column(gap=0, margins=(0, 0, 0, 8))
        for examples, meaning in ((named.won, Outcome.WON), (named.lost, Outcome.LOST)):
            look = wording.OUTCOMES[meaning]
            for example in examples:
                link = Link(f" {example.words}", icon="play")
                link.explain(example.words)
                link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                link.clicked.connect(lambda _on=False, place=example.place: self.meeting_opened.emit(place))
                line = row(Badge(look.text, look.icon, look.tone), link, gap=8)
                line.setStretch(1, 1)
                layout.addLayout(line)
        box.setLayout(layout)
        return box
