"""The list of meetings, its filters, the trash."""

import datetime as dt

import pytest

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, JobId, MeetingId, new_id
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.job import JobState, Stage
from insight_desktop.domain.meeting import Channel, Example, Outcome
from insight_desktop.store.meetings import MeetingFilter, MeetingSort
from insight_desktop.store.workspace import Workspace
from tests.store.builders import STARTED, a_meeting, a_recording, analysed


def test_save_keeps_every_field(workspace: Workspace):
    customer = workspace.customers.save(Customer(id=CustomerId(new_id()), name="山田製作所"))
    deal = workspace.customers.find_or_make_deal(customer.id, "更新")
    meeting = a_meeting(
        workspace,
        channel=Channel.WEB,
        customer_id=customer.id,
        deal_id=deal.id,
        rep="森田",
        outcome=Outcome.WON,
        example=Example.GOOD,
        memo="覚え書き",
        tags=("重要", "更新"),
    )
    assert workspace.meetings.get(meeting.id) == meeting
    assert meeting.changed_at is not None


def test_list_shows_counts(workspace: Workspace):
    customer = workspace.customers.find_or_make("山田製作所")
    meeting = analysed(workspace, customer_id=customer.id)
    workspace.meetings.add_recording(a_recording(meeting))
    job = workspace.jobs.enqueue(meeting.id, total_s=60)
    workspace.jobs.start(job.id)
    workspace.jobs.advance(job.id, Stage.TRANSCRIBE, done_s=30, total_s=60)
    (row,) = workspace.meetings.list().meetings
    assert row.meeting == meeting
    assert row.customer_name == "山田製作所"
    assert row.seconds == 60
    assert row.segments == 4
    assert dict(row.insights) == {InsightKind.PAIN: 1, InsightKind.NEED: 1}
    assert row.open_steps == 1
    assert row.is_analysed
    assert row.job_state is JobState.RUNNING
    assert row.job_share == 0.5
    assert workspace.meetings.summary(meeting.id) == row
    assert workspace.meetings.summary(MeetingId("x")) is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (MeetingFilter(text="ヤマダ"), {"やまだ 一"}),
        (MeetingFilter(text="佐藤"), {"英語 二"}),
        (MeetingFilter(text="abc 二"), {"英語 二"}),
        (MeetingFilter(outcomes=frozenset({Outcome.WON, Outcome.LOST})), {"やまだ 一"}),
        (MeetingFilter(since=STARTED + dt.timedelta(days=1)), {"三"}),
        (MeetingFilter(until=STARTED + dt.timedelta(days=1)), {"やまだ 一", "英語 二"}),
        (MeetingFilter(example=Example.BAD), {"三"}),
        (MeetingFilter(in_trash=True), {"捨てた"}),
        (MeetingFilter(), {"やまだ 一", "英語 二", "三"}),
        (MeetingFilter(text="100%_"), set()),
    ],
)
def test_list_filters(workspace: Workspace, filters: MeetingFilter, expected: set[str]):
    customer = workspace.customers.find_or_make("佐藤商事")
    a_meeting(workspace, "やまだ 一", outcome=Outcome.WON)
    a_meeting(workspace, "英語 二", customer_id=customer.id, tags=("ABC",))
    a_meeting(workspace, "三", started_at=STARTED + dt.timedelta(days=2), example=Example.BAD)
    workspace.meetings.trash(a_meeting(workspace, "捨てた").id)
    page = workspace.meetings.list(filters)
    assert {row.meeting.title for row in page.meetings} == expected
    assert page.total == len(expected)


def test_list_filters_by_customer(workspace: Workspace):
    customer = workspace.customers.find_or_make("佐藤商事")
    a_meeting(workspace)
    mine = a_meeting(workspace)
    workspace.meetings.set_customer(mine.id, customer.id)
    assert [r.meeting.id for r in workspace.meetings.list(MeetingFilter(customer_id=customer.id)).meetings] == [mine.id]


@pytest.mark.parametrize("sort", list(MeetingSort), ids=str)
def test_list_sorts_and_pages(workspace: Workspace, sort: MeetingSort):
    for number in range(5):
        customer = workspace.customers.find_or_make(f"顧客{number}")
        meeting = a_meeting(
            workspace,
            f"会議{number}",
            customer_id=customer.id,
            started_at=STARTED + dt.timedelta(days=number),
            outcome=[Outcome.LOST, Outcome.STRONG, Outcome.UNSET, Outcome.WEAK, Outcome.WON][number],
        )
        workspace.meetings.add_recording(a_recording(meeting, seconds=float(number), sha256=str(number)))
    pages = [workspace.meetings.list(sort=sort, descending=False, limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [row.meeting.title for page in pages for row in page.meetings] == [f"会議{n}" for n in range(5)]
    assert {page.total for page in pages} == {5}


def test_outcome_and_example_are_set(workspace: Workspace):
    meeting = a_meeting(workspace)
    workspace.meetings.set_outcome(meeting.id, Outcome.STRONG)
    workspace.meetings.set_example(meeting.id, Example.GOOD)
    changed = workspace.meetings.get(meeting.id)
    assert changed is not None
    assert (changed.outcome, changed.example) == (Outcome.STRONG, Example.GOOD)


def test_trash_and_restore_bring_everything_back(workspace: Workspace):
    meeting = analysed(workspace)
    before = workspace.meetings.list().meetings
    assert workspace.meetings.trash(meeting.id)
    assert not workspace.meetings.trash(meeting.id)
    assert workspace.meetings.list().total == 0
    assert workspace.search.find("値引き") == ()
    assert [row.meeting.id for row in workspace.meetings.trashed()] == [meeting.id]
    assert workspace.meetings.restore(meeting.id)
    (after,) = workspace.meetings.list().meetings
    assert (after.segments, after.insights) == (before[0].segments, before[0].insights)
    assert len(workspace.search.find("値引き")) == 1


def test_purge_erases_words_and_audio_but_leaves_a_tombstone(workspace: Workspace):
    meeting = analysed(workspace)
    audio = workspace.audio_dir / "abc.wav"
    audio.write_bytes(b"x")
    audio.with_name("abc.peaks.npy").write_bytes(b"x")
    other = workspace.audio_dir / "abd.wav"
    other.write_bytes(b"x")
    workspace.meetings.add_recording(a_recording(meeting, path="audio/abc.wav"))
    workspace.jobs.enqueue(meeting.id)
    workspace.purge(meeting.id)
    assert workspace.meetings.get(meeting.id) is not None, "only what lies in the trash is purged"
    assert audio.exists()
    workspace.meetings.trash(meeting.id)
    workspace.purge(meeting.id)
    assert [path.name for path in workspace.audio_dir.iterdir()] == ["abd.wav"]
    assert workspace.meetings.trashed() == ()
    assert not workspace.meetings.restore(meeting.id)
    left = workspace.db.row("SELECT * FROM meeting WHERE id = ?", (meeting.id,))
    assert left is not None
    assert left["deleted_at"]
    words = [row[0] for row in workspace.db.rows("SELECT folded FROM document UNION SELECT text FROM segment")]
    assert words == []


def test_same_audio_is_recognised_until_its_meeting_is_trashed(workspace: Workspace):
    meeting = a_meeting(workspace)
    workspace.meetings.add_recording(a_recording(meeting))
    assert workspace.meetings.with_audio("ab") == (meeting,)
    assert workspace.meetings.audio_paths() == {"audio/x.wav"}
    workspace.meetings.trash(meeting.id)
    assert workspace.meetings.with_audio("ab") == ()


def test_orphans_are_files_that_no_recording_names(workspace: Workspace):
    for name in ("known.wav", "known.peaks.npy", "lost.part.wav"):
        (workspace.audio_dir / name).write_bytes(b"1234")
    workspace.meetings.add_recording(a_recording(a_meeting(workspace), path="audio/known.wav"))
    assert [path.name for path in workspace.audio.orphans(workspace.meetings.audio_paths())] == ["lost.part.wav"]
    assert workspace.audio.bytes_used() == 12


def test_recording_keeps_every_field(workspace: Workspace):
    meeting = a_meeting(workspace)
    recording = a_recording(meeting, rep_channel=1, original_name="録音.m4a")
    workspace.meetings.add_recording(recording)
    assert workspace.meetings.recordings(meeting.id) == (recording,)
    assert workspace.jobs.of_meeting(meeting.id) == ()
    assert workspace.jobs.language(JobId("x")) == ""
