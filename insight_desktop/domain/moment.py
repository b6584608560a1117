"""Places in a recording that somebody noted, not the machine: marks, pauses, gaps, and the agreement to record."""

from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import MeetingId, MomentId


class MomentKind(StrEnum):
    """Why the place matters."""

    MARK = "mark"
    """The user pressed the key, while recording or while listening."""
    CONSENT = "consent"
    """The other side agreed to be recorded; by hand, so mostly without a place."""
    PAUSE = "pause"
    """Nothing was recorded here because the user wanted it so."""
    GAP = "gap"
    """Sound is missing here: a device was gone, or the machine slept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One noted place."""

    id: MomentId
    meeting_id: MeetingId
    kind: MomentKind
    at: float
    """Seconds from the beginning of the recording."""
    seconds: float = 0.0
    """How long a gap was; 0 where it has no length."""
    text: str = ""
