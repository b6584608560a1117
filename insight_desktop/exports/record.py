"""What one meeting offers to an export: the fields that a profile's columns may name."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from insight_desktop.domain.insight import Owner, Sentiment
from insight_desktop.domain.meeting import Channel


class Direction(StrEnum):
    """Who called whom."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company, a person or a deal as a CRM knows it."""

    name: str = ""
    crm_id: str = ""
    domain: str = ""
    email: str = ""
    phone: str = ""
    """As the user typed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One promise, as it is exported."""

    text: str
    owner: Owner | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord:
    """One finished meeting, ready for export; holds no path and no user name of the computer."""

    id: str
    started_at: dt.datetime
    """Aware."""
    duration_s: int
    title: str = ""
    """Empty: made of company and date."""
    direction: Direction = Direction.UNKNOWN
    channel: Channel | None = None
    company: Party = Party()
    contact: Party = Party()
    deal: Party = Party()
    rep: Party = Party()
    summary: str = ""
    suggestion: str = ""
    pain_points: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sentiment: Sentiment | None = None
    sentiment_score: float | None = None
    next_steps: tuple[Step, ...] = ()
    talk_ratio_rep: float | None = None
    transcript: str = ""
    """Lines `[mm:ss] speaker: text`."""

    def __post_init__(self) -> None:
        """Reject a record without an id, with a naive time or a negative length."""
        if not self.id or self.started_at.tzinfo is None or self.duration_s < 0:
            message = f"impossible record {self.id!r}"
            raise ValueError(message)

    @property
    def ended_at(self) -> dt.datetime:
        """The start and the length added."""
        return self.started_at + dt.timedelta(seconds=self.duration_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row of a file is about: a meeting, or one of its next steps."""

    call: CallRecord
    step: Step | None = None


Value = str | int | float | dt.date | dt.datetime | tuple[str, ...] | tuple[Step, ...] | None


class FieldKind(StrEnum):
    """The nature of a field's value; says which column types can show it."""

    TEXT = "text"
    PROSE = "prose"
    """Text of several lines that a model or a person wrote."""
    CHOICE = "choice"
    MOMENT = "moment"
    DAY = "day"
    SECONDS = "seconds"
    NUMBER = "number"
    LIST = "list"
    STEPS = "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One path that a profile may name."""

    kind: FieldKind
    get: Callable[[Row], Value]
    personal: bool = False
    """Whether it holds personal data, for the dialog to say so."""


def _known(direction: Direction) -> str | None:
    return None if direction is Direction.UNKNOWN else direction.value


def _step(row: Row, name: str) -> Value:
    value: Value = getattr(row.step, name) if row.step else None
    return value


TITLE = "call.title"
VERDICT = "ai.suggestion"
"""The verdict on offers, which is of its day and no change of the meeting."""
TRANSCRIPT = "transcript.text"

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "call.id": Field(kind=FieldKind.TEXT, get=lambda row: row.call.id),
        TITLE: Field(kind=FieldKind.TEXT, get=lambda row: row.call.title, personal=True),
        "call.started_at": Field(kind=FieldKind.MOMENT, get=lambda row: row.call.started_at),
        "call.ended_at": Field(kind=FieldKind.MOMENT, get=lambda row: row.call.ended_at),
        "call.duration_s": Field(kind=FieldKind.SECONDS, get=lambda row: row.call.duration_s),
        "call.direction": Field(kind=FieldKind.CHOICE, get=lambda row: _known(row.call.direction)),
        "call.channel": Field(kind=FieldKind.CHOICE, get=lambda row: row.call.channel),
        "company.name": Field(kind=FieldKind.TEXT, get=lambda row: row.call.company.name),
        "company.domain": Field(kind=FieldKind.TEXT, get=lambda row: row.call.company.domain),
        "company.crm_id": Field(kind=FieldKind.TEXT, get=lambda row: row.call.company.crm_id),
        "contact.name": Field(kind=FieldKind.TEXT, get=lambda row: row.call.contact.name, personal=True),
        "contact.email": Field(kind=FieldKind.TEXT, get=lambda row: row.call.contact.email, personal=True),
        "contact.phone": Field(kind=FieldKind.TEXT, get=lambda row: row.call.contact.phone, personal=True),
        "contact.crm_id": Field(kind=FieldKind.TEXT, get=lambda row: row.call.contact.crm_id),
        "deal.name": Field(kind=FieldKind.TEXT, get=lambda row: row.call.deal.name),
        "deal.crm_id": Field(kind=FieldKind.TEXT, get=lambda row: row.call.deal.crm_id),
        "rep.name": Field(kind=FieldKind.TEXT, get=lambda row: row.call.rep.name, personal=True),
        "rep.email": Field(kind=FieldKind.TEXT, get=lambda row: row.call.rep.email, personal=True),
        "rep.crm_id": Field(kind=FieldKind.TEXT, get=lambda row: row.call.rep.crm_id),
        "ai.summary": Field(kind=FieldKind.PROSE, get=lambda row: row.call.summary, personal=True),
        "ai.suggestion": Field(kind=FieldKind.PROSE, get=lambda row: row.call.suggestion, personal=True),
        "ai.pain_points": Field(kind=FieldKind.LIST, get=lambda row: row.call.pain_points, personal=True),
        "ai.needs": Field(kind=FieldKind.LIST, get=lambda row: row.call.needs, personal=True),
        "ai.sentiment.label": Field(kind=FieldKind.CHOICE, get=lambda row: row.call.sentiment),
        "ai.sentiment.score": Field(kind=FieldKind.NUMBER, get=lambda row: row.call.sentiment_score),
        "ai.next_steps": Field(kind=FieldKind.STEPS, get=lambda row: row.call.next_steps, personal=True),
        "metrics.talk_ratio_rep": Field(kind=FieldKind.NUMBER, get=lambda row: row.call.talk_ratio_rep),
        TRANSCRIPT: Field(kind=FieldKind.PROSE, get=lambda row: row.call.transcript, personal=True),
        "step.text": Field(kind=FieldKind.TEXT, get=lambda row: _step(row, "text"), personal=True),
        "step.owner": Field(kind=FieldKind.CHOICE, get=lambda row: _step(row, "owner")),
        "step.due": Field(kind=FieldKind.DAY, get=lambda row: _step(row, "due")),
    }
)
"""Every path of `source`, `sections`, `drop` and `row_key`."""
