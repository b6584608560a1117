"""How warm an account is, 0 to 100, from what all its people said; what was said long ago weighs less.

Each person counts once a meeting and signal, so that who talks much weighs no more than who says it once, and several
people weigh more than one. After 60 days a signal weighs half, after a year nothing. 50 says neither warm nor cold.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from insight_desktop.accounts.because import Because
from insight_desktop.domain.heard import HeardSignal
from insight_desktop.domain.insight import Signal

HALF_LIFE_DAYS = 60
FORGOTTEN_DAYS = 6 * HALF_LIFE_DAYS
_SLOPE = 5.0
"""So many points more turn 50 into 73."""
POINTS: Mapping[Signal, float] = MappingProxyType(
    {
        Signal.BUYING_SIGNAL: 3.0,
        Signal.EXPANSION_SIGNAL: 3.0,
        Signal.SUCCESS: 2.0,
        Signal.NEED: 1.0,
        Signal.PAIN: 1.0,
        Signal.OBJECTION: -1.0,
        Signal.COMPETITOR: -1.0,
        Signal.DISSATISFACTION: -4.0,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score, and what it is made of, the weightiest first."""

    value: int
    because: tuple[Because, ...]
    people: int
    """So many were heard."""


def score_of(heard: Iterable[HeardSignal], today: dt.date) -> Score | None:
    """Return the score of a day; None where nothing was heard within a year. The order of what was heard is free."""
    counted: dict[tuple[str, str, Signal], HeardSignal] = {}
    for each in sorted(heard, key=lambda one: (one.meeting_id, one.turn)):
        if each.signal in POINTS and 0 <= (today - each.held_on).days < FORGOTTEN_DAYS:
            counted.setdefault((each.meeting_id, each.person, each.signal), each)
    if not counted:
        return None
    reasons = [_because(each, today) for each in counted.values()]
    total = math.fsum(reason.points for reason in reasons)
    return Score(
        value=round(100 / (1 + math.exp(-total / _SLOPE))),
        because=tuple(
            sorted(reasons, key=lambda one: (-abs(one.points), one.meeting_id or "", one.turn, one.code, one.figures))
        ),
        people=len({each.person for each in counted.values()}),
    )


def _because(each: HeardSignal, today: dt.date) -> Because:
    fresh = 0.5 ** ((today - each.held_on).days / HALF_LIFE_DAYS)
    figures = (("person", each.person if each.is_named else ""), ("date", each.held_on.isoformat()))
    return Because(
        code=each.signal.value,
        figures=figures,
        points=POINTS[each.signal] * fresh,
        meeting_id=each.meeting_id,
        turn=each.turn,
    )
