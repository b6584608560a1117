"""Decides for the home page."""

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop import aftercare
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId, NextStepId, SuggestionId
from insight_desktop.store.check_ins import CheckInMark
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.today import content
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
        view.check_in_done.connect(self.finish_check_in)
        view.check_in_postponed.connect(self.postpone_check_in)
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

    def finish_check_in(self, suggestion: str, days: int) -> None:
        """Note that it was asked how it goes, with undo."""
        workspace, sale = self.context.workspace, SuggestionId(suggestion)
        told = QCoreApplication.translate("Today", "Done.")
        self._mark(sale, days, lambda: aftercare.finish(workspace, sale, days), told)

    def postpone_check_in(self, suggestion: str, days: int) -> None:
        """Ask a week later, with undo."""
        workspace, sale, today = self.context.workspace, SuggestionId(suggestion), dt.datetime.now().astimezone().date()
        told = QCoreApplication.translate("Today", "Put off by a week.")
        self._mark(sale, days, lambda: aftercare.postpone(workspace, sale, days, today), told)

    def _mark(self, sale: SuggestionId, days: int, change: Callable[[], CheckInMark], told: str) -> None:
        changed = Change(kinds=frozenset({ChangeKind.SUGGESTION}), ids=frozenset({str(sale)}))
        store, former = self.context.workspace.check_ins, list[CheckInMark]()
        operations = self.context.operations
        operations.change(lambda: former.append(change()), announce=changed)

        def undo() -> None:
            operations.change(lambda: store.mark(sale, days, former[0]), announce=changed)

        self.context.frame.say(told, undo)

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
