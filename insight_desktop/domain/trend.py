"""What many meetings say."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import CustomerId, InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind, ObjectionKind
from insight_desktop.domain.meeting import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One insight of one meeting, as the manager's page counts it."""

    insight_id: InsightId
    meeting_id: MeetingId
    customer_id: CustomerId | None
    kind: InsightKind
    summary: str
    held_on: dt.date
    language: str = "ja"
    segment: str = ""
    industry: str = ""
    products: tuple[str, ...] = ()
    """What the customer has of ours."""
    rep: str = ""
    outcome: Outcome = Outcome.UNSET
    theme: str = ""
    turns: tuple[int, ...] = ()
    vector: bytes = b""
    """As `Insight.vector`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Voices that mean the same, under one lasting identity."""

    id: str
    name: str
    kind: InsightKind
    members: tuple[InsightId, ...]
    pinned: bool = False
    """True once the manager named it; the program then keeps the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTheme:
    """A theme without its members."""

    id: str
    name: str
    kind: InsightKind
    pinned: bool = False
    """True once the manager named it."""
    is_on_top: bool = False
    """The manager wants it above the others."""
    merged_into: str | None = None
    """The theme under which its voices are counted."""
    objection: ObjectionKind | None = None
    """Why customers hesitate, in a theme of objections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTheme:
    """A theme with what is needed to let more voices join it."""

    theme: Theme
    size: int
    """How many members it has; `theme.members` may be left out."""
    total: bytes
    """Sum of the members' unit vectors, little-endian float32."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One period of a theme; counts are of customers, not of turns."""

    start: dt.date
    customers: int
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """`hits` of `total`."""

    hits: int
    total: int

    def __post_init__(self) -> None:
        """Reject counts that cannot be."""
        if not 0 <= self.hits <= self.total:
            message = f"impossible proportion {self.hits}/{self.total}"
            raise ValueError(message)

    @property
    def rate(self) -> float:
        """The share, 0 where nothing was counted."""
        return self.hits / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How often something is present in won and in lost meetings."""

    feature: str
    won: Proportion
    lost: Proportion
    difference: float
    """Rate in won minus rate in lost meetings, -1 to 1."""
    low: float
    high: float
    """95 % interval of the difference."""
    p_value: float
    claimed: bool
    """True where the difference survives the control of false discoveries and the minimum n."""
    won_meetings: tuple[MeetingId, ...] = ()
    """Some that have it, the newest first, to be listened to."""
    lost_meetings: tuple[MeetingId, ...] = ()
