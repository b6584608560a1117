"""Times named in English: next Wednesday, Friday week, the end of the month, in two weeks, from March, the fourteenth."""
# ruff: noqa: E501, PLR0911, PLR2004 -- tables of words, and one case for each kind of expression

import datetime as dt
import re
from collections.abc import Callable

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.numbers import numbers

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\b"
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_CARDINALS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-three",
    "twenty-four",
    "twenty-five",
    "twenty-six",
    "twenty-seven",
    "twenty-eight",
    "twenty-nine",
    "thirty",
    "thirty-one",
]
_ORDINAL = "(?:" + "|".join(o.replace("-", r"[-\s]") for o in reversed(_ORDINALS)) + r"|\d{1,2}(?:st|nd|rd|th))\b"
_DAY = (
    "(?:" + _ORDINAL + "|" + "|".join(c.replace("-", r"[-\s]") for c in reversed(_CARDINALS)) + r"|\d{1,2}(?![\d:%]))\b"
)
_YEAR = r"(?:,?\s+(?P<{0}>(?:of\s+)?20\d\d|next year|this year|the year after))?"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|thirty|sixty|ninety|\d{1,3}|a couple of|couple of)"
_NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"

_PATTERN = re.compile(
    "|".join(
        (
            r"(?P<iso>\b20\d\d-\d\d-\d\d\b)",
            rf"(?P<nth>\b(?:the\s+)?(?P<nthn>{_NTH})\s+(?P<nthw>{_WEEKDAY})\s+(?:of|in)\s+(?:the\s+month|(?P<nthm>{_MONTH})|next\s+month))",
            rf"(?P<thirds>\b(?P<third>early|mid|late|beginning of|start of|middle of|the first week of|the second week of|the third week of|the last week of|first week of|first week in|last week of|second week of|second week in|third week of|third week in|last week in)[-\s]+(?:the\s+month|(?P<thirdm>{_MONTH})|next\s+month){_YEAR.format('thirdy')})",
            rf"(?P<monthend>\b(?:the\s+)?(?:end|back end|close|last day|tail end|finish) (?:of|in) (?P<endm>{_MONTH}){_YEAR.format('endy')}|\b(?:end|back end) (?P<endm2>{_MONTH})|\b(?P<endm3>{_MONTH})[-\s](?:end|closing)\b|\b(?P<endm4>{_MONTH}) (?:done|is out|'s out)|\b(?P<endm5>{_MONTH})['’]s out)",
            rf"(?P<dm>\b(?:the\s+)?(?P<dmd>{_ORDINAL}|\d{{1,2}})\s+(?:of\s+)?(?P<dmm>{_MONTH}){_YEAR.format('dmy')})",
            rf"(?P<md>\b(?P<mdm>{_MONTH})\s+(?:the\s+)?(?P<mdd>{_DAY})(?!\s*(?:per\s?cent|%|people|hundred|thousand|or\s)){_YEAR.format('mdy')})",
            r"(?P<endrel>\b(?:the\s+)?(?:end|close|back end|last day) of (?:the |this |that |play )?(?P<rel>(?:next |this |the |following )?(?:week|month|quarter|year|day|fiscal year|financial year|summer|fiscal|business day|business|play))(?:\s+after next)?(?P<relx> today| tomorrow)?|\b(?P<rel2>month|year|quarter|week)[-\s]end\b|\bEOD\b|\bEOW\b|\bEOM\b)",
            rf"(?P<quarter>\b(?:the\s+)?(?:(?P<qpart>end|start|beginning|middle) of )?(?:Q(?P<qn>[1-4])|(?:the )?(?P<qw>first|second|third|fourth|last) quarter)\b{_YEAR.format('qy')})",
            rf"(?P<weekwd>\b(?:a |an )?week (?:on |from )?(?:this |next )?(?P<weekwdw>{_WEEKDAY})|\b(?:a |one )?week (?:today|from today|from now)|\bthis day (?:next )?week\b|\b(?:a )?(?:fortnight|two weeks) (?:today|from today|(?:on|from) (?P<twow>{_WEEKDAY})))",
            rf"(?P<wdofweek>\b(?P<wow>{_WEEKDAY})(?:\s+(?:morning|afternoon|arvo|evening|lunchtime|noon))?,?\s+(?:of\s+)?(?P<wowk>next week|the week after next|the week after|the following week|this week|week after next|week))",
            rf"(?P<wd>\b(?:(?P<wdrel>this coming|this|next|the following|following|coming|the coming)\s+)?(?P<wdw>{_WEEKDAY})(?P<wdnext>\s+(?:next|coming|week)\b)?(?P<wdord>,?\s+(?:the\s+)?{_ORDINAL}(?:\s+(?:of\s+)?{_MONTH})?)?)",
            rf"(?P<delta>(?<!-)\b(?:in|within|inside|over|after|give me|give us|for|another|take|takes)\s+(?:the next\s+|about\s+|around\s+|another\s+|maybe\s+|under\s+)*(?P<dn>{_COUNT})\s+(?P<dbiz>business |working )?(?P<du>days?|weeks?|months?|fortnight|hours?|minutes?)\b(?!\s+(?:into|of|in)\b)(?:['’]s? time)?|\b(?P<dn2>{_COUNT})\s+(?P<du2>days?|weeks?|months?|fortnights?)\s+(?:from (?:now|today|the (?:date|call))|time|out|later|hence|tops|max)\b|\b(?P<dfort>a fortnight|the fortnight)\b|\bwithin the (?P<dwithin>week|month|hour|day)\b)",
            r"(?P<dayafter>\b(?:the )?day after tomorrow\b)",
            r"(?P<tomorrow>\btomorrow\b|\bthe next day\b|\bfirst thing (?:in the )?morning\b)",
            r"(?P<today>\b(?:today|tonight|this (?:afternoon|evening|morning|arvo)|before the day's out|(?:before|after|by) (?:lunch|noon|service|close)|when we hang up|the minute we hang up|as soon as we(?:'re off| hang up)|straight after this|right after (?:this|the call)|by five\b|within the hour)\b)",
            r"(?P<nextweek>\b(?:some ?time |early |later |any day )?(?:next week|the week after next|the week after|the following week)\b)",
            r"(?P<relmonth>\bnext month\b|\bthis month\b|\bthe month after next\b|\bthe following month\b)",
            r"(?P<yearend>\bby (?:the )?(?:new year|year end)\b|\bthis side of Christmas\b|\bby Christmas\b|\bbefore Christmas\b|\bChristmas Eve\b|\bbefore the holidays\b)",
            r"(?P<feast>\bMemorial Day\b|\bLabor Day\b|\b(?:the )?(?:day before )?Thanksgiving\b|\bHalloween\b|\bValentine'?s\b|\bthe Fourth of July\b|\bthe Fourth\b(?! of)|\bNew Year'?s Day\b|\bBoxing Day\b|\bSt\.? Patrick'?s Day\b|\bpaddy's day\b|\bHogmanay\b|\bNew Year'?s Eve\b|\bColumbus Day\b|\bMay Day\b)",
            rf"(?P<month>\b(?:(?P<mrel>next|this|come)\s+)?(?P<mm>(?-i:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec)\b|(?:january|february|april|june|july|august|september|october|november|december)\b){_YEAR.format('my')})",
            r"(?P<vague>\b(?:in |by |this |next |the )?(?:spring|summer|autumn|fall|winter)\b(?! (?:menu|bank|hours|stock|school|class))|\bnext year\b|\bin the new year\b|\bnew year\b|\bsome ?time\b|\bthe year after\b|\bone day\b|\beventually\b|\bdown the (?:line|road)\b|\bafter (?:Easter|Diwali|Christmas|Ramadan|Eid|harvest)\b|\bEaster\b|\bDiwali\b)",
            rf"(?P<ord>\b(?:the|on|by|until|till|before|from|that|since)\s+(?:the\s+)?(?P<od>{_ORDINAL})(?=\s*(?:$|[.,;:?!…—–)-]|\s(?:at|and|so|or|then|with|if|to|in|because|is|for|when|after|before|we|i|i'm|i'll|you|as|on|though|but|until|if|which|that|it|he|she|they|start|starts|we're|instead|latest|please|evening|morning|works|if|to|of (?:the|this|next) month)\b)))",
        )
    ),
    re.IGNORECASE,
)
_START_BEFORE = re.compile(
    r"\b(?:(?:in|in place|ready|live|running|done|set up|there) for|from|starting|start|starts|beginning|as of|since|opens?|effective|onwards? from)\s+(?:on\s+|in\s+|the\s+|about\s+)*$",
    re.IGNORECASE,
)
_START_AFTER = re.compile(
    r"^\s*(?:onwards?|on,|is (?:the )?(?:soonest|earliest)|we (?:have to|need to) be going|is day one|it (?:opens|starts|begins))",
    re.IGNORECASE,
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:by|before|until|till|no later than|latest|within|in|inside)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
_LIMIT_AFTER = re.compile(r"^,?\s*(?:latest|at the latest|tops|deadline|if you can|at the outside)", re.IGNORECASE)

Period = tuple[dt.date | None, dt.date | None, Precision]
_VAGUE: Period = (None, None, Precision.VAGUE)


def find(text: str, held_on: dt.date, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that an English text names, in order; see `dates_ja.find`."""
    plain = text.replace("’", "'")
    found: list[DateMention] = []
    near: dt.date | None = anchor
    said: dt.date | None = None
    for match in _PATTERN.finditer(plain):
        kind = next(name for name in _READERS if match.groupdict().get(name))
        period = _READERS[kind](match, held_on, said if kind == "endrel" else near)
        if period is None:
            continue
        first, last, precision = period
        if (
            found
            and kind in ("ord", "dm", "md")
            and precision is Precision.DAY
            and match.start() - found[-1].end <= 3
            and found[-1].precision is Precision.DAY
        ):
            # «next Wednesday, the eleventh»: the number says the same day more exactly
            found.pop()
        if last is not None and kind in ("dm", "md", "month", "monthend", "thirds", "nth"):
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
                is_start=_START_BEFORE.search(before) is not None
                or words.startswith("from ")
                or _START_AFTER.match(after) is not None,
                is_limit=_LIMIT_BEFORE.search(before) is not None
                or words.startswith(("by ", "before ", "until ", "till ", "within ", "in "))
                or "end" in words
                or _LIMIT_AFTER.match(after) is not None,
            )
        )
    return found


def _single(day: dt.date | None) -> Period | None:
    return None if day is None else (day, day, Precision.DAY)


def _month_number(word: str) -> int:
    return _MONTHS.index(word.lower().strip(". ")[:3]) + 1


def _weekday_number(word: str) -> int:
    return next(n for n, name in enumerate(_WEEKDAY_NAMES) if name.startswith(word.lower().strip()[:3]))


def _day_number(word: str) -> int:
    plain = re.sub(r"\s+", "-", word.lower().strip())
    if plain[:1].isdigit():
        return int(re.sub(r"\D", "", plain))
    return (_ORDINALS if plain in _ORDINALS else _CARDINALS).index(plain) + 1


def _year(word: str | None, held_on: dt.date, month: int) -> int:
    if not word:
        return days.next_month_like(held_on, month)
    if digits := re.search(r"20\d\d", word):
        return int(digits[0])
    return held_on.year + {"next year": 1, "the year after": 2}.get(word.lower(), 0)


def _dated(month_word: str, day_word: str, year_word: str | None, held_on: dt.date) -> Period | None:
    month, day = _month_number(month_word), _day_number(day_word)
    year = _year(year_word, held_on, month)
    found = days.day_of(year, month, day)
    if found is not None and found < held_on and not year_word:
        found = days.day_of(year + 1, month, day)
    return _single(found)


def _whole_month(year: int, month: int) -> Period:
    return dt.date(year, month, 1), days.month_end(year, month), Precision.MONTH


def _iso(match: re.Match[str], _held_on: dt.date, _near: dt.date | None) -> Period | None:
    try:
        return _single(dt.date.fromisoformat(match["iso"]))
    except ValueError:
        return None


def _nth(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    number = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
    nth, weekday = number[match["nthn"].lower()], _weekday_number(match["nthw"])
    if match["nthm"]:
        month = _month_number(match["nthm"])
        return _single(days.nth_weekday(days.next_month_like(held_on, month), month, weekday, nth))
    start = held_on.replace(day=1)
    for months in (1,) if "next" in match[0].lower() else (0, 1):
        day = days.add_months(start, months)
        found = days.nth_weekday(day.year, day.month, weekday, nth)
        if found is not None and found > held_on:
            return _single(found)
    return None


def _third(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    if match["thirdm"]:
        month = _month_number(match["thirdm"])
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


def _month_end(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    word = next(match[name] for name in ("endm", "endm2", "endm3", "endm4", "endm5") if match[name])
    month = _month_number(word)
    last = days.month_end(_year(match["endy"], held_on, month), month)
    return last, last, Precision.MONTH


def _day_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    return _dated(match["dmm"], match["dmd"], match["dmy"], held_on)


def _month_day(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    return _dated(match["mdm"], match["mdd"], match["mdy"], held_on)


def _end_of(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    word = (match["rel"] or match["rel2"] or match[0]).lower()
    ahead = "next" in word or "following" in word
    if "summer" in word:
        return _VAGUE
    if "week" in word or word == "eow":
        friday = days.weekday_in_week(held_on, days.FRIDAY, 1 if ahead else 0)
        friday = friday if friday >= held_on else friday + dt.timedelta(days=7)
        return friday, friday, Precision.WEEK
    if "month" in word or word == "eom":
        # «some time in March, by the end of the month»
        named = near is not None and "the month" in match[0].lower()
        start = near if near and named else days.add_months(held_on.replace(day=1), 1 if ahead else 0)
        last = days.month_end(start.year, start.month)
        return last, last, Precision.MONTH
    if "quarter" in word:
        last = days.quarter_end(days.add_months(held_on, 3) if ahead else held_on)
        return last, last, Precision.MONTH
    if "fiscal" in word or "financial" in word:
        return _VAGUE
    if "year" in word:
        last = dt.date(held_on.year + (1 if ahead else 0), 12, 31)
        return last, last, Precision.LONGER
    return _single(held_on + dt.timedelta(days=1 if match["relx"] and "tomorrow" in match["relx"] else 0))


def _quarter(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    number = int(match["qn"] or {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[match["qw"].lower()])
    month = 3 * number
    year = _year(match["qy"], held_on, month)
    first, last = dt.date(year, month - 2, 1), days.month_end(year, month)
    part = (match["qpart"] or "").lower()
    if part in ("start", "beginning"):
        last = days.month_end(year, month - 2)
    return first, last, Precision.LONGER


def _week_on(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    words = match[0].lower()
    name = match["weekwdw"] or match["twow"]
    weeks = 2 if "fortnight" in words or "two weeks" in words else 1
    start = days.weekday_after(held_on, _weekday_number(name)) if name else held_on
    return _single(start + dt.timedelta(days=7 * weeks))


def _weekday_of_week(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    weekday, week = _weekday_number(match["wow"]), match["wowk"].lower()
    if week == "week":
        return _single(days.weekday_after(held_on, weekday) + dt.timedelta(days=7))
    weeks = 0 if "this" in week else 2 if "after" in week else 1
    found = days.weekday_in_week(held_on, weekday, weeks)
    return _single(found if found >= held_on else found + dt.timedelta(days=7))


def _weekday(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    weekday, relation = _weekday_number(match["wdw"]), (match["wdrel"] or "").lower()
    if match["wdord"]:
        ordinal = re.search(_ORDINAL, match["wdord"], re.IGNORECASE)
        month = re.search(_MONTH, match["wdord"], re.IGNORECASE)
        if ordinal and month:
            return _dated(month[0], ordinal[0], None, held_on)
        if ordinal:
            return _single(days.next_day_like(held_on, _day_number(ordinal[0]), within=near))
    suffix = (match["wdnext"] or "").strip().lower()
    if suffix == "week":
        return _single(days.weekday_after(held_on, weekday) + dt.timedelta(days=7))
    if relation in ("next", "the following", "following") or suffix == "next":
        return _single(days.weekday_in_week(held_on, weekday, 1))
    return _single(days.weekday_after(held_on, weekday))


def _delta(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    if match["dwithin"]:
        length = {"week": 7, "month": 30}.get(match["dwithin"].lower(), 0)
        return _single(held_on + dt.timedelta(days=length))
    if match["dfort"]:
        return _single(held_on + dt.timedelta(days=14))
    word, unit = (match["dn"] or match["dn2"]).lower(), (match["du"] or match["du2"]).lower()
    counted = numbers(word, "en")
    count = 2 if "couple" in word else int(counted[0].value) if counted else 1
    if match[0].lower().startswith(("for ", "over ", "another ", "take", "after ")):
        return None
    if unit.startswith("day"):
        if match["dbiz"]:
            return _single(days.business_days_after(held_on, count))
        return _single(held_on + dt.timedelta(days=count))
    if unit.startswith(("week", "fortnight")):
        return _single(held_on + dt.timedelta(days=(14 if unit.startswith("f") else 7) * count))
    if unit.startswith("month"):
        return _single(days.add_months(held_on, count))
    return _single(held_on)


def _ahead(number: int) -> Callable[[re.Match[str], dt.date, dt.date | None], Period | None]:
    def read(_match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
        return _single(held_on + dt.timedelta(days=number))

    return read


def _next_week(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    weeks = 2 if "after" in match[0].lower() else 1
    return days.weekday_in_week(held_on, 0, weeks), days.weekday_in_week(held_on, days.FRIDAY, weeks), Precision.WEEK


def _relative_month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    words = match[0].lower()
    start = days.add_months(held_on.replace(day=1), 2 if "after next" in words else 0 if "this" in words else 1)
    return _whole_month(start.year, start.month)


def _year_end(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period:
    words = match[0].lower()
    month_day = (12, 24) if "eve" in words else (12, 25) if "christmas" in words else (12, 31)
    if "holidays" in words:
        return _VAGUE
    found = dt.date(held_on.year, *month_day)
    return found, found, Precision.DAY


def _feast(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    words = match[0].lower().replace("'", "").replace("the ", "")
    for year in (held_on.year, held_on.year + 1):
        thanksgiving = days.nth_weekday(year, 11, 3, 4)
        table = {
            "memorial day": days.nth_weekday(year, 5, 0, -1), "labor day": days.nth_weekday(year, 9, 0, 1),
            "columbus day": days.nth_weekday(year, 10, 0, 2), "thanksgiving": thanksgiving,
            "day before thanksgiving": thanksgiving - dt.timedelta(days=1) if thanksgiving else None,
            "halloween": dt.date(year, 10, 31), "valentines": dt.date(year, 2, 14), "fourth of july": dt.date(year, 7, 4),
            "fourth": dt.date(year, 7, 4), "new years day": dt.date(year, 1, 1), "boxing day": dt.date(year, 12, 26),
            "new years eve": dt.date(year, 12, 31), "hogmanay": dt.date(year, 12, 31), "may day": dt.date(year, 5, 1),
            "st patricks day": dt.date(year, 3, 17), "st. patricks day": dt.date(year, 3, 17), "paddys day": dt.date(year, 3, 17),
        }  # fmt: skip
        found = table.get(words)
        if found is not None and found >= held_on:
            return _single(found)
    return None


def _month(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    month = _month_number(match["mm"])
    relation = (match["mrel"] or "").lower()
    if match["mm"].lower() in ("may", "march") and not match["mm"][0].isupper():
        return None
    year = _year(match["my"], held_on, month)
    if relation == "next" and month > held_on.month and year == held_on.year:
        year = held_on.year + 1
    return _whole_month(year, month)


def _ordinal_day(match: re.Match[str], held_on: dt.date, near: dt.date | None) -> Period | None:
    return _single(days.next_day_like(held_on, _day_number(match["od"]), within=near))


def _vague(_match: re.Match[str], _held_on: dt.date, _near: dt.date | None) -> Period:
    return _VAGUE


_READERS: dict[str, Callable[[re.Match[str], dt.date, dt.date | None], Period | None]] = {
    "iso": _iso,
    "nth": _nth,
    "thirds": _third,
    "monthend": _month_end,
    "dm": _day_month,
    "md": _month_day,
    "endrel": _end_of,
    "quarter": _quarter,
    "weekwd": _week_on,
    "wdofweek": _weekday_of_week,
    "wd": _weekday,
    "delta": _delta,
    "dayafter": _ahead(2),
    "tomorrow": _ahead(1),
    "today": _ahead(0),
    "nextweek": _next_week,
    "relmonth": _relative_month,
    "yearend": _year_end,
    "feast": _feast,
    "month": _month,
    "vague": _vague,
    "ord": _ordinal_day,
}
