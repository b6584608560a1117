"""Notes what was done about a question after a sale, with undo; the home page and the customer's page share it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from insight_desktop import aftercare
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import SuggestionId
from insight_desktop.store.check_ins import CheckInMark
from insight_desktop.ui.pages import Context


class CheckInActs:
    """What the user does about a question after a sale."""

    def __init__(self, context: Context) -> None:
        """Keep what the acts need."""
        self._context = context

    def finish(self, suggestion: str, days: int) -> None:
        """Note that it was asked how it goes."""
        workspace, sale = self._context.workspace, SuggestionId(suggestion)
        told = QCoreApplication.translate("Today", "Done.")
        self._mark(sale, days, lambda: aftercare.finish(workspace, sale, days), told)

    def postpone(self, suggestion: str, days: int) -> None:
        """Ask a week later."""
        workspace, sale = self._context.workspace, SuggestionId(suggestion)
        today = dt.datetime.now().astimezone().date()
        told = QCoreApplication.translate("Today", "Put off by a week.")
        self._mark(sale, days, lambda: aftercare.postpone(workspace, sale, days, today), told)

    def _mark(self, sale: SuggestionId, days: int, change: Callable[[], CheckInMark], told: str) -> None:
        changed = Change(kinds=frozenset({ChangeKind.SUGGESTION}), ids=frozenset({str(sale)}))
        store, former = self._context.workspace.check_ins, list[CheckInMark]()
        operations = self._context.operations
        operations.change(lambda: former.append(change()), announce=changed)

        def undo() -> None:
            operations.change(lambda: store.mark(sale, days, former[0]), announce=changed)

        self._context.frame.say(told, undo)
