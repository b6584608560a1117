"""Jobs: the queue that survives a restart, and the only place that knows which state may follow which."""

import json
import sqlite3

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import JobId, MeetingId, new_id
from insight_desktop.domain.job import Job, JobState, Stage
from insight_desktop.store import records
from insight_desktop.store.database import Database

FOLLOWS = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED}),
    JobState.INTERRUPTED: frozenset({JobState.QUEUED, JobState.RUNNING, JobState.FAILED, JobState.CANCELLED}),
    JobState.FAILED: frozenset({JobState.QUEUED}),
    JobState.CANCELLED: frozenset({JobState.QUEUED}),
    JobState.DONE: frozenset[JobState](),
}
FINAL = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


class Jobs:
    """Keeps jobs; at most one runs at a time."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def enqueue(
        self,
        meeting_id: MeetingId,
        *,
        stage: Stage = Stage.TRANSCRIBE,
        total_s: float = 0.0,
        language: str = "",
        people: int | None = None,
    ) -> Job:
        """Put a new job at the end of the queue; `language` empty means the meeting's, `auto` finds it."""
        moment = records.now()
        job_id = JobId(new_id())
        with self._db.atomic():
            last = self._db.row("SELECT ifnull(max(position), 0) FROM job")
            self._db.put(
                "job",
                {
                    "id": job_id,
                    "changed_at": moment,
                    "meeting_id": meeting_id,
                    "state": JobState.QUEUED,
                    "stage": stage,
                    "total_s": total_s,
                    "position": (last[0] if last else 0) + 1,
                    "language": language,
                    "people": people,
                    "created_at": moment,
                },
            )
        return self.get(job_id)

    def get(self, job_id: JobId) -> Job:
        """Return a job; raises NOT_FOUND for an unknown one."""
        row = self._db.row("SELECT * FROM job WHERE id = ?", (job_id,))
        if row is None:
            raise KnownError(ErrorCode.NOT_FOUND, name=job_id)
        return _job(row)

    def language(self, job_id: JobId) -> str:
        """Return the language asked for: `ja`, `en`, `auto`, or empty for the meeting's."""
        row = self._db.row("SELECT language FROM job WHERE id = ?", (job_id,))
        return str(row["language"]) if row else ""

    def people(self, job_id: JobId) -> int | None:
        """Return how many people were said to speak, or None."""
        row = self._db.row("SELECT people FROM job WHERE id = ?", (job_id,))
        return row["people"] if row else None

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Job, ...]:
        """Return the jobs of a meeting, the newest first."""
        sql = "SELECT * FROM job WHERE meeting_id = ? ORDER BY created_at DESC, id DESC"
        return tuple(_job(row) for row in self._db.rows(sql, (meeting_id,)))

    def pending(self) -> tuple[Job, ...]:
        """Return what runs, waits or was interrupted, in the order in which it will run."""
        return self._where(
            "j.state IN ('running', 'queued', 'interrupted') ORDER BY j.state = 'running' DESC, j.position"
        )

    def recent(self, limit: int = 50) -> tuple[Job, ...]:
        """Return the jobs that changed last, finished ones included."""
        return self._where("1 ORDER BY j.changed_at DESC LIMIT ?", limit)

    def running(self) -> Job | None:
        """Return the job that runs, or None."""
        found = self._where("j.state = 'running'")
        return found[0] if found else None

    def next(self) -> Job | None:
        """Return the job that should run now: None while one runs or when nothing waits."""
        found = () if self.running() else self._where("j.state = 'queued' ORDER BY j.position LIMIT 1")
        return found[0] if found else None

    def start(self, job_id: JobId) -> Job | None:
        """Make a waiting or interrupted job run; None when another one runs already or this one may not."""
        with self._db.atomic():
            if self.running() is not None or JobState.RUNNING not in FOLLOWS[self.get(job_id).state]:
                return None
            self._db.run(
                """UPDATE job SET state = 'running', attempts = attempts + 1, error_code = '', error_params = '[]',
                changed_at = ? WHERE id = ?""",
                (records.now(), job_id),
            )
        return self.get(job_id)

    def advance(self, job_id: JobId, stage: Stage, *, done_s: float, total_s: float) -> None:
        """Note how far a running job is."""
        self._db.run(
            "UPDATE job SET stage = ?, done_s = ?, total_s = ?, changed_at = ? WHERE id = ? AND state = 'running'",
            (stage, done_s, total_s, records.now(), job_id),
        )

    def finish(self, job_id: JobId) -> Job:
        """Note that a running job reached its end."""
        return self._become(job_id, JobState.DONE)

    def fail(self, job_id: JobId, error: KnownError) -> Job:
        """Note that a job cannot go on, and why."""
        return self._become(job_id, JobState.FAILED, error)

    def interrupt(self, job_id: JobId) -> Job:
        """Note that a running job was cut off; it can be resumed."""
        return self._become(job_id, JobState.INTERRUPTED)

    def cancel(self, job_id: JobId) -> Job:
        """End a job at the user's wish; one that has ended already stays as it is."""
        job = self.get(job_id)
        return job if job.state in FINAL else self._become(job_id, JobState.CANCELLED)

    def retry(self, job_id: JobId) -> Job:
        """Put a failed, cancelled or interrupted job into the queue again; it resumes where it was."""
        return self._become(job_id, JobState.QUEUED)

    def forget_attempts(self, job_id: JobId) -> None:
        """Let a job be tried anew as often as at first, at the user's wish."""
        self._db.run("UPDATE job SET attempts = 0, changed_at = ? WHERE id = ?", (records.now(), job_id))

    def interrupt_running(self) -> tuple[Job, ...]:
        """At start-up, note that what ran when the program ended was cut off, and return it."""
        running = self._where("j.state = 'running'")
        return tuple(self.interrupt(job.id) for job in running)

    def move(self, job_id: JobId, before: JobId | None) -> None:
        """Put a waiting job before another one, or at the end."""
        with self._db.atomic():
            others = [job.id for job in self.pending() if job.id != job_id]
            place = others.index(before) if before in others else len(others)
            order = [*others[:place], job_id, *others[place:]]
            moment = records.now()
            self._db.run_many(
                "UPDATE job SET position = ?, changed_at = ? WHERE id = ?",
                [(number, moment, each) for number, each in enumerate(order, start=1)],
            )

    def _become(self, job_id: JobId, state: JobState, error: KnownError | None = None) -> Job:
        with self._db.atomic():
            present = self.get(job_id).state
            if state not in FOLLOWS[present]:
                message = f"a job that is {present} cannot become {state}"
                raise ValueError(message)
            self._db.run(
                "UPDATE job SET state = ?, error_code = ?, error_params = ?, changed_at = ? WHERE id = ?",
                (
                    state,
                    error.code if error else "",
                    records.as_list(error.params.items()) if error else "[]",
                    records.now(),
                    job_id,
                ),
            )
        return self.get(job_id)

    def _where(self, clause: str, *values: object) -> tuple[Job, ...]:
        sql = f"""SELECT j.* FROM job j JOIN meeting m ON m.id = j.meeting_id
            WHERE m.deleted_at IS NULL AND {clause}"""  # noqa: S608 - clauses from our code
        return tuple(_job(row) for row in self._db.rows(sql, values))


def _job(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        meeting_id=row["meeting_id"],
        state=JobState(row["state"]),
        stage=Stage(row["stage"]),
        done_s=row["done_s"],
        total_s=row["total_s"],
        attempts=row["attempts"],
        error_code=row["error_code"],
        error_params=tuple((key, value) for key, value in json.loads(row["error_params"])),
        created_at=records.moment(row["created_at"]),
        changed_at=records.moment(row["changed_at"]),
    )
