"""How far a suggestion may come, and when a customer may be asked again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.suggestions.lifecycle import OPEN, Pace, PastStep, check_ins, next_states, pause_after

TODAY = dt.date(2026, 11, 20)
STEPS = st.lists(
    st.builds(
        PastStep,
        on=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        state=st.sampled_from(SuggestionState),
    ),
    max_size=8,
)


def step(days_ago: int, state: SuggestionState) -> PastStep:
    return PastStep(on=TODAY - dt.timedelta(days=days_ago), state=state)


@pytest.mark.parametrize("state", SuggestionState)
def test_what_is_open_goes_on_and_what_has_ended_stays(state):
    sale = (SuggestionState.WITHDRAWN,) if state is SuggestionState.ACCEPTED else ()
    assert bool(next_states(state)) if state in OPEN else next_states(state) == sale


def test_one_offer_in_thirty_days():
    pause = pause_after([step(10, SuggestionState.PRESENTED)], Pace(), TODAY)
    assert pause is not None
    assert (pause.until, pause.refusals) == (TODAY + dt.timedelta(days=20), 0)


def test_an_offer_of_long_ago_asks_for_no_pause():
    assert pause_after([step(31, SuggestionState.PRESENTED)], Pace(), TODAY) is None


def test_the_pause_doubles_with_each_refusal():
    once = pause_after([step(5, SuggestionState.DECLINED)], Pace(), TODAY)
    twice = pause_after([step(90, SuggestionState.DECLINED), step(5, SuggestionState.DECLINED)], Pace(), TODAY)
    assert once is not None
    assert twice is not None
    assert (twice.until - TODAY).days + 5 == 2 * ((once.until - TODAY).days + 5)


def test_an_acceptance_ends_the_row_of_refusals():
    row = [step(50, SuggestionState.DECLINED), step(40, SuggestionState.ACCEPTED)]
    assert pause_after(row, Pace(), TODAY) is None


@given(STEPS, st.randoms())
def test_the_order_of_steps_changes_nothing(steps, random):
    shuffled = list(steps)
    random.shuffle(shuffled)
    assert pause_after(steps, Pace(), TODAY) == pause_after(shuffled, Pace(), TODAY)


@given(STEPS, st.dates(dt.date(2026, 1, 1), TODAY))
def test_one_more_refusal_never_shortens_the_pause(steps, on):
    before = pause_after(steps, Pace(), TODAY)
    after = pause_after([*steps, PastStep(on=on, state=SuggestionState.DECLINED)], Pace(), TODAY)
    if before is not None:
        assert after is not None
        assert after.until >= before.until


def test_check_ins_after_a_sale():
    assert [(day - TODAY).days for day in check_ins(TODAY)] == [14, 45, 90]
