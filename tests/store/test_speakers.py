"""Who speaks: what the user said of it survives a new transcription."""

from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.store.workspace import Workspace
from tests.store.builders import SPEAKERS, a_meeting, a_segment, some_segments, transcribed


def test_names_and_confirmed_roles_survive_a_new_transcription(workspace: Workspace):
    meeting = transcribed(workspace)
    workspace.edits.rename(meeting.id, CUSTOMER, "小林様")
    workspace.transcripts.complete(
        meeting.id, some_segments(), [Speaker(label=REP, role=Role.REP), Speaker(label=CUSTOMER, role=Role.CUSTOMER)]
    )
    assert {s.label: s.name for s in workspace.speakers.of_meeting(meeting.id)} == {REP: "", CUSTOMER: "小林様"}
    workspace.transcripts.complete(meeting.id, [a_segment()], [Speaker(label=SpeakerLabel("rep2"), role=Role.REP)])
    assert {s.label for s in workspace.speakers.of_meeting(meeting.id)} == {SpeakerLabel("rep2"), CUSTOMER}


def test_swapped_sides_tell_the_rep_s_channel(workspace: Workspace):
    meeting = transcribed(workspace)
    assert workspace.speakers.confirmed_rep_channel(meeting.id) is None
    workspace.edits.swap(meeting.id, REP, CUSTOMER)
    assert workspace.speakers.confirmed_rep_channel(meeting.id) == 1


def test_doubt_about_the_number_of_voices_is_kept_until_the_user_settles_it(workspace: Workspace):
    meeting = a_meeting(workspace)
    assert workspace.speakers.is_count_sure(meeting.id)
    workspace.transcripts.complete(meeting.id, some_segments(), SPEAKERS, is_count_sure=False)
    assert not workspace.speakers.is_count_sure(meeting.id)
    workspace.speakers.settle_count(meeting.id)
    assert workspace.speakers.is_count_sure(meeting.id)


def test_who_speaks_no_more_is_no_speaker_even_with_a_name(workspace: Workspace):
    meeting = transcribed(workspace)
    third = workspace.edits.split(meeting.id, [workspace.transcripts.current(meeting.id)[3].id], CUSTOMER)
    workspace.edits.rename(meeting.id, third, "高橋")

    workspace.transcripts.complete(meeting.id, some_segments(), SPEAKERS)

    assert {speaker.label for speaker in workspace.speakers.of_meeting(meeting.id)} == {REP, CUSTOMER}
    (version, again) = workspace.transcripts.versions(meeting.id)
    assert version.model == again.model == "whisper-base"
