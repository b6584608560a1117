"""Times named in English: next Wednesday, Friday week, in two weeks, from March, the fourteenth."""
# ruff: noqa: PLR0911, PLR2004 -- one case for each kind of expression

import datetime as dt
import re
from collections.abc import Callable

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import VAGUE, DateMention, Period, Precision, single
from insight_desktop.insights.date_words_en import (
    LIMIT_AFTER,
    LIMIT_BEFORE,
    MONTH,
    ORDINAL,
    PATTERN,
    START_AFTER,
    START_BEFORE,
    WEEKDAY_NAMES,
)
from insight_desktop.insights.feasts import feast_en
from insight_desktop.insights.months_en import (
    dated,
    day_month,
    day_number,
    end_of_month,
    end_of_period,
    month,
    month_day,
    month_number,
    part_of_month,
    quarter,
    relative_month,
)
from insight_desktop.insights.named_weekdays import is_told_again, weekday_beside_en
from insight_desktop.insights.numbers import numbers


def find(text: str, held_on: dt.date, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that an English text names, in order; see `dates_ja.find`."""
    plain = text.replace("’", "'")
    found: list[DateMention] = []
    near: dt.date | None = anchor
    said: dt.date | None = None
    for match in PATTERN.finditer(plain):
        kind = next(name for name in _READERS if match.groupdict().get(name))
        period = _READERS[kind](match, held_on, (said or _that_month(match, anchor)) if kind == "endrel" else near)
        if period is None:
            continue
        first, last, precision = _next_year(period, match, found, held_on)
        if kind == "wd" and found and _is_same_day(plain, found[-1], match):
            continue
        if (
            found
            and kind in ("ord", "dm", "md")
            and precision is Precision.DAY
            and match.start() - found[-1].end <= 3
            and found[-1].precision is Precision.DAY
        ):
            # «next Wednesday, the eleventh»: the number says the same day more exactly
            found.pop()
        elif (
            found
            and last is not None
            and kind in ("ord", "dm", "md")
            and (_is_its_weekday(plain, found[-1], match, last) or _is_its_month(plain, found[-1], match, last))
        ):
            found.pop()
        if last is not None and kind in _SAYS_MONTH:
            near = said = last
        before, after = plain[max(0, match.start() - 24) : match.start()], plain[match.end() : match.end() + 30]
        words = match[0].lower()
        found.append(
            DateMention(
                first=first,
                last=last,
                start=match.start(),
                end=match.end(),
                precision=precision,
                is_start=START_BEFORE.search(before) is not None
                or words.startswith("from ")
                or START_AFTER.match(after) is not None,
                is_limit=LIMIT_BEFORE.search(before) is not None
                or words.startswith(("by ", "before ", "until ", "till ", "within ", "in "))
                or "end" in words
                or LIMIT_AFTER.match(after) is not None,
            )
        )
    return found


def _that_month(match: re.Match[str], anchor: dt.date | None) -> dt.date | None:
    """Return the day named in the turns before where a month is pointed at: «the end of that month»."""
    return anchor if "that month" in match[0].lower() else None


_SAME_DAY_AGAIN = re.compile(r"(?:,|\b(?:it's|it is|that's|that is|which is|is|was)) an? $", re.IGNORECASE)
"""«November sixth, a Friday», «the twentieth for the survey, that's a Wednesday» name one day."""
_SAYS_MONTH = ("dm", "md", "month", "monthend", "thirds", "nth", "feast", "yearend")
"""Kinds of words that say a month: a bare day behind them is one of that month."""
_EXACTLY = re.compile(r"[^.;!?]{0,24}, (?:that's|that is|that'll be|that would be|it's|which is) ", re.IGNORECASE)
_BEFORE_THEY = re.compile(r" (?:before|after) [\w' ]{1,24}, ", re.IGNORECASE)
_STILL = 12
"""Characters between «the Friday, then,» and «the eleventh»."""
_OPENING_NEXT_YEAR = re.compile(r"(?<!\bfor )(?<!\bof )\bnext year$", re.IGNORECASE)
_SETTLED_BY = re.compile(r"(?:'s(?: \w+){1,2})? (?:by|before|until) (?:the )?", re.IGNORECASE)
"""«To settle next year by November», «next year's fees by November»: what is settled, not when."""


def _next_year(period: Period, match: re.Match[str], found: list[DateMention], held_on: dt.date) -> Period:
    """Move a month into the next year where that was said just before: «we open next year, end of March»."""
    first, last, precision = period
    if not found or not _OPENING_NEXT_YEAR.search(match.string[: found[-1].end]):
        return period
    if _SETTLED_BY.fullmatch(match.string[found[-1].end : match.start()]):
        return period
    if first is None or last is None or last.year != held_on.year or not re.search(MONTH, match[0], re.IGNORECASE):
        return period
    return days.add_months(first, 12), days.add_months(last, 12), precision


def _is_its_weekday(text: str, before: DateMention, match: re.Match[str], day: dt.date) -> bool:
    """Tell whether a weekday named just before is that of a day: «on the Friday, then, the eleventh»."""
    words = text[before.start : before.end].lower().split()
    between = text[before.end : match.start()]
    close = len(between) <= _STILL and not re.search(r"[.;!?]| or ", between)
    close = close or _BEFORE_THEY.fullmatch(between) is not None
    return close and words[-1] in WEEKDAY_NAMES and WEEKDAY_NAMES.index(words[-1]) == day.weekday()


def _is_its_month(text: str, before: DateMention, match: re.Match[str], day: dt.date) -> bool:
    """Tell whether a month named just before is told exactly: «at the November session, that's the seventeenth»."""
    return (
        before.precision is Precision.MONTH
        and before.last is not None
        and (before.last.year, before.last.month) == (day.year, day.month)
        and _EXACTLY.fullmatch(text[before.end : match.start()]) is not None
    )


def _is_same_day(text: str, before: DateMention, match: re.Match[str]) -> bool:
    """Tell whether a weekday only repeats the day named before it."""
    return _SAME_DAY_AGAIN.search(text, 0, match.start()) is not None or is_told_again(
        text, before, match.start(), _weekday_number(match["wdw"])
    )


def _weekday_number(word: str) -> int:
    return next(n for n, name in enumerate(WEEKDAY_NAMES) if name.startswith(word.lower().strip()[:3]))


def _iso(match: re.Match[str], _held_on: dt.date, _near: dt.date | None) -> Period | None:
    try:
        return single(dt.date.fromisoformat(match["iso"]))
    except ValueError:
        return None


def _nth(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    number = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
    nth, weekday = number[match["nthn"].lower()], _weekday_number(match["nthw"])
    if match["nthm"]:
        month = month_number(match["nthm"])
        return single(days.nth_weekday(days.next_month_like(held_on, month), month, weekday, nth))
    start = held_on.replace(day=1)
    for months in (1,) if "next" in match[0].lower() else (0, 1):
        day = days.add_months(start, months)
        found = days.nth_weekday(day.year, day.month, weekday, nth)
        if found is not None and found > held_on:
            return single(found)
    return None


def _week_on(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    words = match[0].lower()
    name = match["weekwdw"] or match["twow"]
    weeks = 2 if "fortnight" in words or "two weeks" in words else 1
    start = days.weekday_after(held_on, _weekday_number(name)) if name else held_on
    return single(start + dt.timedelta(days=7 * weeks))


def _weekday_of_week(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    weekday, week = _weekday_number(match["wow"] or match["wow2"]), (match["wowk"] or match["wowk2"]).lower()
    if week == "week":
        return single(days.weekday_after(held_on, weekday) + dt.timedelta(days=7))
    weeks = 0 if "this" in week else 2 if "after" in week else 1
    found = days.weekday_in_week(held_on, weekday, weeks)
    return single(found if found >= held_on else found + dt.timedelta(days=7))


def _weekday(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    weekday, relation = _weekday_number(match["wdw"]), (match["wdrel"] or "").lower()
    if match["wdord"]:
        ordinal = re.search(ORDINAL, match["wdord"], re.IGNORECASE)
        month = re.search(MONTH, match["wdord"], re.IGNORECASE)
        if ordinal and month:
            return dated(month[0], ordinal[0], None, held_on)
        if ordinal:
            return single(days.next_day_on(held_on, day_number(ordinal[0]), weekday, within=near))
    suffix = (match["wdnext"] or "").strip().lower()
    if suffix in ("week", "after next"):
        return single(days.weekday_after(held_on, weekday) + dt.timedelta(days=7))
    if relation in ("next", "the following", "following") or suffix == "next":
        return single(days.weekday_in_week(held_on, weekday, 1))
    return single(days.weekday_after(held_on, weekday))


def _delta(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    if match["dwithin"]:
        length = {"week": 7, "month": 30}.get(match["dwithin"].lower(), 0)
        return single(held_on + dt.timedelta(days=length))
    if match["dfort"]:
        return single(held_on + dt.timedelta(days=14))
    word, unit = (match["dn"] or match["dn2"]).lower(), (match["du"] or match["du2"]).lower()
    counted = numbers(word, "en")
    count = 2 if "couple" in word else int(counted[0].value) if counted else 1
    if match[0].lower().startswith(("for ", "over ", "another ", "take", "after ")):
        return None
    if unit.startswith("day"):
        if match["dbiz"]:
            return single(days.business_days_after(held_on, count))
        return single(held_on + dt.timedelta(days=count))
    if unit.startswith(("week", "fortnight")):
        return single(held_on + dt.timedelta(days=(14 if unit.startswith("f") else 7) * count))
    if unit.startswith("month"):
        return single(days.add_months(held_on, count))
    return single(held_on)


def _ahead(number: int) -> Callable[[re.Match[str], dt.date, dt.date | None], Period | None]:
    def read(_match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
        return single(held_on + dt.timedelta(days=number))

    return read


def _next_week(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    weeks = 2 if "after" in match[0].lower() else 1
    return days.weekday_in_week(held_on, 0, weeks), days.weekday_in_week(held_on, days.FRIDAY, weeks), Precision.WEEK


def _year_end(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    words = match[0].lower()
    month_day = (12, 24) if "eve" in words else (12, 25) if "christmas" in words else (12, 31)
    if "holidays" in words:
        return VAGUE
    found = dt.date(held_on.year, *month_day)
    return found, found, Precision.DAY


def _ordinal_day(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    return single(days.next_day_on(held_on, day_number(match["od"]), weekday_beside_en(match), within=near))


def _vague(_match: re.Match[str], _held_on: dt.date, _near: dt.date | None) -> Period:
    return VAGUE


_READERS: dict[str, Callable[[re.Match[str], dt.date, dt.date | None], Period | None]] = {
    "iso": _iso,
    "nth": _nth,
    "thirds": part_of_month,
    "monthend": end_of_month,
    "dm": day_month,
    "md": month_day,
    "endrel": end_of_period,
    "quarter": quarter,
    "weekwd": _week_on,
    "wdofweek": _weekday_of_week,
    "weekofwd": _weekday_of_week,
    "wd": _weekday,
    "delta": _delta,
    "dayafter": _ahead(2),
    "tomorrow": _ahead(1),
    "today": _ahead(0),
    "nextweek": _next_week,
    "relmonth": relative_month,
    "yearend": _year_end,
    "feast": feast_en,
    "month": month,
    "vague": _vague,
    "ord": _ordinal_day,
}
