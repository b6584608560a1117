"""Whoever accepts an offer owns it, in the place of what it takes over; what they own is no longer offered."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop import advice, offer_results, sales, standing
from insight_desktop.domain.customer import OwnedProduct
from insight_desktop.domain.ids import CustomerId, OwnedProductId, SuggestionId, new_id
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.suggestions import ListedSuggestion, SuggestionEvent
from insight_desktop.store.workspace import Workspace
from tests.ui import filled

AT = dt.datetime(2026, 11, 27, 3, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 29)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    filled.fill(tmp_path, meetings=1)
    with Workspace.open(tmp_path) as opened:
        yield opened


def offers(workspace: Workspace) -> dict[str, ListedSuggestion]:
    return {row.suggestion.product: row for row in advice.listed(workspace).rows}


def customer_of(row: ListedSuggestion) -> CustomerId:
    assert row.suggestion.customer_id is not None
    return row.suggestion.customer_id


def step(state: SuggestionState) -> SuggestionEvent:
    return SuggestionEvent(state=state, at=AT)


def owned(workspace: Workspace, customer: CustomerId) -> dict[str, tuple[dt.date | None, int | None]]:
    return {each.product: (each.since, each.seats) for each in workspace.details.of(customer).owned}


def test_an_accepted_upgrade_takes_the_place_of_what_they_have(workspace: Workspace) -> None:
    offer = offers(workspace)["KEI-MULTI"]
    customer = customer_of(offer)
    workspace.details.save(
        OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer, product="KEI-LITE", since=TODAY, seats=18)
    )
    before = owned(workspace, customer)
    noted = sales.note(workspace, offer.suggestion.id, step(SuggestionState.ACCEPTED))
    assert owned(workspace, customer) == {"KEI-MULTI": (dt.date(2026, 11, 27), 18)}
    found = workspace.customers.get(customer)
    assert found is not None
    assert found.current_products == ("KEI-MULTI",)
    assert noted is not None
    sales.take_back(workspace, noted)
    assert owned(workspace, customer) == before
    restored = workspace.suggestions.get(offer.suggestion.id)
    assert restored is not None
    assert restored.state is SuggestionState.CANDIDATE


def test_what_is_sold_beside_stands_beside(workspace: Workspace) -> None:
    offer = offers(workspace)["SEIKYU"]
    sales.note(workspace, offer.suggestion.id, step(SuggestionState.ACCEPTED))
    assert set(owned(workspace, customer_of(offer))) == {"KEI-LITE", "SEIKYU"}


@pytest.mark.parametrize("product", ["KEI-MULTI", "SEIKYU"])
def test_a_withdrawn_sale_gives_back_and_is_no_customer_who_left(workspace: Workspace, product: str) -> None:
    offer = offers(workspace)[product]
    customer = customer_of(offer)
    kept = workspace.details.of(customer).owned[0]
    workspace.details.save(replace(kept, since=dt.date(2024, 4, 1)))
    sales.note(workspace, offer.suggestion.id, step(SuggestionState.ACCEPTED))
    sales.note(workspace, offer.suggestion.id, step(SuggestionState.WITHDRAWN))
    assert owned(workspace, customer) == {"KEI-LITE": (dt.date(2024, 4, 1), None)}
    assert workspace.details.gave_up() == {}


def test_a_product_that_they_had_already_is_neither_doubled_nor_taken_away(workspace: Workspace) -> None:
    offer = offers(workspace)["SEIKYU"]
    customer = customer_of(offer)
    had = OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer, product="請求たすけ", since=TODAY)
    workspace.details.save(had)
    noted = sales.note(workspace, offer.suggestion.id, step(SuggestionState.ACCEPTED))
    assert noted is not None
    assert not noted.is_owned_changed
    sales.note(workspace, offer.suggestion.id, step(SuggestionState.WITHDRAWN))
    assert had in workspace.details.of(customer).owned


def test_what_they_got_meanwhile_is_offered_nowhere(workspace: Workspace) -> None:
    offer = offers(workspace)["KEI-MULTI"]
    customer = customer_of(offer)
    workspace.details.save(OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer, product="KEI-MULTI"))
    assert set(offers(workspace)) == {"SEIKYU"}
    stands = standing.of_customer(workspace, customer, TODAY)
    assert stands is not None
    assert [each.suggestion.product for each in stands.offers] == ["SEIKYU"]


def test_an_offer_that_is_under_way_or_was_sold_stays_to_be_seen(workspace: Workspace) -> None:
    offer = offers(workspace)["KEI-MULTI"]
    for state in (SuggestionState.PRESENTED, SuggestionState.ACCEPTED):
        sales.note(workspace, offer.suggestion.id, step(state))
        assert offers(workspace)["KEI-MULTI"].suggestion.state is state
    assert offer_results.results(workspace).accepted == 1


def test_the_amount_of_a_sale_keeps_its_currency_and_what_it_is_paid_for(workspace: Workspace) -> None:
    offer = offers(workspace)["SEIKYU"].suggestion.id
    found = advice.advise(workspace, offer, TODAY)
    assert found is not None
    assert (found.currency, found.per) == ("JPY", "month")
    sales.note(workspace, offer, replace(step(SuggestionState.ACCEPTED), amount=90.0, currency="GBP"))
    sold = advice.advise(workspace, offer, TODAY)
    assert sold is not None
    assert (sold.currency, sold.comparison) == ("GBP", None)


def test_an_offer_that_is_gone_is_no_error(workspace: Workspace) -> None:
    assert sales.note(workspace, SuggestionId("x"), step(SuggestionState.ACCEPTED)) is None
