"""Whether this is the moment to propose something: now, later, or hold; a pure function of typed signals.

Whoever is dissatisfied, has just refused or waits for an answer from us is not sold to: that costs the contract which
we have. A push never counts; a sales target is no input. What may not be outweighed is a rule here; whether an offer
comes now or later, where nothing forbids it, is weighed by a fitted sum (`timing_model.py`). Counting makes the verdict
independent of the order of signals, and every blocker only ever counts against an offer, so that one more never
improves a verdict.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from insight_desktop.domain.suggestion import GateReason, Timing
from insight_desktop.suggestions.cues import (
    AGAINST,
    BLOCKERS,
    OBJECTIONS,
    REPAIR_FIRST,
    SPEAK_FOR,
    WAIT_FIRST,
    Cue,
    GateSignal,
)
from insight_desktop.suggestions.packs import RulePack
from insight_desktop.suggestions.timing_model import readiness_of

FAR = 2
"""A detractor by far has so many signals of a low loyalty, see `evidence.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says, and why."""

    timing: Timing
    reasons: tuple[GateReason, ...]
    until: dt.date | None = None


_NONE: Mapping[Cue, int] = MappingProxyType(dict.fromkeys(Cue, 0))
_fields = attrgetter("cue", "turn", "detail")
"""What tells signals apart and sorts them; a plain tuple, for an export weighs a hundred thousand signals."""


def judge(
    signals: Iterable[GateSignal],
    pack: RulePack,
    *,
    held_on: dt.date | None = None,
    ready_on: dt.date | None = None,
) -> Verdict:
    """Return the verdict of one meeting.

    Args:
        signals: in any order.
        pack: the thresholds of the business.
        held_on: the day of the meeting, for the recheck date.
        ready_on: the day until which the customer wants to wait, where one was named.
    """
    by_cue: dict[Cue, list[GateSignal]] = {}
    for signal in in_order(signals):
        by_cue.setdefault(signal.cue, []).append(signal)
    count = {**_NONE, **{cue: len(found) for cue, found in by_cue.items()}}
    blocking = _hold(count, pack, last_word=_is_last_word(by_cue))
    if blocking:
        recheck = held_on + dt.timedelta(days=pack.recheck_days) if held_on else None
        return Verdict(timing=Timing.HOLD, reasons=_reasons(by_cue, blocking), until=recheck)
    waiting = _later(count, pack)
    if waiting:
        return Verdict(timing=Timing.LATER, reasons=_reasons(by_cue, waiting), until=ready_on)
    return Verdict(timing=Timing.NOW, reasons=_reasons(by_cue, SPEAK_FOR))


def in_order(signals: Iterable[GateSignal]) -> tuple[GateSignal, ...]:
    """Return the signals sorted, each once."""
    by_fields = {_fields(signal): signal for signal in signals}
    return tuple(by_fields[fields] for fields in sorted(by_fields))


def without(signals: Iterable[GateSignal], switched_off: Iterable[str]) -> tuple[GateSignal, ...]:
    """Return the signals but those of some cues, to see what the verdict would be without them."""
    off = frozenset(switched_off)
    if not off:
        return tuple(signals)
    return tuple(signal for signal in signals if signal.cue.value not in off)


def _is_last_word(by_cue: Mapping[Cue, list[GateSignal]]) -> bool:
    """Tell whether nothing that speaks for an offer, or goes on from there, was said after a refusal."""
    refused = max((signal.turn for signal in by_cue.get(Cue.REFUSAL, ())), default=-1)
    return refused >= 0 and all(
        signal.turn <= refused for cue, found in by_cue.items() if cue not in BLOCKERS for signal in found
    )


def _hold(count: Mapping[Cue, int], pack: RulePack, *, last_word: bool) -> tuple[Cue, ...]:
    """Return what must be repaired first, or nothing."""
    repair = tuple(cue for cue in REPAIR_FIRST if count[cue])
    if repair:
        return (*repair, Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
    unhappy, low = count[Cue.DISSATISFACTION], count[Cue.LOW_LOYALTY]
    leaning = count[Cue.LEAN] > 0
    if unhappy and low >= FAR:
        return (Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
    if unhappy >= pack.outspoken and not leaning:
        return (Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
    if unhappy >= pack.complaints and low and count[Cue.LEAN] <= 1:
        return (Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
    if unhappy and not leaning and (low or count[Cue.SUCCESS] < pack.proved_by):
        return (Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
    return (Cue.REFUSAL, Cue.CONTENT, Cue.LOW_LOYALTY) if _has_refused(count, pack, last_word=last_word) else ()


def _has_refused(count: Mapping[Cue, int], pack: RulePack, *, last_word: bool) -> bool:
    """Tell whether what was refused stands, whatever else was said."""
    refusals, objections = count[Cue.REFUSAL], sum(count[cue] for cue in OBJECTIONS)
    if count[Cue.LEAN]:
        return False
    if count[Cue.CONTENT] >= pack.refusals or (refusals and count[Cue.LOW_LOYALTY] >= FAR):
        return True
    # Who promises a step of their own and names a day near by argues hard, but has not shown us the door.
    if not refusals or (count[Cue.OWN_STEP] and count[Cue.NEAR_DATE]):
        return False
    if refusals > 1:
        return True
    # A no that was said once stands where a problem was told, but no success or growth that makes a yes of it.
    may_stand = count[Cue.PROBLEM] and not (count[Cue.SUCCESS] or count[Cue.GROWTH])
    return bool(may_stand) and (last_word or objections >= pack.refusals)


def _later(count: Mapping[Cue, int], pack: RulePack) -> tuple[Cue, ...]:
    """Return what is still missing, or nothing."""
    wait = tuple(cue for cue in WAIT_FIRST if count[cue])
    if wait:
        return (*wait, *AGAINST)
    if not (count[Cue.PROBLEM] or count[Cue.GROWTH] or count[Cue.NEAR_LIMIT]):
        return (Cue.NO_PROBLEM,)
    if count[Cue.UNDER_WAY] and not (count[Cue.SUCCESS] or count[Cue.RENEWAL]):
        return (Cue.UNDER_WAY, *AGAINST)
    is_ready = _is_moment(count) or readiness_of(count, caution=pack.caution) > 0
    return () if is_ready else (*AGAINST, Cue.UNPROVED)


def _is_moment(count: Mapping[Cue, int]) -> bool:
    """Tell whether the moment itself is good, so that help may be offered before they ask: nothing stands against."""
    is_good = any(count[cue] for cue in (Cue.SUCCESS, Cue.NEAR_LIMIT, Cue.RENEWAL))
    return is_good and not any(count[cue] for cue in BLOCKERS)


def _reasons(by_cue: Mapping[Cue, list[GateSignal]], cues: Iterable[Cue]) -> tuple[GateReason, ...]:
    """Return a reason for each cue that was met; what is missing is a reason without evidence, given alone."""
    named = list(cues)
    found = tuple(
        GateReason(
            code=cue.value,
            turns=tuple(sorted({signal.turn for signal in by_cue[cue] if signal.turn >= 0})),
            detail=next((signal.detail for signal in by_cue[cue] if signal.detail), ""),
        )
        for cue in named
        if cue in by_cue
    )
    return found or (GateReason(code=named[-1].value),)
