"""Coaching: how a rep's meetings go at the left; whom to look after and what to listen to at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.digest import CustomerWarning, WarningKind
from insight_desktop.domain.managing import Comment, Playlist
from insight_desktop.domain.meeting import Channel
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.trends.coaching import MetricCourse
from insight_desktop.ui import wording
from insight_desktop.ui.trends.course_card import course_card
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.gradual import Gradual, Make

_WARNINGS, _EXAMPLES, _LISTS, _COMMENTS = "warnings", "examples", "lists", "comments"
_LOOKS = {
    WarningKind.PROMISE_OVERDUE: ("handshake", "dissatisfaction"),
    WarningKind.DISSATISFACTION_OPEN: ("frown", "dissatisfaction"),
    WarningKind.QUESTION_UNANSWERED: ("circle-question-mark", "pain"),
    WarningKind.NO_ACTIVITY: ("clock", "pain"),
    WarningKind.ONE_CONTACT: ("user-round", "neutral"),
    WarningKind.PRICE_NEVER_SPOKEN: ("banknote", "neutral"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What there is to look after and to listen to."""

    warnings: tuple[CustomerWarning, ...] = ()
    examples: tuple[MeetingSummary, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    comments: tuple[Comment, ...] = ()


class CoachingView(View):
    """The tab of coaching.

    Signals:
        asked(str, str): another rep or way of meeting; empty: all.
        opened(str): the place of something.
        playlist_played(Playlist): play it.
        playlist_trashed(Playlist): take it away.
    """

    asked = Signal(str, str)
    opened = Signal(str)
    playlist_played = Signal(object)
    playlist_trashed = Signal(object)

    def __init__(self) -> None:
        """Build both sides."""
        super().__init__()
        self._courses: tuple[MetricCourse, ...] = ()
        self._library = Library()
        self._rep, self._channel = QComboBox(), QComboBox()
        for box in (self._rep, self._channel):
            box.setMinimumWidth(140)
            box.activated.connect(
                lambda _place: self.asked.emit(self._rep.currentData() or "", self._channel.currentData() or "")
            )
        self._lead = label("quiet", wraps=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        left = QWidget()
        tools = QWidget()
        tools.setLayout(row(self._rep, self._channel, None, gap=8))
        inside = QWidget()
        cards = column(gap=0, margins=(0, 0, 8, 16))
        cards.addLayout(self._grid)
        cards.addStretch(1)
        inside.setLayout(cards)
        left.setLayout(column(tools, self._lead, _scrolling(inside), gap=8))
        self._tabs = ChoiceRow("tab", gap=12)
        self._tabs.chosen.connect(self._on_tab)
        self._stack = QStackedWidget()
        self._lists: dict[str, Gradual] = {}
        for key in (_WARNINGS, _EXAMPLES, _LISTS, _COMMENTS):
            page, rows = QWidget(), QVBoxLayout()
            rows.setSpacing(8)
            rows.setContentsMargins(0, 0, 8, 16)
            page.setLayout(rows)
            self._lists[key] = Gradual(rows, self)
            self._stack.addWidget(_scrolling(page))
        right = QWidget()
        right.setFixedWidth(400)
        tabs = QWidget()
        tabs.setLayout(row(self._tabs, None))
        right.setLayout(column(tabs, self._stack, gap=8))
        self.setLayout(row(left, right, gap=24, margins=(24, 8, 24, 16)))
        self.retranslate()
        self._tabs.choose(_WARNINGS)

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
        for place, course in enumerate(self._courses):
            self._grid.addWidget(course_card(course), place // 2, place % 2)
        self._say()

    def show_library(self, library: Library) -> None:
        """Show what there is to look after and to listen to."""
        self._library = library
        self._fill(
            _WARNINGS, [partial(self._warning, each) for each in library.warnings], self.tr("Nobody waits for you.")
        )
        self._fill(
            _EXAMPLES,
            [partial(self._example, each) for each in library.examples],
            self.tr(
                "Mark a meeting as a good or bad example (the star on its page); it then stands here for the team."
            ),
        )
        self._fill(
            _LISTS,
            [partial(self._playlist, each) for each in library.playlists],
            self.tr("Search for something and keep the hits as a playlist; the team hears it in one go."),
        )
        self._fill(
            _COMMENTS,
            [partial(self._comment, each) for each in library.comments],
            self.tr("Search for something and write a comment beside a hit; it stands here, the newest first."),
        )

    def retranslate(self) -> None:
        """Write the texts."""
        self._tabs.offer(
            [
                Choice(_WARNINGS, self.tr("Look after")),
                Choice(_EXAMPLES, self.tr("Examples")),
                Choice(_LISTS, self.tr("Playlists")),
                Choice(_COMMENTS, self.tr("Comments")),
            ]
        )
        self._rep.setAccessibleName(self.tr("Rep"))
        self._channel.setAccessibleName(self.tr("How it was held"))
        self.show_courses(self._courses)
        self.show_library(self._library)

    def _say(self) -> None:
        self._lead.setText(
            self.tr(
                "Medians of the last eight weeks, beside the rep's own past and won meetings (green) held the same way."
            )
            if self._courses
            else self.tr("Once there are meetings with a rep's name, this shows how they go over the months.")
        )

    def _fill(self, key: str, cards: Sequence[Make], nothing: str) -> None:
        self._lists[key].show(cards or [lambda: label("quiet", nothing, wraps=True)])

    def _warning(self, each: CustomerWarning) -> QWidget:
        texts = {
            WarningKind.PROMISE_OVERDUE: self.tr("{count} promise(s) overdue since {day}"),
            WarningKind.DISSATISFACTION_OPEN: self.tr("Dissatisfied in the last meeting, not solved"),
            WarningKind.QUESTION_UNANSWERED: self.tr("{count} question(s) of the last meeting unanswered"),
            WarningKind.NO_ACTIVITY: self.tr("No meeting for {count} days"),
            WarningKind.ONE_CONTACT: self.tr("One contact only in {count} meetings"),
            WarningKind.PRICE_NEVER_SPOKEN: self.tr("Price never spoken of in {count} meetings"),
        }
        text = texts[each.kind].format(count=each.count, day=wording.day(each.since) if each.since else "")
        icon, tone = _LOOKS[each.kind]
        return self._card(each.customer, each.meeting_id, Badge(text, icon, tone))

    def _example(self, each: MeetingSummary) -> QWidget:
        meeting = each.meeting
        look = wording.EXAMPLES[meeting.example]
        badge = Badge(look.text, look.icon, look.tone)
        return self._card(meeting.title, meeting.id, badge, meeting.memo)

    def _playlist(self, each: Playlist) -> QWidget:
        card = frame("card")
        play, away = IconButton("play"), IconButton("trash-2")
        play.name(self.tr("Play this list"))
        away.name(self.tr("Take this list away"))
        play.clicked.connect(lambda: self.playlist_played.emit(each))
        away.clicked.connect(lambda: self.playlist_trashed.emit(each))
        layout = column(gap=4, margins=(12, 8, 8, 8))
        count = self.tr("{count} clips").format(count=len(each.clips))
        layout.addLayout(row(label("strong", each.name, wraps=True), None, label("small", count), play, away, gap=4))
        card.setLayout(layout)
        return card

    def _comment(self, each: Comment) -> QWidget:
        said = f"{wording.clock(each.start)}  {each.words}".strip()
        return self._card(each.text, each.meeting_id, None, said)

    def _card(self, title: str, place: str, badge: Badge | None, more: str = "") -> QWidget:
        card = frame("card")
        link = Button(icon="chevron-right", look="link")
        link.setAccessibleName(self.tr("Open the meeting"))
        link.setToolTip(link.accessibleName())
        link.clicked.connect(lambda: self.opened.emit(place))
        layout = column(gap=4, margins=(12, 8, 8, 8))
        head = row(label("strong", title, wraps=True), link, gap=4)
        head.setStretch(0, 1)
        layout.addLayout(head)
        if badge is not None:
            layout.addLayout(row(badge, None))
        if more:
            layout.addWidget(label("small", more, wraps=True))
        card.setLayout(layout)
        return card

    def _on_tab(self, key: str) -> None:
        self._tabs.choose(key)
        self._stack.setCurrentIndex((_WARNINGS, _EXAMPLES, _LISTS, _COMMENTS).index(key))


def _scrolling(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidget(inside)
    return scroll
