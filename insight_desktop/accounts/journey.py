"""How far a customer has come with us, from deals, products and dates; what the user says wins."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.accounts.because import Because
from insight_desktop.domain.customer import Customer, CustomerDetails, JourneyStage

_OVERDUE_DAYS = 30
"""So long after its day a renewal is still the thing to talk about."""
_LEARNING_DAYS = 90
"""How long one learns a product where the rules of the business name no grace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """The stage, why, and what the dates alone would say where the user has said otherwise."""

    stage: JourneyStage
    because: Because
    derived: JourneyStage
    is_by_hand: bool = False


def journey_of(
    customer: Customer, details: CustomerDetails, today: dt.date, *, grace_days: int = 0, renewal_days: int = 120
) -> Journey:
    """Return the customer's stage on a day.

    Args:
        customer: contract and renewal stand here, and the stage that the user set.
        details: deals and owned products.
        today: the day.
        grace_days: how long after the contract one still learns; 0: three months.
        renewal_days: how long before the renewal one talks of it.
    """
    stage, because = _derived(customer, details, today, grace_days or _LEARNING_DAYS, renewal_days)
    if customer.stage is None:
        return Journey(stage=stage, because=because, derived=stage)
    return Journey(stage=customer.stage, because=Because(code="by_hand"), derived=stage, is_by_hand=True)


def _derived(
    customer: Customer, details: CustomerDetails, today: dt.date, grace_days: int, renewal_days: int
) -> tuple[JourneyStage, Because]:
    begun = newest_beginning(customer, details, today)
    is_ours = begun is not None or bool(customer.current_products or details.owned) or _won(details)
    if is_ours and customer.renewal_on is not None:
        days = (customer.renewal_on - today).days
        if -_OVERDUE_DAYS <= days <= renewal_days:
            return JourneyStage.RENEWAL, _told("renewal_near", date=customer.renewal_on.isoformat(), days=str(days))
    if begun is not None and (today - begun).days < grace_days:
        return JourneyStage.ONBOARDING, _told("just_begun", date=begun.isoformat(), days=str((today - begun).days))
    if is_ours:
        if begun is not None:
            return JourneyStage.IN_USE, _told("uses_since", date=begun.isoformat())
        return JourneyStage.IN_USE, _told("owns")
    going_on = [deal for deal in details.deals if not deal.outcome]
    if going_on:
        return JourneyStage.EVALUATION, _told("deal_open", name=going_on[0].name)
    return JourneyStage.LEAD, _told("nothing_bought")


def newest_beginning(customer: Customer, details: CustomerDetails, today: dt.date) -> dt.date | None:
    """Return when the newest thing that they have of ours began."""
    days = (customer.contracted_on, *(owned.since for owned in details.owned))
    return max((day for day in days if day is not None and day <= today), default=None)


def _won(details: CustomerDetails) -> bool:
    return any(deal.outcome == "won" for deal in details.deals)


def _told(code: str, **figures: str) -> Because:
    return Because(code=code, figures=tuple(figures.items()))
