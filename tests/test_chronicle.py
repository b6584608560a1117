"""One timeline: what happened beside the meetings stands there with its day, what is yet to come does not."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from insight_desktop import chronicle, sales
from insight_desktop.chronicle import EventKind
from insight_desktop.domain.customer import Customer, CustomerDetails, Deal, OwnedProduct, SupportCase
from insight_desktop.domain.ids import CustomerId, DealId, OwnedProductId, SupportCaseId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from tests.ui import filled

TODAY = dt.date(2026, 11, 29)
WHO = CustomerId("c")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    filled.fill(tmp_path, meetings=1)
    with Workspace.open(tmp_path) as opened:
        yield opened


def day(month: int) -> dt.date:
    return dt.date(2026, month, 1)


def test_records_with_a_day_are_told_newest_first(workspace: Workspace) -> None:
    customer = Customer(id=WHO, name="甲", contracted_on=day(1), nps=9, nps_on=day(9), renewal_on=dt.date(2027, 1, 1))
    details = CustomerDetails(
        deals=(
            Deal(id=DealId("1"), customer_id=WHO, name="導入", outcome="won", expected_on=day(2), amount=5.0),
            Deal(id=DealId("2"), customer_id=WHO, name="増設", outcome="lost", expected_on=day(3)),
            Deal(id=DealId("3"), customer_id=WHO, name="開いている", expected_on=day(4)),
            Deal(id=DealId("4"), customer_id=WHO, name="日付なし", outcome="won"),
        ),
        owned=(OwnedProduct(id=OwnedProductId("1"), customer_id=WHO, product="KEI-LITE", since=day(5)),),
        cases=(
            SupportCase(id=SupportCaseId("1"), customer_id=WHO, subject="鍵", opened_on=day(6), closed_on=day(7)),
            SupportCase(id=SupportCaseId("2"), customer_id=WHO, subject="先", opened_on=dt.date(2027, 5, 1)),
        ),
    )
    found = chronicle.events_of(workspace, customer, details, TODAY)
    assert [(each.kind, each.on.month, each.text) for each in found] == [
        (EventKind.LOYALTY, 9, "9"),
        (EventKind.CASE_CLOSED, 7, "鍵"),
        (EventKind.CASE_OPENED, 6, "鍵"),
        (EventKind.PRODUCT, 5, "KEI-LITE"),
        (EventKind.DEAL_LOST, 3, "増設"),
        (EventKind.DEAL_WON, 2, "導入"),
        (EventKind.CONTRACT, 1, ""),
    ]


def test_an_offer_stands_there_once_the_customer_heard_of_it(workspace: Workspace) -> None:
    (customer,) = workspace.customers.list()
    offer = next(row.suggestion for row in workspace.suggestions.listed() if row.suggestion.product == "SEIKYU")

    def told() -> list[tuple[EventKind, SuggestionState | None, float | None]]:
        now = workspace.customers.get(customer.id)
        assert now is not None
        found = chronicle.events_of(workspace, now, workspace.details.of(customer.id), TODAY)
        return [(each.kind, each.state, each.amount) for each in found]

    states = (SuggestionState.PREPARED, SuggestionState.PRESENTED, SuggestionState.ACCEPTED)
    at = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    sales.note(workspace, offer.id, SuggestionEvent(state=states[0], at=at))
    assert told() == []
    for number, state in enumerate(states[1:], 1):
        event = SuggestionEvent(state=state, at=at + dt.timedelta(hours=number), amount=15000.0, currency="JPY")
        sales.note(workspace, offer.id, event)
    assert told() == [
        (EventKind.OFFER, SuggestionState.ACCEPTED, 15000.0),  # the product that they have since is not told again
        (EventKind.OFFER, SuggestionState.PRESENTED, None),
    ]
