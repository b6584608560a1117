"""What came of offers is counted with its uncertainty, and small numbers claim nothing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.domain.customer import Deal, OwnedProduct
from insight_desktop.domain.ids import DealId, OwnedProductId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.domain.trend import Proportion
from insight_desktop.offer_results import OfferResults, difference, results, share
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from tests.ui import filled

AT = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("results")
    filled.fill(folder, meetings=4)
    with Workspace.open(folder) as opened:
        yield opened


def test_nothing_offered_counts_nothing(workspace: Workspace) -> None:
    found = results(workspace)
    assert (found.presented, found.overall, found.wordings, found.churn) == (0, None, None, None)


def test_what_became_of_offers_is_counted_by_group(workspace: Workspace) -> None:
    rows = workspace.suggestions.listed()
    states = [SuggestionState.ACCEPTED, SuggestionState.DECLINED, SuggestionState.WITHDRAWN]
    for row, state, approach in zip(rows, states, "ABA", strict=False):
        event = SuggestionEvent(state=state, at=AT, amount=12000.0, wording=approach)
        workspace.suggestions.set_state(row.suggestion.id, event)
    customer = workspace.customers.list()[0]
    workspace.customers.save(replace(customer, tags=("解約",)))
    found = results(workspace)
    assert found.presented == 2
    assert found.overall is not None
    assert found.overall.share == Proportion(hits=1, total=2)
    assert not found.overall.is_enough
    assert {each.name: each.share.total for each in found.by_wording} == {"A": 1, "B": 1}
    assert sum(found.growth.values()) == 12000
    assert sum(each.share.total for each in found.by_reason) == 2
    assert found.wordings is not None
    assert not found.wordings.is_clear
    assert found.churn is not None
    assert found.churn.first.share.total + found.churn.second.share.total == len(workspace.customers.list())
    assert found.churn.first.share.hits + found.churn.second.share.hits == 1


def test_a_difference_is_clear_only_with_enough_of_both() -> None:
    def apart(first: tuple[int, int], second: tuple[int, int]) -> bool:
        shares = (share(name, Proportion(hits=n, total=m)) for name, (n, m) in (("A", first), ("B", second)))
        return difference(*shares).is_clear

    assert apart((45, 50), (10, 50))
    assert not apart((9, 9), (0, 9))
    assert not apart((26, 50), (24, 50))


def test_what_was_presented_and_withdrawn_was_still_offered(workspace: Workspace) -> None:
    before = results(workspace)
    assert before.churn is not None
    offered = {row.suggestion.customer_id for row in workspace.suggestions.listed()}
    row = next(
        row
        for row in workspace.suggestions.listed()
        if row.suggestion.state is SuggestionState.CANDIDATE and row.suggestion.customer_id
    )
    for state in (SuggestionState.PRESENTED, SuggestionState.WITHDRAWN):
        workspace.suggestions.set_state(row.suggestion.id, SuggestionEvent(state=state, at=AT))
    found = results(workspace)
    assert found.presented == before.presented + 1
    assert found.churn is not None
    assert found.churn.first.share.total <= len(offered)
    presented = {customer for customer, _at in workspace.suggestions.first_presented().values() if customer is not None}
    assert row.suggestion.customer_id in presented
    assert found.churn.first.share.total == len(presented)


def test_a_customer_in_the_trash_is_counted_nowhere(workspace: Workspace) -> None:
    before = results(workspace)
    gone = next(row.suggestion.customer_id for row in workspace.suggestions.listed() if row.suggestion.customer_id)
    assert before.churn is not None
    workspace.customers.trash(gone)
    found = results(workspace)
    workspace.customers.restore(gone)
    assert found.churn is not None
    everyone = found.churn.first.share.total + found.churn.second.share.total
    assert everyone == len(workspace.customers.list()) - 1


def test_the_last_product_taken_away_is_a_customer_who_left(workspace: Workspace) -> None:
    customer = next(each for each in workspace.customers.list() if not each.tags)
    workspace.customers.save(replace(customer, current_products=()))
    before = results(workspace)
    new, slip = (
        OwnedProduct(id=OwnedProductId(name), customer_id=customer.id, product=name, since=since)
        for name, since in (("本体", AT.date()), ("誤り", None))
    )
    for product in (new, slip):
        workspace.details.save(product)
    workspace.details.remove(slip)
    assert left(results(workspace)) == left(before)
    workspace.details.remove(new)
    assert left(results(workspace)) == left(before) + 1
    workspace.details.save(new)
    assert left(results(workspace)) == left(before)


def test_who_left_before_the_first_offer_was_offered_nothing(workspace: Workspace) -> None:
    offered = {customer for customer, _at in workspace.suggestions.first_presented().values() if customer}
    customer = next(each for each in workspace.customers.list() if each.id in offered and not each.tags)
    before = results(workspace)
    assert before.churn is not None
    for days, total in ((-30, before.churn.first.share.total - 1), (30, before.churn.first.share.total)):
        on = AT.date() + dt.timedelta(days=days)
        deal = Deal(
            id=DealId("end"), customer_id=customer.id, name="契約更新", outcome="lost", expected_on=on, stage="失注"
        )
        workspace.customers.save_deal(deal)
        found = results(workspace)
        assert found.churn is not None
        assert found.churn.first.share.total == total
        assert left(found) == left(before) + 1
    workspace.customers.trash_deal(DealId("end"))


def left(found: OfferResults) -> int:
    assert found.churn is not None
    return found.churn.first.share.hits + found.churn.second.share.hits
