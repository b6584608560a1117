"""What must come before an offer, and the day on which one may look again."""

import datetime as dt

import pytest

from insight_desktop.domain.suggestion import GateReason, Timing
from insight_desktop.suggestions.cues import BLOCKERS, Cue, GateSignal
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.suggestions.packs import SUBSCRIPTION
from insight_desktop.suggestions.readiness import first_steps, with_day
from insight_desktop.suggestions.reasons import NOTHING_FITS

TODAY = dt.date(2026, 11, 29)
MET = dt.date(2026, 11, 24)
APRIL = dt.date(2027, 4, 1)


def a_verdict(timing: Timing, *cues: Cue, until: dt.date | None = None) -> Verdict:
    return Verdict(timing=timing, reasons=tuple(GateReason(code=cue.value) for cue in cues), until=until)


def until(verdict: Verdict, *signals: GateSignal, met_on: dt.date | None = MET) -> dt.date | None:
    return with_day(verdict, signals, SUBSCRIPTION, today=TODAY, met_on=met_on).until


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", [*sorted(BLOCKERS), Cue.NO_PROBLEM, Cue.UNPROVED, NOTHING_FITS])
def test_each_reason_against_an_offer_says_what_to_do(code: str, language: str) -> None:
    (step,) = first_steps((GateReason(code=code), GateReason(code=Cue.PROBLEM), GateReason(code=code)), language)
    assert step


def test_a_moment_that_is_good_needs_no_day() -> None:
    assert until(a_verdict(Timing.NOW, Cue.ONBOARDING), GateSignal(cue=Cue.ONBOARDING, detail="2026-11-01")) is None


@pytest.mark.parametrize(
    ("cue", "detail", "free_on"),
    [
        (Cue.ONBOARDING, "2026-09-15", dt.date(2026, 12, 14)),
        (Cue.ONBOARDING, "", None),
        (Cue.OFFERED_LATELY, "2026-12-20", dt.date(2026, 12, 20)),
        (Cue.TOO_DEAR, "", None),
        (Cue.DEFERRAL, "no day", None),
        (Cue.ONBOARDING, "no day", None),
    ],
)
def test_waiting_ends_on_the_day_that_is_known(cue: Cue, detail: str, free_on: dt.date | None) -> None:
    assert until(a_verdict(Timing.LATER, cue), GateSignal(cue=cue, detail=detail)) == free_on


def test_of_several_days_the_last_counts_and_only_those_of_reasons() -> None:
    learning = GateSignal(cue=Cue.ONBOARDING, detail="2026-09-15")
    assert until(a_verdict(Timing.LATER, Cue.ONBOARDING, Cue.DISTANT, until=APRIL), learning) == APRIL
    assert until(a_verdict(Timing.LATER, Cue.TOO_DEAR), learning) is None


def test_a_complaint_is_looked_at_again_after_the_meeting_not_after_today() -> None:
    hold = a_verdict(Timing.HOLD, Cue.DISSATISFACTION, until=TODAY + dt.timedelta(days=30))
    assert until(hold) == MET + dt.timedelta(days=30)
    assert until(hold, met_on=dt.date(2026, 1, 1)) == TODAY + dt.timedelta(days=30)
    assert until(hold, met_on=None) == TODAY + dt.timedelta(days=30)


def test_a_pause_after_a_refusal_ends_when_it_ends() -> None:
    pause = GateSignal(cue=Cue.COOLING_DOWN, detail="2027-02-01")
    assert until(a_verdict(Timing.HOLD, Cue.COOLING_DOWN), pause) == dt.date(2027, 2, 1)
    soon = GateSignal(cue=Cue.COOLING_DOWN, detail="2026-12-01")
    assert until(a_verdict(Timing.HOLD, Cue.COOLING_DOWN), soon) == dt.date(2026, 12, 1)
    assert until(a_verdict(Timing.HOLD, Cue.COOLING_DOWN, Cue.OPEN_CASE), soon) == MET + dt.timedelta(days=30)
