"""What may differ between won and lost meetings: themes, signals, metrics and script items, counted over columns."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import Pattern
from insight_desktop.store.trend_columns import METRICS, NONE, OUTCOMES, SIGNALS
from insight_desktop.trends.filters import Mask, TrendFilter
from insight_desktop.trends.overview import TrendTable
from insight_desktop.trends.patterns import Holders, compare

_WON = (Outcome.WON, Outcome.STRONG)
_LOST = (Outcome.LOST, Outcome.WEAK)
_FEWEST = 5
"""Meetings that must have a feature, and that must lack it, before it is looked at."""
_EXAMPLES = 3

IdsOf = Callable[[list[int]], Mapping[int, str]]


class FeatureKind(StrEnum):
    """What a feature is; the first part of its key, before a colon."""

    THEME = "theme"
    SIGNAL = "signal"
    METRIC = "metric"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Where the items of the manager's script came up; meetings go by their numbers in the columns."""

    came_up: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """For each item, by its id."""
    entered: frozenset[int] = frozenset()
    """The meetings that were looked through."""


def key_of(kind: FeatureKind, name: str) -> str:
    """Return the key under which `Pattern.feature` names a feature."""
    return f"{kind}:{name}"


def split_key(feature: str) -> tuple[FeatureKind, str]:
    """Return the kind and the name of a key; a metric's name ends with `@` and the border it was cut at."""
    kind, _, name = feature.partition(":")
    return FeatureKind(kind), name


def differences(
    table: TrendTable, wanted: TrendFilter, ids_of: IdsOf, script: Script | None = None
) -> tuple[Pattern, ...]:
    """Return what won and strong meetings differ in from lost and weak ones.

    Args:
        table: all meetings.
        wanted: which of them count.
        ids_of: gives ids for meetings' numbers.
        script: where the items of the manager's script came up.
    """
    meetings = table.columns.meetings
    chosen = table.finder.mask(wanted) & (meetings["analysed"] == 1)
    won = np.flatnonzero(chosen & _is(table, _WON))
    lost = np.flatnonzero(chosen & _is(table, _LOST))
    found: dict[str, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}
    counts: dict[str, tuple[int, int]] = {}
    known: dict[str, tuple[int, int]] = {}
    for hits in (*_themes(table, wanted, won, lost), *_others(table, won, lost, script or Script())):
        total = len(hits.won) + len(hits.lost)
        if min(total, sum(hits.known) - total) >= _FEWEST:
            known[hits.feature] = hits.known
            counts[hits.feature] = (len(hits.won), len(hits.lost))
            found[hits.feature] = (_newest(table, hits.won), _newest(table, hits.lost))
    numbers = {int(n) for pair in found.values() for part in pair for n in meetings["number"][part]}
    ids = ids_of(sorted(numbers))

    def named(rows: NDArray[np.intp]) -> tuple[MeetingId, ...]:
        return tuple(MeetingId(ids[int(n)]) for n in meetings["number"][rows])

    holders = {
        feature: Holders(
            won=counts[feature][0],
            lost=counts[feature][1],
            won_meetings=named(of_won),
            lost_meetings=named(of_lost),
            known=known[feature],
        )
        for feature, (of_won, of_lost) in found.items()
    }
    return compare(holders, len(won), len(lost))


def _is(table: TrendTable, outcomes: tuple[Outcome, ...]) -> Mask:
    return np.isin(table.columns.meetings["outcome"], [OUTCOMES.index(outcome) for outcome in outcomes])


def _newest(table: TrendTable, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    days = table.columns.meetings["day"][rows]
    return rows[np.argsort(-days, kind="stable")[:_EXAMPLES]]


class _Hits(NamedTuple):
    """The judged meetings that have a feature, and in how many of each side it is known whether they have it."""

    feature: str
    won: NDArray[np.intp]
    lost: NDArray[np.intp]
    known: tuple[int, int]


def _themes(table: TrendTable, wanted: TrendFilter, won: NDArray[np.intp], lost: NDArray[np.intp]) -> Iterator[_Hits]:
    """Yield each theme; thousands of them are counted at once, in what voices there are, not meeting by meeting."""
    n = len(table.columns.meetings["day"])
    side = np.zeros(n, np.int8)
    side[won], side[lost] = 1, -1
    meetings = table.columns.voices["meeting"]
    voices = np.flatnonzero(table.mask(wanted) & (table.theme_of_voice != NONE) & (side[meetings] != 0))
    pairs = np.unique(table.theme_of_voice[voices].astype(np.int64) * n + meetings[voices])
    theme, meeting = pairs // max(n, 1), (pairs % max(n, 1)).astype(np.intp)
    borders = np.searchsorted(theme, np.arange(len(table.themes) + 1))
    for place in np.flatnonzero(np.diff(borders) >= _FEWEST):
        rows = meeting[borders[place] : borders[place + 1]]
        of_won = side[rows] > 0
        feature = key_of(FeatureKind.THEME, table.themes[place].id)
        yield _Hits(feature, rows[of_won], rows[~of_won], (len(won), len(lost)))


def _others(table: TrendTable, won: NDArray[np.intp], lost: NDArray[np.intp], script: Script) -> Iterator[_Hits]:
    """Yield each signal, metric and item of the script."""
    for feature, has, told in _masks(table, np.concatenate([won, lost]), script):
        yield _Hits(
            feature,
            won[has[won] & told[won]],
            lost[has[lost] & told[lost]],
            (int(told[won].sum()), int(told[lost].sum())),
        )


def _masks(table: TrendTable, judged: NDArray[np.intp], script: Script) -> Iterator[tuple[str, Mask, Mask]]:
    """Yield a feature, the meetings that have it, and those in which it is known, as masks over all meetings."""
    columns = table.columns
    everywhere = np.ones(len(columns.meetings["day"]), np.bool_)
    for bit, signal in enumerate(SIGNALS):
        has = (columns.meetings["signals"] >> bit & 1).astype(np.bool_)
        yield key_of(FeatureKind.SIGNAL, signal), has, everywhere
    for place, metric in enumerate(METRICS):
        values = columns.metrics[:, place]
        known = values[judged][~np.isnan(values[judged])]
        if 2 * len(known) > len(judged):
            border = float(np.median(known))
            yield key_of(FeatureKind.METRIC, f"{metric}@{border:g}"), values > border, ~np.isnan(values)
    entered = np.isin(columns.meetings["number"], list(script.entered))
    for item, numbers in script.came_up.items():
        yield key_of(FeatureKind.SCRIPT, item), np.isin(columns.meetings["number"], list(numbers)), entered
