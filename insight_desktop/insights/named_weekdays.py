"""The weekday told beside a day of the month: «Friday the eighteenth», «the fifteenth, the Monday», 二十日の火曜."""

import datetime as dt
import re

from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.date_words_en import WEEKDAY_NAMES
from insight_desktop.insights.date_words_ja import WEEKDAYS, N

_NAME_EN = "(" + "|".join(WEEKDAY_NAMES) + ")"
_BEFORE_EN = re.compile(rf"\b{_NAME_EN},? $", re.IGNORECASE)
_AFTER_EN = re.compile(
    rf",? (?:(?:it's |that's |which is |on )?(?:the|an?) )?{_NAME_EN}\b(?! (?:week|after|before))", re.IGNORECASE
)
_AGAIN_EN = re.compile(r",? (?:(?:it's |that's |which is |on )?(?:the|an?) )?", re.IGNORECASE)
_AFTER_JA = re.compile(rf"{N}日の?[（(]?([{WEEKDAYS}])曜")
_BEFORE_JA = re.compile(rf"([{WEEKDAYS}])曜日?(?:の|、)?$")


def weekday_beside_en(match: re.Match[str]) -> int | None:
    """Return the weekday told right before or behind a day of the month."""
    beside = _BEFORE_EN.search(match.string[: match.start()]) or _AFTER_EN.match(match.string, match.end())
    return WEEKDAY_NAMES.index(beside[1].lower()) if beside else None


def weekday_beside_ja(match: re.Match[str]) -> int | None:
    """Return the weekday told right behind or before a day of the month."""
    beside = _AFTER_JA.match(match.string, match.start()) or _BEFORE_JA.search(match.string[: match.start()])
    return WEEKDAYS.index(beside[1]) if beside else None


def is_told_again(text: str, before: DateMention, start: int, weekday: int) -> bool:
    """Tell whether an English weekday only repeats the day named right before: «the fifteenth, the Monday»."""
    return (
        before.precision is Precision.DAY
        and before.last is not None
        and before.last.weekday() == weekday
        and _AGAIN_EN.fullmatch(text[before.end : start]) is not None
    )


def is_told_exactly(text: str, before: DateMention, start: int, day: dt.date) -> bool:
    """Tell whether a Japanese day of the month says the weekday named right before exactly: 二週目の金曜、十五日."""
    told = _BEFORE_JA.search(text[:start])
    return told is not None and start - before.end <= 1 and WEEKDAYS.index(told[1]) == day.weekday()
