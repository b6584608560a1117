"""Cuts a long turn into clauses, so that a label can point to the words that carry it."""

import itertools
import re

_SHORT = 12
_END_JA = re.compile(
    r"[。！？!?、]+|(?<=[ぁ-ん])(?:けれども|けれど|けども|けど|ので|まして|ですが|ますが|んですが|んですよ|ですね|ですよ|ますよ|ますね)[。、]?"
)
_END_EN = re.compile(r"[.!?;,—…]+(?=\s|$)|\s(?=(?:but|because|and then|so that|although|which)\s)", re.IGNORECASE)


def clauses(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the clauses of a turn as character ranges that together cover it."""
    pattern = _END_JA if language == "ja" else _END_EN
    shortest = _SHORT if language == "ja" else 3 * _SHORT // 2
    ends = []
    start = 0
    for match in pattern.finditer(text):
        if match.end() - start >= shortest and len(text) - match.end() >= shortest // 2:
            ends.append(match.end())
            start = match.end()
    bounds = [0, *ends, len(text)]
    return tuple((a, b) for a, b in itertools.pairwise(bounds) if b > a)
