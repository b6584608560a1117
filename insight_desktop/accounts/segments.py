"""To which segment a customer belongs: what somebody wrote wins, else the first rule that fits."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.segment import SegmentRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The segment, and the rule that named it; None: it was written by hand or came with an import."""

    name: str = ""
    rule: SegmentRule | None = None


def segment_of(customer: Customer, rules: Iterable[SegmentRule]) -> Segment:
    """Return the customer's segment; empty where nothing fits."""
    if customer.segment:
        return Segment(name=customer.segment)
    found = next((rule for rule in rules if fits(rule, customer)), None)
    return Segment(name=found.segment, rule=found) if found else Segment()


def fits(rule: SegmentRule, customer: Customer) -> bool:
    """Tell whether a customer meets all that a rule asks for; a rule that asks for nothing fits everybody."""
    if rule.industry and _folded(rule.industry) not in _folded(customer.industry):
        return False
    if rule.tags and not {_folded(tag) for tag in rule.tags} & {_folded(tag) for tag in customer.tags}:
        return False
    if rule.least is None and rule.most is None:
        return True
    size = customer.employees
    return size is not None and (rule.least or 0) <= size and (rule.most is None or size <= rule.most)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
