"""What the analysis reads: the turns of a meeting and what is known of the customer."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.offering import OfferRules
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.domain.timespan import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says until somebody else speaks or a pause comes."""

    index: int
    speaker: SpeakerLabel
    text: str
    span: TimeSpan | None = None

    @property
    def role(self) -> Role:
        """The side of the speaker."""
        return role_of(self.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerContext:
    """What is known of the customer before the meeting is read."""

    company: str = ""
    contacts: tuple[str, ...] = ()
    segment: str = ""
    current_products: tuple[str, ...] = ()
    nps: int | None = None
    renewal_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One meeting as text, ready to be analysed."""

    id: str
    language: str
    turns: tuple[Turn, ...]
    held_on: dt.date | None = None
    title: str = ""
    channel: str = ""
    """`onsite`, `web`, `phone` or empty."""
    rep: str = ""
    customer: CustomerContext = CustomerContext()
    catalog: str = ""
    """Name of the product catalogue, or empty."""
    rivals: tuple[str, ...] = ()
    """Names of competitors that the user listed."""
    rules: OfferRules = OfferRules()
    """When the user wants offers to be made."""
