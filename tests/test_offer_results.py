"""What came of offers is counted with its uncertainty, and small numbers claim nothing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.domain.trend import Proportion
from insight_desktop.offer_results import difference, results, share
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
