"""Recency, frequency and money of purchases (Hughes, «Strategic Database Marketing», 1994), from won deals.

A won deal counts on the day that it was expected to close, which is where CRMs write the day it did; without a day it
counts for frequency and money, not for recency.
"""

import bisect
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insight_desktop.domain.customer import Deal

DAYS = 730
"""Purchases of two years count."""
_RECENT = (30, 90, 180, 365)
"""Days since the last purchase for 5, 4, 3 and 2 points; 1 beyond."""
_GRADES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchases:
    """What a customer bought; grades are 1 to 5, the best 5."""

    count: int
    total: float
    currency: str
    last_on: dt.date | None
    recency: int
    frequency: int
    money: int | None
    """Fifth of all buyers in this currency that the total lies in; None where too few bought or no amount is told."""

    @property
    def code(self) -> str:
        """The three grades as they are written: 5-3-4."""
        return "-".join(str(grade) if grade else "–" for grade in (self.recency, self.frequency, self.money))


def purchases_of(deals: Iterable[Deal], today: dt.date, totals: Sequence[float] = ()) -> Purchases | None:
    """Return what was bought within two years, in the currency of most of it; None for who bought nothing.

    Args:
        deals: of one customer.
        today: the day.
        totals: what each customer that bought something paid, in the same currency, in any order.
    """
    won = [deal for deal in deals if _counts(deal, today)]
    if not won:
        return None
    sums = sums_of(won, today)
    currency = max(sums, key=lambda name: (sums[name], name)) if sums else won[0].currency
    last = max((deal.expected_on for deal in won if deal.expected_on), default=None)
    return Purchases(
        count=len(won),
        total=sums.get(currency, 0.0),
        currency=currency,
        last_on=last,
        recency=_recency(last, today),
        frequency=min(len(won), _GRADES),
        money=_fifth(sums[currency], totals) if sums else None,
    )


def sums_of(deals: Iterable[Deal], today: dt.date) -> dict[str, float]:
    """Return what was paid within two years, by currency."""
    sums: dict[str, float] = {}
    for deal in deals:
        if _counts(deal, today) and deal.amount:
            sums[deal.currency] = sums.get(deal.currency, 0.0) + deal.amount
    return sums


def _counts(deal: Deal, today: dt.date) -> bool:
    return deal.outcome == "won" and (deal.expected_on is None or 0 <= (today - deal.expected_on).days <= DAYS)


def _recency(last: dt.date | None, today: dt.date) -> int:
    if last is None:
        return 1
    return _GRADES - bisect.bisect_left(_RECENT, (today - last).days)


def _fifth(total: float, totals: Sequence[float]) -> int | None:
    if len(totals) < _GRADES:
        return None
    below = sum(other < total for other in totals)
    return min(_GRADES, 1 + _GRADES * below // len(totals))
