"""Months, their days, ends and parts, quarters and years as they are said in English."""
# ruff: noqa: PLR0911 -- one case for each kind of expression

import datetime as dt
import re

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import VAGUE, Period, Precision, single
from insight_desktop.insights.date_words_en import CARDINALS, MONTHS, ORDINALS


def month_number(word: str) -> int:
    """Return 1 for jan and so on."""
    return MONTHS.index(word.lower().strip(". ")[:3]) + 1


def day_number(word: str) -> int:
    """Return the number of a day said as ordinal or cardinal."""
    plain = re.sub(r"\s+", "-", word.lower().strip())
    if plain[:1].isdigit():
        return int(re.sub(r"\D", "", plain))
    return (ORDINALS if plain in ORDINALS else CARDINALS).index(plain) + 1


def _year(word: str | None, held_on: dt.date, month: int) -> int:
    if not word:
        return days.next_month_like(held_on, month)
    if digits := re.search(r"20\d\d", word):
        return int(digits[0])
    return held_on.year + {"next year": 1, "the year after": 2}.get(word.lower(), 0)


def dated(month_word: str, day_word: str, year_word: str | None, held_on: dt.date) -> Period | None:
    """Return the day; the next year where it is past and no year is said."""
    month, day = month_number(month_word), day_number(day_word)
    year = _year(year_word, held_on, month)
    found = days.day_of(year, month, day)
    if found is not None and found < held_on and not year_word:
        found = days.day_of(year + 1, month, day)
    return single(found)


def _whole_month(year: int, month: int) -> Period:
    return dt.date(year, month, 1), days.month_end(year, month), Precision.MONTH


def part_of_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    """Read «early», «mid», «the first week of» a month."""
    if match["thirdm"]:
        month = month_number(match["thirdm"])
        year = _year(match["thirdy"], held_on, month)
    else:
        start = days.add_months(held_on.replace(day=1), 1 if "next" in match[0].lower() else 0)
        year, month = start.year, start.month
    first, last = dt.date(year, month, 1), days.month_end(year, month)
    word = match["third"].lower().removeprefix("the ")
    if word.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10), Precision.VAGUE
    if word.startswith(("mid", "middle")):
        return first.replace(day=15), first.replace(day=15), Precision.VAGUE
    weeks = {"first": 7, "second": 14, "third": 21}
    for name, end in weeks.items():
        if word.startswith(name):
            return first.replace(day=end - 6), first.replace(day=end), Precision.VAGUE
    return first.replace(day=21), last, Precision.VAGUE


def end_of_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    """Read «the end of March»."""
    word = next(match[name] for name in ("endm", "endm2", "endm3", "endm4", "endm5") if match[name])
    month = month_number(word)
    last = days.month_end(_year(match["endy"], held_on, month), month)
    return last, last, Precision.MONTH


def day_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    """Read «the fourteenth of March»."""
    return dated(match["dmm"], match["dmd"], match["dmy"], held_on)


def month_day(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    """Read «March the fourteenth»."""
    return dated(match["mdm"], match["mdd"], match["mdy"], held_on)


def end_of_period(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    """Read «the end of the week, the month, the quarter, the day»."""
    word = (match["rel"] or match["rel2"] or match[0]).lower()
    ahead = "next" in word or "following" in word
    if "summer" in word:
        return VAGUE
    if "week" in word or word == "eow":
        friday = days.weekday_in_week(held_on, days.FRIDAY, 1 if ahead else 0)
        friday = friday if friday >= held_on else friday + dt.timedelta(days=7)
        return friday, friday, Precision.WEEK
    if "month" in word or word == "eom":
        # «some time in March, by the end of the month»
        named = near is not None and re.search(r"\b(?:the|that) month", match[0].lower())
        start = near if near and named else days.add_months(held_on.replace(day=1), 1 if ahead else 0)
        last = days.month_end(start.year, start.month)
        return last, last, Precision.MONTH
    if "quarter" in word:
        last = days.quarter_end(days.add_months(held_on, 3) if ahead else held_on)
        return last, last, Precision.MONTH
    if "fiscal" in word or "financial" in word:
        return VAGUE
    if "year" in word and "back end" in match[0].lower():
        return VAGUE
    if "year" in word:
        last = dt.date(held_on.year + (1 if ahead else 0), 12, 31)
        return last, last, Precision.LONGER
    return single(held_on + dt.timedelta(days=1 if match["relx"] and "tomorrow" in match["relx"] else 0))


def quarter(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    """Read a quarter."""
    number = int(match["qn"] or {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[match["qw"].lower()])
    month = 3 * number
    year = _year(match["qy"], held_on, month)
    first, last = dt.date(year, month - 2, 1), days.month_end(year, month)
    part = (match["qpart"] or "").lower()
    if part in ("start", "beginning"):
        last = days.month_end(year, month - 2)
    return first, last, Precision.LONGER


def relative_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    """Read «next month»."""
    words = match[0].lower()
    start = days.add_months(held_on.replace(day=1), 2 if "after next" in words else 0 if "this" in words else 1)
    return _whole_month(start.year, start.month)


def month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    """Read a month alone."""
    month = month_number(match["mm"])
    relation = (match["mrel"] or "").lower()
    if match["mm"].lower() in ("may", "march") and not match["mm"][0].isupper():
        return None
    year = _year(match["my"], held_on, month)
    if relation == "next" and month > held_on.month and year == held_on.year:
        year = held_on.year + 1
    eve = dt.date(year, month, 1) - dt.timedelta(days=1)
    if (
        eve >= held_on
        and _UNTIL_IT.search(match.string[: match.start()])
        and not _UNTIL_OUT.match(match.string, match.end())
    ):
        return eve, eve, Precision.MONTH
    return _whole_month(year, month)


_UNTIL_IT = re.compile(r"\b(?:before|ahead of) $", re.IGNORECASE)
"""«Before December» is over with November."""
_UNTIL_OUT = re.compile(
    r"(?:['’]s| is| has)? (?:out|over|up|done|gone|goes|ends?|closes|closing|finish\w*|\d|the \w+th\b)", re.IGNORECASE
)
"""«Before December is out» is not."""
