"""Loyalty from one question: would you recommend us? (Reichheld, «The One Number You Need to Grow», HBR, 2003)."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum

from insight_desktop.domain.customer import Customer, NpsSource

_PROMOTER, _PASSIVE, _MOST = 9, 7, 10


class Loyalty(StrEnum):
    """What a score says: 9 and 10 recommend us, 7 and 8 are content, 0 to 6 warn others."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


def loyalty_of(nps: int | None) -> Loyalty | None:
    """Return the class of an answer, 0 to 10.

    A net score of many answers (−100 to 100) has no class where it is above 10; below 0 detractors outnumber promoters.
    """
    if nps is None or nps > _MOST:
        return None
    if nps >= _PROMOTER:
        return Loyalty.PROMOTER
    return Loyalty.PASSIVE if nps >= _PASSIVE else Loyalty.DETRACTOR


def with_nps(customer: Customer, score: int, on: dt.date, source: NpsSource) -> Customer:
    """Return the customer with an answer, unless a newer one is known; one without a day is older than any."""
    if customer.nps is not None and customer.nps_on is not None and customer.nps_on > on:
        return customer
    return replace(customer, nps=score, nps_on=on, nps_source=source)
