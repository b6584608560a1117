"""What won and lost meetings differ in, said only where the numbers carry it.

Interval of a difference of two rates: Newcombe (1998), "Interval estimation for the difference between independent
proportions", method 10 (Wilson scores). Test: Fisher's exact, two-sided, with the mid-p value (Lancaster 1961), since
the exact one is far from its level at such numbers. Many features are looked at together, so the false discovery rate
is held by the two-stage procedure of Benjamini, Krieger and Yekutieli (2006), which first estimates how many differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.trend import Pattern, Proportion

MINIMUM_MEETINGS = 10
"""Fewest meetings on each side before anything is claimed."""
FALSE_DISCOVERY_RATE = 0.05
_SAME_LIKELIHOOD = 1e-7
"""Tables whose likelihood differs by less are equally likely; rounding makes them differ."""
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedMeeting:
    """One meeting with a known end, and the features found in it (themes, signals, script items …)."""

    id: MeetingId
    won: bool
    features: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """How many meetings of each side have a feature, and some of them."""

    won: int
    lost: int
    won_meetings: tuple[MeetingId, ...] = ()
    lost_meetings: tuple[MeetingId, ...] = ()
    known: tuple[int, int] | None = None
    """Won and lost meetings in which it is known whether they have it; None: all."""


def wilson(share: Proportion) -> tuple[float, float]:
    """Return Wilson's 95 % score interval of a proportion; (0, 1) where nothing was counted."""
    n = share.total
    if n == 0:
        return 0.0, 1.0
    centre = share.rate + _Z95**2 / (2 * n)
    half = _Z95 * sqrt(share.rate * (1 - share.rate) / n + _Z95**2 / (4 * n * n))
    scale = 1 + _Z95**2 / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def newcombe(first: Proportion, second: Proportion) -> tuple[float, float]:
    """Return the 95 % interval of `first.rate - second.rate`."""
    low_1, high_1 = wilson(first)
    low_2, high_2 = wilson(second)
    difference = first.rate - second.rate
    low = difference - sqrt((first.rate - low_1) ** 2 + (high_2 - second.rate) ** 2)
    high = difference + sqrt((high_1 - first.rate) ** 2 + (second.rate - low_2) ** 2)
    return max(-1.0, low), min(1.0, high)


def fisher(first: Proportion, second: Proportion, *, tie: float = 0.5) -> float:
    """Return the two-sided mid-p value of Fisher's exact test: of all tables more unlikely than this one.

    Args:
        first: of the one side.
        second: of the other.
        tie: how much of the tables counts that are as unlikely as this one; 1 gives the exact p-value.
    """
    from scipy.special import gammaln

    hits, total = first.hits + second.hits, first.total + second.total
    low, high = max(0, hits - second.total), min(hits, first.total)
    k = np.arange(low, high + 1)

    def log_choose(n: int, of: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.asarray(gammaln(n + 1) - gammaln(of + 1) - gammaln(n - of + 1))

    logs = log_choose(first.total, k) + log_choose(second.total, hits - k)
    logs -= log_choose(total, np.array([hits]))
    seen = logs[first.hits - low]
    likelihoods = np.exp(logs)
    same = np.abs(logs - seen) <= _SAME_LIKELIHOOD
    return float(min(1.0, likelihoods[(logs < seen) & ~same].sum() + tie * likelihoods[same].sum()))


def discoveries(p_values: Sequence[float], rate: float = FALSE_DISCOVERY_RATE) -> tuple[bool, ...]:
    """Return which p-values survive the two-stage procedure, in the order given."""
    first = rate / (1 + rate)
    found = sum(_step_up(p_values, first))
    if found in {0, len(p_values)}:
        return (found > 0,) * len(p_values)
    return _step_up(p_values, first * len(p_values) / (len(p_values) - found))


def _step_up(p_values: Sequence[float], rate: float) -> tuple[bool, ...]:
    """Return which p-values survive Benjamini and Hochberg's step-up procedure (1995)."""
    ranked = sorted(range(len(p_values)), key=p_values.__getitem__)
    last = -1
    for rank, index in enumerate(ranked):
        if p_values[index] <= rate * (rank + 1) / len(p_values):
            last = rank
    kept = set(ranked[: last + 1])
    return tuple(index in kept for index in range(len(p_values)))


def winning_patterns(meetings: Iterable[MarkedMeeting]) -> tuple[Pattern, ...]:
    """Compare won with lost meetings feature by feature.

    Returns:
        Every feature present at least once, claimed ones first, then by size of the difference.
    """
    marked = tuple(meetings)
    won = sum(meeting.won for meeting in marked)
    return compare(_holders(marked), won, len(marked) - won)


def compare(holders: Mapping[str, Holders], won: int, lost: int) -> tuple[Pattern, ...]:
    """Return what is told of each feature, claimed ones first, then by size of the difference.

    Args:
        holders: for each feature the won and the lost meetings that have it.
        won: how many won meetings there are.
        lost: how many lost ones.
    """
    drafts = tuple(_pattern(feature, holders[feature], won, lost) for feature in sorted(holders))
    enough = min(won, lost) >= MINIMUM_MEETINGS
    survives = discoveries([draft.p_value for draft in drafts])
    judged = (replace(draft, claimed=enough and kept) for draft, kept in zip(drafts, survives, strict=True))
    return tuple(sorted(judged, key=lambda pattern: (not pattern.claimed, -abs(pattern.difference), pattern.feature)))


def _holders(meetings: Iterable[MarkedMeeting]) -> Mapping[str, Holders]:
    holders: dict[str, tuple[list[MeetingId], list[MeetingId]]] = {}
    for meeting in meetings:
        for feature in meeting.features:
            holders.setdefault(feature, ([], []))[0 if meeting.won else 1].append(meeting.id)
    return {
        feature: Holders(won=len(of_won), lost=len(of_lost), won_meetings=tuple(of_won), lost_meetings=tuple(of_lost))
        for feature, (of_won, of_lost) in holders.items()
    }


def _pattern(feature: str, holders: Holders, won_total: int, lost_total: int) -> Pattern:
    known = holders.known or (won_total, lost_total)
    won, lost = Proportion(hits=holders.won, total=known[0]), Proportion(hits=holders.lost, total=known[1])
    low, high = newcombe(won, lost)
    return Pattern(
        feature=feature,
        won=won,
        lost=lost,
        difference=won.rate - lost.rate,
        low=low,
        high=high,
        p_value=fisher(won, lost),
        claimed=False,
        won_meetings=holders.won_meetings,
        lost_meetings=holders.lost_meetings,
    )
