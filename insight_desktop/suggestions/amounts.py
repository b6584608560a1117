"""What an offer would bring, as far as prices and numbers tell: the price, times those for whom it is paid.

It is shown to be checked by the user, who knows what was agreed.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.customer import CustomerDetails, OwnedProduct, Usage
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.comparison import Comparison
from insight_desktop.suggestions.results import MONTHS
from insight_desktop.suggestions.words import folded


class Unit(StrEnum):
    """For each of what a price is paid."""

    USER = "user"
    VEHICLE = "vehicle"


_UNITS = {"user_month": Unit.USER, "vehicle_month": Unit.VEHICLE}
_NAMES = {
    Unit.USER: re.compile(
        r"\busers?\b|\bseats?\b|\blicen[cs]es?\b|ユーザー?|利用者|利用人数|アカウント|ライセンス|席|\bids?\b|id数"
    ),
    Unit.VEHICLE: re.compile(r"\bvehicles?\b|\bvans?\b|\btrucks?\b|車両|台数"),
}
_MEASURES = {
    Unit.USER: re.compile(r"|人|名|席|個|件|id|users?|seats?|licen[cs]es?|people|ユーザー?|アカウント|ライセンス"),
    Unit.VEHICLE: re.compile(r"|台|vehicles?|vans?|trucks?"),
}
"""Gigabytes of users are no users."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an offer would bring each period of the product's price, and how it was counted."""

    amount: float
    price: float
    unit: Unit | None = None
    """For each of what the price is paid; None: for the whole."""
    count: int | None = None
    """How many there are; None where nobody knows, and the amount is that of one."""
    less: float = 0.0
    """What they pay today for what it takes the place of, already taken off."""


def expected(comparison: Comparison | None, known: CustomerDetails) -> Expected | None:
    """Return what an offer would bring, or None where the prices do not tell.

    Args:
        comparison: the present and the proposed product.
        known: what is kept of the customer: products with seats, and figures of usage.
    """
    if comparison is None or comparison.proposed.price is None:
        return None
    proposed, present = comparison.proposed, comparison.present
    unit, price = _UNITS.get(proposed.per), comparison.proposed.price
    count = _count(unit, present, known) if unit else None
    after = price * (count or 1)
    if present is None or not present.price:
        return Expected(amount=after, price=price, unit=unit, count=count)
    is_alike = (present.per, present.currency) == (proposed.per, proposed.currency)
    if unit and count is None and not is_alike:
        return Expected(amount=price, price=price, unit=unit)
    less = present.price * (count or 1) if is_alike else _in_period_of(proposed, present, known)
    if less is None:
        return None
    return Expected(amount=max(0.0, after - less), price=price, unit=unit, count=count, less=less)


def _in_period_of(proposed: Product, present: Product, known: CustomerDetails) -> float | None:
    """Return what the present product costs each period of the proposed one; None where the two cannot be compared."""
    if present.currency != proposed.currency or not {present.per, proposed.per} <= MONTHS.keys():
        return None
    unit = _UNITS.get(present.per)
    count = _count(unit, present, known) if unit else 1
    if present.price is None or count is None:
        return None
    return present.price * count * MONTHS[present.per] / MONTHS[proposed.per]


def _count(unit: Unit, present: Product | None, known: CustomerDetails) -> int | None:
    """Return how many there are: seats of what the new product takes the place of, a figure of usage, other seats."""
    theirs = {folded(present.id), folded(present.name)} if present else set()
    seats = [each for each in known.owned if each.seats] if unit is Unit.USER else []
    taken_over = [each for each in seats if folded(each.product) in theirs]
    return _most(taken_over) or _newest([each for each in known.usage if _counts(each, unit)]) or _most(seats)


def _counts(usage: Usage, unit: Unit) -> bool:
    return bool(_NAMES[unit].search(folded(usage.name)) and _MEASURES[unit].fullmatch(folded(usage.unit)))


def _newest(figures: Sequence[Usage]) -> int | None:
    newest = max(figures, key=lambda each: (each.as_of or dt.date.min, each.value), default=None)
    return round(newest.value) if newest and newest.value >= 1 else None


def _most(owned: Sequence[OwnedProduct]) -> int | None:
    return max((each.seats or 0 for each in owned), default=None)
