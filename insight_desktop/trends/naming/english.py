# ruff: noqa: E501, SIM905 - lists of words
"""Phrases of an English sentence that could name what it is about: “invoices go out late”.

Runs of two to six words inside a clause that neither begin nor end with a word that leads on to another one.
"""

import re
from collections.abc import Iterator

from insight_desktop.insights.content_words import content_words

LONGEST = 6
_BREAK = re.compile(
    r"[.,;:!?…—–()\"“”]+|\b(?:and|but|so|because|which|that|when|if|or|then|while|until|since|who|where|as|than)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z0-9$£€%]+(?:['’\-][A-Za-z0-9]+)*%?")
_LEADS = frozenset(
    "the a an this that these those it it's its he she they them him her i i'm i've i'd i'll we we're we've we'd we'll you you're you've "
    "to of in on at by for with from into about over under up out off is are was were be been being am do does did have has had will "
    "would can could should may might must and or but so just really very quite also still even only there there's here what how why "
    "not my your his their our me us one well oh yeah like get got go goes going went some any all every each much many more most "
    "don't doesn't didn't isn't aren't wasn't couldn't wouldn't won't can't cannot".split()
)
_FIRST_ALLOWED = frozenset(
    "no not never can't cannot couldn't won't don't doesn't didn't all every more one too nobody nothing".split()
)
_NEVER_INSIDE = frozenset("i i'm i've i'd i'll you you're you've he she oh yeah um uh er well y'all".split())


def words(text: str) -> frozenset[str]:
    """Return the stems of the words by which sentences are compared."""
    return content_words(text, "en")


def phrases(text: str) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield each phrase with the stems of its content words; English phrases are not told apart by predicates."""
    for clause in _BREAK.split(text):
        run = _WORD.findall(clause)
        for first in range(len(run)):
            for last in range(first + 2, min(first + LONGEST, len(run)) + 1):
                part = run[first:last]
                lower = [word.lower().replace("’", "'") for word in part]
                if lower[0] in _LEADS - _FIRST_ALLOWED or lower[-1] in _LEADS or set(lower) & _NEVER_INSIDE:
                    continue
                stems = content_words(" ".join(part), "en")
                if len(stems) >= 2:  # noqa: PLR2004 - one word alone names a subject, not what is with it
                    yield " ".join(part), stems, False
