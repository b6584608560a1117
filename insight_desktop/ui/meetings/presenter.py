"""Decides what the list of meetings shows and what its keys do."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.job import JobState
from insight_desktop.domain.meeting import Example, Outcome
from insight_desktop.store.meetings import MeetingFilter, MeetingPage, MeetingSummary
from insight_desktop.ui import wording
from insight_desktop.ui.meetings.view import GOOD_EXAMPLES, TRASH, MeetingsView
from insight_desktop.ui.pages import Context, Presenter

_STEP = 200


class MeetingsPresenter(Presenter):
    """Reads the list, sets outcomes, moves to the trash with undo."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.MEETING, ChangeKind.ANALYSIS, ChangeKind.CUSTOMER, ChangeKind.JOB}
    )

    def __init__(self, context: Context, view: MeetingsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._filter = MeetingFilter()
        self._limit, self._total = _STEP, 0
        self._rows: tuple[MeetingSummary, ...] = ()
        view.open_requested.connect(lambda meeting_id: context.frame.go("meeting", meeting_id))
        view.import_requested.connect(context.frame.import_files)
        view.outcome_requested.connect(self.set_outcome)
        view.example_requested.connect(self.set_example)
        view.trash_requested.connect(self.trash)
        view.restore_requested.connect(self.restore)
        view.retry_requested.connect(self.retry)
        view.filter_requested.connect(self.filter)
        view.more_requested.connect(self._on_more)

    def refresh(self) -> None:
        """Read the list."""
        meetings, filters, limit = self.context.workspace.meetings, self._filter, self._limit
        self.context.operations.read(lambda: meetings.list(filters, limit=limit), then=self._show, key="meetings")

    def _show(self, page: MeetingPage) -> None:
        self._rows, self._total = page.meetings, page.total
        self.view.show_meetings(page.meetings, page.total, is_filtered=self._filter != MeetingFilter())

    def _on_more(self) -> None:
        if self._limit < self._total:
            self._limit += _STEP
            self.refresh()

    def filter(self, text: str, chip: str) -> None:
        """Show only some meetings."""
        outcomes = frozenset({Outcome(chip)}) if chip and chip not in (GOOD_EXAMPLES, TRASH) else frozenset()
        example = Example.GOOD if chip == GOOD_EXAMPLES else None
        self._filter = MeetingFilter(text=text, outcomes=outcomes, example=example, in_trash=chip == TRASH)
        self._limit = _STEP
        self.refresh()

    def set_outcome(self, meeting_id: str, outcome: Outcome) -> None:
        """Set what became of a meeting; it can be taken back."""
        row = self._row(meeting_id)
        old = row.meeting.outcome if row else Outcome.UNSET
        meetings = self.context.workspace.meetings
        self._change(meeting_id, lambda: meetings.set_outcome(MeetingId(meeting_id), outcome))
        text = QCoreApplication.translate("Meetings", "Outcome: {outcome}")
        self.context.frame.say(
            text.format(outcome=wording.OUTCOMES[outcome].text),
            lambda: self._change(meeting_id, lambda: meetings.set_outcome(MeetingId(meeting_id), old)),
        )

    def set_example(self, meeting_id: str, example: Example) -> None:
        """Mark a meeting as an example; the same mark again takes it away."""
        row = self._row(meeting_id)
        value = Example.NONE if row and row.meeting.example is example else example
        meetings = self.context.workspace.meetings
        self._change(meeting_id, lambda: meetings.set_example(MeetingId(meeting_id), value))

    def trash(self, meeting_id: str) -> None:
        """Move a meeting to the trash, with undo instead of a question."""
        if self._filter.in_trash:
            return
        meetings = self.context.workspace.meetings
        self._change(meeting_id, lambda: meetings.trash(MeetingId(meeting_id)))
        self.context.frame.say(
            QCoreApplication.translate("Meetings", "Moved to the trash."),
            lambda: self._change(meeting_id, lambda: meetings.restore(MeetingId(meeting_id))),
        )

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the trash with everything it had; its job goes on."""
        meetings = self.context.workspace.meetings
        self._change(meeting_id, lambda: meetings.restore(MeetingId(meeting_id)), then=self.context.queue.wake)
        self.context.frame.say(QCoreApplication.translate("Meetings", "Taken out of the trash."))

    def retry(self, meeting_id: str) -> None:
        """Process a meeting again: go on where it stopped, or read a finished one anew."""
        workspace, processing = self.context.workspace, self.context.processing

        def queue() -> None:
            jobs = workspace.jobs.of_meeting(MeetingId(meeting_id))
            ended = (JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED)
            if jobs and jobs[0].state in ended:
                processing.retry(jobs[0].id)
            else:
                processing.reanalyse(MeetingId(meeting_id))

        self._change(meeting_id, queue, then=self.context.queue.wake)

    def _row(self, meeting_id: str) -> MeetingSummary | None:
        return next((row for row in self._rows if row.meeting.id == meeting_id), None)

    def _change(self, meeting_id: str, function: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        self.context.operations.change(
            function,
            then=(lambda _value: then()) if then else None,
            announce=Change(kinds=frozenset({ChangeKind.MEETING}), ids=frozenset({meeting_id})),
        )
