"""The times that a text names, and what the words around one of them say of it in general.

A turn may name several («the board meets on the thirtieth, so I'd like it by the twenty-sixth»). Which one counts is for
`due_dates.py` and `plan_dates.py` to say: each gets points for the words around it; the highest wins, the later one where
they are equal, since people correct themselves forward.
"""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re

from insight_desktop.insights import dates_en, dates_ja
from insight_desktop.insights.date_mention import DateMention

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


def find_dates(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a text names, in order."""
    find = dates_ja.find if language == "ja" else dates_en.find
    return find(text, held_on, anchor=anchor)


def is_ahead(mention: DateMention, held_on: dt.date) -> bool:
    """Tell whether a mention does not lie before the meeting."""
    return mention.date is None or mention.date >= held_on


def around(text: str, mention: DateMention) -> tuple[str, str]:
    """Return the sentence around a mention, as what comes before and after it."""
    before = _CLAUSE.split(text[: mention.start])[-1]
    after = _CLAUSE.split(text[mention.end :])[0]
    return before, after
