"""Runs the jobs of the workspace, one at a time: the next one, its progress, its end, a second try after a crash."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from insight_desktop.domain import events
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import PipelineEvent
from insight_desktop.domain.ids import JobId, MeetingId
from insight_desktop.domain.job import Job, JobState, Progress, Stage
from insight_desktop.processing import MOST_ATTEMPTS, Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.time_left import TimeLeft
from insight_desktop.ui.child_process import ChildProcess, Ending, Outcome
from insight_desktop.ui.jobs import listing
from insight_desktop.ui.jobs.listing import ListedJob
from insight_desktop.ui.jobs.room import Room
from insight_desktop.ui.operations import Operations
from insight_desktop.worker.messages import Hello, Message, Start

_SHOWN_EVERY_S = 0.1
_STORED_EVERY_MS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What the strip at the foot of the window shows."""

    job_id: JobId
    meeting_id: MeetingId
    title: str
    progress: Progress
    left_s: float | None
    """Time left, once enough is done to tell."""
    waiting: int
    """Jobs behind this one."""


class JobQueue(QObject):
    """Feeds the analysis process.

    Signals:
        progressed(Running | None): at most ten times a second; None when nothing runs.
        settled(Job): a job reached its end.
        listed(tuple[ListedJob, ...]): the jobs that run, wait, were cut off or failed.
        warned(KnownError): something went less well, and the work goes on.
    """

    progressed = Signal(object)
    settled = Signal(object)
    listed = Signal(object)
    warned = Signal(object)

    def __init__(self, operations: Operations, make_child: Callable[[], ChildProcess]) -> None:
        """Wait for `open`."""
        super().__init__()
        self._operations, self._make_child = operations, make_child
        self._workspace: Workspace | None = None
        self._processing: Processing | None = None
        self._child: ChildProcess | None = None
        self._running: Running | None = None
        self._time_left = TimeLeft(tells_voices=False)
        self._shown_at = 0.0
        self._is_looking = False
        self._jobs: tuple[ListedJob, ...] = ()
        self._unstored: list[PipelineEvent] = []
        self.room = Room(operations, self)
        self.room.found.connect(self.wake)
        self._store = QTimer(self, singleShot=True, interval=_STORED_EVERY_MS)
        self._store.timeout.connect(self._on_store)

    def open(self, workspace: Workspace, processing: Processing) -> None:
        """Begin with the jobs that wait. What a crash cut off goes on by itself once; then the user is asked."""
        self._workspace, self._processing = workspace, processing

        def claim() -> None:
            for job in processing.claim():
                if job.attempts < MOST_ATTEMPTS:
                    workspace.jobs.retry(job.id)

        self._operations.change(claim, then=self._on_claimed)

    def _on_claimed(self, _nothing: object) -> None:
        self.wake()

    def wake(self) -> None:
        """Look for the next job, unless one runs."""
        self._list()
        workspace, processing = self._workspace, self._processing
        if workspace is None or processing is None or self._child is not None or self._is_looking:
            return
        self._is_looking = True

        def take() -> tuple[Start, str, int, Progress] | KnownError | None:
            job = workspace.jobs.next()
            if job is None or processing.start(job.id) is None:
                return None
            try:
                request = processing.request(job.id)
            except KnownError as error:
                processing.fail(job.id, error)
                return error
            meeting = workspace.meetings.get(job.meeting_id)
            return (
                Start(job_id=job.id, request=request),
                meeting.title if meeting else "",
                len(workspace.jobs.pending()),
                Progress(stage=job.stage, done_s=job.done_s, total_s=job.total_s),
            )

        self._operations.change(take, then=self._on_taken, failed=self._on_not_taken)

    def _on_not_taken(self, error: Exception) -> None:
        self._is_looking = False
        raise error

    def _on_taken(self, taken: tuple[Start, str, int, Progress] | KnownError | None) -> None:
        self._is_looking = False
        if taken is None:
            self._show(None)
            return
        if isinstance(taken, KnownError):
            self.warned.emit(taken)
            self._changes(lambda: None)
            QTimer.singleShot(0, self.wake)
            return
        start, title, pending, progress = taken
        self._list()
        self._child = self._make_child()
        self._child.setParent(self)
        self._child.received.connect(self._on_received)
        self._child.ended.connect(self._on_ended)
        request = start.request
        self._time_left = TimeLeft(tells_voices=request.channels == 1)
        self._running = Running(
            job_id=JobId(start.job_id),
            meeting_id=MeetingId(request.meeting_id),
            title=title,
            progress=progress,
            left_s=None,
            waiting=max(0, pending - 1),
        )
        self._show(self._running)
        self._child.start(start)

    def cancel(self, job_id: JobId) -> None:
        """Stop a job: the running one within three seconds, a waiting one at once."""
        if self._running is not None and self._running.job_id == job_id and self._child is not None:
            self._child.cancel()
            return
        processing = self._processing
        if processing is not None:
            self._changes(lambda: processing.cancel(job_id))

    def retry(self, job_id: JobId) -> None:
        """Queue a job again; it goes on where it stopped."""
        processing = self._processing
        if processing is not None:
            self._changes(lambda: processing.retry(job_id))

    def move(self, job_id: JobId, step: int) -> None:
        """Let a waiting job come earlier (-1) or later (+1)."""
        workspace, target = self._workspace, listing.moved(self._jobs, job_id, step)
        if workspace is not None and target is not None:
            job, before = target
            self._changes(lambda: workspace.jobs.move(JobId(job), JobId(before) if before else None))

    def _changes(self, function: Callable[[], object]) -> None:
        announce = Change(kinds=frozenset({ChangeKind.JOB, ChangeKind.MEETING}))
        self._operations.change(function, then=self._on_changed, announce=announce)

    def _on_changed(self, _value: object) -> None:
        self.wake()

    def _list(self) -> None:
        workspace = self._workspace
        if workspace is not None:
            self._operations.read(lambda: listing.read(workspace), then=self._on_listed, key="jobs")

    def _on_listed(self, jobs: tuple[ListedJob, ...]) -> None:
        self._jobs = jobs
        running, waiting = self._running, sum(listed.job.state is JobState.QUEUED for listed in jobs)
        if running is not None and running.waiting != waiting:
            self._show(replace(running, waiting=waiting))
        self.listed.emit(jobs)

    def close(self) -> None:
        """End the child; its job waits for the next start, which is no crash."""
        running, workspace = self._running, self._workspace
        if self._child is None:
            return
        self._child.ended.disconnect(self._on_ended)
        self._child.kill()
        self._child = None
        self._on_store()
        if running is not None and workspace is not None:
            self._operations.change(lambda: _put_back(workspace, running.job_id))

    def _on_received(self, message: Message) -> None:
        running, processing = self._running, self._processing
        if running is None or processing is None or isinstance(message, Hello):
            return
        match message:
            case events.StageStarted():
                self._advance(message.stage, 0.0, message.total_s)
            case events.Advanced():
                self._advance(message.stage, message.done_s, message.total_s)
            case events.Warned():
                self.warned.emit(KnownError(message.code, **message.params))
                return
            case _:
                pass
        self._unstored.append(message)  # type: ignore[arg-type]
        if not self._store.isActive():
            self._store.start()

    def _on_store(self) -> None:
        """Store what came since: many events in one transaction, so that the window stays awake."""
        running, processing = self._running, self._processing
        stored, self._unstored = tuple(self._unstored), []
        self._store.stop()
        if stored and running is not None and processing is not None:
            job_id = running.job_id
            self._operations.change(
                self.room.guarded(job_id, lambda: processing.apply(job_id, *stored)),
                announce=lambda change: change,
                failed=partial(self._on_not_stored, job_id),
            )

    def _on_not_stored(self, job_id: JobId, error: Exception) -> None:
        """Stop a job whose results find no room; it begins again from what is kept once there is some."""
        workspace, child = self._workspace, self._child
        if not isinstance(error, KnownError) or error.code is not ErrorCode.DISK_FULL or workspace is None:
            raise error
        if child is not None and self._running is not None and self._running.job_id == job_id:
            child.ended.disconnect(self._on_ended)
            child.kill()
            child.deleteLater()
            self._child, self._unstored = None, []
            self._show(None)
        if not self.room.is_waiting:
            self.warned.emit(error)
        self.room.wait(job_id, lambda: _put_back(workspace, job_id))

    def _advance(self, stage: Stage, done_s: float, total_s: float) -> None:
        running = self._running
        if running is None:
            return
        old = running.progress
        left_s = self._time_left.after(Progress(stage=stage, done_s=done_s, total_s=total_s))
        done_s = max(done_s, old.done_s) if old.stage is stage else done_s
        progress = Progress(stage=stage, done_s=done_s, total_s=total_s)
        now = time.monotonic()
        self._running = replace(running, progress=progress, left_s=left_s)
        if now - self._shown_at >= _SHOWN_EVERY_S or old.stage is not stage:
            self._shown_at = now
            self._show(self._running)

    def _show(self, running: Running | None) -> None:
        self._running = running
        self.progressed.emit(running)

    def _on_ended(self, outcome: Outcome) -> None:
        running, processing, workspace = self._running, self._processing, self._workspace
        child, self._child = self._child, None
        if child is not None:
            child.deleteLater()
        if running is None or processing is None or workspace is None:
            return
        job_id = running.job_id
        self._on_store()

        def settle() -> Job:
            match outcome.ending:
                case Ending.FINISHED:
                    processing.finish(job_id)
                case Ending.CANCELLED:
                    processing.cancel(job_id)
                case Ending.FAILED if outcome.code and outcome.code is not ErrorCode.WORKER_CRASHED:
                    processing.fail(job_id, KnownError(outcome.code, **dict(outcome.params)))
                case _:
                    processing.crash(job_id)
            return workspace.jobs.get(job_id)

        self._show(None)
        kinds = frozenset({ChangeKind.JOB, ChangeKind.MEETING})
        self._operations.change(
            self.room.guarded(job_id, settle),
            then=self._on_settled,
            announce=Change(kinds=kinds, ids=frozenset({job_id, running.meeting_id})),
            failed=partial(self._on_not_stored, job_id),
        )

    def _on_settled(self, job: Job) -> None:
        if job.state not in (JobState.QUEUED, JobState.RUNNING):
            self.settled.emit(job)
        self.wake()


def _put_back(workspace: Workspace, job_id: JobId) -> None:
    """Let a job wait that the end of the program stopped; it has not failed."""
    if workspace.jobs.get(job_id).state is JobState.RUNNING:
        workspace.jobs.interrupt(job_id)
        workspace.jobs.forget_attempts(job_id)
        workspace.jobs.retry(job_id)
