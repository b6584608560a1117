"""Analyses and the corrections over them."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.correction import CorrectionKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import InsightId, SuggestionId
from insight_desktop.domain.insight import (
    Insight,
    InsightKind,
    MinutesSection,
    NextStep,
    Owner,
    Sentiment,
    Signal,
)
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.analyses import StoredAnalysis
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.lifecycle import OPEN
from tests.store.builders import (
    SPEAKERS,
    a_meeting,
    a_segment,
    an_analysis,
    analysed,
    some_segments,
)


def load(workspace: Workspace, meeting_id: object) -> StoredAnalysis:
    stored = workspace.analyses.load(meeting_id)  # type: ignore[arg-type]
    assert stored is not None
    return stored


def test_analysis_comes_back_as_it_was(workspace: Workspace):
    meeting = analysed(workspace)
    stored = load(workspace, meeting.id)
    assert stored.analysis == an_analysis()
    assert workspace.analyses.machine(meeting.id) == an_analysis()
    assert workspace.analyses.model(meeting.id) == "signals 1"
    assert (len(stored.insight_ids), len(stored.step_ids), len(stored.suggestion_ids)) == (2, 1, 1)
    assert stored.corrected_turns == frozenset()


def test_meeting_without_analysis_has_none(workspace: Workspace):
    meeting = a_meeting(workspace)
    assert workspace.analyses.load(meeting.id) is None
    assert workspace.analyses.machine(meeting.id) is None
    assert workspace.analyses.model(meeting.id) is None
    workspace.analyses.refresh(meeting.id)


def test_rows_follow_the_analysis(workspace: Workspace):
    meeting = analysed(workspace)
    count = {
        table: len(workspace.db.rows(f"SELECT * FROM {table} WHERE meeting_id = ?", (meeting.id,)))  # noqa: S608
        for table in ("turn_label", "turn_mood", "insight", "fact", "next_step", "suggestion")
    }
    assert count == {"turn_label": 3, "turn_mood": 4, "insight": 2, "fact": 4, "next_step": 1, "suggestion": 1}
    segment = workspace.transcripts.current(meeting.id)[1].id
    assert len(workspace.db.rows("SELECT * FROM evidence WHERE segment_id = ?", (segment,))) == 1


def test_what_stays_keeps_its_id_and_its_tick(workspace: Workspace):
    meeting = analysed(workspace)
    before = load(workspace, meeting.id)
    workspace.analyses.set_step_done(before.step_ids[0], done=True)
    machine = an_analysis()
    again = replace(
        machine,
        insights=(
            Insight(kind=InsightKind.SUCCESS, turns=(0,), summary="新しい"),
            replace(machine.insights[0], summary="締めがつらい", turns=(0, 1)),
        ),
        next_steps=(NextStep(turns=(3,), owner=Owner.CUSTOMER, what="稟議"), *machine.next_steps),
    )
    workspace.analyses.save(meeting.id, again)
    after = load(workspace, meeting.id)
    assert after.insight_ids[1] == before.insight_ids[0]
    assert before.insight_ids[1] not in after.insight_ids
    assert after.step_ids[1] == before.step_ids[0]
    assert after.done == {before.step_ids[0]}
    workspace.analyses.set_step_done(before.step_ids[0], done=False)
    assert load(workspace, meeting.id).done == frozenset()


def test_label_added_makes_an_insight_and_survives_reanalysis(workspace: Workspace):
    meeting = analysed(workspace)
    first = workspace.transcripts.current(meeting.id)[0]
    workspace.corrections.add_label(meeting.id, first.id, Signal.SUCCESS)
    for _ in range(2):
        stored = load(workspace, meeting.id)
        assert [score.signal for score in stored.analysis.turns[0].labels] == [Signal.SUCCESS]
        assert stored.analysis.insights[-1] == Insight(kind=InsightKind.SUCCESS, turns=(0,), summary=first.segment.text)
        assert stored.corrected_turns == {0}
        workspace.analyses.save(meeting.id, an_analysis())
    assert workspace.analyses.machine(meeting.id) == an_analysis()


def test_label_removed_takes_its_evidence_along(workspace: Workspace):
    meeting = analysed(workspace)
    segment = workspace.transcripts.current(meeting.id)[1].id
    correction = workspace.corrections.remove_label(meeting.id, segment, Signal.PAIN)
    stored = load(workspace, meeting.id)
    assert stored.analysis.turns[1].labels == ()
    assert [insight.kind for insight in stored.analysis.insights] == [InsightKind.NEED]
    workspace.corrections.withdraw(correction.id)
    assert load(workspace, meeting.id).analysis == an_analysis()
    workspace.corrections.reinstate(correction.id)
    assert load(workspace, meeting.id).analysis.turns[1].labels == ()


def test_label_removed_from_one_of_two_turns_keeps_the_insight(workspace: Workspace):
    meeting = analysed(workspace)
    machine = an_analysis()
    workspace.analyses.save(
        meeting.id, replace(machine, insights=(replace(machine.insights[0], turns=(1, 3)), machine.insights[1]))
    )
    segments = workspace.transcripts.current(meeting.id)
    workspace.corrections.confirm_insight(load(workspace, meeting.id).insight_ids[0])
    workspace.corrections.remove_label(meeting.id, segments[3].id, Signal.PAIN)
    stored = load(workspace, meeting.id)
    assert stored.analysis.insights[0].turns == (1,)
    assert stored.confirmed == {stored.insight_ids[0]}


def test_opposite_correction_replaces_the_one_before(workspace: Workspace):
    meeting = analysed(workspace)
    segment = workspace.transcripts.current(meeting.id)[1].id
    workspace.corrections.remove_label(meeting.id, segment, Signal.PAIN)
    workspace.corrections.add_label(meeting.id, segment, Signal.PAIN)
    workspace.corrections.set_sentiment(meeting.id, segment, Sentiment.POSITIVE)
    workspace.corrections.set_sentiment(meeting.id, segment, Sentiment.NEUTRAL)
    assert [c.kind for c in workspace.corrections.list(meeting.id)] == [
        CorrectionKind.LABEL_ADDED,
        CorrectionKind.SENTIMENT_SET,
    ]
    turn = load(workspace, meeting.id).analysis.turns[1]
    assert turn.sentiment is Sentiment.NEUTRAL


def test_label_outside_the_insight_kinds_makes_no_insight(workspace: Workspace):
    meeting = analysed(workspace)
    segment = workspace.transcripts.current(meeting.id)[0].id
    workspace.corrections.add_label(meeting.id, segment, Signal.BUDGET)
    assert len(load(workspace, meeting.id).analysis.insights) == 2


def test_insights_are_confirmed_reworded_and_dismissed(workspace: Workspace):
    meeting = analysed(workspace)
    pain, need = load(workspace, meeting.id).insight_ids
    workspace.corrections.confirm_insight(need)
    workspace.corrections.reword_insight(need, "一割引いてほしい")
    workspace.corrections.dismiss_insight(pain)
    stored = load(workspace, meeting.id)
    assert stored.insight_ids == (need,)
    assert stored.confirmed == {need}
    assert stored.analysis.insights[0].summary == "一割引いてほしい"
    assert not stored.analysis.insights[0].hypothesis
    workspace.corrections.withdraw(next(c.id for c in stored.corrections if c.kind is CorrectionKind.INSIGHT_DISMISSED))
    assert set(load(workspace, meeting.id).insight_ids) == {pain, need}


def test_correction_of_what_is_gone_changes_nothing(workspace: Workspace):
    meeting = analysed(workspace)
    pain, _need = load(workspace, meeting.id).insight_ids
    workspace.corrections.dismiss_insight(pain)
    workspace.corrections.remove_minutes(meeting.id, an_analysis().minutes[0])
    workspace.corrections.remove_step(load(workspace, meeting.id).step_ids[0])
    workspace.analyses.save(meeting.id, Analysis())
    assert load(workspace, meeting.id).analysis == Analysis()


def test_unknown_insight_is_a_known_error(workspace: Workspace):
    with pytest.raises(KnownError):
        workspace.corrections.confirm_insight(InsightId("x"))


def test_minutes_are_edited_removed_and_added(workspace: Workspace):
    meeting = analysed(workspace)
    pains, steps = an_analysis().minutes
    workspace.corrections.edit_minutes(meeting.id, pains, "締めに三日、残業あり")
    workspace.corrections.remove_minutes(meeting.id, steps)
    workspace.corrections.add_minutes(meeting.id, MinutesSection.PURPOSE, "定例の確認")
    lines = load(workspace, meeting.id).analysis.minutes
    assert [(line.section, line.text) for line in lines] == [
        (MinutesSection.PURPOSE, "定例の確認"),
        (MinutesSection.PAINS, "締めに三日、残業あり"),
    ]
    assert lines[1].turns == (1,)
    assert len(workspace.search.find("残業")) == 1
    workspace.analyses.save(meeting.id, replace(an_analysis(), minutes=()))
    texts = [line.text for line in load(workspace, meeting.id).analysis.minutes]
    assert texts == ["定例の確認", "締めに三日、残業あり"], "what the user wrote stays"


def test_next_steps_are_changed_removed_and_added(workspace: Workspace):
    meeting = analysed(workspace)
    step_id = load(workspace, meeting.id).step_ids[0]
    due = dt.date(2026, 12, 1)
    changed = NextStep(turns=(), owner=Owner.REP, what="見積と比較表を送る", due=due)
    workspace.corrections.change_step(step_id, changed)
    added = workspace.corrections.add_step(meeting.id, Owner.CUSTOMER, "稟議に上げる")
    stored = load(workspace, meeting.id)
    assert stored.step_ids[0] == step_id
    assert [(s.what, s.owner, s.due, s.turns) for s in stored.analysis.next_steps] == [
        ("見積と比較表を送る", Owner.REP, due, (2,)),
        ("稟議に上げる", Owner.CUSTOMER, None, ()),
    ]
    workspace.corrections.withdraw(added.id)
    workspace.corrections.remove_step(step_id)
    assert load(workspace, meeting.id).analysis.next_steps == ()


def test_changed_step_stays_when_the_machine_forgets_it(workspace: Workspace):
    meeting = analysed(workspace)
    step = NextStep(turns=(), owner=Owner.REP, what="見積と比較表を送る")
    workspace.corrections.change_step(load(workspace, meeting.id).step_ids[0], step)
    workspace.analyses.save(meeting.id, replace(an_analysis(), next_steps=()))
    assert [s.what for s in load(workspace, meeting.id).analysis.next_steps] == ["見積と比較表を送る"]


def test_corrections_find_their_place_in_a_new_transcript(workspace: Workspace):
    """A new transcription splits the first turn in two; the correction of the second stays with its words."""
    meeting = analysed(workspace)
    segment = workspace.transcripts.current(meeting.id)[1].id
    workspace.corrections.remove_label(meeting.id, segment, Signal.PAIN)
    split = (a_segment("今日は", 0), a_segment("ありがとうございます", 1.5), *some_segments()[1:])
    workspace.transcripts.complete(meeting.id, split, SPEAKERS)
    workspace.analyses.refresh(meeting.id)
    stored = load(workspace, meeting.id)
    assert stored.analysis.turns[1].index == 2
    assert stored.analysis.turns[1].labels == ()
    assert stored.analysis.next_steps[0].turns == (3,)
    assert stored.analysis.suggestions.proposed[0].because == (2,)
    assert stored.corrected_turns == {2}


def test_analysis_of_a_transcript_that_is_gone_drops_its_evidence(workspace: Workspace):
    meeting = analysed(workspace)
    workspace.transcripts.complete(meeting.id, [a_segment("別の話", 500)], SPEAKERS)
    workspace.analyses.refresh(meeting.id)
    stored = load(workspace, meeting.id)
    assert stored.analysis.insights == ()
    assert stored.analysis.facts.budget == ()


def test_corrected_turns_become_training_rows(workspace: Workspace):
    meeting = analysed(workspace)
    segments = workspace.transcripts.current(meeting.id)
    workspace.corrections.add_label(meeting.id, segments[1].id, Signal.OBJECTION)
    workspace.corrections.set_sentiment(meeting.id, segments[0].id, Sentiment.POSITIVE)
    first, second = workspace.corrections.export_rows()
    assert (first.text, first.before, first.labels, first.sentiment) == (
        segments[0].segment.text,
        "",
        (),
        Sentiment.POSITIVE,
    )
    assert (second.speaker, second.language) == ("customer", "ja")
    assert second.labels == (Signal.OBJECTION, Signal.PAIN)
    workspace.meetings.trash(meeting.id)
    assert workspace.corrections.export_rows() == ()


def test_suggestion_s_life_is_kept_over_reanalysis(workspace: Workspace):
    customer = workspace.customers.find_or_make("山田製作所")
    meeting = analysed(workspace, customer_id=customer.id)
    (suggestion,) = workspace.suggestions.of_meeting(meeting.id)
    assert workspace.suggestions.of_customer(customer.id) == (suggestion,)
    at = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    event = SuggestionEvent(state=SuggestionState.PRESENTED, at=at, amount=30000.0, currency="JPY", wording="A")
    workspace.suggestions.set_state(suggestion.id, event)
    workspace.suggestions.set_state(
        suggestion.id, SuggestionEvent(state=SuggestionState.DECLINED, at=at, reason="予算")
    )
    workspace.analyses.save(meeting.id, Analysis())
    (kept,) = workspace.suggestions.of_meeting(meeting.id)
    assert (kept.state, kept.amount, kept.reason, kept.wording) == (SuggestionState.DECLINED, 30000.0, "予算", "A")
    assert [e.state for e in workspace.suggestions.history(kept.id)] == [
        SuggestionState.PRESENTED,
        SuggestionState.DECLINED,
    ]
    assert workspace.suggestions.presented_since(customer.id, at) == (kept,)
    assert workspace.suggestions.presented_since(customer.id, at + dt.timedelta(days=1)) == ()
    with pytest.raises(KnownError):
        workspace.suggestions.set_state(SuggestionId("x"), event)


def test_what_is_open_stands_first_and_what_was_decided_is_counted_however_old(workspace: Workspace):
    """The list is bounded; an open offer of long ago is not pushed out of it by newer ones that have ended."""
    meetings = [analysed(workspace) for _ in range(3)]
    old, middle, new = (workspace.suggestions.of_meeting(each.id)[0] for each in meetings)
    at = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    for suggestion, state in ((middle, SuggestionState.ACCEPTED), (new, SuggestionState.WITHDRAWN)):
        workspace.suggestions.set_state(suggestion.id, SuggestionEvent(state=state, at=at))

    shown = workspace.suggestions.open_first(OPEN, limit=2)

    assert shown[0].suggestion.id == old.id
    assert len(shown) == 2
    assert [each.suggestion.id for each in workspace.suggestions.decided()] == [middle.id]
    assert len(workspace.suggestions.open_first(OPEN)) == 3
    assert workspace.suggestions.open_first(OPEN, limit=1) == shown[:1]
