"""The script: what should come up at the left, whether it did and how that goes with outcomes at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from insight_desktop.domain.table import Table
from insight_desktop.tracking import ScriptRow
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import script_table
from insight_desktop.ui.trends.values import Example
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.scrolling import ScrollArea

_FEWEST = 5
_POINTS = 0.1


class ScriptView(TabView):
    """The tab of the script.

    Signals:
        saved(tuple[str, ...]): the manager's list.
        opened(str): the place of an example.
    """

    saved = Signal(object)
    opened = Signal(str)

    def __init__(self) -> None:
        """Build both sides."""
        super().__init__()
        self._shown: tuple[ScriptRow, ...] = ()
        self._is_reading = False
        self._title, self._hint, self._status = label("strong"), label("quiet", wraps=True), label("quiet", wraps=True)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._save = Button(look="primary", icon="check", ink="on_accent")
        self._save.clicked.connect(self._on_save)
        left = QWidget()
        left.setFixedWidth(340)
        left.setLayout(column(self._title, self._hint, self._text, self._save, gap=8))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._rows.setContentsMargins(0, 0, 8, 16)
        inside = QWidget()
        inside.setLayout(self._rows)
        scroll = ScrollArea(inside)
        right = QWidget()
        self._scroll, self._nothing = scroll, EmptyState("list-todo")
        right.setLayout(column(self._status, scroll, self._nothing, gap=8))
        self.setLayout(row(left, right, gap=24, margins=(24, 8, 24, 16)))
        self.retranslate()

    def show_items(self, texts: Sequence[str]) -> None:
        """Show the list, unless the manager is writing in it."""
        if not self._text.hasFocus():
            self._text.setPlainText("\n".join(texts))

    def show_reading(self) -> None:
        """Say that the meetings are being looked through."""
        self._is_reading = True
        self._say()

    def show_rows(self, rows: Sequence[ScriptRow]) -> None:
        """Show whether each item came up."""
        self._shown, self._is_reading = tuple(rows), False
        empty(self._rows)
        for each in self._shown:
            self._rows.addWidget(self._card(each))
        self._rows.addStretch(1)
        self._say()

    def table(self) -> Table:
        """Return what is shown as a table."""
        return script_table(self._shown)

    def retranslate(self) -> None:
        """Write the texts."""
        self._title.setText(self.tr("What should come up"))
        self._hint.setText(self.tr("One question or point a line. It is found by meaning, in Japanese and English."))
        self._text.setAccessibleName(self._title.text())
        self._text.setPlaceholderText(self.tr("Who decides in the end?\nWhat does it cost you today?"))
        self._save.setText(" " + self.tr("Look through the meetings"))
        self.show_rows(self._shown)

    def _say(self) -> None:
        is_empty = not self._shown and not self._is_reading
        self._nothing.setVisible(is_empty)
        for widget in (self._status, self._scroll):
            widget.setHidden(is_empty)
        if self._is_reading:
            self._status.setText(self.tr("Looking through the meetings …"))
        elif not self._shown:
            self._status.setText(
                self.tr("Write down what you want your team to ask; here you see in which meetings it came up.")
            )
            self._nothing.say(self.tr("Does it come up?"), self._status.text())
        else:
            self._status.setText(self.tr("Green: won more often where it came up. Red: less often. Grey: no telling."))

    def _card(self, each: ScriptRow) -> QWidget:
        card = frame("card")
        layout = column(gap=6, margins=(12, 8, 12, 12))
        share = f"{each.came_up / each.meetings:.0%}" if each.meetings else "–"
        came = self.tr("came up in {count} of {total} meetings ({share})").format(
            count=each.came_up, total=each.meetings, share=share
        )
        text, icon, tone = self._verdict(each)
        head = row(label("strong", each.item.text, wraps=True), Badge(text, icon, tone), gap=8)
        head.setStretch(0, 1)
        layout.addLayout(head)
        rates = self.tr("won {won} of {n} with it, {won_without} of {n_without} without").format(
            won=each.won_with, n=each.decided_with, won_without=each.won_without, n_without=each.decided_without
        )
        layout.addWidget(label("small", f"{came}   {rates}", wraps=True))
        for example in examples_of(each):
            link = Link(f" {example.words}", icon="play")
            link.explain(self.tr("Open the meeting at these words"))
            link.clicked.connect(lambda _on=False, place=example.place: self.opened.emit(place))
            layout.addLayout(row(link, None))
        card.setLayout(layout)
        return card

    def _verdict(self, each: ScriptRow) -> tuple[str, str, str]:
        if min(each.decided_with, each.decided_without) < _FEWEST:
            return self.tr("Too few to tell"), "circle-question-mark", "neutral"
        difference = each.won_with / each.decided_with - each.won_without / each.decided_without
        points = self.tr("{difference} points").format(difference=f"{difference * 100:+.0f}")
        if difference > _POINTS:
            return points, "trending-up", "success"
        if difference < -_POINTS:
            return points, "trending-down", "dissatisfaction"
        return points, "arrow-left-right", "neutral"

    def _on_save(self) -> None:
        self.saved.emit(tuple(self._text.toPlainText().splitlines()))


def examples_of(each: ScriptRow) -> tuple[Example, ...]:
    """Return where an item came up."""
    return tuple(Example(place=f"{hit.meeting_id}#{hit.position}", words=hit.snippet) for hit in each.examples)
