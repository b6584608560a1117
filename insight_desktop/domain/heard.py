"""What was heard of a customer over many meetings: which signal, by whom, where."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.insight import Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardSignal:
    """A signal of one person in one meeting; however often it was given there, it is one."""

    customer_id: CustomerId
    meeting_id: MeetingId
    held_on: dt.date
    signal: Signal
    person: str
    """The name, or the label of a speaker whom nobody named."""
    turn: int
    """Where it was first given."""
    is_named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Somebody of the customer's side who spoke in a meeting, by name."""

    meeting_id: MeetingId
    held_on: dt.date
    person: str
