"""Names a place in a meeting, so that any page can lead there."""

from collections.abc import Sequence
from typing import NamedTuple

from insight_desktop.domain.ids import MeetingId


class Place(NamedTuple):
    """What a page's argument names: a meeting, and one of its lines or seconds."""

    meeting_id: MeetingId
    position: int | None = None
    second: float | None = None


def place_of(meeting: str, turns: Sequence[int]) -> str:
    """Return the argument that leads to where something was said; to the meeting, where no turn is known."""
    return f"{meeting}#{turns[0]}" if turns else str(meeting)


def split_place(argument: str) -> Place:
    """Read `ID`, `ID#12` (the line 12) or `ID@83.50` (the second)."""
    if "@" in argument:
        meeting_id, _, second = argument.partition("@")
        return Place(MeetingId(meeting_id), second=float(second))
    meeting_id, _, position = argument.partition("#")
    return Place(MeetingId(meeting_id), int(position) if position else None)
