"""What there is to look after and to listen to: warnings, examples, playlists, comments, the meetings of a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.digest import CustomerWarning
from insight_desktop.domain.managing import Playlist, Remark
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import wording
from insight_desktop.ui.trends.warning_words import LOOKS, warning_text
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.gradual import Gradual, Make
from insight_desktop.ui.widgets.scrolling import ScrollArea

WARNINGS, EXAMPLES, LISTS, COMMENTS, MEETINGS = "warnings", "examples", "lists", "comments", "meetings"
_MOST_WAITING = 60
_TABS = (WARNINGS, EXAMPLES, LISTS, COMMENTS, MEETINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What the right side shows."""

    warnings: tuple[CustomerWarning, ...] = ()
    examples: tuple[MeetingSummary, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    comments: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMeetings:
    """The meetings behind one point of a metric."""

    title: str
    meetings: tuple[tuple[str, MeetingSummary], ...] = ()
    """Each with the metric's value, as it is written."""


class LibraryView(View):
    """The right side of the tab of coaching.

    Signals:
        opened(str): the place of something.
        example_played(Meeting): play it from its beginning.
        playlist_played(Playlist): play it.
        playlist_trashed(Playlist): take it away.
        comment_changed(Comment, str): write something else.
        comment_trashed(Comment): take it away.
    """

    opened = Signal(str)
    example_played = Signal(object)
    playlist_played = Signal(object)
    playlist_trashed = Signal(object)
    comment_changed = Signal(object, str)
    comment_trashed = Signal(object)

    def __init__(self) -> None:
        """Build the tabs."""
        super().__init__()
        self._library, self._month = Library(), MonthMeetings(title="")
        self._tab = WARNINGS
        self._tabs = ChoiceRow("tab", gap=8)
        self._tabs.chosen.connect(self.show_tab)
        self._stack = QStackedWidget()
        self._lists: dict[str, Gradual] = {}
        for key in _TABS:
            page, rows = QWidget(), QVBoxLayout()
            rows.setSpacing(8)
            rows.setContentsMargins(0, 0, 8, 16)
            page.setLayout(rows)
            self._lists[key] = Gradual(rows, self)
            scroll = ScrollArea(page)
            self._stack.addWidget(scroll)
        tabs = QWidget()
        tabs.setLayout(row(self._tabs, None))
        self.setLayout(column(tabs, self._stack, gap=8))
        self.retranslate()

    def show_tab(self, key: str) -> None:
        """Bring a tab into sight."""
        self._tab = key
        self._tabs.choose(key)
        self._stack.setCurrentIndex(_TABS.index(key))

    def show_library(self, library: Library) -> None:
        """Show what there is."""
        self._library = library
        waiting: dict[str, list[CustomerWarning]] = {}
        for warning in library.warnings:
            waiting.setdefault(warning.customer, []).append(warning)
        self._fill(WARNINGS, [partial(self._warned, each) for each in list(waiting.values())[:_MOST_WAITING]])
        self._fill(EXAMPLES, [partial(self._example, each) for each in library.examples])
        self._fill(LISTS, [partial(self._playlist, each) for each in library.playlists])
        self._fill(COMMENTS, [partial(self._comment, each) for each in library.comments])

    def show_month(self, month: MonthMeetings) -> None:
        """Show the meetings of a month in a tab of their own."""
        self._month = month
        self._offer()
        cards: list[Make] = [lambda: label("strong", month.title, wraps=True)]
        self._lists[MEETINGS].show([*cards, *(partial(self._met, *each) for each in month.meetings)])
        self.show_tab(MEETINGS if month.title else WARNINGS)

    def retranslate(self) -> None:
        """Write the texts."""
        self._offer()
        self.show_library(self._library)

    def _offer(self) -> None:
        texts = {
            WARNINGS: self.tr("Look after"),
            EXAMPLES: self.tr("Examples"),
            LISTS: self.tr("Playlists"),
            COMMENTS: self.tr("Comments"),
            MEETINGS: self.tr("Meetings"),
        }
        shown = _TABS if self._month.title else _TABS[:-1]
        self._tabs.offer([Choice(key, texts[key]) for key in shown])
        self._tabs.choose(self._tab)

    def _fill(self, key: str, cards: Sequence[Make]) -> None:
        nothing = {
            WARNINGS: self.tr("Nobody waits for you."),
            EXAMPLES: self.tr(
                "Mark a meeting as a good or bad example (the star on its page); it then stands here for the team."
            ),
            LISTS: self.tr("Search for something and keep the hits as a playlist; the team hears it in one go."),
            COMMENTS: self.tr("In a meeting, press C at a moment and write what you noticed; it stands here."),
        }
        self._lists[key].show(cards or [lambda: label("quiet", nothing[key], wraps=True)])

    def _warned(self, found: Sequence[CustomerWarning]) -> QWidget:
        """Return one card a customer, with all that speaks for looking after it, the gravest first."""
        badges = [Badge(warning_text(each), *LOOKS[each.kind]) for each in found]
        return self._card(found[0].customer, found[0].meeting_id, badges)

    def _example(self, each: MeetingSummary) -> QWidget:
        meeting = each.meeting
        look = wording.EXAMPLES[meeting.example]
        badge = Badge(look.text, look.icon, look.tone)
        play = IconButton("play")
        play.name(self.tr("Play this meeting"))
        play.clicked.connect(lambda: self.example_played.emit(meeting))
        return self._card(meeting.title, meeting.id, [badge], meeting.memo, (play,))

    def _met(self, value: str, each: MeetingSummary) -> QWidget:
        look = wording.OUTCOMES[each.meeting.outcome]
        badges = [Badge(look.text, look.icon, look.tone)] if look.icon else []
        day = wording.day(each.meeting.started_at.astimezone().date())
        return self._card(f"{value}  {each.customer_name or each.meeting.title}", each.meeting.id, badges, day)

    def _playlist(self, each: Playlist) -> QWidget:
        card = frame("card")
        play, away = IconButton("play"), IconButton("trash-2")
        play.name(self.tr("Play this list"))
        away.name(self.tr("Take this list away"))
        play.clicked.connect(lambda: self.playlist_played.emit(each))
        away.clicked.connect(lambda: self.playlist_trashed.emit(each))
        layout = column(gap=4, margins=(12, 8, 8, 8))
        count = self.tr("%n clip(s)", "", len(each.clips))
        layout.addLayout(row(label("strong", each.name, wraps=True), None, label("small", count), play, away, gap=4))
        card.setLayout(layout)
        return card

    def _comment(self, each: Remark) -> QWidget:
        comment = each.comment
        edit, away = IconButton("pencil"), IconButton("trash-2")
        edit.name(self.tr("Write something else"))
        away.name(self.tr("Take this comment away"))
        edit.clicked.connect(lambda: self._on_edit(each))
        away.clicked.connect(lambda: self.comment_trashed.emit(comment))
        who = " · ".join(part for part in (each.rep, each.title, wording.day(each.held_on)) if part)
        said = f"{wording.clock(comment.start)}  {comment.words}".strip()
        return self._card(comment.text, each.place, (), f"{said}\n{who}", (edit, away))

    def _card(
        self, title: str, place: str, badges: Sequence[Badge], more: str = "", buttons: Sequence[IconButton] = ()
    ) -> QWidget:
        card = frame("card")
        link = Button(icon="chevron-right", look="link")
        link.setAccessibleName(self.tr("Open the meeting"))
        link.setToolTip(link.accessibleName())
        link.clicked.connect(lambda: self.opened.emit(place))
        layout = column(gap=4, margins=(12, 8, 8, 8))
        head = row(label("strong", title, wraps=True), *buttons, link, gap=4)
        head.setStretch(0, 1)
        layout.addLayout(head)
        for badge in badges:
            layout.addLayout(row(badge, None))
        if more:
            layout.addWidget(label("small", more, wraps=True))
        card.setLayout(layout)
        return card

    def _on_edit(self, each: Remark) -> None:
        text, accepted = QInputDialog.getMultiLineText(self, self.tr("Comment"), each.comment.words, each.comment.text)
        if accepted and text.strip() and text.strip() != each.comment.text:
            self.comment_changed.emit(each.comment, text.strip())
