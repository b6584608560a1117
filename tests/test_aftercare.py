"""After a sale the program asks how it goes: never twice, put off or done by hand, gone with the sale."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from insight_desktop.aftercare import due_check_ins, finish, next_check_ins, postpone
from insight_desktop.domain.ids import CustomerId, SuggestionId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.check_ins import CheckInMark
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from tests.ui import filled

SOLD = dt.date(2026, 11, 2)
AT = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    filled.fill(tmp_path, meetings=1)
    with Workspace.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def sale(workspace: Workspace) -> SuggestionId:
    found = workspace.suggestions.listed()[0].suggestion.id
    workspace.suggestions.set_state(found, SuggestionEvent(state=SuggestionState.ACCEPTED, at=AT))
    return found


def days(workspace: Workspace, after: int) -> list[int]:
    return [each.days for each in due_check_ins(workspace, SOLD + dt.timedelta(days=after))]


def test_each_step_comes_once_in_its_time(workspace: Workspace, sale: SuggestionId) -> None:
    assert [days(workspace, after) for after in (0, 10, 20, 40, 90)] == [[], [14], [14], [45], [90]]
    assert due_check_ins(workspace, SOLD + dt.timedelta(days=20))[0].is_overdue
    assert sale


def test_what_was_asked_does_not_come_again_but_the_next_step_does(workspace: Workspace, sale: SuggestionId) -> None:
    former = finish(workspace, sale, 14)
    assert (days(workspace, 15), days(workspace, 45)) == ([], [45])
    workspace.check_ins.mark(sale, 14, former)
    assert (former, days(workspace, 15)) == (CheckInMark(), [14])


def test_what_is_put_off_comes_a_week_later(workspace: Workspace, sale: SuggestionId) -> None:
    postpone(workspace, sale, 14, SOLD + dt.timedelta(days=14))
    assert [days(workspace, after) for after in (14, 20, 21)] == [[], [], [14]]


def test_a_withdrawn_sale_asks_nothing(workspace: Workspace, sale: SuggestionId) -> None:
    workspace.suggestions.set_state(sale, SuggestionEvent(state=SuggestionState.WITHDRAWN, at=AT))
    assert days(workspace, 14) == []


def test_the_customer_s_page_tells_the_next_step_however_far(workspace: Workspace, sale: SuggestionId) -> None:
    found = workspace.suggestions.get(sale)
    assert found is not None
    assert found.customer_id is not None

    def told(after: int) -> list[tuple[int, int]]:
        assert found.customer_id is not None
        asked = next_check_ins(workspace, found.customer_id, SOLD + dt.timedelta(days=after))
        return [(each.days, (each.due - SOLD).days) for each in asked]

    assert [told(after) for after in (0, 20, 40)] == [[(14, 14)], [(14, 14)], [(45, 45)]]
    postpone(workspace, sale, 14, SOLD + dt.timedelta(days=14))
    assert told(14) == [(14, 21)]
    for step in (14, 45):
        finish(workspace, sale, step)
    assert told(46) == [(90, 90)]
    finish(workspace, sale, 90)
    assert told(46) == []
    assert next_check_ins(workspace, CustomerId("another"), SOLD) == ()


def test_a_meeting_whose_sale_was_asked_after_can_be_purged(workspace: Workspace, sale: SuggestionId) -> None:
    found = workspace.suggestions.get(sale)
    assert found is not None
    finish(workspace, sale, 14)

    workspace.meetings.trash(found.meeting_id)
    assert days(workspace, 90) == []
    workspace.meetings.purge(found.meeting_id)

    assert workspace.check_ins.marks() == {}
