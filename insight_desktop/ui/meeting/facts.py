"""Decides for what the user says of a meeting: name, day, customer, outcome, memo, and of what was understood."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop.domain.change import ChangeKind
from insight_desktop.domain.ids import InsightId, NextStepId
from insight_desktop.domain.meeting import Example, Meeting, Outcome
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingFacts(QObject):
    """Serves the header and the insights of the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView, changes: MeetingChanges) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._frame, self._workspace, self._changes = context.frame, context.workspace, changes
        header, panel = view.header, view.insights
        header.renamed.connect(lambda title: self._save(lambda meeting: replace(meeting, title=title)))
        header.details_changed.connect(
            lambda at, channel, is_protected: self._save(
                lambda meeting: replace(meeting, started_at=at, channel=channel, is_protected=is_protected)
            )
        )
        header.outcome_requested.connect(self.set_outcome)
        header.example_requested.connect(self.set_example)
        header.deal_requested.connect(self.set_deal)
        panel.memo_changed.connect(lambda memo: self._save(lambda meeting: replace(meeting, memo=memo)))
        panel.confirmed.connect(self._confirm)
        panel.dismissed.connect(self._dismiss)
        panel.step_done.connect(self._on_step)

    def set_outcome(self, outcome: Outcome) -> None:
        """Set what became of the meeting, with undo."""
        meeting_id, content, meetings = self._changes.meeting_id, self._changes.content, self._workspace.meetings
        old = content.summary.meeting.outcome if content else Outcome.UNSET
        self._changes.make(lambda: meetings.set_outcome(meeting_id, outcome))
        text = QCoreApplication.translate("Meetings", "Outcome: {outcome}")
        self._frame.say(
            text.format(outcome=wording.OUTCOMES[outcome].text),
            lambda: self._changes.make(lambda: meetings.set_outcome(meeting_id, old), of=meeting_id),
        )

    def set_example(self, example: Example) -> None:
        """Mark the meeting as an example."""
        meeting_id, meetings = self._changes.meeting_id, self._workspace.meetings
        self._changes.make(lambda: meetings.set_example(meeting_id, example))

    def set_deal(self, name: str) -> None:
        """Link the meeting to a deal of its customer, made when the name is new."""
        workspace, meeting_id, content = self._workspace, self._changes.meeting_id, self._changes.content
        customer_id = content.summary.meeting.customer_id if content else None
        if customer_id is None:
            return

        def link() -> None:
            deal = workspace.customers.find_or_make_deal(customer_id, name) if name else None
            workspace.meetings.set_customer(meeting_id, customer_id, deal.id if deal else None)

        self._changes.make(link, ChangeKind.CUSTOMER)

    def _confirm(self, insight_id: str) -> None:
        corrections = self._workspace.corrections
        self._changes.make(lambda: corrections.confirm_insight(InsightId(insight_id)), ChangeKind.ANALYSIS)

    def _dismiss(self, insight_id: str) -> None:
        corrections, meeting_id = self._workspace.corrections, self._changes.meeting_id

        def told(correction: object) -> None:
            self._frame.say(
                QCoreApplication.translate("Meeting", "Removed. The program learns from it."),
                lambda: self._changes.make(
                    lambda: corrections.withdraw(correction.id),  # type: ignore[attr-defined]
                    ChangeKind.ANALYSIS,
                    of=meeting_id,
                ),
            )

        self._changes.make(lambda: corrections.dismiss_insight(InsightId(insight_id)), ChangeKind.ANALYSIS, told)

    def _on_step(self, step_id: str, done: bool) -> None:  # noqa: FBT001 - a signal's slot
        analyses = self._workspace.analyses
        self._changes.make(lambda: analyses.set_step_done(NextStepId(step_id), done=done), ChangeKind.ANALYSIS)

    def _save(self, alter: Callable[[Meeting], Meeting]) -> None:
        meetings, meeting_id = self._workspace.meetings, self._changes.meeting_id

        def save() -> None:
            meeting = meetings.get(meeting_id)
            if meeting is not None:
                meetings.save(alter(meeting))

        self._changes.make(save)
