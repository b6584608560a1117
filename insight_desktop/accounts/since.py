"""What changed at a customer since one met them the time before last: read ten minutes before a visit."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.accounts.interest import USUAL_DAYS
from insight_desktop.accounts.voices import Voices
from insight_desktop.domain.account import Account, Issue, IssueStatus, Sighting
from insight_desktop.domain.customer import Customer, CustomerDetails
from insight_desktop.domain.ids import MeetingId

_FELT = 0.25
"""Below this the mood is called the same; it runs from -1 to 1."""
_ISSUES = (IssueStatus.WORSE, IssueStatus.NEW)


class ShiftKind(StrEnum):
    """What is different."""

    WORSE = "worse"
    NEW = "new"
    SOLVED = "solved"
    MOOD_UP = "mood_up"
    MOOD_DOWN = "mood_down"
    FIRST_HEARD = "first_heard"
    CASE_OPENED = "case_opened"
    CASE_CLOSED = "case_closed"
    LOYALTY = "loyalty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One thing that changed."""

    kind: ShiftKind
    text: str = ""
    """The customer's words, a name, the subject of a case or a score."""
    on: dt.date | None = None
    meeting_id: MeetingId | None = None
    turns: tuple[int, ...] = ()
    """Where it was said in that meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Everything that changed since a day."""

    day: dt.date
    """When one met the time before last; of a single meeting its own day."""
    shifts: tuple[Shift, ...] = ()
    is_first: bool = False
    """There is one meeting only: nothing that was said can be compared yet."""


def since_last(
    account: Account, customer: Customer, details: CustomerDetails, voices: Voices, today: dt.date
) -> Since | None:
    """Return what the last meeting and the days after it brought, against the meeting before; None without any.

    Args:
        account: the customer over all meetings.
        customer: for the score of loyalty.
        details: for the support cases.
        voices: who was heard within a year; of longer ago nobody is called new.
        today: the day of the question.
    """
    if account.last_on is None:
        return None
    day = account.before_on or account.last_on
    is_first = account.before_on is None
    said = () if is_first else (*_said(account), *_mood(account))
    if not is_first and (today - day).days <= USUAL_DAYS:
        said += tuple(_people(voices, day))
    return Since(day=day, shifts=(*said, *_records(customer, details, day)), is_first=is_first)


def _said(account: Account) -> Iterator[Shift]:
    for status in _ISSUES:
        for issue in account.issues:
            if issue.status is status:
                yield _issue(ShiftKind(status.value), issue, issue.sightings[-1])
    for issue in account.issues:
        if issue.solution is not None and issue.solution.meeting_id == account.last_meeting:
            yield _issue(ShiftKind.SOLVED, issue, issue.solution)


def _issue(kind: ShiftKind, issue: Issue, told: Sighting) -> Shift:
    return Shift(kind=kind, text=issue.summary, on=told.held_on, meeting_id=told.meeting_id, turns=told.turns)


def _mood(account: Account) -> Iterator[Shift]:
    if len(account.moods) > 1 and account.moods[-1].meeting_id == account.last_meeting:
        before, now = account.moods[-2:]
        if abs(now.value - before.value) >= _FELT:
            kind = ShiftKind.MOOD_UP if now.value > before.value else ShiftKind.MOOD_DOWN
            yield Shift(kind=kind, on=now.held_on, meeting_id=now.meeting_id)


def _people(voices: Voices, day: dt.date) -> Iterator[Shift]:
    for each in voices.heard:
        if each.first_on > day:
            yield Shift(kind=ShiftKind.FIRST_HEARD, text=each.person, on=each.first_on)


def _records(customer: Customer, details: CustomerDetails, day: dt.date) -> Iterator[Shift]:
    for case in details.cases:
        if case.closed_on is not None and case.closed_on >= day:
            yield Shift(kind=ShiftKind.CASE_CLOSED, text=case.subject, on=case.closed_on)
        elif case.is_open and case.opened_on is not None and case.opened_on >= day:
            yield Shift(kind=ShiftKind.CASE_OPENED, text=case.subject, on=case.opened_on)
    if customer.nps is not None and customer.nps_on is not None and customer.nps_on > day:
        yield Shift(kind=ShiftKind.LOYALTY, text=str(customer.nps), on=customer.nps_on)
