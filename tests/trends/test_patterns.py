"""Winning patterns: real differences are found, chance is not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.trend import Proportion
from insight_desktop.trends.patterns import MarkedMeeting, discoveries, fisher, newcombe, winning_patterns


def meetings(n: int, effects: dict[str, tuple[float, float]], seed: int) -> list[MarkedMeeting]:
    chance = random.Random(seed)  # noqa: S311
    marked = []
    for number in range(2 * n):
        won = number < n
        features = frozenset(name for name, rates in effects.items() if chance.random() < rates[0 if won else 1])
        marked.append(MarkedMeeting(id=MeetingId(f"m{number}"), won=won, features=features))
    return marked


def test_newcombe_matches_published_example():
    """Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339."""
    low, high = newcombe(Proportion(hits=56, total=70), Proportion(hits=48, total=80))

    assert low == pytest.approx(0.0524, abs=5e-5)
    assert high == pytest.approx(0.3339, abs=5e-5)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_fisher_is_that_of_scipy(hits_1: int, hits_2: int, more_1: int, more_2: int):
    first = Proportion(hits=hits_1, total=hits_1 + more_1)
    second = Proportion(hits=hits_2, total=hits_2 + more_2)

    expected = fisher_exact([[hits_1, more_1], [hits_2, more_2]]).pvalue

    assert fisher(first, second, tie=1.0) == pytest.approx(expected, rel=1e-6)


def test_the_mid_p_value_counts_half_of_what_is_as_unlikely():
    """3 of 3 against 0 of 3: the two extreme tables of twenty each, half of which count."""
    assert fisher(Proportion(hits=3, total=3), Proportion(hits=0, total=3)) == pytest.approx(0.05)


def test_discoveries_step_up():
    assert discoveries([0.02, 0.04, 0.03, 0.5]) == (False, False, False, False)
    assert discoveries([0.01, 0.02, 0.03, 0.5]) == (True, True, True, False)
    assert discoveries([]) == ()


def test_where_much_differs_the_border_is_wider():
    """Of five p-values three survive the first stage, so that two remain that may be chance: 0.045 survives then."""
    assert discoveries([0.001, 0.002, 0.003, 0.045, 0.9]) == (True, True, True, True, False)
    assert discoveries([0.6, 0.7, 0.8, 0.045, 0.9]) == (False, False, False, False, False)


def test_planted_effects_are_found():
    effects = {f"noise{i}": (0.3, 0.3) for i in range(20)} | {f"real{i}": (0.6, 0.3) for i in range(5)}
    found = total = 0
    for seed in range(10):
        claimed = {pattern.feature for pattern in winning_patterns(meetings(100, effects, seed)) if pattern.claimed}
        found += sum(name.startswith("real") for name in claimed)
        total += 5

    assert found / total >= 0.9


def test_shuffled_outcomes_claim_almost_nothing():
    effects = {f"f{i}": (0.3, 0.3) for i in range(30)}
    runs_with_claims = sum(
        any(pattern.claimed for pattern in winning_patterns(meetings(100, effects, seed))) for seed in range(40)
    )

    assert runs_with_claims <= 4


def test_nothing_is_claimed_under_the_minimum():
    patterns = winning_patterns(meetings(5, {"always": (1.0, 0.0)}, 1))

    assert [pattern.claimed for pattern in patterns] == [False]


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 50), st.integers(1, 50))
def test_interval_holds_the_difference(hits_1: int, hits_2: int, more_1: int, more_2: int):
    first = Proportion(hits=hits_1, total=hits_1 + more_1)
    second = Proportion(hits=hits_2, total=hits_2 + more_2)

    low, high = newcombe(first, second)

    assert -1 <= low <= first.rate - second.rate <= high <= 1
