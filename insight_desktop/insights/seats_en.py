"""How many seats an English amount is told for: «nine dollars a head, and there are thirty-four of us»."""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Iterator

from insight_desktop.insights.numbers import Number, numbers
from insight_desktop.insights.units_en import CURRENCIES

_MOST = 10_000
_FAR = 24
THINGS = (
    "head|seat|user|person|man|store|shop|site|outlet|licen[cs]e|nurse|truck|van|wagon|vehicle|bike|bed|clinic|unit|room"
    "|machine|branch|pupil|student|jacket|property|device|laptop|phone|driver|kid|child|member|school|office|desk"
)
_EACH = re.compile(
    rf"(?:\ba|\bper|\ban|\beach|\bevery)\s+({THINGS})\b|\b(?:each|apiece)\b(?!\s+(?:month|year|week|quarter|day))",
    re.IGNORECASE,
)
_SAME = {
    "head": "heads?|people|staff|seats?|employees|users?", "seat": "seats?|users?|people", "user": "users?|people|seats?",
    "person": "people|heads?|staff|persons", "man": "men|guys|people|heads?|hands", "licence": "licen[cs]es?|users?",
    "license": "licen[cs]es?|users?", "branch": "branches", "property": "properties|units", "child": "children|kids",
    "vehicle": "vehicles?|vans?|trucks?",
}  # fmt: skip
_ALL_BEFORE = re.compile(
    r"\b(?:(?:across|for|if|on)\s+(?:all\s+)?(?:the|our|my)|(?:across|for|if)\s+all|times)\s+$", re.IGNORECASE
)
"""«Across the thirty-five», «for all forty», «times eleven»: the seats as they are known to both."""
_WE_BEFORE = re.compile(
    r"\b(?:we're|we are|there(?:'s|'re| are|'ll be| will be)|(?:i|we)(?:'ve| have)? got)\s+$", re.IGNORECASE
)
_OF_US = re.compile(r"^\s+(?:of|on)\s+(?:us|them|'em|those)\b", re.IGNORECASE)
_ENDS = re.compile(r"^\s*(?:[.,;!?]|$|counting|including|altogether|in (?:all|total))", re.IGNORECASE)
_TIME_OR_MONEY = re.compile(
    rf"^\s*(?:{CURRENCIES}|per\s?cent|percent|%|(?:minute|hour|day|week|month|year|mile|time)s?\b|o'clock|odd\b|or\b)",
    re.IGNORECASE,
)


def seats(text: str, number: Number) -> float:
    """Return by how many seats an amount for one of them is multiplied; 1 where the turn tells none."""
    each = _EACH.search(text, number.end)
    if each is None or each.start() - number.end > _FAR:
        return 1.0
    unit = (each[1] or "").lower()
    pattern = _SAME.get(unit, f"{unit}s?") if unit else ""
    return next(_named(text, pattern, number), None) or next(_known(text, number), 1.0)


def _named(text: str, pattern: str, amount: Number) -> Iterator[float]:
    """Give the numbers that stand before the name of the seats."""
    for other in _counts(text, amount):
        if pattern and re.match(rf"\s*(?!an? |per |each )(?:\w+\s)?(?:{pattern})\b", text[other.end :], re.IGNORECASE):
            yield other.value


def _known(text: str, amount: Number) -> Iterator[float]:
    """Give the numbers that are seats by how they are told, without their name."""
    for other in _counts(text, amount):
        before, after = text[: other.start], text[other.end :]
        whole = _WE_BEFORE.search(before) and _ENDS.match(after)
        if _OF_US.match(after) or whole or (_ALL_BEFORE.search(before) and not _TIME_OR_MONEY.match(after)):
            yield other.value


def _counts(text: str, amount: Number) -> Iterator[Number]:
    return (n for n in numbers(text, "en") if n != amount and 1 < n.value < _MOST and n.value.is_integer())
