"""A part of an amount that was told: «half of what you wrote», 一割引いたところ, «half of it's gone already»."""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop.insights.amounts import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What can be spent as a part of another amount, with the characters that say it."""

    amount: float
    start: int
    end: int


_FRACTION_EN = r"(?P<part>half|a third|two[- ]thirds|a quarter|three[- ]quarters)"
_PARTS_EN = {"half": 0.5, "a third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25, "three quarters": 0.75}
_OF_TOLD_EN = re.compile(
    rf"\b(?:the\s+)?{_FRACTION_EN}\s+(?:of\s+)?(?:that|it|what(?:'s|\s+is)?\s+(?:on|in|you|he|she|they)\b|(?:your|the)\s+(?:price|quote|figure|offer|number|page|list))",
    re.IGNORECASE,
)
_SPENDS_EN = re.compile(
    r"\b(?:pay|spend|go to|run to|stretch to|find|allow|as much as|at most|the most|sign for|ceiling|budget|limit)\b",
    re.IGNORECASE,
)
_TAKEN_EN = re.compile(
    rf"\b{_FRACTION_EN}\s*(?:of\s+(?:it|that|them))?(?:'s|\s+is|\s+was|\s+has|\s+goes|\s+went)?\s+(?:(?:already|been|all)\s+)*(?:yours|gone|spent|spoken for|taken|used|eaten|committed|promised)\b",
    re.IGNORECASE,
)
_DIGITS = {digit: n for n, digit in enumerate("一二三四五六七八九", 1)} | {str(n): n for n in range(1, 10)}
_FRACTION_JA = r"(?P<part>[一二三四五六七八九1-9]割|半分|半額)"
_OF_TOLD_JA = re.compile(
    r"(?:その|それの|(?:お?見積(?:もり|り)?|ご提示|提示額|定価|書いて(?:ある|あった)|いただいた)(?:の|額の|金額の)?)"
    rf"{_FRACTION_JA}(?:まで|以内|なら|くらい|ぐらい|ほど|しか|だけ|が(?:上限|限度|天井|精一杯|限界)|で(?:組|収|お願)|です|や|、?。|$)"
)
_OFF_JA = re.compile(
    rf"{_FRACTION_JA}(?:を|ほど)?(?:引い|減らし|落とし|削っ|下げ|カットし|抑え)(?:た|て)?[^。、]{{0,6}}(?:ところで|線で|額で|数字で|で(?:組|立て|積|やれ))"
    rf"|(?P<also>[一二三四五六七八九1-9]割)(?:減|カット|引き)で(?:組|立て|積|やれ|出せ)"
)
_TAKEN_JA = re.compile(
    rf"{_FRACTION_JA}は(?:もう|すでに)?[^。、]{{0,12}}(?:飛[ぶん]|消え|使っ(?:た|て|ちゃっ)|埋ま|決まっ|出て(?:いく|行)|取られ)"
)


def share_of(text: str, language: str, amounts: Sequence[Amount], told_before: float | None) -> Share | None:
    """Return the part of an amount that a turn says can be spent, or None.

    Args:
        text: the turn.
        language: `ja` or `en`.
        amounts: those of the turn.
        told_before: the last amount that was told before the turn.

    """
    for pattern, taken in _TABLES[language]:
        for match in pattern.finditer(text):
            inside = [amount for amount in amounts if amount.number.end <= match.start()]
            whole = inside[-1].value if inside else told_before if pattern in _ANOTHERS else None
            if whole is None or (pattern is _OF_TOLD_EN and not _SPENDS_EN.search(_sentence(text, match))):
                continue
            part = _part(match)
            return Share(amount=round(whole * (1 - part if taken else part), 2), start=match.start(), end=match.end())
    return None


_TABLES = {
    "en": ((_TAKEN_EN, True), (_OF_TOLD_EN, False)),
    "ja": ((_OFF_JA, True), (_TAKEN_JA, True), (_OF_TOLD_JA, False)),
}
_ANOTHERS = (_OF_TOLD_EN, _OF_TOLD_JA)
"""Those that may speak of an amount of a turn before."""


def _part(match: re.Match[str]) -> float:
    groups = match.groupdict()
    word = (groups["part"] or groups.get("also") or "").lower().replace("-", " ")
    if word in _PARTS_EN:
        return _PARTS_EN[word]
    return _DIGITS[word[0]] / 10 if word.endswith("割") else 0.5


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?") + 1
    return re.split(r"[.!?](?:\s|$)", text[start:])[0]
