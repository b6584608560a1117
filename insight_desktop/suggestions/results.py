"""What came of the offers: growth of income, acceptance with its uncertainty, and whether offers do harm."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.domain.suggestion import SuggestionKind, SuggestionState
from insight_desktop.domain.trend import Proportion

MONTHS = {"month": 1.0, "user_month": 1.0, "vehicle_month": 1.0, "year": 1 / 12}
"""How much of each period's price falls on a month; what is paid once is not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastOffer:
    """One suggestion that was presented, and how it ended."""

    kind: SuggestionKind
    state: SuggestionState
    on: dt.date
    product: str = ""
    customer: str = ""
    segment: str = ""
    problem: str = ""
    """What the product was to solve: the reason for the offer."""
    reason: str = ""
    wording: str = ""
    amount: float | None = None
    """What it brings each `per`."""
    currency: str = "JPY"
    per: str = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """How many of the decided offers of one kind were accepted."""

    name: str
    share: Proportion


def expansion_mrr(offers: Iterable[PastOffer]) -> Mapping[str, float]:
    """Return what accepted offers add to each month's income, by currency; what is paid once adds nothing."""
    total: dict[str, float] = {}
    for offer in offers:
        if offer.state is SuggestionState.ACCEPTED and offer.amount is not None and offer.per in MONTHS:
            total[offer.currency] = total.get(offer.currency, 0.0) + offer.amount * MONTHS[offer.per]
    return total


def acceptance(offers: Sequence[PastOffer], by: Callable[[PastOffer], str]) -> tuple[Acceptance, ...]:
    """Return the acceptance of each group, the largest group first; open and withdrawn offers do not count."""
    groups: dict[str, list[bool]] = {}
    for offer in offers:
        if offer.state in (SuggestionState.ACCEPTED, SuggestionState.DECLINED):
            groups.setdefault(by(offer), []).append(offer.state is SuggestionState.ACCEPTED)
    found = [
        Acceptance(name=name, share=Proportion(hits=sum(ends), total=len(ends)))
        for name, ends in groups.items()
        if name
    ]
    return tuple(sorted(found, key=lambda each: (-each.share.total, each.name)))


def churn(offered: frozenset[str], lost: frozenset[str], everyone: frozenset[str]) -> tuple[Proportion, Proportion]:
    """Return the share of lost customers among those who were offered something and among the others.

    Where the first is clearly larger, offers do harm.
    """
    others = everyone - offered
    return (
        Proportion(hits=len(offered & lost), total=len(offered)),
        Proportion(hits=len(others & lost), total=len(others)),
    )
