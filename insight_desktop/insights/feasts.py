"""Days with a name: «Black Friday», «the day before Thanksgiving», 敬老の日; the list is `lexicons/feasts.toml`."""

import datetime as dt
import re
import tomllib
from functools import lru_cache

from insight_desktop import paths
from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import Period, single

_FILE = paths.resources() / "lexicons" / "feasts.toml"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RULE = re.compile(
    r"(?P<month>\d+)(?:-(?P<day>\d+)| (?P<weekday>[a-z]+) (?P<nth>-?\d))(?: \+(?P<more>\d+))?",
)
_MARKS = str.maketrans("", "", "'. ")


@lru_cache(maxsize=1)
def _feasts() -> dict[str, dict[str, str]]:
    """Return the rule of each name by language."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def pattern_en() -> str:
    """Return what finds an English name; «the Fourth» only in capitals, since the fourth is any month's."""
    names = sorted((_spelled(name) for name in _feasts()["en"]), key=len, reverse=True)
    return rf"\b(?:the )?(?P<eve>day before )?(?P<feast>{'|'.join(names)})\b"


def _spelled(name: str) -> str:
    """Return a name as people write it: with and without its apostrophe and full stop."""
    plain = re.sub(r"'s\b|s'", "'?s'?", name).replace("St ", r"St\.? ")
    return plain.replace("the Fourth", "the (?-i:Fourth)") + ("(?! of)" if name.endswith("Fourth") else "")


def pattern_ja() -> str:
    """Return what finds a Japanese name; 山の日 is none in 登山の日 and 山の日帰り."""
    names = [f"(?<![一-龥]){name}(?!帰)" if name == "山の日" else name for name in _feasts()["ja"]]
    return rf"(?P<feast>{'|'.join(names)})"


def feast_en(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    """Return the next day of an English name, or the day before it."""
    told = match["feast"].lower().translate(_MARKS)
    rule = next(rule for name, rule in _feasts()["en"].items() if name.lower().translate(_MARKS) == told)
    before = dt.timedelta(days=1 if match["eve"] else 0)
    return single(next((day - before for day in _falls(rule, held_on) if day - before >= held_on), None))


def feast_ja(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    """Return the next day of a Japanese name."""
    return single(next((day for day in _falls(_feasts()["ja"][match["feast"]], held_on) if day >= held_on), None))


def _falls(rule: str, held_on: dt.date) -> list[dt.date]:
    """Return when a rule has its day this year and the next one."""
    told = _RULE.fullmatch(rule)
    if told is None:
        raise ValueError(rule)
    found = []
    for year in (held_on.year, held_on.year + 1):
        month = int(told["month"])
        weekday = _WEEKDAYS.index(told["weekday"]) if told["weekday"] else 0
        day = (
            days.day_of(year, month, int(told["day"]))
            if told["day"]
            else days.nth_weekday(year, month, weekday, int(told["nth"]))
        )
        if day is not None:
            found.append(day + dt.timedelta(days=int(told["more"] or 0)))
    return found
