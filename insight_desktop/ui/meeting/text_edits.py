"""Decides for what the user changes in the text and in who says it; what rests on it follows at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from insight_desktop import readings
from insight_desktop.domain.change import ChangeKind
from insight_desktop.domain.ids import MeetingId, SegmentId
from insight_desktop.domain.speaker import Role, SpeakerLabel
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context

Edit = Callable[[MeetingId], object]
"""What is done to a meeting: it is told which one, as another may be shown by the time that it is done."""


class MeetingTextEdits(QObject):
    """Serves the transcript of the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView, changes: MeetingChanges) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._workspace, self._processing, self._queue = context.workspace, context.processing, context.queue
        self._changes, self._edits = changes, context.workspace.edits
        view.transcript.lines.text_edited.connect(self._set_text)
        view.speaker_renamed.connect(self._rename)
        view.role_requested.connect(self._set_role)
        view.merge_requested.connect(self._merge)
        view.swap_requested.connect(self._swap)
        view.line_speaker_requested.connect(self._set_speaker)
        view.split_requested.connect(self._split)
        view.undo_requested.connect(lambda: self._edit_sides(self._edits.undo))
        view.redo_requested.connect(lambda: self._edit_sides(self._edits.redo))

    def _set_text(self, line: str, text: str) -> None:
        self._edit(lambda meeting: self._edits.set_text(meeting, SegmentId(line), text))

    def _rename(self, label: str, name: str) -> None:
        self._edit(lambda meeting: self._edits.rename(meeting, SpeakerLabel(label), name))

    def _set_role(self, label: str, role: Role) -> None:
        self._edit_sides(lambda meeting: self._edits.set_role(meeting, SpeakerLabel(label), role))

    def _merge(self, one: str, other: str) -> None:
        self._edit_sides(lambda meeting: self._edits.merge(meeting, SpeakerLabel(one), SpeakerLabel(other)))

    def _swap(self, one: str, other: str) -> None:
        self._edit_sides(lambda meeting: self._edits.swap(meeting, SpeakerLabel(one), SpeakerLabel(other)))

    def _set_speaker(self, line: str, label: str) -> None:
        self._edit_sides(lambda meeting: self._edits.set_speaker(meeting, (SegmentId(line),), SpeakerLabel(label)))

    def _split(self, label: str, lines: Sequence[SegmentId]) -> None:
        self._edit_sides(lambda meeting: self._edits.split(meeting, lines, SpeakerLabel(label)))

    def _edit(self, change: Edit) -> None:
        workspace, meeting_id = self._workspace, self._changes.meeting_id

        def edit() -> None:
            change(meeting_id)
            workspace.analyses.refresh(meeting_id)
            readings.remeasure(workspace, meeting_id)

        self._changes.make(edit, ChangeKind.TRANSCRIPT)

    def _edit_sides(self, change: Edit) -> None:
        """Change who says what: who promised and who complained follows, so the meeting is read anew."""
        workspace, processing, meeting_id = self._workspace, self._processing, self._changes.meeting_id

        def edit() -> None:
            before = workspace.transcripts.labels(meeting_id)
            change(meeting_id)
            workspace.analyses.refresh(meeting_id)
            readings.remeasure(workspace, meeting_id)
            if workspace.transcripts.labels(meeting_id) != before and workspace.analyses.model(meeting_id) is not None:
                processing.reanalyse(meeting_id)

        self._changes.make(edit, ChangeKind.TRANSCRIPT, lambda _done: self._queue.wake())
