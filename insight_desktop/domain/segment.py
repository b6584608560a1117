"""Rules that tell to which segment a customer belongs."""

from dataclasses import dataclass

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
