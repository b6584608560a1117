"""One page a week for the manager, and what to warn of."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.insight import InsightKind


class WarningKind(StrEnum):
    """Why a customer needs somebody's eye."""

    PROMISE_OVERDUE = "promise_overdue"
    DISSATISFACTION_OPEN = "dissatisfaction_open"
    QUESTION_UNANSWERED = "question_unanswered"
    NO_ACTIVITY = "no_activity"
    ONE_CONTACT = "one_contact"
    PRICE_NEVER_SPOKEN = "price_never_spoken"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerState:
    """What is counted of one customer's meetings."""

    customer_id: CustomerId
    name: str
    meetings: int
    last_meeting: MeetingId
    last_on: dt.date
    is_decided: bool
    """The last meeting was won or lost."""
    contacts: int
    """Different people of the customer that spoke or are on file."""
    price_spoken: bool
    overdue: int
    """Promises of ours past their day."""
    oldest_due: dt.date | None
    is_dissatisfied: bool
    """In the last meeting, without a success in it."""
    unanswered: int
    """Questions of the last meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerWarning:
    """One warning; `count` and `since` say how much where it makes sense."""

    kind: WarningKind
    customer: str
    meeting_id: MeetingId
    count: int = 0
    since: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTheme:
    """A theme that moved: customers of this week and of the four weeks before, on average."""

    name: str
    kind: InsightKind
    customers: int
    before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestQuote:
    """Something that is worth hearing."""

    words: str
    kind: InsightKind
    customer: str
    held_on: dt.date
    meeting_id: MeetingId
    language: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A week."""

    first: dt.date
    last: dt.date
    meetings: int
    customers: int
    won: int
    lost: int
    themes: tuple[DigestTheme, ...] = ()
    warnings: tuple[CustomerWarning, ...] = ()
    quotes: tuple[DigestQuote, ...] = ()
