"""Trackers: concepts of five sentences at the left; what they find over all history at the right, to be judged."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from insight_desktop.domain.managing import Tracker
from insight_desktop.domain.table import Table
from insight_desktop.tracking import Tracked, TrackedHit
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.tables import tracker_table
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Gradual, Make
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.scrolling import ScrollArea

_MOST_BELOW = 10


class TrackersView(TabView):
    """The tab of trackers.

    Signals:
        added(str, tuple[str, ...]): a new tracker: its name and sentences.
        changed(Tracker): a hit was accepted or rejected.
        chosen(Tracker): show what it finds.
        trashed(Tracker): take it away.
        opened(str): the place of a hit.
        play_all(): play what counts, one after the other.
    """

    added = Signal(str, object)
    changed = Signal(object)
    chosen = Signal(object)
    trashed = Signal(object)
    opened = Signal(str)
    play_all = Signal()

    def __init__(self) -> None:
        """Build both sides."""
        super().__init__()
        self._trackers: tuple[Tracker, ...] = ()
        self._tracked: Tracked | None = None
        self._is_reading = False
        self._list = QListWidget()
        self._list.currentRowChanged.connect(self._on_row)
        self._list.hide()
        self._name, self._examples = QLineEdit(), QPlainTextEdit()
        self._examples.setTabChangesFocus(True)
        self._examples.setFixedHeight(124)
        self._titles = (label("strong"), label("strong"))
        self._titles[0].hide()
        self._hint = label("quiet", wraps=True)
        self._add = Button(look="primary", icon="plus", ink="on_accent")
        self._add.clicked.connect(self._on_add)
        left = QWidget()
        left.setFixedWidth(340)
        left.setLayout(
            column(
                *(self._titles[0], self._list, self._titles[1], self._hint, self._name, self._examples, self._add),
                None,
                gap=8,
            )
        )
        left.layout().setStretch(1, 100)  # type: ignore[union-attr]
        self._heading, self._status = label("heading", wraps=True), label("quiet", wraps=True)
        self._play, self._trash = IconButton("play"), IconButton("trash-2")
        self._play.clicked.connect(self.play_all)
        self._trash.clicked.connect(self._on_trash)
        self._hits = QVBoxLayout()
        self._hits.setSpacing(12)
        self._hits.setContentsMargins(0, 0, 8, 16)
        self._cards = Gradual(self._hits, self)
        inside = QWidget()
        inside.setLayout(self._hits)
        scroll = ScrollArea(inside)
        head = QWidget()
        head.setLayout(row(self._heading, None, self._play, self._trash, gap=4))
        right = QWidget()
        self._scroll, self._nothing = scroll, EmptyState("target")
        right.setLayout(column(head, self._status, scroll, self._nothing, gap=8))
        self.setLayout(row(left, right, gap=24, margins=(24, 8, 24, 16)))
        self.retranslate()

    def show_trackers(self, trackers: Sequence[Tracker], chosen: str = "") -> None:
        """Show the list."""
        self._trackers = tuple(trackers)
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([tracker.name for tracker in self._trackers])
        for widget in (self._titles[0], self._list):
            widget.setVisible(bool(self._trackers))
        place = next((n for n, tracker in enumerate(self._trackers) if tracker.id == chosen), -1)
        self._list.setCurrentRow(place)
        self._list.blockSignals(False)
        if place < 0:
            self._tracked = None
            self._show()

    def show_reading(self) -> None:
        """Say that the meetings are being looked through."""
        self._is_reading = True
        self._say()

    def show_tracked(self, tracked: Tracked) -> None:
        """Show what a tracker finds."""
        self._tracked, self._is_reading = tracked, False
        self._show()

    @property
    def shown(self) -> Tracked | None:
        """What is shown."""
        return self._tracked

    def table(self) -> Table:
        """Return what is shown as a table."""
        return tracker_table(self._tracked)

    def retranslate(self) -> None:
        """Write the texts."""
        self._titles[0].setText(self.tr("Trackers"))
        self._titles[1].setText(self.tr("New tracker"))
        self._hint.setText(
            self.tr("Some sentences, one a line; five are good. What means the same is found in both languages.")
        )
        self._name.setPlaceholderText(self.tr("Name, such as “asks for references”"))
        self._name.setAccessibleName(self.tr("Name"))
        self._examples.setPlaceholderText(
            self.tr("Who else in our trade uses it?\nCould we talk to one of your customers?")
        )
        self._examples.setAccessibleName(self.tr("Example sentences"))
        self._add.setText(" " + self.tr("Preview over all meetings"))
        self._play.name(self.tr("Play all that counts"))
        self._trash.name(self.tr("Take this tracker away"))
        self._show()

    def _show(self) -> None:
        tracked = self._tracked
        for button in (self._play, self._trash):
            button.setVisible(tracked is not None)
        self._heading.setText(tracked.tracker.name if tracked else "")
        cards: list[Make] = []
        if tracked is not None:
            above = [hit for hit in tracked.hits if hit.is_above]
            below = [hit for hit in tracked.hits if not hit.is_above][:_MOST_BELOW]
            cards = [partial(self._card, tracked.tracker, hit) for hit in above]
            if below:
                cards.append(lambda: label("caption", self.tr("Below the threshold; accept what belongs")))
            cards += [partial(self._card, tracked.tracker, hit) for hit in below]
        self._cards.show(cards)
        self._say()

    def _say(self) -> None:
        tracked = self._tracked
        is_empty = tracked is None and not self._is_reading
        self._nothing.setVisible(is_empty)
        for widget in (self._status, self._scroll):
            widget.setHidden(is_empty)
        if self._is_reading:
            self._status.setText(self.tr("Looking through the meetings …"))
        elif tracked is None:
            self._status.setText(
                self.tr("A tracker finds what you describe by examples in everything that was ever said.")
            )
            self._nothing.say(self.tr("Find every moment of a kind"), self._status.text())
        else:
            count = sum(hit.is_above for hit in tracked.hits)
            self._status.setText(
                self.tr(
                    "%n hit(s) above the threshold of {threshold}. Accept and reject some to sharpen it.", "", count
                ).format(threshold=f"{tracked.threshold:.2f}")
            )

    def _card(self, tracker: Tracker, tracked: TrackedHit) -> QWidget:
        hit = tracked.hit
        card = frame("card")
        layout = column(gap=6, margins=(12, 8, 12, 12))
        link = Link(hit.meeting_title, icon="play")
        link.explain(self.tr("Open the meeting at these words"))
        link.clicked.connect(lambda: self.opened.emit(f"{hit.meeting_id}#{hit.position}"))
        accept, reject = IconButton("check", ink="text_2"), IconButton("x")
        accept.name(self.tr("Right: find more like this"))
        reject.name(self.tr("Wrong: find less like this"))
        accept.clicked.connect(lambda: self.changed.emit(_accepted(tracker, hit.text)))
        reject.clicked.connect(lambda: self.changed.emit(_rejected(tracker, hit.text)))
        is_accepted = hit.text in tracker.accepted
        score = Badge(
            f"{tracked.score:.2f}", "circle-check" if is_accepted else "", "success" if is_accepted else "neutral"
        )
        layout.addLayout(row(score, label("small", hit.customer_name), None, link, accept, reject, gap=8))
        layout.addWidget(label("", hit.text, wraps=True))
        card.setLayout(layout)
        return card

    def _on_row(self, place: int) -> None:
        if 0 <= place < len(self._trackers):
            self.chosen.emit(self._trackers[place])

    def _on_add(self) -> None:
        lines = tuple(line.strip() for line in self._examples.toPlainText().splitlines() if line.strip())
        if lines:
            self.added.emit(self._name.text().strip() or lines[0], lines)
            self._name.clear()
            self._examples.clear()

    def _on_trash(self) -> None:
        if self._tracked is not None:
            self.trashed.emit(self._tracked.tracker)


def _accepted(tracker: Tracker, text: str) -> Tracker:
    others = tuple(each for each in tracker.rejected if each != text)
    return replace(tracker, accepted=tuple(dict.fromkeys((*tracker.accepted, text))), rejected=others)


def _rejected(tracker: Tracker, text: str) -> Tracker:
    others = tuple(each for each in tracker.accepted if each != text)
    return replace(tracker, rejected=tuple(dict.fromkeys((*tracker.rejected, text))), accepted=others)
