"""What happened at a customer beside the meetings: deals, support cases, answers, products, offers; one timeline."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.customer import DECIDED, Customer, CustomerDetails
from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.workspace import Workspace

_UNTOLD = frozenset({SuggestionState.CANDIDATE, SuggestionState.PREPARED})
"""Offers that the customer has not heard of yet."""


class EventKind(StrEnum):
    """What happened."""

    CONTRACT = "contract"
    PRODUCT = "product"
    DEAL_WON = "deal_won"
    DEAL_LOST = "deal_lost"
    CASE_OPENED = "case_opened"
    CASE_CLOSED = "case_closed"
    LOYALTY = "loyalty"
    OFFER = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened."""

    kind: EventKind
    on: dt.date
    text: str = ""
    """The deal, the product's code, the subject of a case or the score."""
    amount: float | None = None
    currency: str = ""
    state: SuggestionState | None = None
    """What became of an offer that day."""
    suggestion_id: SuggestionId | None = None


def events_of(workspace: Workspace, customer: Customer, details: CustomerDetails, today: dt.date) -> tuple[Event, ...]:
    """Return what has a day until today, the newest first."""
    offers = tuple(_offers(workspace, customer))
    sold = {(each.text, each.on) for each in offers if each.state is SuggestionState.ACCEPTED}
    records = (
        each
        for each in _records(customer, details)
        if each.kind is not EventKind.PRODUCT or (each.text, each.on) not in sold
    )
    found = (each for each in (*records, *offers) if each.on <= today)
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _records(customer: Customer, details: CustomerDetails) -> Iterator[Event]:
    if customer.contracted_on is not None:
        yield Event(kind=EventKind.CONTRACT, on=customer.contracted_on)
    if customer.nps is not None and customer.nps_on is not None:
        yield Event(kind=EventKind.LOYALTY, on=customer.nps_on, text=str(customer.nps))
    for deal in details.deals:
        if deal.expected_on is not None and deal.outcome in DECIDED:
            kind = EventKind.DEAL_WON if deal.outcome == "won" else EventKind.DEAL_LOST
            yield Event(kind=kind, on=deal.expected_on, text=deal.name, amount=deal.amount, currency=deal.currency)
    for owned in details.owned:
        if owned.since is not None:
            yield Event(kind=EventKind.PRODUCT, on=owned.since, text=owned.product)
    for case in details.cases:
        if case.opened_on is not None:
            yield Event(kind=EventKind.CASE_OPENED, on=case.opened_on, text=case.subject)
        if case.closed_on is not None:
            yield Event(kind=EventKind.CASE_CLOSED, on=case.closed_on, text=case.subject)


def _offers(workspace: Workspace, customer: Customer) -> Iterator[Event]:
    histories = workspace.suggestions.histories_of_customer(customer.id)
    for offer in workspace.suggestions.of_customer(customer.id):
        if offer.state in _UNTOLD:
            continue
        for step in reversed(histories.get(offer.id, ())):
            if step.state not in _UNTOLD:
                yield Event(
                    kind=EventKind.OFFER,
                    on=step.at.astimezone().date(),
                    text=offer.product,
                    amount=step.amount if step.state is SuggestionState.ACCEPTED else None,
                    currency=step.currency or "",
                    state=step.state,
                    suggestion_id=offer.id,
                )
