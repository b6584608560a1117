"""What to propose to a customer, and whether this is the moment."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import ProductId


class SuggestionKind(StrEnum):
    """A higher tier of what the customer has, or another product."""

    UPSELL = "upsell"
    CROSS_SELL = "cross_sell"


class Timing(StrEnum):
    """The verdict of the gate."""

    NOW = "now"
    LATER = "later"
    HOLD = "hold"


class ProductPurpose(StrEnum):
    """What a product is sold for: to begin with a customer, or to earn with one."""

    NONE = ""
    LEAD_IN = "lead_in"
    PROFIT = "profit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One row of the catalogue."""

    id: ProductId
    name: str
    family: str
    tier: int = 1
    upgrade_from: tuple[ProductId, ...] = ()
    requires: tuple[ProductId, ...] = ()
    solves: tuple[str, ...] = ()
    limits: tuple[tuple[str, float], ...] = ()
    """Ceilings such as ("users", 10)."""
    price: float | None = None
    currency: str = ""
    per: str = ""
    description: str = ""
    purpose: ProductPurpose = ProductPurpose.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedProduct:
    """A product that solves a problem which this customer voiced."""

    product: ProductId
    kind: SuggestionKind
    because: tuple[int, ...]
    """Turns that voice the problem; never empty."""
    confidence: float = 1.0
    solves: str = ""
    """The problem phrase of the catalogue that matched."""

    def __post_init__(self) -> None:
        """Reject an offer that no words of the customer call for."""
        if not self.because:
            message = "a proposal needs the customer's words"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReason:
    """One signal that spoke for or against offering, and its evidence."""

    code: str
    """For instance `dissatisfaction_open`; wording per language lives in the view."""
    turns: tuple[int, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """The verdict of one meeting; `proposed` is empty on hold."""

    timing: Timing
    reasons: tuple[GateReason, ...] = ()
    timing_why: str = ""
    """One sentence in the meeting's language."""
    proposed: tuple[ProposedProduct, ...] = ()
    until: dt.date | None = None


class SuggestionState(StrEnum):
    """What became of a suggestion; the last three end it."""

    CANDIDATE = "candidate"
    PREPARED = "prepared"
    PRESENTED = "presented"
    CONSIDERING = "considering"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
