"""At the start of the window: recordings that a crash left behind become meetings."""

from PySide6.QtCore import QCoreApplication

from insight_desktop import recordings, wording
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.recordings import Kept
from insight_desktop.ui.pages import Context


def recover(context: Context) -> None:
    """Look for orphans in the background and say what was saved."""

    def on_recovered(kept: tuple[Kept, ...]) -> None:
        if not kept:
            return
        ids = frozenset(each.imported.meeting.id for each in kept)
        context.changes.announce(Change(kinds=frozenset({ChangeKind.MEETING, ChangeKind.JOB}), ids=ids))
        context.queue.wake()
        cut_off = [each for each in kept if each.recovered]
        if cut_off:
            text = QCoreApplication.translate("Recovery", "A recording that was cut off was saved: {length}.")
            context.frame.say(text.format(length=wording.clock(max(each.seconds for each in cut_off))))

    context.operations.work(lambda: recordings.recover(context.workspace), then=on_recovered)
