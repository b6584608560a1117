"""Columns say what the rows say, after every kind of change."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.trend_columns import KINDS, METRICS, NONE, OUTCOMES, SIGNALS
from insight_desktop.store.workspace import Workspace
from tests.store.builders import analysed


def values(workspace: Workspace, field: str) -> list[str]:
    columns = workspace.trends.columns()
    return [columns.values.get(int(code), "") for code in columns.meetings[field]]


def test_columns_hold_meetings_and_voices(workspace: Workspace):
    meeting = analysed(workspace, rep="田中", outcome=Outcome.WON)

    columns = workspace.trends.columns()

    assert columns.meetings["day"].tolist() == [dt.date(2026, 11, 20).toordinal()]
    assert OUTCOMES[columns.meetings["outcome"][0]] is Outcome.WON
    assert {SIGNALS[bit] for bit in range(len(SIGNALS)) if columns.meetings["signals"][0] >> bit & 1} == {
        "pain",
        "need",
        "next_step",
    }
    assert [KINDS[kind] for kind in columns.voices["kind"]] == ["pain", "need"]
    assert columns.voices["theme"].tolist() == [NONE, NONE]
    assert workspace.trends.meeting_ids(columns.meetings["number"]).popitem()[1] == meeting.id
    assert columns.metrics.shape == (1, len(METRICS))


def test_columns_follow_changes_of_meetings_and_customers(workspace: Workspace):
    customer = workspace.customers.find_or_make("山田製作所")
    meeting = analysed(workspace, customer_id=CustomerId(customer.id))
    workspace.trends.columns()

    workspace.customers.save(replace(customer, segment="smb", tags=("east",), properties=(("地域", "関西"),)))
    workspace.meetings.save(replace(meeting, tags=("demo",), rep="佐藤"))

    assert values(workspace, "segment") == ["smb"]
    assert values(workspace, "tags") == ['["demo","east","地域: 関西"]']
    assert values(workspace, "rep") == ["佐藤"]


def test_meetings_in_the_trash_are_left_out_and_come_back(workspace: Workspace):
    first, _second = analysed(workspace), analysed(workspace)
    workspace.trends.columns()

    workspace.meetings.trash(first.id)
    assert len(workspace.trends.columns().meetings["day"]) == 1

    workspace.meetings.restore(first.id)
    assert len(workspace.trends.columns().voices["kind"]) == 4


def test_an_unchanged_workspace_reads_no_block_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    analysed(workspace)
    workspace.trends.columns()

    def fail(block: int) -> None:
        raise AssertionError(block)

    monkeypatch.setattr(workspace.trends, "_read", fail)

    assert len(workspace.trends.columns().meetings["day"]) == 1


def test_an_empty_workspace_has_empty_columns(workspace: Workspace):
    columns = workspace.trends.columns()

    assert len(columns.meetings["day"]) == 0
    assert len(columns.voices["kind"]) == 0


def test_purged_meetings_leave_nothing_that_was_said(workspace: Workspace):
    meeting = analysed(workspace)
    workspace.comments.add(meeting.id, 3.0, "ここが良い")
    workspace.meetings.trash(meeting.id)

    workspace.purge(meeting.id)

    for table in ("comment", "meaning", "playlist_item"):
        assert workspace.db.rows(f"SELECT * FROM {table}") == []  # noqa: S608
    assert workspace.trends.columns().meetings["day"].tolist() == []
    assert MeetingId(meeting.id) not in workspace.meanings.waiting()
