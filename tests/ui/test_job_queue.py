"""The queue of jobs with real child processes and with a child that does what the test says."""

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import Advanced, StageStarted
from insight_desktop.domain.ids import JobId, MeetingId, RecordingId, new_id
from insight_desktop.domain.job import Job, JobState, Stage
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui import wording
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.child_process import ChildProcess, Ending, Outcome
from insight_desktop.ui.job_queue import JobQueue, Running
from insight_desktop.ui.jobs.listing import ListedJob
from insight_desktop.ui.operations import Operations
from insight_desktop.worker.messages import Message, Start
from tests.ui.test_machinery import Gaps

BEGIN = """
import json, os, sys, time
start = json.loads(sys.stdin.readline())
done = len(start["request"].get("done", []))
def say(**message): print(json.dumps(message), flush=True)
def segment(i):
    words = [{"span": {"start": i, "end": i + 0.5}, "text": "語"}]
    say(type="SegmentReady", segment={"span": {"start": i, "end": i + 0.9}, "text": f"文{i}", "words": words})
    say(type="Advanced", stage="transcribe", done_s=i, total_s=1000)
say(type="Hello", role="analysis", version="1", protocol=1)
"""
FINISH = BEGIN + "[segment(i) for i in range(done, 10)]; say(type='Finished', job_id=start['job_id'])"
SLOWLY = (
    BEGIN + "[(segment(i), time.sleep(0.15)) for i in range(done, 10)]; say(type='Finished', job_id=start['job_id'])"
)
CRASH = BEGIN + "[segment(i) for i in range(done, done + 3)]; time.sleep(0.3); os._exit(9)"
DEAF = BEGIN + "segment(0); time.sleep(60)"
FAIL = BEGIN + "say(type='Failed', job_id=start['job_id'], code='no_audio', params={'path': 'a.wav'})"
MANY = BEGIN + "[segment(i) for i in range(1000)]; say(type='Finished', job_id=start['job_id'])"


class FakeChild(QObject):
    """A child that the test plays."""

    received = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.start_message: Start | None = None
        self.is_killed = self.is_cancelled = False

    def start(self, *messages: Message) -> None:
        self.start_message = next(message for message in messages if isinstance(message, Start))

    def cancel(self) -> None:
        self.is_cancelled = True
        self.ended.emit(Outcome(ending=Ending.CANCELLED))

    def kill(self) -> None:
        self.is_killed = True


class Desk:
    """A workspace with meetings that wait, and a queue on it."""

    def __init__(self, folder: Path, jobs: int) -> None:
        self.workspace = Workspace.open(folder)
        self.processing = Processing(self.workspace)
        self.errors: list[Exception] = []
        self.operations = Operations(Changes(), self.errors.append)
        self.script = FINISH
        self.children: list[FakeChild] = []
        self.is_fake = False
        self.queue = JobQueue(self.operations, self._make_child)
        self.settled: list[Job] = []
        self.listed: tuple[ListedJob, ...] = ()
        self.queue.settled.connect(self.settled.append)
        self.queue.listed.connect(lambda jobs: setattr(self, "listed", jobs))
        self.jobs = [self._job(number) for number in range(jobs)]

    def _job(self, number: int) -> Job:
        work = self.workspace
        meeting = work.meetings.save(
            Meeting(id=MeetingId(new_id()), title=f"商談 {number}", started_at=dt.datetime.now(dt.UTC))
        )
        sound = work.audio_dir / f"{number}.wav"
        sound.parent.mkdir(exist_ok=True)
        sound.write_bytes(b"")
        recording = Recording(
            id=RecordingId(new_id()),
            meeting_id=meeting.id,
            path=work.audio.relative(sound),
            seconds=1000.0,
            channels=1,
            sha256=str(number),
        )
        work.meetings.add_recording(recording)
        return work.jobs.enqueue(meeting.id, total_s=1000.0)

    def _make_child(self) -> ChildProcess:
        if self.is_fake:
            self.children.append(FakeChild())
            return self.children[-1]  # type: ignore[return-value]
        return ChildProcess(sys.executable, ["-c", self.script])

    def open(self, script: str = "") -> None:
        self.script, self.is_fake = script, not script
        self.queue.open(self.workspace, self.processing)

    def state(self, number: int) -> JobState:
        return self.workspace.jobs.get(self.jobs[number].id).state

    def texts(self, number: int) -> list[str]:
        return [each.segment.text for each in self.workspace.transcripts.unfinished(self.jobs[number].meeting_id)]

    def close(self) -> None:
        self.queue.close()
        self.operations.change(self.workspace.close)  # where it was opened for jobs
        self.operations.close()


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Callable[[int], Desk]]:
    made: list[Desk] = []

    def make(jobs: int = 1) -> Desk:
        made.append(Desk(tmp_path / "workspace", jobs))
        return made[-1]

    yield make
    for each in made:
        each.close()
        assert each.errors == []


def test_real_jobs_run_one_after_the_other(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(3)

    work.open(FINISH)
    qtbot.waitUntil(lambda: len(work.settled) == 3, timeout=30_000)

    assert [job.id for job in work.settled] == [job.id for job in work.jobs]
    assert {job.state for job in work.settled} == {JobState.DONE}
    assert work.texts(2) == [f"文{number}" for number in range(10)]


def test_a_crash_is_retried_once_from_where_it_was_then_it_fails(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)

    work.open(CRASH)
    qtbot.waitUntil(lambda: bool(work.settled), timeout=30_000)
    qtbot.waitUntil(lambda: any(listed.job.state is JobState.FAILED for listed in work.listed), timeout=5000)

    job = work.settled[0]
    assert (job.state, job.error_code, job.attempts) == (JobState.FAILED, ErrorCode.WORKER_CRASHED, 2)
    assert work.texts(0) == [f"文{number}" for number in range(6)]
    assert wording.sentence_of(job.error_code) not in ("", job.error_code)


def test_a_known_failure_ends_the_job_and_the_next_one_runs(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(2)

    work.open(FAIL)
    qtbot.waitUntil(lambda: len(work.settled) == 2, timeout=30_000)

    assert [(job.state, job.error_code, job.attempts) for job in work.settled] == [
        (JobState.FAILED, ErrorCode.NO_AUDIO, 1)
    ] * 2


def test_a_helper_that_dies_counts_as_a_crash(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    work.open()
    died = Outcome(ending=Ending.FAILED, code=ErrorCode.WORKER_CRASHED)

    for attempt in (1, 2):
        qtbot.waitUntil(lambda number=attempt: len(work.children) == number)  # type: ignore[misc]
        work.children[-1].ended.emit(died)
    qtbot.waitUntil(lambda: bool(work.settled))

    job = work.settled[0]
    assert (job.state, job.error_code, job.attempts) == (JobState.FAILED, ErrorCode.WORKER_CRASHED, 2)


def test_a_deaf_child_is_stopped_within_three_seconds(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    work.open(DEAF)
    qtbot.waitUntil(lambda: bool(work.texts(0)), timeout=20_000)

    began = time.monotonic()
    work.queue.cancel(work.jobs[0].id)
    qtbot.waitUntil(lambda: bool(work.settled), timeout=10_000)

    assert time.monotonic() - began < 3.0
    assert work.settled[0].state is JobState.CANCELLED
    assert work.texts(0) == ["文0"]


@pytest.mark.usefixtures("quiet_heap")
def test_a_thousand_segments_are_stored_and_the_window_stays_awake(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    gaps = Gaps()

    work.open(MANY)
    qtbot.waitUntil(lambda: bool(work.settled), timeout=60_000)

    assert work.texts(0) == [f"文{number}" for number in range(1000)]
    assert gaps.longest_ms < 100


def test_what_a_dead_program_left_running_goes_on_by_itself_once(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    work.processing.start(work.jobs[0].id)

    work.open(FINISH)
    qtbot.waitUntil(lambda: bool(work.settled), timeout=20_000)

    assert (work.settled[0].state, work.settled[0].attempts) == (JobState.DONE, 2)


def test_what_was_cut_off_twice_waits_for_the_user(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    job_id = work.jobs[0].id
    work.processing.start(job_id)
    work.workspace.jobs.interrupt(job_id)
    work.processing.start(job_id)

    work.open()
    qtbot.waitUntil(lambda: [listed.job.state for listed in work.listed] == [JobState.INTERRUPTED])
    assert work.children == []

    work.queue.retry(job_id)
    qtbot.waitUntil(lambda: len(work.children) == 1)
    assert work.state(0) is JobState.RUNNING


def test_the_end_of_the_program_puts_the_job_back(qtbot: QtBot, desk: Callable[[int], Desk], tmp_path: Path) -> None:
    work = desk(1)
    work.open()
    qtbot.waitUntil(lambda: len(work.children) == 1)

    work.close()

    assert work.children[0].is_killed
    with Workspace.open(tmp_path / "workspace") as again:
        job = again.jobs.get(work.jobs[0].id)
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)


def test_the_user_orders_stops_and_retries(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(4)
    first, second, third, fourth = (job.id for job in work.jobs)
    work.open()
    qtbot.waitUntil(lambda: len(work.children) == 1 and len(work.listed) == 4)

    work.queue.move(fourth, -1)
    qtbot.waitUntil(lambda: [listed.job.id for listed in work.listed] == [first, second, fourth, third])
    work.queue.move(second, 1)
    qtbot.waitUntil(lambda: [listed.job.id for listed in work.listed] == [first, fourth, second, third])
    work.queue.cancel(second)
    qtbot.waitUntil(lambda: [listed.job.id for listed in work.listed] == [first, fourth, third])
    work.children[0].ended.emit(Outcome(ending=Ending.FINISHED))
    qtbot.waitUntil(lambda: len(work.children) == 2)
    work.queue.retry(second)
    qtbot.waitUntil(lambda: [listed.job.id for listed in work.listed] == [fourth, second, third])

    assert [work.state(number) for number in range(4)] == [
        JobState.DONE,
        JobState.QUEUED,
        JobState.QUEUED,
        JobState.RUNNING,
    ]
    message = work.children[1].start_message
    assert message is not None
    assert message.job_id == fourth


def test_what_was_done_before_is_shown_at_once(qtbot: QtBot, desk: Callable[[int], Desk]) -> None:
    work = desk(1)
    job_id = work.jobs[0].id
    work.processing.start(job_id)
    work.processing.apply(job_id, Advanced(stage=Stage.TRANSCRIBE, done_s=400.0, total_s=1000.0))
    work.processing.cancel(job_id)
    work.processing.retry(job_id)
    shown: list[Running | None] = []
    work.queue.progressed.connect(shown.append)

    work.open()
    qtbot.waitUntil(lambda: len(work.children) == 1)
    for event in (
        StageStarted(stage=Stage.TRANSCRIBE, total_s=1000.0),
        Advanced(stage=Stage.TRANSCRIBE, done_s=410.0, total_s=1000.0),
    ):
        work.children[0].received.emit(event)
        qtbot.waitUntil(lambda: work.operations.is_idle)

    shares = [running.progress.share for running in shown if running is not None]
    assert shares[0] == 0.4
    assert shares == sorted(shares)
    assert {running.left_s for running in shown if running is not None} == {None}


def test_a_full_disk_costs_nothing_once_there_is_room_again(
    qtbot: QtBot, desk: Callable[[int], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    work, warned = desk(1), list[KnownError]()
    work.queue.warned.connect(warned.append)
    really, stored = work.processing.apply, list[object]()

    def full(job_id: JobId, *news: object) -> object:
        if stored and not warned:
            raise KnownError(ErrorCode.DISK_FULL)
        stored.extend(news)
        return really(job_id, *news)  # type: ignore[arg-type]

    monkeypatch.setattr(work.processing, "apply", full)
    work.open(SLOWLY)
    qtbot.waitUntil(lambda: work.queue.room.is_waiting and work.operations.is_idle, timeout=30_000)
    assert [error.code for error in warned] == [ErrorCode.DISK_FULL]
    assert work.settled == []

    work.queue.room.look()
    qtbot.waitUntil(lambda: bool(work.settled), timeout=30_000)

    assert (work.settled[0].state, len(warned)) == (JobState.DONE, 1)
    assert work.texts(0) == [f"文{number}" for number in range(10)]
