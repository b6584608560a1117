"""The times that a text names, and what the words around one of them say of it in general.

A turn may name several («the board meets on the thirtieth, so I'd like it by the twenty-sixth»). Which one counts is for
`due_dates.py` and `plan_dates.py` to say: each gets points for the words around it; the highest wins, the later one where
they are equal, since people correct themselves forward.
"""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re

from insight_desktop.insights import dates_en, dates_ja
from insight_desktop.insights.calendar_days import just_gone
from insight_desktop.insights.date_mention import DateMention, Precision

_CLAUSE = re.compile(r"[。!?!?]|(?<=[a-z])[.?!](?=\s|$)")
REASON_AFTER_JA = re.compile(
    r"^[^、。]{0,22}?(?:締めで|切れで|んで|ので|ですから|ますから|ですし|ますし|んだから|やから|だから|けん|さかい|けえ|もんで)(?:[、。]|$)"
)
BY_EN = re.compile(
    r"\b(?:by|before|until|till|no later than|on|for|within|in|at|from|say|call it|latest|due)\s+(?:about\s+|around\s+|the\s+)*$",
    re.IGNORECASE,
)
NOUN_AFTER_EN = re.compile(
    r"^(?:'s|’s)?\s+(?:figures|file|fees|bill|bills|invoice|invoices|numbers|payroll|run|meeting|board|agenda|renewal|budget|season|class|intake|sales|results|report|statement|delivery|order|orders|batch|half|register|rota|menu|one)\b",
    re.IGNORECASE,
)
CONSEQUENCE_EN = re.compile(
    r"\b(?:because|'?cause|since|if not|otherwise|or else|no point)\b[^.;]{0,60}$", re.IGNORECASE
)
"""What would follow, or why: not the time itself."""

_SAYS_YEAR = re.compile(
    r"年|令和|来期|次期|[2２][0０]\d\d|\b(?:years?|'\d\d|twenty[- ]twenty|months?)\b", re.IGNORECASE
)


ANY_DAY = dt.date(2020, 1, 6)
"""For those who only ask whether words name a time that could lie ahead: all do, from a day at the year's beginning."""


def find_dates(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a text names, in order."""
    find = dates_ja.find if language == "ja" else dates_en.find
    return find(text, held_on, anchor=anchor)


def dates_ahead(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a text names and that lie ahead; a month without a year that has just passed does not."""
    return [
        mention
        for mention in find_dates(text, held_on, language, anchor=anchor)
        if (mention.date is None or mention.date >= held_on) and not _is_gone(text, mention, held_on)
    ]


def _is_gone(text: str, mention: DateMention, held_on: dt.date) -> bool:
    """Tell whether a month without a year is the one that has just passed: «we did nineteen in November», in December."""
    return (
        mention.date is not None
        and mention.precision in (Precision.DAY, Precision.MONTH)
        and held_on != ANY_DAY
        and mention.date >= just_gone(held_on)
        and not says_year(text)
    )


def says_year(text: str) -> bool:
    """Tell whether a text says which year it speaks of."""
    return _SAYS_YEAR.search(text) is not None


def around(text: str, mention: DateMention) -> tuple[str, str]:
    """Return the sentence around a mention, as what comes before and after it."""
    before = _CLAUSE.split(text[: mention.start])[-1]
    after = _CLAUSE.split(text[mention.end :])[0]
    return before, after
