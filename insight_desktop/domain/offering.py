"""How offers are made: the kind of business, and the limits that its user has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Business(StrEnum):
    """What one sells, which decides when an offer is welcome."""

    SUBSCRIPTION = "subscription"
    """Paid each month or year."""
    ONE_OFF = "one_off"
    """Sold once, over the counter or at the door."""
    PROJECT = "project"
    """Work to order: building, consulting."""
    REPEAT = "repeat"
    """Ordered again and again: goods that are used up."""


class Limit(StrEnum):
    """What the user may change of the rules of a business."""

    ALTERNATES = "alternates"
    DAYS_BETWEEN = "days_between"
    COOL_DOWN_DAYS = "cool_down_days"
    ONBOARDING_DAYS = "onboarding_days"
    DECISION_DAYS = "decision_days"
    RENEWAL_DAYS = "renewal_days"
    PRICE_PERCENT = "price_percent"
    USAGE_PERCENT = "usage_percent"
    RECHECK_DAYS = "recheck_days"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRules:
    """The user's choice; what is not changed is as the kind of business has it."""

    business: Business = Business.SUBSCRIPTION
    changed: tuple[tuple[Limit, int], ...] = ()

    def value(self, limit: Limit) -> int | None:
        """Return what the user wants of a limit, or None."""
        return dict(self.changed).get(limit)

    def with_limit(self, limit: Limit, value: int | None) -> "OfferRules":
        """Return the rules with one limit changed; None takes it back to what the business has."""
        changed: Mapping[Limit, int | None] = {**dict(self.changed), limit: value}
        return replace(self, changed=tuple((name, kept) for name in Limit if (kept := changed.get(name)) is not None))
