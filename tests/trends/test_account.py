"""One customer over several meetings."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.account import HeldMeeting, IssueStatus
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import MeetingId, NextStepId
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, NextStep, Owner, Sentiment
from insight_desktop.trends.account import follow, mood, open_issues

TODAY = dt.date(2026, 6, 30)


def an_insight(topic: int, kind: InsightKind = InsightKind.PAIN, turns: tuple[int, ...] = (1,)) -> Insight:
    vector = np.zeros(8, "<f2")
    vector[topic] = 1
    return Insight(kind=kind, turns=turns, summary=f"topic {topic}", vector=vector.tobytes())


def a_meeting(month: int, *insights: Insight, **more: object) -> HeldMeeting:
    return HeldMeeting(
        id=MeetingId(f"m{month}"),
        held_on=dt.date(2026, month, 1),
        analysis=Analysis(insights=insights, next_steps=more.pop("steps", ()), turns=more.pop("turns", ())),
        **more,
    )


def statuses(*meetings: HeldMeeting) -> list[IssueStatus]:
    return [issue.status for issue in follow(meetings, TODAY).issues]


def test_first_voicing_is_new():
    assert statuses(a_meeting(1, an_insight(0))) == [IssueStatus.NEW]


def test_voiced_again_continues():
    assert statuses(a_meeting(1, an_insight(0)), a_meeting(2, an_insight(0))) == [IssueStatus.CONTINUING]


def test_more_words_about_it_are_worse():
    longer = an_insight(0, turns=(1, 2, 3))

    assert statuses(a_meeting(1, an_insight(0)), a_meeting(2, longer)) == [IssueStatus.WORSE]


def test_a_pain_that_becomes_a_complaint_is_worse():
    complaint = an_insight(0, InsightKind.DISSATISFACTION)

    assert statuses(a_meeting(1, an_insight(0)), a_meeting(2, complaint)) == [IssueStatus.WORSE]


def test_not_voiced_last_time_is_quiet():
    assert statuses(a_meeting(1, an_insight(0)), a_meeting(2)) == [IssueStatus.QUIET]


def test_a_later_success_solves_it():
    success = an_insight(0, InsightKind.SUCCESS)

    account = follow((a_meeting(1, an_insight(0)), a_meeting(2, success)), TODAY)

    assert [issue.status for issue in account.issues] == [IssueStatus.SOLVED]
    assert open_issues(account) == ()


def test_a_success_about_something_else_solves_nothing():
    other = an_insight(3, InsightKind.SUCCESS)

    assert statuses(a_meeting(1, an_insight(0)), a_meeting(2, other)) == [IssueStatus.QUIET]


def test_two_matters_of_one_meeting_stay_two():
    assert len(statuses(a_meeting(1, an_insight(0), an_insight(0)))) == 2


def test_without_vectors_words_decide():
    first = Insight(kind=InsightKind.PAIN, turns=(1,), summary="月末の締めに三日かかる")
    again = Insight(kind=InsightKind.PAIN, turns=(1,), summary="月末の締めに三日もかかる")

    assert statuses(a_meeting(1, first), a_meeting(2, again)) == [IssueStatus.CONTINUING]


def test_overdue_promises_come_first_and_done_ones_last():
    steps = (
        NextStep(turns=(1,), owner=Owner.REP, what="later", due=dt.date(2026, 9, 1)),
        NextStep(turns=(2,), owner=Owner.REP, what="done", due=dt.date(2026, 1, 5)),
        NextStep(turns=(3,), owner=Owner.CUSTOMER, what="someday"),
        NextStep(turns=(4,), owner=Owner.REP, what="late", due=dt.date(2026, 2, 1)),
    )
    ids = tuple(NextStepId(step.what) for step in steps)

    account = follow([a_meeting(1, steps=steps, step_ids=ids, done=frozenset({ids[1]}))], TODAY)

    assert [promise.step.what for promise in account.promises] == ["late", "later", "someday", "done"]
    assert [promise.is_overdue for promise in account.promises] == [True, False, False, False]


def test_mood_is_the_customers():
    turns = tuple(
        LabelledTurn(index=index, sentiment=sentiment)
        for index, sentiment in enumerate([Sentiment.POSITIVE, Sentiment.NEGATIVE, Sentiment.NEUTRAL])
    )

    assert mood(a_meeting(1, turns=turns, customer_turns=frozenset({1, 2}))).value == -1
    assert mood(a_meeting(1, turns=turns, customer_turns=frozenset({2}))) is None


@given(st.permutations([1, 2, 3, 4]))
def test_order_of_meetings_changes_nothing(order: list[int]):
    meetings = {n: a_meeting(n, an_insight(n % 2), an_insight(5)) for n in order}

    assert follow([meetings[n] for n in order], TODAY) == follow([meetings[n] for n in sorted(order)], TODAY)


def test_no_meetings_no_account():
    account = follow([], TODAY)

    assert (account.issues, account.promises, account.last_meeting) == ((), (), None)
