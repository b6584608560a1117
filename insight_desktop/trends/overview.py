"""The manager's table: how many customers voice which theme, and whether it grows.

Tens of thousands of voices are counted at each touch of a filter, so they are kept as columns of codes, made once.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import InsightId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import Theme, TrendPoint, Voice

Codes = NDArray[np.int64]
_NEVER = -1


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
class TrendFilter:
    """Which voices count; an empty tuple means all."""

    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[InsightKind, ...] = ()
    segments: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    languages: tuple[str, ...] = ()


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


def start_of(day: dt.date, period: Period) -> dt.date:
    """Return the first day of the period that holds `day`; weeks begin on Monday."""
    return day.replace(day=1) if period is Period.MONTH else day - dt.timedelta(days=day.weekday())


def following(start: dt.date, period: Period) -> dt.date:
    """Return the first day of the next period."""
    if period is Period.WEEK:
        return start + dt.timedelta(days=7)
    return dt.date(start.year + start.month // 12, start.month % 12 + 1, 1)


class TrendTable:
    """All voices as columns, with their themes."""

    def __init__(self, voices: Sequence[Voice], themes: Iterable[Theme]) -> None:
        """Make the columns; O(n) once."""
        self._themes = tuple(themes)
        index_of: dict[InsightId, int] = {
            member: index for index, theme in enumerate(self._themes) for member in theme.members
        }
        self._voices = tuple(voices)
        self._theme = np.array([index_of.get(voice.insight_id, _NEVER) for voice in voices], np.int64)
        self._day = np.array([voice.held_on.toordinal() for voice in voices], np.int64)
        self._customer, _ = _codes(voice.customer_id or voice.meeting_id for voice in voices)
        self._meeting, _ = _codes(voice.meeting_id for voice in voices)
        self._columns: dict[str, tuple[Codes, Mapping[Hashable, int]]] = {
            "kinds": _codes(voice.kind for voice in voices),
            "segments": _codes(voice.segment for voice in voices),
            "industries": _codes(voice.industry for voice in voices),
            "reps": _codes(voice.rep for voice in voices),
            "outcomes": _codes(voice.outcome for voice in voices),
            "languages": _codes(voice.language for voice in voices),
        }

    def choices(self, column: str) -> tuple[str, ...]:
        """Return the values that occur in a column of `TrendFilter`, sorted."""
        return tuple(sorted(str(value) for value in self._columns[column][1] if value))

    def voices(self, wanted: TrendFilter, theme_id: str) -> tuple[Voice, ...]:
        """Return a theme's voices, newest first."""
        index = next((n for n, theme in enumerate(self._themes) if theme.id == theme_id), None)
        if index is None:
            return ()
        rows = np.flatnonzero(self._mask(wanted) & (self._theme == index))
        found = (self._voices[row] for row in rows)
        return tuple(sorted(found, key=lambda voice: (voice.held_on, voice.insight_id), reverse=True))

    def rows(self, wanted: TrendFilter, period: Period, today: dt.date) -> tuple[ThemeRow, ...]:
        """Return the themes with at least one voice, most customers first."""
        mask = self._mask(wanted) & (self._theme != _NEVER)
        chosen = np.flatnonzero(mask)
        if not chosen.size:
            return ()
        starts = self._starts(chosen, wanted, period, today)
        slots = np.searchsorted(np.array([start.toordinal() for start in starts]), self._day[chosen], side="right") - 1
        theme, n = self._theme[chosen], len(self._themes)
        customers = _distinct(theme, self._customer[chosen], n)
        meetings = _distinct(theme, self._meeting[chosen], n)
        by_slot = theme * len(starts) + slots
        points = _distinct(by_slot, self._customer[chosen], n * len(starts)).reshape(n, len(starts))
        point_meetings = _distinct(by_slot, self._meeting[chosen], n * len(starts)).reshape(n, len(starts))
        outcomes = self._outcomes(chosen, theme, n)
        voices = np.bincount(theme, minlength=n)
        rows = (
            ThemeRow(
                theme_id=self._themes[index].id,
                name=self._themes[index].name,
                kind=self._themes[index].kind,
                customers=int(customers[index]),
                meetings=int(meetings[index]),
                voices=int(voices[index]),
                movement=movement(tuple(int(value) for value in points[index])),
                points=tuple(
                    TrendPoint(
                        start=start, customers=int(points[index, slot]), meetings=int(point_meetings[index, slot])
                    )
                    for slot, start in enumerate(starts)
                ),
                outcomes=outcomes[index],
            )
            for index in np.flatnonzero(voices)
        )
        return tuple(sorted(rows, key=lambda row: (-row.customers, -row.voices, row.theme_id)))

    def _mask(self, wanted: TrendFilter) -> NDArray[np.bool_]:
        mask = np.ones(len(self._voices), np.bool_)
        if wanted.since:
            mask &= self._day >= wanted.since.toordinal()
        if wanted.until:
            mask &= self._day <= wanted.until.toordinal()
        for name, (codes, numbers) in self._columns.items():
            values = getattr(wanted, name)
            if values:
                mask &= np.isin(codes, [numbers[value] for value in values if value in numbers])
        return mask

    def _starts(self, chosen: Codes, wanted: TrendFilter, period: Period, today: dt.date) -> tuple[dt.date, ...]:
        first = wanted.since or dt.date.fromordinal(int(self._day[chosen].min()))
        last = max(wanted.until or today, dt.date.fromordinal(int(self._day[chosen].max())))
        starts = [start_of(first, period)]
        while (after := following(starts[-1], period)) <= last:
            starts.append(after)
        return tuple(starts)

    def _outcomes(self, chosen: Codes, theme: Codes, n: int) -> list[tuple[tuple[Outcome, int], ...]]:
        codes, numbers = self._columns["outcomes"]
        counted: list[list[tuple[Outcome, int]]] = [[] for _ in range(n)]
        for outcome in Outcome:
            number = numbers.get(outcome)
            if number is None:
                continue
            here = codes[chosen] == number
            counts = _distinct(theme[here], self._meeting[chosen][here], n)
            for index in np.flatnonzero(counts):
                counted[index].append((outcome, int(counts[index])))
        return [tuple(row) for row in counted]


def movement(points: Sequence[int]) -> Movement:
    """Compare the last period with the one before; a change under a third, or of a single customer, is steady."""
    if len(points) == 1:
        return Movement.STEADY
    now, before = points[-1], points[-2]
    if now and not any(points[:-1]):
        return Movement.NEW
    if not now and before:
        return Movement.GONE
    if now - before > max(1, before / 3):
        return Movement.RISING
    if before - now > max(1, before / 3):
        return Movement.FADING
    return Movement.STEADY


def _codes(values: Iterable[Hashable]) -> tuple[Codes, Mapping[Hashable, int]]:
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(value, len(numbers)) for value in values]
    return np.array(codes, np.int64), numbers


def _distinct(groups: Codes, things: Codes, n: int) -> Codes:
    """Return how many different things each of n groups holds."""
    if not groups.size:
        return np.zeros(n, np.int64)
    pairs = np.unique(groups * (int(things.max()) + 1) + things)
    return np.bincount(pairs // (int(things.max()) + 1), minlength=n)
