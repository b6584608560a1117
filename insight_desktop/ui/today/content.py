"""Reads what the day asks for: promises that are due, recordings to check, meetings without an outcome."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.aftercare import CheckIn, due_check_ins
from insight_desktop.domain.ids import MeetingId, NextStepId
from insight_desktop.domain.insight import NextStep
from insight_desktop.domain.job import JobState
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.meetings import MeetingFilter, MeetingSummary
from insight_desktop.store.workspace import Workspace

_DAYS = 60
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A promise that is open."""

    id: NextStepId
    step: NextStep
    meeting_id: MeetingId
    meeting_title: str
    customer: str
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The page."""

    promises: tuple[Due, ...]
    """The most urgent ones."""
    to_check: tuple[MeetingSummary, ...]
    """Read, but without an outcome yet."""
    troubled: tuple[MeetingSummary, ...]
    """Processing failed or was interrupted."""
    has_meetings: bool
    check_ins: tuple[CheckIn, ...] = ()
    """Sales after which one should ask how it goes; the most urgent ones."""
    promised: int = 0
    """How many promises are open, shown or not."""
    checked: int = 0
    """How many sales should be asked about."""
    unset: int = 0
    """How many meetings have no outcome."""


def read(workspace: Workspace, today: dt.date) -> Today:
    """Return what the last two months left open."""
    since = dt.datetime.combine(today - dt.timedelta(days=_DAYS), dt.time(), dt.UTC)
    page = workspace.meetings.list(MeetingFilter(since=since), limit=300)
    promises = [due for summary in page.meetings if summary.open_steps for due in _promises(workspace, summary, today)]
    promises.sort(key=lambda due: (due.step.due or dt.date.max, due.meeting_id))
    check_ins = due_check_ins(workspace, today)
    unset = [s for s in page.meetings if s.is_analysed and s.meeting.outcome is Outcome.UNSET]
    ended = (JobState.FAILED, JobState.INTERRUPTED, JobState.CANCELLED)
    return Today(
        promises=tuple(promises[: 2 * _MOST]),
        promised=len(promises),
        to_check=tuple(unset[:_MOST]),
        unset=len(unset),
        troubled=tuple(s for s in page.meetings if s.job_state in ended)[:_MOST],
        check_ins=check_ins[:_MOST],
        checked=len(check_ins),
        has_meetings=page.total > 0 or workspace.meetings.list(limit=1).total > 0,
    )


def _promises(workspace: Workspace, summary: MeetingSummary, today: dt.date) -> list[Due]:
    stored = workspace.analyses.load(summary.meeting.id)
    if stored is None:
        return []
    pairs = zip(stored.analysis.next_steps, stored.step_ids, strict=False)
    return [
        Due(
            id=step_id,
            step=step,
            meeting_id=summary.meeting.id,
            meeting_title=summary.meeting.title,
            customer=summary.customer_name,
            is_overdue=step.due is not None and step.due < today,
        )
        for step, step_id in pairs
        if step_id not in stored.done
    ]
