"""Months and days that a sentence tells as past: «we opened it in December» in May, 九月の終わりに面接したんです."""

import datetime as dt
import re

from insight_desktop.insights.calendar_days import add_months
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.dates import ANY_DAY, around, says_year
from insight_desktop.nlp.morphemes import Morpheme, morphemes

_FAR = 6
"""Months: nearer ones lie so clearly ahead that a past tense speaks of something else."""
_PAST_EN = re.compile(
    r"\b(?:was|were|had|went|came|did|got|took|\w{2,}ed)(?<!need)(?<!hundred)\b"
    r"(?![^.;]*\b(?:to|through|until|till)\b)[^.;,]{0,40}$",
    re.IGNORECASE,
)
_GOES_ON = ("名詞", "動詞", "形容詞", "代名詞", "副詞")
"""A word of these kinds behind the た shows that it does not end its clause: 決まった時."""


def is_told_as_past(text: str, mention: DateMention, held_on: dt.date, language: str) -> bool:
    """Tell whether a month or day without a year, taken for one far ahead, is told as one that has passed."""
    if mention.date is None or mention.precision not in (Precision.DAY, Precision.MONTH):
        return False
    if held_on == ANY_DAY or mention.date < add_months(held_on, _FAR) or says_year(text):
        return False
    before, after = around(text, mention)
    return _is_past_clause(after) if language == "ja" else _PAST_EN.search(before) is not None


def _is_past_clause(after: str) -> bool:
    """Tell whether the clause that follows a time is in the past tense."""
    clause = next((part for part in re.split(r"[、。]", after) if part.strip("にはのも")), "")
    words = morphemes(clause)
    return any(_is_past(word) and not _goes_on(words, number + 1) for number, word in enumerate(words))


def _is_past(word: Morpheme) -> bool:
    return word.kind.startswith("助動詞") and word.base == "た" and word.text in ("た", "だ")


def _goes_on(words: tuple[Morpheme, ...], place: int) -> bool:
    return place < len(words) and words[place].kind.startswith(_GOES_ON)
