"""Themes, trends and accounts out of a real workspace file."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from insight_desktop import overviews
from insight_desktop.domain.account import IssueStatus
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import CustomerId, MeetingId, new_id
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, Sentiment
from insight_desktop.domain.meeting import Meeting, Outcome
from insight_desktop.domain.speaker import CUSTOMER
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path / "商談") as opened:
        yield opened


def add_meeting(workspace: Workspace, company: str, month: int, *topics: int, outcome: Outcome = Outcome.UNSET):
    customer = workspace.customers.find_or_make(company)
    meeting = Meeting(
        id=MeetingId(new_id()),
        title=f"{company} {month}",
        started_at=dt.datetime(2026, month, 3, 12, tzinfo=dt.UTC),
        customer_id=CustomerId(customer.id),
        outcome=outcome,
    )
    workspace.meetings.save(meeting)
    workspace.transcripts.begin(meeting.id, language="ja")
    segment = Segment(span=TimeSpan(start=0, end=1), text="月末の締めに三日かかる", speaker=CUSTOMER)
    workspace.transcripts.append(meeting.id, segment)
    workspace.transcripts.complete(meeting.id, (segment,), ())
    vectors = np.eye(8, dtype="<f2")
    insights = tuple(
        Insight(kind=InsightKind.PAIN, turns=(0,), summary=f"topic {topic}", vector=vectors[topic].tobytes())
        for topic in topics
    )
    turns = (LabelledTurn(index=0, sentiment=Sentiment.NEGATIVE),)
    workspace.analyses.save(meeting.id, Analysis(turns=turns, insights=insights))
    overviews.gather_themes(workspace, meeting.id)
    return meeting


def test_meetings_share_themes(workspace: Workspace):
    add_meeting(workspace, "山田製作所", 1, 0)
    add_meeting(workspace, "鈴木商店", 2, 0, 1)

    rows = overviews.trend_table(workspace).rows(TrendFilter(), Period.MONTH, dt.date(2026, 2, 28))

    assert [(row.customers, row.voices) for row in rows] == [(2, 2), (1, 1)]


def test_themes_keep_their_identity_when_meetings_come(workspace: Workspace):
    add_meeting(workspace, "山田製作所", 1, 0)
    (before,) = workspace.themes.all()
    workspace.themes.rename(before.theme.id, "締め")

    add_meeting(workspace, "鈴木商店", 2, 0)

    (after,) = workspace.themes.all()
    assert (after.theme.id, after.theme.name, len(after.theme.members)) == (before.theme.id, "締め", 2)


def test_a_meeting_in_the_trash_is_not_counted(workspace: Workspace):
    meeting = add_meeting(workspace, "山田製作所", 1, 0)

    workspace.meetings.trash(meeting.id)

    assert overviews.trend_table(workspace).rows(TrendFilter(), Period.MONTH, dt.date(2026, 2, 1)) == ()


def test_account_follows_a_customer(workspace: Workspace):
    add_meeting(workspace, "山田製作所", 1, 0)
    last = add_meeting(workspace, "山田製作所", 2, 0, 1)
    customer = workspace.customers.find_or_make("山田製作所")

    account = overviews.account_of(workspace, CustomerId(customer.id), dt.date(2026, 3, 1))

    assert account.last_meeting == last.id
    assert {issue.summary: issue.status for issue in account.issues} == {
        "topic 0": IssueStatus.CONTINUING,
        "topic 1": IssueStatus.NEW,
    }
    assert [point.value for point in account.moods] == [-1, -1]


def test_patterns_compare_won_with_lost(workspace: Workspace):
    for number in range(12):
        add_meeting(workspace, f"勝ち{number}", 1, 0, outcome=Outcome.WON)
        add_meeting(workspace, f"負け{number}", 1, 1, outcome=Outcome.LOST)

    found = overviews.patterns(workspace)

    assert sorted((pattern.difference, pattern.claimed) for pattern in found) == [(-1.0, True), (1.0, True)]
