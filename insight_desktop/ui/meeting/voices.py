"""What the user says of the number of voices: that it is right, or what it is."""

from PySide6.QtCore import QObject

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingVoices(QObject):
    """Serves the question of the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView) -> None:
        """Connect the question's intents."""
        super().__init__(view)
        self._context, self._view = context, view
        self._id = MeetingId("")
        view.voices.confirmed.connect(self.confirm)
        view.voices.people_told.connect(self.tell_anew)

    def show(self, found: MeetingContent) -> None:
        """Ask where it is in doubt."""
        self._id = found.summary.meeting.id
        self._view.voices.ask(found.voices if found.is_complete else 0, is_sure=found.is_count_sure)

    def confirm(self) -> None:
        """Ask no more."""
        meeting_id, speakers = self._id, self._context.workspace.speakers
        self._context.operations.change(
            lambda: speakers.settle_count(meeting_id),
            announce=Change(kinds=frozenset({ChangeKind.TRANSCRIPT}), ids=frozenset({meeting_id})),
        )
        self._view.voices.hide()

    def tell_anew(self, people: int) -> None:
        """Tell the voices apart anew, now that their number is known; nothing is transcribed again."""
        meeting_id, processing = self._id, self._context.processing

        def begun(_job: object) -> None:
            self._context.queue.wake()
            self._context.frame.say(self.tr("The voices are being told apart anew; the text stays."))
            self._view.voices.hide()

        self._context.operations.change(lambda: processing.tell_anew(meeting_id, people), then=begun)
