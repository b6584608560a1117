"""How a rep's meetings go over time, against the rep's own past and against won meetings held the same way.

No rep is ranked against another.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.trend_columns import METRICS
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period, TrendTable, following, start_of

RECENT_DAYS = 56
MONTHS = 12
FEWEST = 3
"""Meetings that a middle must rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """A median and how many meetings it rests on; None where they are too few."""

    value: float | None
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricCourse:
    """One metric of a rep."""

    metric: str
    recent: Middle
    past: Middle
    """The rep's own, before."""
    won: Middle
    """Won meetings of everybody, held the same way."""
    points: tuple[tuple[dt.date, float | None], ...]
    """The last twelve months."""


def courses(table: TrendTable, rep: str, today: dt.date, channel: str = "") -> tuple[MetricCourse, ...]:
    """Return how each metric went.

    Args:
        table: all meetings.
        rep: whose; empty: everybody's.
        today: the last day.
        channel: only meetings held this way; empty: any.
    """
    channels = (channel,) if channel else ()
    mine = table.finder.mask(TrendFilter(reps=(rep,) if rep else (), channels=channels, until=today))
    won = table.finder.mask(TrendFilter(outcomes=(Outcome.WON, Outcome.STRONG), channels=channels, until=today))
    day = table.columns.meetings["day"]
    is_recent = day > today.toordinal() - RECENT_DAYS
    starts = [start_of(today, Period.MONTH)]
    while len(starts) < MONTHS:
        starts.insert(0, start_of(starts[0] - dt.timedelta(days=1), Period.MONTH))
    borders = [start.toordinal() for start in (*starts, following(starts[-1], Period.MONTH))]
    found = []
    for place, metric in enumerate(METRICS):
        values = table.columns.metrics[:, place]
        found.append(
            MetricCourse(
                metric=metric,
                recent=_middle(values[mine & is_recent]),
                past=_middle(values[mine & ~is_recent]),
                won=_middle(values[won]),
                points=tuple(
                    (start, _middle(values[mine & (day >= borders[n]) & (day < borders[n + 1])]).value)
                    for n, start in enumerate(starts)
                ),
            )
        )
    return tuple(course for course in found if course.recent.meetings or course.past.meetings)


def behind(
    table: TrendTable, rep: str, metric: str, start: dt.date, channel: str = ""
) -> tuple[tuple[int, float], ...]:
    """Return the meetings of a month behind a point of a metric, the highest value first.

    Returns:
        Each meeting's number in the columns, and its value.
    """
    last = following(start, Period.MONTH) - dt.timedelta(days=1)
    reps, channels = (rep,) if rep else (), (channel,) if channel else ()
    values = table.columns.metrics[:, METRICS.index(metric)]
    chosen = table.finder.mask(TrendFilter(reps=reps, channels=channels, since=start, until=last)) & ~np.isnan(values)
    places = np.flatnonzero(chosen)
    order = places[np.argsort(-values[places], kind="stable")]
    return tuple((int(table.columns.meetings["number"][place]), float(values[place])) for place in order)


def _middle(values: NDArray[np.float32]) -> Middle:
    known = values[~np.isnan(values)]
    return Middle(value=float(np.median(known)) if len(known) >= FEWEST else None, meetings=len(known))
