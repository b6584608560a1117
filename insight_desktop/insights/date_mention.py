"""A time that somebody named, as a period of days."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.insight import DayMeaning


class Precision(StrEnum):
    """How exactly a time is named."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LONGER = "longer"
    VAGUE = "vague"
    """Year's turn, spring, some time: no date follows from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A named time, its characters, and whether it is said as a start or as an end."""

    first: dt.date | None
    last: dt.date | None
    start: int
    end: int
    precision: Precision
    is_start: bool = False
    """«From then on» is said: the first day counts."""
    is_limit: bool = False
    """«By then», «within it» is said."""

    @property
    def date(self) -> dt.date | None:
        """The day by convention: the first of «from …», else the last; None for anything vaguer than a month.

        A part of a month (上旬, «the second week of October») is vaguer than the month itself, unless it says a start.
        """
        if self.precision is Precision.VAGUE:
            return self.first if self.is_start else None
        return self.first if self.is_start else self.last

    @property
    def means(self) -> DayMeaning:
        """What `date` is of the time that was named."""
        if self.is_start:
            return DayMeaning.FROM
        plain = {Precision.DAY: DayMeaning.ON, Precision.MONTH: DayMeaning.IN}
        return DayMeaning.BY if self.is_limit else plain.get(self.precision, DayMeaning.BY)


Period = tuple[dt.date | None, dt.date | None, Precision]
"""First and last day of what words name, and how exactly they name it."""
VAGUE: Period = (None, None, Precision.VAGUE)


def single(day: dt.date | None) -> Period | None:
    """Return one day as a period."""
    return None if day is None else (day, day, Precision.DAY)
