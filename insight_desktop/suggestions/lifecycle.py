"""How far a suggestion may come, and when a customer may be offered something again.

Few offers, and a pause that doubles with each refusal: whoever is asked too often stops listening.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insight_desktop.domain.suggestion import SuggestionState

OPEN = frozenset(
    {
        SuggestionState.CANDIDATE,
        SuggestionState.PREPARED,
        SuggestionState.PRESENTED,
        SuggestionState.CONSIDERING,
    }
)
_NEXT = {
    SuggestionState.CANDIDATE: (SuggestionState.PREPARED, SuggestionState.PRESENTED, SuggestionState.WITHDRAWN),
    SuggestionState.PREPARED: (SuggestionState.PRESENTED, SuggestionState.WITHDRAWN),
    SuggestionState.PRESENTED: (
        SuggestionState.CONSIDERING,
        SuggestionState.ACCEPTED,
        SuggestionState.DECLINED,
        SuggestionState.WITHDRAWN,
    ),
    SuggestionState.CONSIDERING: (SuggestionState.ACCEPTED, SuggestionState.DECLINED, SuggestionState.WITHDRAWN),
    SuggestionState.ACCEPTED: (SuggestionState.WITHDRAWN,),
}
CHECK_IN_DAYS = (14, 45, 90)
"""After a sale one asks whether it helps: first use, first result, habit."""
_LONGEST_PAUSE = 4
"""The pause doubles at most so often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often one may offer; part of a business's rules."""

    days_between: int = 30
    cool_down_days: int = 60


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PastStep:
    """A moment at which an offer was presented, or refused."""

    on: dt.date
    state: SuggestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """From which day on a customer may be offered something, and what holds it back until then."""

    until: dt.date
    refusals: int
    """Refusals in a row; 0: something was presented lately."""


def next_states(state: SuggestionState) -> tuple[SuggestionState, ...]:
    """Return what may become of a suggestion; nothing once it has ended, but a sale can still be withdrawn."""
    return _NEXT.get(state, ())


def pause_after(steps: Iterable[PastStep], pace: Pace, today: dt.date) -> Pause | None:
    """Return the pause that the customer's past offers ask for today, or None; the order of the steps is free.

    An acceptance ends the row of refusals.
    """
    past = sorted({step for step in steps if step.on <= today})
    presented = [step.on for step in past if step.state is SuggestionState.PRESENTED]
    pauses = [Pause(until=presented[-1] + dt.timedelta(days=pace.days_between), refusals=0)] if presented else []
    refusals = _refused_in_a_row(past)
    if refusals:
        days = pace.cool_down_days * 2 ** min(len(refusals) - 1, _LONGEST_PAUSE)
        pauses.append(Pause(until=refusals[-1] + dt.timedelta(days=days), refusals=len(refusals)))
    longest = max(pauses, key=lambda pause: (pause.until, pause.refusals), default=None)
    return longest if longest is not None and longest.until > today else None


def _refused_in_a_row(past: Sequence[PastStep]) -> list[dt.date]:
    row: list[dt.date] = []
    for step in past:
        if step.state is SuggestionState.DECLINED:
            row.append(step.on)
        elif step.state is SuggestionState.ACCEPTED:
            row.clear()
    return row


def check_ins(accepted_on: dt.date) -> tuple[dt.date, ...]:
    """Return the days on which to ask whether what was bought helps."""
    return tuple(accepted_on + dt.timedelta(days=days) for days in CHECK_IN_DAYS)
