"""Decides for the marks of a meeting and the agreement to record: set, named, taken away and brought back."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop.domain.ids import MomentId
from insight_desktop.domain.moment import MomentKind
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingMoments(QObject):
    """Serves the moments of the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView, changes: MeetingChanges) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._frame, self._moments, self._changes = context.frame, context.workspace.moments, changes
        view.mark_requested.connect(self._add_mark)
        view.minutes.moments.consent_noted.connect(self._note_consent)
        view.minutes.moments.renamed.connect(self._rename_mark)
        view.minutes.moments.removed.connect(self._remove)

    def _add_mark(self, at: float) -> None:
        moments, meeting_id = self._moments, self._changes.meeting_id
        text = QCoreApplication.translate("Meeting", "Marked {at}.")

        def told(moment: object) -> None:
            self._frame.say(
                text.format(at=wording.clock(at)),
                lambda: self._changes.make(
                    lambda: moments.remove(moment.id),  # type: ignore[attr-defined]
                    of=meeting_id,
                ),
            )

        self._changes.make(lambda: moments.add(meeting_id, MomentKind.MARK, at), then=told)

    def _note_consent(self) -> None:
        moments, meeting_id = self._moments, self._changes.meeting_id
        self._changes.make(lambda: moments.add(meeting_id, MomentKind.CONSENT, 0.0))

    def _rename_mark(self, moment_id: str, text: str) -> None:
        moments, content = self._moments, self._changes.content
        found = [each for each in content.moments if each.id == moment_id] if content else []
        self._changes.make(lambda: moments.save(replace(each, text=text) for each in found))

    def _remove(self, moment_id: str) -> None:
        moments, meeting_id = self._moments, self._changes.meeting_id
        self._changes.make(lambda: moments.remove(MomentId(moment_id)))
        self._frame.say(
            QCoreApplication.translate("Meeting", "Removed."),
            lambda: self._changes.make(lambda: moments.restore(MomentId(moment_id)), of=meeting_id),
        )
