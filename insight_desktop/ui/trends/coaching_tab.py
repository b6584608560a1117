"""Decides for the tab of coaching: a rep's own course, and what there is to hear."""

import datetime as dt

from PySide6.QtCore import QObject

from insight_desktop import digesting
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.managing import Clip, Comment, Playlist
from insight_desktop.domain.meeting import Example, Meeting
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.trends import coaching
from insight_desktop.trends.overview import Period, TrendTable
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.pages import Context
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.coaching_view import CoachingView
from insight_desktop.ui.trends.course_card import metric_name, metric_value
from insight_desktop.ui.trends.library_view import Library, MonthMeetings

_MOST_EXAMPLES, _MOST_MEETINGS = 50, 100


class CoachingTab(QObject):
    """Reads metrics and lists, and keeps what the user changes."""

    def __init__(self, context: Context, view: CoachingView, player: ClipPlayer) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._context, self._view, self._player = context, view, player
        self._table: TrendTable | None = None
        self._rep = self._channel = ""
        view.asked.connect(self._on_asked)
        view.month_chosen.connect(self._on_month)
        library = view.library
        library.playlist_played.connect(lambda playlist: player.play(playlist.clips))
        library.example_played.connect(self._on_example)
        library.playlist_trashed.connect(self._on_trashed)
        library.comment_changed.connect(self._on_comment_changed)
        library.comment_trashed.connect(self._on_comment_trashed)

    def show(self, table: TrendTable) -> None:
        """Read metrics and lists."""
        self._table = table
        self._view.offer(table.choices("reps"), table.choices("channels"))
        self._read_courses()
        self._read_lists()

    def _on_asked(self, rep: str, channel: str) -> None:
        self._rep, self._channel = rep, channel
        self._view.library.show_month(MonthMeetings(title=""))
        self._read_courses()
        self._read_lists()

    def _read_courses(self) -> None:
        table, rep, channel, today = self._table, self._rep, self._channel, _today()
        if table is not None:
            self._context.operations.read(
                lambda: coaching.courses(table, rep, today, channel),
                then=self._view.show_courses,
                key="coaching:courses",
            )

    def _read_lists(self) -> None:
        rep = self._rep
        self._context.operations.read(
            lambda: self._read_library(rep), then=self._view.library.show_library, key="coaching:library"
        )

    def _read_library(self, rep: str) -> Library:
        work = self._context.workspace
        examples = [
            summary
            for example in (Example.GOOD, Example.BAD)
            for summary in work.meetings.list(MeetingFilter(example=example), limit=_MOST_EXAMPLES).meetings
        ]
        return Library(
            warnings=digesting.warnings_of(work, _today()),
            examples=tuple(examples),
            playlists=work.playlists.all(),
            comments=work.comments.newest(rep),
        )

    def _on_month(self, metric: str, start: dt.date) -> None:
        table, rep, channel, work = self._table, self._rep, self._channel, self._context.workspace
        if table is None:
            return

        def read() -> MonthMeetings:
            found = coaching.behind(table, rep, metric, start, channel)[:_MOST_MEETINGS]
            ids = work.trends.meeting_ids([number for number, _ in found])
            summaries = [
                (value, work.meetings.summary(MeetingId(ids[number]))) for number, value in found if number in ids
            ]
            return MonthMeetings(
                title=f"{metric_name(metric)}  {periods.spoken(start, Period.MONTH)}",
                meetings=tuple((metric_value(metric, value), each) for value, each in summaries if each is not None),
            )

        self._context.operations.read(read, then=self._view.library.show_month, key="coaching:month")

    def _on_example(self, meeting: Meeting) -> None:
        recordings = self._context.workspace.meetings.recordings(meeting.id)
        seconds = recordings[0].seconds if recordings else 0.0
        self._player.play((Clip(meeting_id=meeting.id, start=0.0, end=seconds, words=meeting.memo),))

    def _on_comment_changed(self, comment: Comment, text: str) -> None:
        comments, operations = self._context.workspace.comments, self._context.operations

        def undo() -> None:
            operations.change(lambda: comments.write(comment.id, comment.text), then=lambda _done: self._read_lists())

        def then(_done: object) -> None:
            self._context.frame.say(self.tr("The comment was changed."), undo)
            self._read_lists()

        operations.change(lambda: comments.write(comment.id, text), then=then)

    def _on_comment_trashed(self, comment: Comment) -> None:
        comments, operations = self._context.workspace.comments, self._context.operations

        def undo() -> None:
            operations.change(lambda: comments.restore(comment.id), then=lambda _done: self._read_lists())

        def then(_done: object) -> None:
            self._context.frame.say(self.tr("The comment was removed."), undo)
            self._read_lists()

        operations.change(lambda: comments.trash(comment.id), then=then)

    def _on_trashed(self, playlist: Playlist) -> None:
        playlists, operations = self._context.workspace.playlists, self._context.operations

        def undo() -> None:
            operations.change(lambda: playlists.restore(playlist.id), then=lambda _done: self._read_lists())

        def then(_done: object) -> None:
            self._context.frame.say(self.tr("“{name}” was removed.").format(name=playlist.name), undo)
            self._read_lists()

        operations.change(lambda: playlists.trash(playlist.id), then=then)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
