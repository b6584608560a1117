"""The manager's table: how many customers voice which theme, and whether it grows.

Hundreds of thousands of voices are counted at each touch of a filter, so everything here works on whole columns.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.insight import InsightKind, ObjectionKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import NamedTheme, TrendPoint
from insight_desktop.store.trend_columns import KINDS, NONE, OUTCOMES, TrendColumns
from insight_desktop.trends.filters import Mask, MeetingFinder, TrendFilter

Counts = NDArray[np.int64]

MOST_ROWS = 300
"""Themes that a page shows; those beyond are voiced by a customer or two."""


class Period(StrEnum):
    """How time is cut."""

    WEEK = "week"
    MONTH = "month"


class Movement(StrEnum):
    """How a theme's number of customers moved against the period before."""

    NEW = "new"
    RISING = "rising"
    STEADY = "steady"
    FADING = "fading"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """One theme on the manager's page; every count is of customers unless it says otherwise."""

    theme_id: str
    name: str
    kind: InsightKind
    customers: int
    meetings: int
    voices: int
    movement: Movement
    points: tuple[TrendPoint, ...]
    outcomes: tuple[tuple[Outcome, int], ...]
    """Meetings by outcome."""
    is_on_top: bool = False
    """The manager pinned it."""
    objection: ObjectionKind | None = None
    """Why customers hesitate, in a theme of objections."""


class VoicePlace(NamedTuple):
    """Where an insight is: its meeting's number in the columns, and its place among the meeting's insights."""

    meeting: int
    place: int


def start_of(day: dt.date, period: Period) -> dt.date:
    """Return the first day of the period that holds `day`; weeks begin on Monday."""
    return day.replace(day=1) if period is Period.MONTH else day - dt.timedelta(days=day.weekday())


def following(start: dt.date, period: Period) -> dt.date:
    """Return the first day of the next period."""
    if period is Period.WEEK:
        return start + dt.timedelta(days=7)
    return dt.date(start.year + start.month // 12, start.month % 12 + 1, 1)


class TrendTable:
    """All voices with their themes."""

    def __init__(self, columns: TrendColumns, themes: Iterable[NamedTheme]) -> None:
        """Put merged themes under the theme they went into; O(n) once."""
        self.columns = columns
        self.finder = MeetingFinder(columns)
        everyone = tuple(themes)
        self.themes = tuple(theme for theme in everyone if theme.merged_into is None)
        self.theme_of_voice = _theme_places(columns, everyone, self.themes)
        _, self._customer = np.unique(columns.meetings["customer"], return_inverse=True)

    def choices(self, field: str) -> tuple[str, ...]:
        """Return the values that occur in a field of `TrendFilter`, sorted."""
        return self.finder.choices(field)

    def mask(self, wanted: TrendFilter, meetings: Mask | None = None) -> Mask:
        """Return for each voice whether it counts and has a theme."""
        chosen = self.finder.mask(wanted) if meetings is None else meetings
        mask: Mask = chosen[self.columns.voices["meeting"]] & (self.theme_of_voice != NONE)
        if wanted.kinds:
            mask &= np.isin(self.columns.voices["kind"], [KINDS.index(kind) for kind in wanted.kinds])
        return mask

    def voices(self, wanted: TrendFilter, theme_id: str, limit: int = 100) -> tuple[VoicePlace, ...]:
        """Return where a theme's voices are, newest first."""
        index = next((n for n, theme in enumerate(self.themes) if theme.id == theme_id), None)
        if index is None:
            return ()
        found = np.flatnonzero(self.mask(wanted) & (self.theme_of_voice == index))
        meetings, places = self.columns.voices["meeting"][found], self.columns.voices["place"][found]
        days = self.columns.meetings["day"][meetings]
        order = np.lexsort((places, -meetings, -days))[:limit]
        numbers = self.columns.meetings["number"][meetings[order]]
        return tuple(VoicePlace(int(n), int(p)) for n, p in zip(numbers, places[order], strict=True))

    def rows(
        self, wanted: TrendFilter, period: Period, today: dt.date, *, limit: int = MOST_ROWS
    ) -> tuple[ThemeRow, ...]:
        """Return the themes with at least one voice: pinned ones, then by customers."""
        chosen = np.flatnonzero(self.mask(wanted))
        if not chosen.size:
            return ()
        meeting = self.columns.voices["meeting"][chosen]
        theme = self.theme_of_voice[chosen].astype(np.int64)
        days = self.columns.meetings["day"]
        starts = _starts(days[meeting], wanted, period, today)
        slot_of = np.searchsorted(np.array([start.toordinal() for start in starts]), days, side="right") - 1
        n, slots = len(self.themes), len(starts)
        by_slot = theme * slots + slot_of[meeting]
        customer = self._customer[meeting]
        counts = _Counts(
            customers=_distinct(theme, customer, n),
            meetings=_distinct(theme, meeting, n),
            voices=np.bincount(theme, minlength=n),
            points=_distinct(by_slot, customer, n * slots).reshape(n, slots),
            point_meetings=_distinct(by_slot, meeting, n * slots).reshape(n, slots),
            outcomes=_distinct(
                theme * len(OUTCOMES) + self.columns.meetings["outcome"][meeting], meeting, n * len(OUTCOMES)
            ).reshape(n, len(OUTCOMES)),
        )
        present = np.flatnonzero(counts.voices)
        below = np.array([not self.themes[index].is_on_top for index in present])
        order = np.lexsort((present, -counts.voices[present], -counts.customers[present], below))
        elapsed = _elapsed(starts[-1], period, wanted.until or today)
        return tuple(_row(self.themes[index], counts, int(index), starts, elapsed) for index in present[order[:limit]])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Counts:
    """What was counted, theme by theme."""

    customers: Counts
    meetings: Counts
    voices: Counts
    points: Counts
    point_meetings: Counts
    outcomes: Counts


def _row(theme: NamedTheme, counts: _Counts, index: int, starts: Sequence[dt.date], elapsed: float) -> ThemeRow:
    points = tuple(counts.points[index].tolist())
    meetings = counts.point_meetings[index].tolist()
    outcomes = counts.outcomes[index].tolist()
    return ThemeRow(
        theme_id=theme.id,
        name=theme.name,
        kind=theme.kind,
        customers=int(counts.customers[index]),
        meetings=int(counts.meetings[index]),
        voices=int(counts.voices[index]),
        movement=movement(points, elapsed),
        points=tuple(
            TrendPoint(start=start, customers=customers, meetings=met)
            for start, customers, met in zip(starts, points, meetings, strict=True)
        ),
        outcomes=tuple((outcome, count) for outcome, count in zip(OUTCOMES, outcomes, strict=True) if count),
        is_on_top=theme.is_on_top,
        objection=theme.objection,
    )


def _theme_places(
    columns: TrendColumns, everyone: Sequence[NamedTheme], shown: Sequence[NamedTheme]
) -> NDArray[np.int32]:
    """Return for each voice the place of its theme among those shown, or NONE."""
    into = {theme.id: theme.merged_into for theme in everyone}
    place_of = {theme.id: place for place, theme in enumerate(shown)}
    table = np.full(max(columns.values, default=0) + 2, NONE, np.int32)
    for code, value in columns.values.items():
        theme_id: str | None = value
        for _ in range(len(into)):
            after = into.get(theme_id or "")
            if after is None:
                break
            theme_id = after
        if theme_id in place_of:
            table[code] = place_of[theme_id]
    return table[columns.voices["theme"]]


def _starts(days: NDArray[np.int32], wanted: TrendFilter, period: Period, today: dt.date) -> tuple[dt.date, ...]:
    first = wanted.since or dt.date.fromordinal(int(days.min()))
    last = max(wanted.until or today, dt.date.fromordinal(int(days.max())))
    starts = [start_of(first, period)]
    while (after := following(starts[-1], period)) <= last:
        starts.append(after)
    return tuple(starts)


def _elapsed(start: dt.date, period: Period, day: dt.date) -> float:
    """Return how much of the period that begins with `start` is over at the end of a day, up to all of it."""
    return min(1.0, max(0, (day - start).days + 1) / (following(start, period) - start).days)


def movement(points: Sequence[int], elapsed: float = 1.0) -> Movement:
    """Compare the last period with the one before; a change under a third, or of a single customer, is steady.

    Args:
        points: customers by period.
        elapsed: how much of the last period is over; of the one before as much counts.
    """
    if len(points) == 1:
        return Movement.STEADY
    now, before = points[-1], points[-2] * elapsed
    if now and not any(points[:-1]):
        return Movement.NEW
    if not now and before >= 1:
        return Movement.GONE
    if now - before > max(1, before / 3):
        return Movement.RISING
    if before - now > max(1, before / 3):
        return Movement.FADING
    return Movement.STEADY


def _distinct(groups: Counts, things: NDArray[np.integer], n: int) -> Counts:
    """Return how many different things each of n groups holds."""
    width = int(things.max()) + 1
    pairs = groups * width + things
    pairs.sort()
    first = np.ones(len(pairs), np.bool_)
    first[1:] = pairs[1:] != pairs[:-1]
    return np.bincount(pairs[first] // width, minlength=n)
