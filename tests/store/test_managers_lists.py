"""What the manager keeps comes back, keeps its identity, and can be taken back."""

from dataclasses import replace

from insight_desktop.domain.managing import Clip
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting


def test_a_view_is_kept_once_a_name(workspace: Workspace):
    first = workspace.saved_views.save("東日本", "{}")
    again = workspace.saved_views.save("東日本", '{"days":91}')

    assert [(view.id, view.body) for view in workspace.saved_views.all()] == [(first.id, '{"days":91}')]
    workspace.saved_views.trash(again.id)
    assert workspace.saved_views.all() == ()
    workspace.saved_views.restore(again.id)
    assert len(workspace.saved_views.all()) == 1


def test_script_items_keep_their_identity_when_others_come(workspace: Workspace):
    (first, _) = workspace.script.replace(["決裁者はどなたですか", "予算はありますか"])

    after = workspace.script.replace(["いつ始めますか", "  決裁者はどなたですか ", "", "いつ始めますか"])

    assert [item.text for item in after] == ["いつ始めますか", "決裁者はどなたですか"]
    assert after[1].id == first.id


def test_a_tracker_keeps_what_was_judged(workspace: Workspace):
    tracker = workspace.trackers.add("事例", ("事例はありますか",))

    workspace.trackers.save(replace(tracker, accepted=("他社は?",), rejected=("値段は?",), threshold=0.4))

    (kept,) = workspace.trackers.all()
    assert (kept.accepted, kept.rejected, kept.threshold) == (("他社は?",), ("値段は?",), 0.4)
    workspace.trackers.trash(tracker.id)
    assert workspace.trackers.all() == ()


def test_playlists_grow_at_the_end_and_leave_out_trashed_meetings(workspace: Workspace):
    first, second = a_meeting(workspace), a_meeting(workspace)
    workspace.playlists.add("値段", [Clip(meeting_id=first.id, start=1, end=2, words="高い")])
    workspace.playlists.add("値段", [Clip(meeting_id=second.id, start=3, end=4, words="安い")])

    (playlist,) = workspace.playlists.all()
    assert [clip.words for clip in playlist.clips] == ["高い", "安い"]

    workspace.meetings.trash(first.id)
    assert [clip.words for clip in workspace.playlists.all()[0].clips] == ["安い"]


def test_comments_stand_at_their_moment(workspace: Workspace):
    meeting = a_meeting(workspace)
    late = workspace.comments.add(meeting.id, 60.0, "待てた")
    workspace.comments.add(meeting.id, 5.0, "笑顔")

    assert [comment.text for comment in workspace.comments.of_meeting(meeting.id)] == ["笑顔", "待てた"]
    assert [each.comment.text for each in workspace.comments.newest()] == ["笑顔", "待てた"]
    workspace.comments.trash(late)
    assert [each.comment.text for each in workspace.comments.newest()] == ["笑顔"]


def test_comments_of_a_rep_are_found_and_say_where_they_stand(workspace: Workspace):
    meeting = a_meeting(workspace, rep="田中")
    first = workspace.comments.add(meeting.id, 12.5, "待てた")
    workspace.comments.add(a_meeting(workspace, rep="佐藤").id, 1.0, "笑顔")

    (remark,) = workspace.comments.newest("田中")
    assert (remark.rep, remark.place) == ("田中", f"{meeting.id}@12.50")

    assert workspace.comments.write(first, "よく待てた")
    workspace.comments.trash(first)
    assert not workspace.comments.write(first, "x")
    assert workspace.comments.restore(first)
    assert workspace.comments.newest("田中")[0].comment.text == "よく待てた"
