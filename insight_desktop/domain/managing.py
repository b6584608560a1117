"""What a manager keeps beside the meetings: views, script items, trackers, playlists, comments."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import CommentId, MeetingId, PlaylistId, SavedViewId, ScriptItemId, TrackerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A page's filters under a name."""

    id: SavedViewId
    name: str
    body: str
    """JSON of what the page keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptItem:
    """Something that should come up in a meeting: a point of the agenda, a question."""

    id: ScriptItemId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """A concept that the manager defines by sentences."""

    id: TrackerId
    name: str
    examples: tuple[str, ...]
    accepted: tuple[str, ...] = ()
    """Hits that the manager called right."""
    rejected: tuple[str, ...] = ()
    threshold: float | None = None
    """Score from which an utterance counts; None: the program's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A stretch of a meeting that is worth hearing."""

    meeting_id: MeetingId
    start: float
    end: float
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playlist:
    """Clips in order, under a name."""

    id: PlaylistId
    name: str
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody wrote at a moment of a meeting."""

    id: CommentId
    meeting_id: MeetingId
    start: float
    text: str
    made_at: dt.datetime
    words: str = ""
    """What was said at that moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment with the meeting that it is about."""

    comment: Comment
    title: str
    rep: str
    held_on: dt.date

    @property
    def place(self) -> str:
        """The second, as the meeting's page is asked for it."""
        return f"{self.comment.meeting_id}@{self.comment.start:.2f}"
