"""Meetings and their recordings."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import CustomerId, DealId, MeetingId, RecordingId


class Channel(StrEnum):
    """How the meeting was held."""

    ONSITE = "onsite"
    WEB = "web"
    PHONE = "phone"


class Outcome(StrEnum):
    """What became of the meeting, set by the user (keys 1 to 4; 5 clears it)."""

    WON = "won"
    LOST = "lost"
    STRONG = "strong"
    WEAK = "weak"
    UNSET = "unset"


class Example(StrEnum):
    """Whether colleagues should learn from the meeting."""

    NONE = "none"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The audio of a meeting."""

    id: RecordingId
    meeting_id: MeetingId
    path: str
    """Relative to the workspace, forward slashes."""
    seconds: float
    channels: int
    sha256: str
    original_name: str = ""
    rep_channel: int | None = None
    """The channel of the rep where the two channels are two people; None for mono."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An event with a customer."""

    id: MeetingId
    title: str
    started_at: dt.datetime
    """Aware, UTC."""
    language: str = "ja"
    channel: Channel | None = None
    customer_id: CustomerId | None = None
    deal_id: DealId | None = None
    rep: str = ""
    outcome: Outcome = Outcome.UNSET
    example: Example = Example.NONE
    memo: str = ""
    tags: tuple[str, ...] = ()
    is_protected: bool = False
    """Whether the sound is kept whatever its age."""
    changed_at: dt.datetime | None = None
