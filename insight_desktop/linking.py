"""Gives meetings their customers: whom the names that were spoken point to, and the link itself, to be taken back."""

from collections import defaultdict
from dataclasses import dataclass

from insight_desktop import text_meetings
from insight_desktop.accounts.spoken import Known, SpokenCustomer, Talk, spoken_customers
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, DealId, MeetingId
from insight_desktop.domain.speaker import Role, role_of
from insight_desktop.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A meeting that was given a customer, or none, and what it takes to take that back."""

    meeting_id: MeetingId
    name: str
    """The customer's; empty where there is none now."""
    customer_before: CustomerId | None
    deal_before: DealId | None
    made: CustomerId | None = None
    """A customer that was not there before."""
    told_before: Customer | None = None
    """The customer before the answers of a survey told their loyalty."""


def likely_customers(workspace: Workspace, meeting_id: MeetingId) -> tuple[SpokenCustomer, ...]:
    """Return the customers whose names came up in a meeting without a customer, the likeliest first."""
    meeting = workspace.meetings.get(meeting_id)
    said = workspace.transcripts.said(meeting_id)
    if meeting is None or meeting.customer_id is not None or said is None:
        return ()
    people: defaultdict[CustomerId, list[str]] = defaultdict(list)
    for customer_id, name in workspace.heard.people():
        people[customer_id].append(name)
    speakers = workspace.speakers.of_meeting(meeting_id)
    talk = Talk(
        title=meeting.title,
        turns=[(each.speaker is not None and role_of(each.speaker) is Role.REP, each.text) for each in said],
        speakers=[each.name for each in speakers if each.role is not Role.REP],
    )
    customers = workspace.customers.list()
    return spoken_customers(
        talk, (Known(id=each.id, name=each.name, people=tuple(people[each.id])) for each in customers)
    )


def link(workspace: Workspace, meeting_id: MeetingId, customer_id: CustomerId | None) -> Linked | None:
    """Give a meeting a customer that is kept, or none; None where the meeting is gone."""
    return _link(workspace, meeting_id, workspace.customers.get(customer_id) if customer_id else None, made=None)


def link_named(workspace: Workspace, meeting_id: MeetingId, name: str) -> Linked | None:
    """Give a meeting the customer of a name, made where the name is new; none where it is empty."""
    if not name:
        return link(workspace, meeting_id, None)
    with workspace.db.atomic():
        is_new = not workspace.customers.named(name)
        customer = workspace.customers.find_or_make(name)
        return _link(workspace, meeting_id, customer, made=customer.id if is_new else None)


def unlink(workspace: Workspace, linked: Linked) -> None:
    """Take a link back; a customer that was made for it goes to the trash."""
    with workspace.db.atomic():
        workspace.meetings.set_customer(linked.meeting_id, linked.customer_before, linked.deal_before)
        if linked.told_before is not None:
            text_meetings.forget_loyalty(workspace, linked.told_before)
        if linked.made is not None:
            workspace.customers.trash(linked.made)


def _link(
    workspace: Workspace, meeting_id: MeetingId, customer: Customer | None, *, made: CustomerId | None
) -> Linked | None:
    meeting = workspace.meetings.get(meeting_id)
    if meeting is None:
        return None
    with workspace.db.atomic():
        workspace.meetings.set_customer(meeting_id, customer.id if customer else None)
        told_before = text_meetings.learn_loyalty(workspace, meeting_id)
    return Linked(
        meeting_id=meeting_id,
        name=customer.name if customer else "",
        customer_before=meeting.customer_id,
        deal_before=meeting.deal_id,
        made=made,
        told_before=told_before,
    )
