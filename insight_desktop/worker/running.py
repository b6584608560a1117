"""Runs jobs in the analysis process and stores what comes of them, for callers without a window."""

from collections.abc import Callable

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import PipelineEvent
from insight_desktop.domain.ids import JobId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.worker.child import Child
from insight_desktop.worker.messages import Cancelled, Finished, Start


def run_queue(
    workspace: Workspace,
    processing: Processing,
    *,
    started: Callable[[Job], None] = lambda _job: None,
    happened: Callable[[Job, PipelineEvent], None] = lambda _job, _event: None,
) -> tuple[Job, ...]:
    """Run what waits, in order; returns the jobs as they ended. A process that dies is started again once."""
    ended: dict[JobId, Job] = {}
    while (waiting := workspace.jobs.next()) is not None:
        started(waiting)
        ended[waiting.id] = run_job(workspace, processing, waiting.id, happened=happened)
    return tuple(ended.values())


def run_job(
    workspace: Workspace,
    processing: Processing,
    job_id: JobId,
    *,
    happened: Callable[[Job, PipelineEvent], None] = lambda _job, _event: None,
) -> Job:
    """Run one job to its end, whatever that is."""
    job = processing.start(job_id)
    if job is None:
        return workspace.jobs.get(job_id)
    try:
        _follow(processing, job, happened)
    except KnownError as error:
        if error.code is ErrorCode.WORKER_CRASHED:
            processing.crash(job_id)
        else:
            processing.fail(job_id, error)
    except BaseException:
        # Interrupted from the keyboard, or a bug: what is stored stays, and the next run goes on from there.
        if workspace.jobs.get(job_id).state is JobState.RUNNING:
            workspace.jobs.interrupt(job_id)
        raise
    return workspace.jobs.get(job_id)


def _follow(processing: Processing, job: Job, happened: Callable[[Job, PipelineEvent], None]) -> None:
    request = processing.request(job.id)
    with Child("analysis") as child:
        child.send(Start(job_id=job.id, request=request))
        for message in child.messages():
            match message:
                case Finished():
                    processing.finish(job.id)
                    return
                case Cancelled():
                    processing.cancel(job.id)
                    return
                case _ if isinstance(message, PipelineEvent):
                    processing.apply(job.id, message)
                    happened(job, message)
                case _:
                    unexpected = f"an analysis does not say {type(message).__name__}"
                    raise ValueError(unexpected)
