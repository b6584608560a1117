"""Amounts of time, money, people and cases in what a customer said, as far as they tell what something costs today.

Each language reads its own sentences (`quantities_ja`, `quantities_en`). What is asked, supposed, past, hearsay or a
limit is no cost, and is left out: no estimate is better than a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.insights.numbers import Number


class Measure(StrEnum):
    """What is counted."""

    HOURS = "hours"
    DAYS = "days"
    MONEY = "money"
    PEOPLE = "people"
    CASES = "cases"


class Each(StrEnum):
    """To what one amount belongs."""

    WHOLE = ""
    PERSON = "person"
    CASE = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number that the customer said, with what it counts."""

    measure: Measure
    value: float
    period: str = ""
    """`day`, `week`, `month`, `year`; empty where none was said."""
    each: Each = Each.WHOLE
    noun: str = ""
    """What cases are called: 件, «invoices»."""
    currency: str = ""
    turn: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What was asked just before, and whether the turn is one that voices the problem."""

    is_how_much: bool = False
    period: str = ""
    is_problem: bool = False
    is_budget: bool = False
    currency: str = "JPY"


def joined_ranges(
    text: str, found: Sequence[Number], between: re.Pattern[str], units: re.Pattern[str]
) -> list[tuple[Number, int]]:
    """Return each number with the place where its unit stands; of a range the smaller end counts.

    Args:
        text: the sentence.
        found: its numbers, in order.
        between: what stands between the ends of a range; the group `unit` is a unit said with the first one.
        units: a unit after a number.
    """
    kept: list[tuple[Number, int]] = []
    skip = False
    for place, number in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        link = between.fullmatch(text[number.end : after.start]) if after else None
        if after is not None and link is not None:
            unit = units.match(text, after.end)
            said = link["unit"]
            if unit is not None and said in (None, "", unit[0].strip()) and number.value < after.value:
                kept.append((number, after.end))
                skip = True
                continue
        kept.append((number, number.end))
    return kept
