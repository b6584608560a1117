"""Why a number is what it is: a code that the window has words for, figures to fill it, and where it was said."""

from dataclasses import dataclass

from insight_desktop.domain.ids import MeetingId


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One reason."""

    code: str
    figures: tuple[tuple[str, str], ...] = ()
    """Names and values for the sentence."""
    points: float = 0.0
    """What it adds to the number, or takes."""
    meeting_id: MeetingId | None = None
    turn: int = -1
    """Where in the meeting; −1 for what is known from elsewhere."""
