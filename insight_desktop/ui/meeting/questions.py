"""What the program asks of a meeting instead of taking it for granted: who is on which side, and with whom it was."""

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop import linking
from insight_desktop.domain.change import ChangeKind
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.speaker import Role
from insight_desktop.linking import Linked
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingQuestions(QObject):
    """Serves the lines above the meeting that is shown, and the field of its customer."""

    def __init__(self, context: Context, view: MeetingView, changes: MeetingChanges) -> None:
        """Connect the answers."""
        super().__init__(view)
        self._workspace, self._frame, self._view, self._changes = context.workspace, context.frame, view, changes
        self._refused: set[MeetingId] = set()
        """Meetings of which the user said that none of the names is right; until the program ends."""
        view.header.customer_requested.connect(self.name_customer)
        view.side.confirmed.connect(lambda label: view.role_requested.emit(label, Role.REP))
        view.side.swapped.connect(view.swap_requested)
        view.whom.chosen.connect(self.choose_customer)
        view.whom.dismissed.connect(self._on_dismissed)
        view.whom.place_opened.connect(view.show_turn)

    def show(self, found: MeetingContent) -> None:
        """Ask what is in doubt."""
        self._view.side.ask(found.speakers if found.is_side_unsure else ())
        self._view.whom.ask(() if found.summary.meeting.id in self._refused else found.likely)

    def choose_customer(self, customer: str) -> None:
        """Link the meeting to a customer that is kept."""
        workspace, meeting_id = self._workspace, self._changes.meeting_id
        self._changes.make(
            lambda: linking.link(workspace, meeting_id, CustomerId(customer)), ChangeKind.CUSTOMER, self._tell
        )

    def name_customer(self, name: str) -> None:
        """Link the meeting to the customer of a name, made when the name is new."""
        workspace, meeting_id = self._workspace, self._changes.meeting_id
        self._changes.make(lambda: linking.link_named(workspace, meeting_id, name), ChangeKind.CUSTOMER, self._tell)

    def _tell(self, linked: object) -> None:
        """Say to whom the meeting belongs now, and whether that customer is a new one; to be taken back."""
        if not isinstance(linked, Linked):
            return
        translate, workspace = QCoreApplication.translate, self._workspace
        told = translate("Meeting", "This meeting has no customer now.")
        if linked.name:
            new = translate("Meeting", "Customer: {name}, added as a new one")
            told = (new if linked.made else translate("Meeting", "Customer: {name}")).format(name=linked.name)

        def undo() -> None:
            self._changes.make(lambda: linking.unlink(workspace, linked), ChangeKind.CUSTOMER, of=linked.meeting_id)

        self._frame.say(told, undo)

    def _on_dismissed(self) -> None:
        self._refused.add(self._changes.meeting_id)
        self._view.whom.hide()
