"""Arithmetic of days for what people say: weeks from Monday, month ends, fiscal halves."""

import calendar
import datetime as dt

import jpholiday

FRIDAY, SATURDAY = 4, 5
_DECEMBER = 12


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months on; the last one where the month is too short."""
    year, month = divmod(day.year * _DECEMBER + day.month - 1 + months, _DECEMBER)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def monday_of(day: dt.date) -> dt.date:
    """Return the Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """Return the next such weekday, never the day itself."""
    return day + dt.timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def weekday_in_week(day: dt.date, weekday: int, weeks: int) -> dt.date:
    """Return the weekday in the week that is `weeks` after the day's own."""
    return monday_of(day) + dt.timedelta(days=7 * weeks + weekday)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Return the nth such weekday of a month (-1: the last), or None where there is none."""
    if nth < 0:
        last = month_end(year, month)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_GONE = 11
"""Months: who names a month without a year hardly means one that far ahead, but the one just gone."""


def just_gone(held_on: dt.date) -> dt.date:
    """Return the day from which on a month named without a year is the one of this year, which has passed."""
    return add_months(held_on, _GONE)


def next_month_like(held_on: dt.date, month: int) -> int:
    """Return the year in which a month without a year comes next; the present month counts."""
    return held_on.year if month >= held_on.month else held_on.year + 1


def next_day_like(held_on: dt.date, day: int, *, within: dt.date | None = None) -> dt.date | None:
    """Return the next date with that day of the month after `held_on`, or the one in the month of `within`."""
    if within is not None:
        found = day_of(within.year, within.month, day)
        if found is not None and found >= held_on:
            return found
    for months in range(3):
        start = add_months(held_on.replace(day=1), months)
        found = day_of(start.year, start.month, day)
        if found is not None and found > held_on:
            return found
    return None


_AGREE = 4
"""Months in which a day and its weekday are looked for together."""


def next_day_on(held_on: dt.date, day: int, weekday: int | None, *, within: dt.date | None = None) -> dt.date | None:
    """Return the next date with that day of the month, the first that falls on the weekday where one is told with it.

    A month spoken of before (`within`) counts only where the weekday agrees; a slip of the tongue changes nothing.
    """
    plain = next_day_like(held_on, day, within=within)
    if weekday is None or plain is None or plain.weekday() == weekday:
        return plain
    for months in range(_AGREE):
        start = add_months(held_on.replace(day=1), months)
        found = day_of(start.year, start.month, day)
        if found is not None and found > held_on and found.weekday() == weekday:
            return found
    return plain


def business_days_after(day: dt.date, days: int) -> dt.date:
    """Return the day so many working days (Monday to Friday) later."""
    while days > 0:
        day += dt.timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


_LONG_WEEKEND = 3
_SOON = 45
"""«After the holidays» means those that come within so many days."""


def day_after_holidays(day: dt.date) -> dt.date | None:
    """Return the first working day after Japan's next three or more days off in a row; None where none come soon."""
    off = 0
    for days in range(1, _SOON):
        other = day + dt.timedelta(days=days)
        if other.weekday() >= SATURDAY or jpholiday.is_holiday(other):
            off += 1
        elif off >= _LONG_WEEKEND:
            return other
        else:
            off = 0
    return None


def fiscal_year_end(day: dt.date) -> dt.date:
    """Return the end of the Japanese business year that holds a day."""
    return dt.date(day.year + (day.month > 3), 3, 31)  # noqa: PLR2004 -- March


def quarter_end(day: dt.date) -> dt.date:
    """Return the end of the calendar quarter that holds a day; April to March years have the same quarters."""
    return month_end(day.year, (day.month - 1) // 3 * 3 + 3)
