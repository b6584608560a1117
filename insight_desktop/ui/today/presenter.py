"""Decides for the home page."""

import datetime as dt
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId, NextStepId
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.today import content
from insight_desktop.ui.today.check_in_acts import CheckInActs
from insight_desktop.ui.today.view import TodayView


class TodayPresenter(Presenter):
    """Reads the day; ticks promises off."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.MEETING, ChangeKind.ANALYSIS, ChangeKind.CUSTOMER, ChangeKind.SUGGESTION}
    )

    def __init__(self, context: Context, view: TodayView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        view.open_requested.connect(lambda meeting_id: context.frame.go("meeting", meeting_id))
        view.import_requested.connect(context.frame.import_files)
        view.step_done.connect(self.finish_step)
        self._check_ins = CheckInActs(context)
        view.check_in_done.connect(self._check_ins.finish)
        view.check_in_postponed.connect(self._check_ins.postpone)
        view.suggestion_opened.connect(lambda suggestion: context.frame.go("suggestions", suggestion))
        view.retry_requested.connect(self.retry)

    def refresh(self) -> None:
        """Read the day."""
        workspace, date = self.context.workspace, dt.datetime.now().astimezone().date()
        self.context.operations.read(
            lambda: content.read(workspace, date), then=lambda today: self.view.show_today(today, date), key="today"
        )

    def finish_step(self, step_id: str, meeting_id: str) -> None:
        """Tick a promise off, with undo."""
        self._set_done(step_id, meeting_id, done=True)
        self.context.frame.say(
            QCoreApplication.translate("Today", "Done."),
            lambda: self._set_done(step_id, meeting_id, done=False),
        )

    def _set_done(self, step_id: str, meeting_id: str, *, done: bool) -> None:
        analyses = self.context.workspace.analyses
        self.context.operations.change(
            lambda: analyses.set_step_done(NextStepId(step_id), done=done),
            announce=Change(kinds=frozenset({ChangeKind.ANALYSIS}), ids=frozenset({meeting_id})),
        )

    def retry(self, meeting_id: str) -> None:
        """Go on with a meeting's job."""
        workspace, processing = self.context.workspace, self.context.processing

        def again() -> None:
            jobs = workspace.jobs.of_meeting(MeetingId(meeting_id))
            if jobs:
                processing.retry(jobs[0].id)

        self.context.operations.change(
            again,
            then=lambda _value: self.context.queue.wake(),
            announce=Change(kinds=frozenset({ChangeKind.MEETING}), ids=frozenset({meeting_id})),
        )
