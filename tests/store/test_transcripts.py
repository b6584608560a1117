"""Segments stored as they come; edits undone, redone and never lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import MeetingId, SegmentId
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.store.workspace import Workspace
from tests.store.builders import SPEAKERS, TEXTS, a_meeting, a_segment, some_segments, transcribed


def texts_of(workspace: Workspace, meeting_id: MeetingId) -> list[str]:
    return [stored.segment.text for stored in workspace.transcripts.current(meeting_id)]


def test_segments_come_back_as_they_were_stored(workspace: Workspace):
    meeting = transcribed(workspace)
    assert tuple(stored.segment for stored in workspace.transcripts.current(meeting.id)) == some_segments()
    assert workspace.speakers.of_meeting(meeting.id) == SPEAKERS
    assert workspace.transcripts.is_complete(meeting.id)
    transcript = workspace.transcripts.transcript(meeting.id)
    assert transcript is not None
    assert (transcript.segments, transcript.language, transcript.model) == (some_segments(), "ja", "whisper-base")


def test_partial_transcript_is_shown_in_order_of_time_and_resumed(workspace: Workspace):
    """Two channels come one after the other."""
    meeting = a_meeting(workspace)
    assert workspace.transcripts.current(meeting.id) == ()
    assert workspace.transcripts.transcript(meeting.id) is None
    version = workspace.transcripts.begin(meeting.id, language="ja")
    for segment in (a_segment("一", 0), a_segment("三", 6), a_segment("二", 3, "customer")):
        workspace.transcripts.append(meeting.id, segment)
    assert texts_of(workspace, meeting.id) == ["一", "二", "三"]
    assert not workspace.transcripts.is_complete(meeting.id)
    assert workspace.transcripts.begin(meeting.id, language="ja") == version
    assert [s.segment.text for s in workspace.transcripts.unfinished(meeting.id)] == ["一", "二", "三"]
    assert len(workspace.search.find("三")) == 1


def test_append_without_begin_is_a_bug(workspace: Workspace):
    with pytest.raises(ValueError, match="begun"):
        workspace.transcripts.append(a_meeting(workspace).id, a_segment())


def test_describe_notes_language_and_model(workspace: Workspace):
    meeting = a_meeting(workspace)
    workspace.transcripts.describe(meeting.id, language="en", model="x")
    workspace.transcripts.begin(meeting.id, language="ja")
    workspace.transcripts.describe(meeting.id, language="en", model="whisper")
    (version,) = workspace.transcripts.versions(meeting.id)
    assert (version.language, version.model, version.is_complete, version.is_current) == ("en", "whisper", False, True)


def test_new_transcription_replaces_only_when_it_is_complete(workspace: Workspace):
    meeting = transcribed(workspace)
    workspace.transcripts.begin(meeting.id, language="ja")
    workspace.transcripts.append(meeting.id, a_segment("新しい文"))
    assert texts_of(workspace, meeting.id) == list(TEXTS)
    assert workspace.search.find("新しい文") == ()
    workspace.transcripts.complete(meeting.id, [a_segment("新しい文")], SPEAKERS)
    assert texts_of(workspace, meeting.id) == ["新しい文"]
    assert len(workspace.search.find("新しい文")) == 1
    assert workspace.search.find("月末") == ()
    assert len(workspace.transcripts.versions(meeting.id)) == 2


def test_discarded_transcription_leaves_the_one_before(workspace: Workspace):
    meeting = transcribed(workspace)
    workspace.transcripts.discard_unfinished(meeting.id)
    workspace.transcripts.begin(meeting.id, language="ja")
    workspace.transcripts.append(meeting.id, a_segment("新しい文"))
    workspace.transcripts.discard_unfinished(meeting.id)
    assert texts_of(workspace, meeting.id) == list(TEXTS)
    fresh = a_meeting(workspace)
    workspace.transcripts.begin(fresh.id, language="ja")
    workspace.transcripts.append(fresh.id, a_segment("途中の文"))
    workspace.transcripts.discard_unfinished(fresh.id)
    assert workspace.search.find("途中の文") == ()


def test_edits_survive_a_new_transcription(workspace: Workspace):
    """The same words at the same time keep the user's text; everything else stays in the old version."""
    meeting = transcribed(workspace)
    second, fourth = (workspace.transcripts.current(meeting.id)[place].id for place in (1, 3))
    workspace.edits.set_text(meeting.id, second, "月末の締めに三日かかるんです")
    workspace.edits.set_text(meeting.id, fourth, "鯖の値引き")
    changed = (*some_segments()[:3], a_segment("全く別の認識", 9, "customer"))
    workspace.transcripts.complete(meeting.id, changed, SPEAKERS)
    after = workspace.transcripts.current(meeting.id)
    assert after[1].segment.text == "月末の締めに三日かかるんです"
    assert (after[1].is_edited, after[1].original_text) == (True, TEXTS[1])
    assert after[3].segment.text == "全く別の認識"
    former = workspace.transcripts.versions(meeting.id)[0]
    assert former.edited == 2
    workspace.show_version(meeting.id, former.id)
    assert texts_of(workspace, meeting.id)[3] == "鯖の値引き"
    assert len(workspace.search.find("鯖")) == 1


def test_edits_of_a_partial_transcript_are_kept(workspace: Workspace):
    """The user may correct while the transcription still runs, and the final split may not fit."""
    meeting = a_meeting(workspace)
    workspace.transcripts.begin(meeting.id, language="ja")
    first = workspace.transcripts.append(meeting.id, a_segment("一つ目", 0))
    second = workspace.transcripts.append(meeting.id, a_segment("二つ目 三つ目", 3))
    workspace.edits.set_text(meeting.id, first.id, "ひとつめ")
    workspace.edits.set_text(meeting.id, second.id, "ふたつめ みっつめ")
    workspace.transcripts.complete(
        meeting.id, [a_segment("一つ目", 0), a_segment("二つ目", 3), a_segment("三つ目", 4)], SPEAKERS
    )
    assert texts_of(workspace, meeting.id) == ["ひとつめ", "二つ目", "三つ目"]
    assert [version.edited for version in workspace.transcripts.versions(meeting.id)] == [2, 1]


def test_text_edit_keeps_the_original_and_is_found(workspace: Workspace):
    meeting = transcribed(workspace)
    segment = workspace.transcripts.current(meeting.id)[0]
    workspace.edits.set_text(meeting.id, segment.id, "本日は感謝いたします")
    edited = workspace.transcripts.current(meeting.id)[0]
    assert (edited.segment.text, edited.original_text, edited.is_edited) == ("本日は感謝いたします", TEXTS[0], True)
    assert edited.segment.words == segment.segment.words
    assert len(workspace.search.find("感謝いたし")) == 1
    assert workspace.search.find("今日はあり") == ()
    workspace.edits.set_text(meeting.id, segment.id, TEXTS[0])
    assert workspace.transcripts.current(meeting.id)[0] == segment
    workspace.edits.set_text(meeting.id, segment.id, TEXTS[0])


def test_unknown_segment_is_a_known_error(workspace: Workspace):
    with pytest.raises(KnownError):
        workspace.edits.set_text(transcribed(workspace).id, SegmentId("x"), "y")


def test_speakers_are_merged_swapped_and_moved(workspace: Workspace):
    meeting = a_meeting(workspace)
    other = SpeakerLabel("SPEAKER_02")
    segments = [a_segment("い", 0), a_segment("ろ", 3, "customer"), a_segment("は", 6, other)]
    workspace.transcripts.complete(meeting.id, segments, (*SPEAKERS, Speaker(label=other, name="三人目")))

    def labels() -> list[str | None]:
        return [stored.segment.speaker for stored in workspace.transcripts.current(meeting.id)]

    def speakers() -> dict[str, tuple[str, Role]]:
        return {s.label: (s.name, s.role) for s in workspace.speakers.of_meeting(meeting.id)}

    workspace.edits.set_role(meeting.id, other, Role.CUSTOMER)
    assert labels() == [REP, CUSTOMER, "customer2"]
    assert speakers()["customer2"] == ("三人目", Role.CUSTOMER)
    workspace.edits.merge(meeting.id, SpeakerLabel("customer2"), CUSTOMER)
    assert labels() == [REP, CUSTOMER, CUSTOMER]
    assert speakers() == {REP: ("", Role.REP), CUSTOMER: ("三人目", Role.CUSTOMER)}
    workspace.edits.rename(meeting.id, REP, "森田")
    workspace.edits.swap(meeting.id, REP, CUSTOMER)
    assert labels() == [CUSTOMER, REP, REP]
    assert speakers() == {REP: ("三人目", Role.REP), CUSTOMER: ("森田", Role.CUSTOMER)}
    workspace.edits.set_speaker(meeting.id, [workspace.transcripts.current(meeting.id)[2].id], CUSTOMER)
    assert labels() == [CUSTOMER, REP, CUSTOMER]
    workspace.edits.set_role(meeting.id, REP, Role.REP)
    for _ in range(6):
        assert workspace.edits.undo(meeting.id)
    assert not workspace.edits.undo(meeting.id)
    assert labels() == [REP, CUSTOMER, other]
    assert speakers() == {REP: ("", Role.REP), CUSTOMER: ("", Role.CUSTOMER), other: ("三人目", Role.UNKNOWN)}
    for _ in range(6):
        assert workspace.edits.redo(meeting.id)
    assert not workspace.edits.redo(meeting.id)
    assert labels() == [CUSTOMER, REP, CUSTOMER]


def test_speaker_is_split_in_two_and_made_one_again(workspace: Workspace):
    meeting = transcribed(workspace)
    theirs = [each for each in workspace.transcripts.current(meeting.id) if each.segment.speaker == CUSTOMER]
    before = workspace.transcripts.labels(meeting.id)
    fresh = workspace.edits.split(meeting.id, [theirs[-1].id], CUSTOMER)
    assert fresh == "customer2"
    assert workspace.transcripts.labels(meeting.id).count(fresh) == 1
    assert fresh in {speaker.label for speaker in workspace.speakers.of_meeting(meeting.id)}
    workspace.edits.undo(meeting.id)
    assert workspace.transcripts.labels(meeting.id) == before
    assert fresh not in {speaker.label for speaker in workspace.speakers.of_meeting(meeting.id)}
    workspace.edits.redo(meeting.id)
    workspace.edits.merge(meeting.id, fresh, CUSTOMER)
    assert workspace.transcripts.labels(meeting.id) == before


def test_labels_stand_in_the_order_that_is_shown(workspace: Workspace):
    """A finished transcript is in the order of its positions, one that still grows in that of time."""
    meeting, growing, silent = transcribed(workspace), a_meeting(workspace), a_meeting(workspace)
    workspace.transcripts.begin(growing.id, language="ja")
    workspace.transcripts.extend(
        growing.id, (a_segment("三", 9, "customer"), a_segment("一", 2, "rep"), a_segment("二", 5, "customer"))
    )
    shown = tuple(each.segment.speaker for each in workspace.transcripts.current(meeting.id))
    found = workspace.transcripts.labels_of((growing.id, silent.id, meeting.id))
    assert found == {growing.id: (REP, CUSTOMER, CUSTOMER), meeting.id: shown}
    assert workspace.transcripts.labels(silent.id) == ()


def test_new_change_drops_what_was_undone(workspace: Workspace):
    meeting = transcribed(workspace)
    segment = workspace.transcripts.current(meeting.id)[0]
    workspace.edits.set_text(meeting.id, segment.id, "甲")
    assert workspace.edits.can_undo(meeting.id)
    assert not workspace.edits.can_redo(meeting.id)
    workspace.edits.undo(meeting.id)
    assert workspace.edits.can_redo(meeting.id)
    workspace.edits.set_text(meeting.id, segment.id, "乙")
    assert not workspace.edits.can_redo(meeting.id)


@given(steps=st.lists(st.tuples(st.integers(0, 3), st.text(max_size=5)), max_size=6), back=st.integers(0, 6))
def test_undo_and_redo_are_inverse(workspace: Workspace, steps: list[tuple[int, str]], back: int):
    meeting = transcribed(workspace)
    states = [workspace.transcripts.current(meeting.id)]
    for place, text in steps:
        workspace.edits.set_text(meeting.id, states[0][place].id, text)
        if workspace.transcripts.current(meeting.id) != states[-1]:
            states.append(workspace.transcripts.current(meeting.id))
    undone = sum(workspace.edits.undo(meeting.id) for _ in range(back))
    assert undone == min(back, len(states) - 1)
    assert workspace.transcripts.current(meeting.id) == states[len(states) - 1 - undone]
    for _ in range(undone):
        workspace.edits.redo(meeting.id)
    assert workspace.transcripts.current(meeting.id) == states[-1]


def test_speaker_without_a_record_can_be_named(workspace: Workspace):
    meeting = transcribed(workspace)
    segment = workspace.transcripts.current(meeting.id)[0]
    workspace.transcripts.rewrite(
        meeting.id, [replace(segment, segment=replace(segment.segment, speaker=SpeakerLabel("rep2")))]
    )
    workspace.edits.rename(meeting.id, SpeakerLabel("rep2"), "上司")
    assert ("rep2", "上司", Role.REP) in {(s.label, s.name, s.role) for s in workspace.speakers.of_meeting(meeting.id)}
