"""The gate: what it says, and what can never change its word."""

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.suggestions.cues import BLOCKERS, Cue, GateSignal
from insight_desktop.suggestions.gate import judge
from insight_desktop.suggestions.lifecycle import PastStep, pause_after
from insight_desktop.suggestions.packs import PACKS, RulePack

RANK = {Timing.HOLD: 0, Timing.LATER: 1, Timing.NOW: 2}
PACK = RulePack()
DAY, WEEKS = dt.date(2026, 11, 20), dt.timedelta(days=140)
SIGNALS = st.builds(GateSignal, cue=st.sampled_from(Cue), turn=st.integers(-1, 40))


def signals(*cues: Cue) -> list[GateSignal]:
    return [GateSignal(cue=cue, turn=number) for number, cue in enumerate(cues)]


@given(
    st.lists(SIGNALS, max_size=14),
    st.builds(GateSignal, cue=st.sampled_from(sorted(BLOCKERS)), turn=st.integers(-1, 40)),
    st.sampled_from(list(PACKS.values())),
)
def test_a_blocker_added_never_improves_the_verdict(found, blocker, pack):
    assert RANK[judge([*found, blocker], pack).timing] <= RANK[judge(found, pack).timing]


@given(st.lists(SIGNALS, max_size=14), st.randoms(), st.sampled_from(list(PACKS.values())))
def test_the_order_of_signals_changes_nothing(found, random, pack):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert judge(found, pack) == judge(shuffled, pack)


@contextmanager
def clock_in(zone: str) -> Iterator[None]:
    try:
        with patch.dict(os.environ, {"TZ": zone}):
            time.tzset()
            yield
    finally:
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system's clock is not set by a program")
@given(
    st.lists(SIGNALS, max_size=14),
    st.lists(st.builds(PastStep, on=st.dates(DAY - WEEKS, DAY), state=st.sampled_from(SuggestionState)), max_size=6),
    st.integers(-14, 12),
)
# The last day of a pause, and the first day after it: a day more or less is seen there.
@example([], [PastStep(on=DAY - dt.timedelta(days=29), state=SuggestionState.PRESENTED)], -14)
@example([], [PastStep(on=DAY - dt.timedelta(days=30), state=SuggestionState.PRESENTED)], 12)
def test_the_zone_of_the_clock_changes_nothing(found, steps, hours):
    def weighed() -> tuple[object, ...]:
        return judge(found, PACK, held_on=DAY, ready_on=DAY + WEEKS), pause_after(steps, PACK.pace, DAY)

    with clock_in("UTC0"):
        expected = weighed()
    with clock_in(f"XXX{hours}"):
        assert weighed() == expected


@given(st.lists(SIGNALS, max_size=14))
def test_each_verdict_names_a_reason_and_the_words_behind_it(found):
    verdict = judge(found, PACK)
    assert verdict.reasons
    for reason in verdict.reasons:
        spoken = {signal.turn for signal in found if signal.cue == reason.code and signal.turn >= 0}
        assert spoken == set(reason.turns)


@pytest.mark.parametrize(
    ("timing", "cues"),
    [
        (Timing.NOW, [Cue.PROBLEM, Cue.LEAN]),
        (Timing.NOW, [Cue.SUCCESS, Cue.GROWTH, Cue.OBJECTION, Cue.LEAN]),
        (Timing.NOW, [Cue.DISSATISFACTION, Cue.SUCCESS, Cue.PROBLEM, Cue.LEAN]),
        (Timing.NOW, [Cue.SUCCESS, Cue.PROBLEM]),
        (Timing.LATER, [Cue.SUCCESS, Cue.PROBLEM, Cue.OBJECTION]),
        (Timing.LATER, [Cue.PROBLEM, Cue.LEAN, Cue.LEAN, Cue.LEAN, Cue.LEAN, Cue.NOT_YET, Cue.DISTANT]),
        (Timing.LATER, []),
        (Timing.LATER, [Cue.LEAN]),
        (Timing.LATER, [Cue.PROBLEM]),
        (Timing.NOW, [Cue.PROBLEM, Cue.LEAN, Cue.OBJECTION, Cue.OBJECTION, Cue.OBJECTION]),
        (Timing.LATER, [Cue.PROBLEM, Cue.LEAN, Cue.LEAN, Cue.NOT_YET]),
        (Timing.LATER, [Cue.PROBLEM, Cue.LEAN, Cue.LEAN, Cue.NOT_YET, Cue.NEAR_DATE]),
        (Timing.NOW, [Cue.PROBLEM, Cue.LEAN, Cue.LEAN, Cue.GROWTH, Cue.NOT_YET, Cue.NEAR_DATE]),
        (Timing.LATER, [Cue.PROBLEM, Cue.LEAN, Cue.NOT_ALONE]),
        (Timing.NOW, [Cue.PROBLEM, Cue.LEAN, Cue.LEAN, Cue.NOT_ALONE]),
        (Timing.LATER, [Cue.PROBLEM, Cue.LEAN, Cue.CONTENT]),
        (Timing.NOW, [Cue.PROBLEM, Cue.SUCCESS, Cue.LEAN, Cue.LEAN, Cue.CONTENT]),
        (Timing.LATER, [Cue.DISSATISFACTION, Cue.SUCCESS, Cue.SUCCESS, Cue.PROBLEM]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.DISSATISFACTION]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.SUCCESS, Cue.SUCCESS, Cue.DISSATISFACTION, Cue.LOW_LOYALTY]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.LEAN, Cue.DISSATISFACTION, Cue.LOW_LOYALTY, Cue.LOW_LOYALTY]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.OBJECTION, Cue.OBJECTION, Cue.OBJECTION, Cue.REFUSAL]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.SUCCESS, Cue.CONTENT, Cue.NOT_ALONE, Cue.OBJECTION, Cue.REFUSAL, Cue.REFUSAL]),
        (Timing.LATER, [Cue.PROBLEM, Cue.SUCCESS, Cue.CONTENT, Cue.NOT_ALONE, Cue.OBJECTION, Cue.REFUSAL]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.CONTENT, Cue.OBJECTION, Cue.REFUSAL, Cue.REFUSAL]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.CONTENT, Cue.REFUSAL]),
        (Timing.LATER, [Cue.PROBLEM, Cue.CONTENT, Cue.REFUSAL, Cue.OWN_STEP]),
        (Timing.LATER, [Cue.PROBLEM, Cue.CONTENT, Cue.OBJECTION, Cue.REFUSAL, Cue.PROBLEM]),
        (Timing.HOLD, [Cue.PROBLEM, *3 * [Cue.SUCCESS], Cue.CONTENT, Cue.REFUSAL, Cue.REFUSAL]),
        (Timing.LATER, [Cue.PROBLEM, *3 * [Cue.SUCCESS], Cue.CONTENT, Cue.REFUSAL, Cue.REFUSAL, Cue.LEAN]),
        (Timing.HOLD, [Cue.SUCCESS, Cue.OBJECTION, Cue.REFUSAL, Cue.LOW_LOYALTY, Cue.LOW_LOYALTY]),
        (Timing.LATER, [Cue.PROBLEM, Cue.SUCCESS, Cue.OBJECTION, Cue.REFUSAL, Cue.LOW_LOYALTY]),
        (Timing.HOLD, [Cue.PROBLEM, *3 * [Cue.SUCCESS], *11 * [Cue.DISSATISFACTION]]),
        (Timing.LATER, [Cue.PROBLEM, *3 * [Cue.SUCCESS], *10 * [Cue.DISSATISFACTION]]),
        (Timing.NOW, [Cue.PROBLEM, *3 * [Cue.SUCCESS], *2 * [Cue.LEAN], *11 * [Cue.DISSATISFACTION]]),
        (Timing.HOLD, [Cue.OBJECTION, Cue.REFUSAL, Cue.CONTENT, Cue.REFUSAL]),
        (Timing.HOLD, [Cue.PROBLEM, Cue.SUCCESS, *3 * [Cue.CONTENT]]),
        (Timing.LATER, [Cue.PROBLEM, Cue.SUCCESS, *2 * [Cue.CONTENT]]),
        (Timing.LATER, [Cue.PROBLEM, Cue.SUCCESS, Cue.LEAN, *3 * [Cue.CONTENT]]),
        (Timing.NOW, [Cue.SETTLED, Cue.PROBLEM, Cue.LEAN]),
        (Timing.HOLD, [Cue.PROBLEM, *4 * [Cue.DISSATISFACTION], Cue.LEAN, Cue.LOW_LOYALTY]),
        (Timing.LATER, [Cue.PROBLEM, *3 * [Cue.DISSATISFACTION], Cue.LEAN, Cue.LOW_LOYALTY]),
        (Timing.LATER, [Cue.PROBLEM, *4 * [Cue.DISSATISFACTION], Cue.LEAN, Cue.LEAN, Cue.LOW_LOYALTY]),
        (
            Timing.LATER,
            [Cue.PROBLEM, *3 * [Cue.OBJECTION], Cue.NOT_YET, *2 * [Cue.REFUSAL], Cue.OWN_STEP, Cue.NEAR_DATE],
        ),
        (Timing.HOLD, [Cue.PROBLEM, *3 * [Cue.OBJECTION], Cue.NOT_YET, *2 * [Cue.REFUSAL], Cue.OWN_STEP]),
        (Timing.HOLD, [Cue.PROBLEM, *3 * [Cue.OBJECTION], Cue.NOT_YET, *2 * [Cue.REFUSAL], Cue.NEAR_DATE]),
    ],
)
def test_verdicts(timing, cues):
    assert timing is judge(signals(*cues), PACK).timing


def test_hold_has_a_day_to_look_again():
    verdict = judge(signals(Cue.DISSATISFACTION), PACK, held_on=dt.date(2026, 10, 1))
    assert dt.date(2026, 10, 31) == verdict.until
