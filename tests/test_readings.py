"""What is told of a meeting beside its analysis follows the transcript as the user corrected it."""

from pathlib import Path

from insight_desktop import readings
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import CUSTOMER, REP, SpeakerLabel
from insight_desktop.insights.consent import Answer
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting, a_segment, an_analysis


def _held(workspace: Workspace) -> Meeting:
    meeting = a_meeting(workspace)
    segments = (
        a_segment("録音してもよろしいでしょうか。", 0.0, "rep"),
        a_segment("はい、どうぞ。", 3.0, "customer"),
        a_segment("今日は新しい機能の話を長くさせてください。", 6.0, "rep"),
        a_segment("月末の締めに三日かかります。", 9.0, "rep"),
    )
    workspace.transcripts.complete(meeting.id, segments)
    workspace.analyses.save(meeting.id, an_analysis())
    return meeting


def test_swapped_speakers_swap_the_numbers(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        meeting = _held(workspace)
        readings.remeasure(workspace, meeting.id)
        before = workspace.analyses.load(meeting.id).analysis.metrics
        workspace.edits.swap(meeting.id, SpeakerLabel(REP), SpeakerLabel(CUSTOMER))
        workspace.analyses.refresh(meeting.id)
        readings.remeasure(workspace, meeting.id)
        after = workspace.analyses.load(meeting.id).analysis.metrics
        assert before.talk_ratio_rep == 0.75
        assert after.talk_ratio_rep == 0.25
        workspace.analyses.refresh(meeting.id)
        assert workspace.analyses.load(meeting.id).analysis.metrics == after


def test_agreement_in_the_opening_is_read(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        meeting = _held(workspace)
        stored = workspace.analyses.load(meeting.id)
        reading = readings.read(workspace, meeting.id, stored.analysis)
        assert reading.consent.answer is Answer.AGREED
        assert len(reading.tone.quarters) == 4


def test_document_holds_what_the_user_corrected(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        meeting = _held(workspace)
        line = workspace.analyses.load(meeting.id).analysis.minutes[0]
        workspace.corrections.edit_minutes(meeting.id, line, "締めは二日で終わる")
        assert "締めは二日で終わる" in readings.document(workspace, meeting.id, is_markdown=True)
        assert "締めは二日で終わる" in readings.document(workspace, meeting.id, is_markdown=False)
