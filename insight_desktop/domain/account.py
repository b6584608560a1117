"""What stands between us and one customer, over all meetings."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import InsightId, MeetingId, NextStepId
from insight_desktop.domain.insight import InsightKind, NextStep


class IssueStatus(StrEnum):
    """How something that the customer voiced developed over the meetings."""

    NEW = "new"
    """Voiced in the last meeting for the first time."""
    CONTINUING = "continuing"
    """Voiced in the last meeting and before."""
    WORSE = "worse"
    """Voiced again, in more turns or turned from a pain into a complaint about us."""
    QUIET = "quiet"
    """Voiced before, but not in the last meeting."""
    SOLVED = "solved"
    """A later success speaks of the same thing, or the user closed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMeeting:
    """One analysed meeting of the customer."""

    id: MeetingId
    held_on: dt.date
    analysis: Analysis
    insight_ids: tuple[InsightId, ...] = ()
    step_ids: tuple[NextStepId, ...] = ()
    done: frozenset[NextStepId] = frozenset()
    customer_turns: frozenset[int] = frozenset()
    """Turns of the customer's side; the mood is theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One time that an issue was voiced."""

    meeting_id: MeetingId
    held_on: dt.date
    turns: tuple[int, ...]
    summary: str
    kind: InsightKind
    insight_id: InsightId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A pain, need or dissatisfaction followed over meetings."""

    kind: InsightKind
    summary: str
    status: IssueStatus
    sightings: tuple[Sighting, ...]
    """Oldest first; never empty."""
    solution: Sighting | None = None
    """The success that speaks of it, where it is solved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one side said it would do."""

    step: NextStep
    meeting_id: MeetingId
    held_on: dt.date
    id: NextStepId | None = None
    is_done: bool = False
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodPoint:
    """The customer's mood in one meeting: share of positive minus share of negative turns, -1 to 1."""

    meeting_id: MeetingId
    held_on: dt.date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One customer over all meetings."""

    issues: tuple[Issue, ...] = ()
    """What is open first, then quiet, then solved."""
    promises: tuple[Promise, ...] = ()
    """Open ones, overdue first, then by date; done ones last."""
    moods: tuple[MoodPoint, ...] = ()
    successes: tuple[Sighting, ...] = ()
    """Newest first."""
    last_meeting: MeetingId | None = None
    last_on: dt.date | None = None
    before_on: dt.date | None = None
    """When the meeting before the last one was held."""
