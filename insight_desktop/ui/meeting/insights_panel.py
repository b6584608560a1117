"""The right side of the meeting page: insights, facts, promises, the verdict on proposing, the memo."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from insight_desktop.domain.insight import InsightKind
from insight_desktop.standing import MeetingStanding
from insight_desktop.store.analyses import StoredAnalysis
from insight_desktop.ui import theme, wording
from insight_desktop.ui.meeting.evidence import place_button
from insight_desktop.ui.meeting.insight_cards import fact_rows, insight_card, promise_row, standing_card
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, empty, frame, label, row
from insight_desktop.ui.widgets.scrolling import ScrollArea

T = TypeVar("T")

_AUTOSAVE_MS = 700
_AT_ONCE = {"insights": 30, "promises": 20, "facts": 20}
"""How many of each are shown before the user asks for more."""
_MORE = 40
_AT_A_TIME = 6
"""So many rows are laid out before the window gets its turn, where a meeting is opened or has just been read."""
_ORDER = (
    InsightKind.PAIN,
    InsightKind.DISSATISFACTION,
    InsightKind.NEED,
    InsightKind.OBJECTION,
    InsightKind.EXPANSION_SIGNAL,
    InsightKind.SUCCESS,
)


class InsightsPanel(View):
    """Cards in a column.

    Signals:
        play_requested(tuple[int, ...]): play and show these turns.
        confirmed(str), dismissed(str): an insight's id.
        step_done(str, bool): a promise's id and whether it was kept.
        memo_changed(str): the memo, some time after the last key.
        analyse_requested(): read the meeting anew.
    """

    play_requested = Signal(object)
    confirmed = Signal(str)
    dismissed = Signal(str)
    step_done = Signal(str, bool)
    memo_changed = Signal(str)
    analyse_requested = Signal()

    def __init__(self) -> None:
        """Lay out the column."""
        super().__init__()
        self._stored: StoredAnalysis | None = None
        self._lines: Sequence[Line] = ()
        self._standing: MeetingStanding | None = None
        self._only: InsightKind | None = None
        self._state = (False, False)
        self._shown = dict(_AT_ONCE)
        self._heading = label("heading")
        self._filter = Button(icon="list-filter", look="plain")
        self._menu = QMenu(self)
        self._filter.setMenu(self._menu)
        self._cards = column(gap=8)
        self._part = self._cards
        self._rows: Iterator[None] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._take)
        self._memo_heading = label("caption")
        self._memo = QPlainTextEdit()
        self._memo.setFixedHeight(96)
        self._memo.setTabChangesFocus(True)
        self._save = QTimer(self, singleShot=True, interval=_AUTOSAVE_MS)
        self._save.timeout.connect(self.flush)
        self._memo_shown = ""
        self._memo.textChanged.connect(self._save.start)
        content = QWidget()
        content.setProperty("look", "canvas")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = column(gap=8, margins=(16, 12, 16, 16))
        layout.addLayout(row(self._heading, None, self._filter))
        layout.addLayout(self._cards)
        layout.addSpacing(8)
        layout.addWidget(self._memo_heading)
        layout.addWidget(self._memo)
        layout.addStretch(1)
        content.setLayout(layout)
        scroll = ScrollArea(content)
        self.setLayout(column(scroll, gap=0))
        self.setMinimumWidth(320)
        self.retranslate()

    def show_analysis(
        self,
        stored: StoredAnalysis | None,
        lines: Sequence[Line],
        standing: MeetingStanding | None,
        *,
        is_complete: bool,
        is_processing: bool,
    ) -> None:
        """Show what was understood."""
        state = is_complete, is_processing
        shown = self._stored, self._lines, self._standing, self._state
        if (stored, lines, standing, state) == shown and self._cards.count():
            return
        is_other = [line.id for line in lines[:1]] != [line.id for line in self._lines[:1]]
        if is_other:
            self._shown = dict(_AT_ONCE)
        is_new = is_other or self._stored is None  # else a card was altered, and the others stay where they are
        self._stored, self._lines, self._standing, self._state = stored, lines, standing, state
        self._fill(at_once=_AT_A_TIME if is_new else None)

    def show_memo(self, text: str) -> None:
        """Show the memo unless the user has typed in it since."""
        typed = self._memo.toPlainText() != self._memo_shown
        if text != self._memo.toPlainText() and not typed:
            self._memo.blockSignals(True)
            self._memo.setPlainText(text)
            self._memo.blockSignals(False)
        self._memo_shown = text

    def flush(self) -> None:
        """Hand the memo over now."""
        text = self._memo.toPlainText()
        if self._save.isActive():
            self._save.stop()
        if text != self._memo_shown:
            self._memo_shown = text
            self.memo_changed.emit(text)

    def _play(self, turns: tuple[int, ...]) -> None:
        self.play_requested.emit(turns)

    @property
    def is_filling(self) -> bool:
        """Whether more rows are on their way."""
        return self._later.isActive()

    def _fill(self, *, at_once: int | None = None) -> None:
        """Lay the rows out: all of them, or so many now and the others bit by bit."""
        self._later.stop()
        empty(self._cards)
        self._rows = self._fill_all()
        self._take(at_once)

    def _take(self, count: int | None = _AT_A_TIME) -> None:
        """Lay out some more rows, in a part of their own: what stands above need not be measured again."""
        self._part = column(gap=8)
        box = QWidget()
        box.setLayout(self._part)
        laid = sum(1 for _ in islice(self._rows, count))
        self._cards.addWidget(box)
        if laid == count:
            self._later.start()

    def _fill_all(self) -> Iterator[None]:
        """Lay out row by row."""
        stored = self._stored
        if stored is None:
            self._fill_waiting()
            return
        yield from self._fill_insights(stored)
        yield from self._fill_promises(stored)
        yield from self._fill_facts(stored)
        if self._standing is not None:
            self._caption(self.tr("Proposal"))
            self._part.addWidget(standing_card(self._standing, self._lines, self._play))
            yield

    def _fill_waiting(self) -> None:
        is_complete, is_processing = self._state
        if is_processing or (self._lines and not is_complete):
            text = self.tr("Insights appear here once the text is complete.")
            self._part.addWidget(label("quiet", text, wraps=True))
            for _ in range(3 if is_processing else 0):
                skeleton = frame("well")
                skeleton.setFixedHeight(72)
                self._part.addWidget(skeleton)
            return
        self._part.addWidget(label("quiet", self.tr("This meeting has not been read yet."), wraps=True))
        if self._lines:
            button = Button(self.tr("Find insights"), icon="wand-sparkles")
            button.clicked.connect(self.analyse_requested)
            self._part.addWidget(button)

    def _fill_insights(self, stored: StoredAnalysis) -> Iterator[None]:
        pairs = list(zip(stored.analysis.insights, stored.insight_ids, strict=False))
        pairs.sort(key=lambda pair: (_ORDER.index(pair[0].kind), -len(pair[0].turns)))
        shown = [pair for pair in pairs if self._only is None or pair[0].kind is self._only]
        if not shown:
            self._part.addWidget(label("quiet", self.tr("Nothing of this kind was said."), wraps=True))
        for insight, insight_id in self._first("insights", shown):
            self._part.addWidget(
                insight_card(
                    insight,
                    self._lines,
                    is_confirmed=insight_id in stored.confirmed,
                    play=self._play,
                    confirm=lambda name=insight_id: self.confirmed.emit(name),  # type: ignore[misc]
                    dismiss=lambda name=insight_id: self.dismissed.emit(name),  # type: ignore[misc]
                )
            )
            yield
        self._add_more("insights", len(shown))

    def _first(self, part: str, items: Sequence[T]) -> Sequence[T]:
        """Return those that are shown at once: three hours hold so many that the window would stand still."""
        return items[: self._shown[part]]

    def _add_more(self, part: str, count: int) -> None:
        hidden = count - self._shown[part]
        if hidden <= 0:
            return
        button = Button(self.tr("Show %n more", "", min(hidden, _MORE)), look="link")
        button.clicked.connect(partial(self._unfold, part))
        self._part.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self, part: str) -> None:
        self._shown[part] += _MORE
        self._fill()

    def _caption(self, text: str) -> None:
        self._part.addSpacing(8)
        self._part.addWidget(label("caption", text))

    def _fill_promises(self, stored: StoredAnalysis) -> Iterator[None]:
        if not stored.analysis.next_steps:
            return
        self._caption(self.tr("Promises"))
        pairs = list(zip(stored.analysis.next_steps, stored.step_ids, strict=False))
        for step, step_id in self._first("promises", pairs):
            self._part.addLayout(
                promise_row(
                    step,
                    self._lines,
                    is_done=step_id in stored.done,
                    play=self._play,
                    set_done=lambda done, name=step_id: self.step_done.emit(name, done),  # type: ignore[misc]
                )
            )
            yield
        self._add_more("promises", len(pairs))

    def _fill_facts(self, stored: StoredAnalysis) -> Iterator[None]:
        rows = fact_rows(stored.analysis.facts)
        if not rows:
            return
        self._caption(self.tr("Facts"))
        for icon, name, text, turns in self._first("facts", rows):
            line = row(IconLabel(icon), gap=8)
            what = label("quiet", name)
            what.setFixedWidth(88)
            line.addWidget(what)
            line.addWidget(label("", text, wraps=True), 1)
            place = place_button(self._lines, turns)
            if place is not None:
                place.clicked.connect(lambda _on=False, these=turns: self._play(these))
                line.addWidget(place)
            self._part.addLayout(line)
            yield
        self._add_more("facts", len(rows))

    def _choose(self, kind: InsightKind | None) -> None:
        self._only = kind
        self._name_filter()
        self._fill()

    def _name_filter(self) -> None:
        text = wording.INSIGHTS[self._only].text if self._only else self.tr("All kinds")
        self._filter.setText(" " + text)

    def restyle(self) -> None:
        """Build the cards in the new colours."""
        if hasattr(self, "_cards") and self._cards.count():
            self._fill()

    def retranslate(self) -> None:
        """Write the texts."""
        self._heading.setText(self.tr("Insights"))
        self._filter.setAccessibleName(self.tr("Filter insights"))
        self._menu.clear()
        self._menu.addAction(self.tr("All kinds"), lambda: self._choose(None))
        for kind in _ORDER:
            meaning = wording.INSIGHTS[kind]
            icon = theme.icon(meaning.icon, theme.tone(meaning.tone).ink)
            self._menu.addAction(icon, meaning.text, lambda value=kind: self._choose(value))
        self._name_filter()
        self._memo_heading.setText(self.tr("Memo"))
        self._memo.setAccessibleName(self.tr("Memo"))
        self._memo.setPlaceholderText(self.tr("Only for you; saved as you type"))
        if self._cards.count():
            self._fill()
