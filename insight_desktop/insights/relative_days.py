"""Days told by their distance from another day that was named: «the Tuesday before», «the same Friday», その三日前."""
# ruff: noqa: E501 -- tables of words; one kind of distance a line

import datetime as dt
import re
from collections.abc import Sequence

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.date_words_en import WEEKDAY_NAMES
from insight_desktop.insights.date_words_ja import FROM, LIMIT, WEEKDAYS
from insight_desktop.insights.numbers import half_width, numbers

_TOUCHING = 2
_WEEKDAY_EN = "(?:" + "|".join(WEEKDAY_NAMES) + ")"
_PATTERN_EN = re.compile(
    rf"\b(?:the|on) (?P<before>{_WEEKDAY_EN}) before\b(?! (?:last|noon|lunch|we|you|i|they)\b)"
    rf"|\bthe (?P<after>{_WEEKDAY_EN}) after(?: (?:that|it))?\b(?! (?:next|we|you|i|they)\b)"
    rf"|\bthat (?P<that>{_WEEKDAY_EN})\b(?! (?:week|before|after))"
    rf"|\bthat week, (?:on |by )?the (?P<inweek>{_WEEKDAY_EN})\b"
    r"|\bthe day (?P<eve>before) (?:that|it)\b(?=\s*(?:[.,;!?]|$|(?:and|so|at|in|if|with)\b))"
    r"|\bthe day (?P<next>after)(?: (?:that|it))?\b(?=\s*(?:[.,;!?]|$|(?:and|so|at|in|if|with)\b))"
    r"|\b(?:on|by|from) (?P<day>that (?:very )?(?:day|date))\b"
    rf"|\b(?:the|that) same (?P<same>{_WEEKDAY_EN})\b|\b(?P<week>{_WEEKDAY_EN})(?: \w+)? (?:of )?that (?:same )?week\b"
    r"|\b(?P<count>an?|one|two|three|four|five|six|seven|ten|\d{1,2}) (?P<unit>days?|weeks?) (?P<way>before|ahead of|after)(?: (?:that|then|it)\b|(?= (?:the )?[A-Z]))",
    re.IGNORECASE,
)
_PATTERN_JA = re.compile(
    rf"その(?:直)?前の(?P<before>[{WEEKDAYS}])曜日?|その(?:次|あと|後|翌週)の(?P<after>[{WEEKDAYS}])曜日?"
    rf"|同じ(?P<same>[{WEEKDAYS}])曜日?|(?:その|同じ)週の(?P<week>[{WEEKDAYS}])曜日?"
    r"|その前の(?P<eve>日|晩|夜)|前の(?P<told>日)(?=、)"
    rf"|(?P<next>(?:その|(?:終わっ|済ん|明け|過ぎ)[ただ]|[会祭式]の)(?:次の日|翌日|あくる日)|(?:(?<=^)|(?<=[。、]))次の日(?=の[{WEEKDAYS}]曜))(?:の(?P<nextday>[{WEEKDAYS}])曜日?)?"
    r"|(?P<day>その(?:日|朝|場で)(?![かの]ら?ぎり|暮|のうち))"
    r"|(?P<month>その月(?:中|いっぱい|の(?:うち|終い|しまい|終わり|末|お尻))(?=[にまでは、]))"
    r"|その(?P<count>[一二三四五六七八九十\d]+)(?P<unit>日|週間)(?P<way>前|後)"
)


_NAMES_NO_DAY = re.compile(r"(?:before|after|ahead of)$", re.IGNORECASE)
"""«two days before» stands beside the day that it counts from, or says nothing."""


def with_relative(
    text: str, mentions: Sequence[DateMention], base: dt.date | None, held_on: dt.date, language: str
) -> list[DateMention]:
    """Return the mentions with those days added that the text tells by their distance from another one.

    The other day is the one named right behind («the Friday before Thanksgiving»), else the last one named before in
    the text, else `base`. A plain reading of the same words gives way.
    """
    plain = half_width(text) if language == "ja" else text
    result = list(mentions)
    for match in (_PATTERN_JA if language == "ja" else _PATTERN_EN).finditer(plain):
        outside = [m for m in mentions if m.date is not None and not match.start() <= m.start < match.end()]
        behind = next((m for m in outside if 0 <= m.start - match.end() <= _TOUCHING), None)
        again = behind if behind is not None and plain[match.end()] in ",、" else None
        behind = None if again is not None else behind
        if match["count"] and behind is None and _NAMES_NO_DAY.search(match[0]):
            continue
        before = next((m for m in reversed(outside) if m.end <= match.start()), None)
        other = behind or before
        day = _day(match, other.date if other is not None and other.date is not None else base, language)
        if day is None or day < held_on or not _agrees(again, day, plain, match):
            continue  # その翌週の月曜、八月十六日: the day itself is named as well
        result = [m for m in result if not match.start() <= m.start < match.end() and m not in (behind, again)]
        end = again.end if again is not None else match.end()
        precision = Precision.MONTH if match.groupdict().get("month") else Precision.DAY
        after = plain[end : end + 14] if language == "ja" else ""
        result.append(
            DateMention(
                first=day,
                last=day,
                start=match.start(),
                end=end,
                precision=precision,
                is_start=FROM.match(after) is not None,
                is_limit=precision is Precision.MONTH or LIMIT.match(after) is not None,
            )
        )
    return sorted(result, key=lambda mention: mention.start)


def _agrees(again: DateMention | None, day: dt.date, text: str, match: re.Match[str]) -> bool:
    """Tell whether a day named right behind is the same by its number: 前の日、三十日; without one, 前の日 alone is none."""
    if again is None:
        return not match.groupdict().get("told")
    bare = "月" not in text[again.start : again.end] or text[again.start : again.end].endswith("曜")
    return again.last is not None and again.last.day == day.day and bare


def _day(match: re.Match[str], base: dt.date | None, language: str) -> dt.date | None:
    told = {name for name, word in match.groupdict().items() if word}
    if base is None or told & {"eve", "told"}:
        return base and base - dt.timedelta(days=1)
    if told & {"day", "month"}:
        return base if "day" in told else days.month_end(base.year, base.month)
    if "next" in told:
        return _next_day(base, match)
    if match["count"]:
        counted = numbers(match["count"], language)
        count = int(counted[0].value) if counted else 1
        counted_off = dt.timedelta(days=count * (7 if match["unit"].lower().startswith(("week", "週")) else 1))
        return base + counted_off if match["way"].lower() in ("after", "後") else base - counted_off
    return _weekday(base, match, told, language)


def _weekday(base: dt.date, match: re.Match[str], told: set[str], language: str) -> dt.date | None:
    """Return a weekday before, after, in the week of or on another day."""
    kind = next(name for name in ("before", "after", "same", "week", "that", "inweek") if name in told)
    word = match[kind]
    weekday = WEEKDAYS.index(word) if language == "ja" else WEEKDAY_NAMES.index(word.lower())
    distance = (base.weekday() - weekday) % 7
    if kind == "after":
        return days.weekday_after(base, weekday)
    if kind in ("week", "inweek"):
        return days.weekday_in_week(base, weekday, 0)
    if kind in ("same", "that"):
        return base if distance == 0 else None
    return base - dt.timedelta(days=distance or 7)


def _next_day(base: dt.date, match: re.Match[str]) -> dt.date:
    """Return the day after another one; with its weekday (次の日の月曜) the first such day after it."""
    weekday = match.groupdict().get("nextday")
    return days.weekday_after(base, WEEKDAYS.index(weekday)) if weekday else base + dt.timedelta(days=1)
