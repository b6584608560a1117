"""Reads the queue for the window: what runs, what waits, what was cut off or failed. Pure; read off the main thread."""

from dataclasses import dataclass

from insight_desktop.domain.ids import JobId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.store.workspace import Workspace

_RECENT, _MOST_FAILED = 50, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedJob:
    """A job with the title of its meeting."""

    job: Job
    title: str


def read(workspace: Workspace) -> tuple[ListedJob, ...]:
    """Return the jobs that are under way in their order, then those that failed and were not tried again."""
    pending = workspace.jobs.pending()
    failed = [job for job in workspace.jobs.recent(_RECENT) if job.state is JobState.FAILED]
    failed = [job for job in failed if workspace.jobs.of_meeting(job.meeting_id)[0].id == job.id]
    listed = []
    for job in (*pending, *failed[:_MOST_FAILED]):
        meeting = workspace.meetings.get(job.meeting_id)
        listed.append(ListedJob(job=job, title=meeting.title if meeting else ""))
    return tuple(listed)


def moved(jobs: tuple[ListedJob, ...], job_id: JobId, step: int) -> tuple[JobId, JobId | None] | None:
    """Return a waiting job and the one it has to stand before after a step up or down; None where it cannot go."""
    waiting = [listed.job.id for listed in jobs if listed.job.state is JobState.QUEUED]
    if job_id not in waiting:
        return None
    others = [each for each in waiting if each != job_id]
    place = waiting.index(job_id) + step
    if not 0 <= place < len(waiting):
        return None
    return job_id, others[place] if place < len(others) else None
