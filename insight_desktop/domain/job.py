"""Work that runs in the background."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import JobId, MeetingId


class Stage(StrEnum):
    """The stages of a job, in order."""

    IMPORT = "import"
    TRANSCRIBE = "transcribe"
    DIARIZE = "diarize"
    ANALYSE = "analyse"


class JobState(StrEnum):
    """Where a job is; the last three are final until the user retries."""

    QUEUED = "queued"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a stage is, in seconds of audio; a written meeting is read in turns."""

    stage: Stage
    done_s: float
    total_s: float

    @property
    def share(self) -> float:
        """Done part, 0 to 1."""
        return min(1.0, self.done_s / self.total_s) if self.total_s > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One recording on its way to minutes."""

    id: JobId
    meeting_id: MeetingId
    state: JobState = JobState.QUEUED
    stage: Stage = Stage.TRANSCRIBE
    done_s: float = 0.0
    total_s: float = 0.0
    attempts: int = 0
    error_code: str = ""
    error_params: tuple[tuple[str, str], ...] = ()
    created_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
