"""How the parts of the meeting page change the shown meeting: off the main thread, announced, read again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.pages import Context


class MeetingChanges(QObject):
    """Knows which meeting is shown, and what of it was read last.

    Signals:
        made(): something was changed; the page is to be read again.
    """

    made = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._operations = context.operations
        self.meeting_id = MeetingId("")
        self.content: MeetingContent | None = None

    def make(
        self,
        change: Callable[[], object],
        kind: ChangeKind = ChangeKind.MEETING,
        then: Callable[[object], None] | None = None,
        *,
        of: MeetingId | None = None,
    ) -> None:
        """Make a change, and tell every page of it.

        Args:
            change: what is to be done.
            kind: what of the meeting it alters.
            then: what follows on the main thread.
            of: the meeting, where it may not be the shown one any more, as when something is taken back.
        """

        def made(found: object) -> None:
            self.made.emit()
            if then is not None:
                then(found)

        announced = Change(kinds=frozenset({kind, ChangeKind.MEETING}), ids=frozenset({of or self.meeting_id}))
        self._operations.change(change, announce=announced, then=made)
