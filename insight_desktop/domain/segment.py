"""Rules that tell to which segment a customer belongs."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import SegmentRuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRule:
    """Names the segment of whoever meets all that it asks for; what is empty asks for nothing."""

    id: SegmentRuleId
    segment: str
    industry: str = ""
    """Stands in the customer's industry."""
    tags: tuple[str, ...] = ()
    """One of them is enough."""
    least: int | None = None
    """So many people work there, or more."""
    most: int | None = None


def first_fitting(rules: Iterable[SegmentRule], customer: Customer) -> SegmentRule | None:
    """Return the first rule that a customer meets, or None."""
    return next((rule for rule in rules if fits(rule, customer)), None)


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
