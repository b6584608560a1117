"""To which segment a customer belongs: what somebody wrote wins, else the first rule that fits."""

from collections.abc import Iterable
from dataclasses import dataclass

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.segment import SegmentRule, first_fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The segment, and the rule that named it; None: it was written by hand or came with an import."""

    name: str = ""
    rule: SegmentRule | None = None


def segment_of(customer: Customer, rules: Iterable[SegmentRule]) -> Segment:
    """Return the customer's segment; empty where nothing fits."""
    if customer.segment:
        return Segment(name=customer.segment)
    found = first_fitting(rules, customer)
    return Segment(name=found.segment, rule=found) if found else Segment()
