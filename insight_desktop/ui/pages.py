"""What a page is to the frame: an entry of data, a view, and a presenter that reads again when something changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.operations import Operations
from insight_desktop.ui.preferences import Preferences

if TYPE_CHECKING:  # the store is loaded once the window is shown
    from insight_desktop.processing import Processing
    from insight_desktop.store.workspace import Workspace
    from insight_desktop.ui.job_queue import JobQueue
    from insight_desktop.ui.meaning import MeaningService

_COALESCE_MS = 200


class Frame(Protocol):
    """What a page may ask of the window."""

    def go(self, page: str, argument: str = "") -> None:
        """Show a page; `argument` is for instance a meeting's id."""

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell in one line what was done; with `undo` there is a button to take it back."""

    def import_files(self) -> None:
        """Open the import dialog."""

    def show_recording(self, seconds: float | None, *, is_paused: bool = False) -> None:
        """Show on every page that a recording runs, and how long it is; None when there is none."""

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Import these files."""

    def restart(self) -> None:
        """Close the program and start it again."""

    def replace_workspace(self, change: Callable[[Path], object]) -> None:
        """Close the workspace, let `change` work on its folder, and start again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything that a presenter may use."""

    workspace: "Workspace"
    processing: "Processing"
    operations: Operations
    changes: Changes
    queue: "JobQueue"
    meaning: "MeaningService"
    preferences: Preferences
    frame: Frame


class Presenter(QObject):
    """Decides for one page; subclasses say which changes they show and how they read."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset()

    def __init__(self, context: Context, view: QWidget) -> None:
        """Listen to changes."""
        super().__init__(view)
        self.context, self.widget = context, view
        self._is_open = self._is_stale = False
        self._again = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        self._again.timeout.connect(self.reread)
        context.changes.changed.connect(self._on_changed)

    def open(self, argument: str) -> None:
        """Come into sight."""
        del argument
        self._is_open, self._is_stale = True, False
        self.refresh()

    def leave(self) -> None:
        """Go out of sight."""
        self._is_open = False
        self._again.stop()

    def refresh(self) -> None:
        """Read again what the page shows."""

    def reread(self) -> None:
        """Read again after changes; pages that can read only what is new do so here."""
        self.refresh()

    def concerns(self, change: Change) -> bool:
        """Tell whether a change alters what the page shows."""
        return bool(change.kinds & self.shows)

    def _on_changed(self, change: Change) -> None:
        if not self.concerns(change):
            return
        if self._is_open and not self._again.isActive():
            self._again.start()
        self._is_stale = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page of the window."""

    id: str
    title: str
    """Source text of the context `Pages`."""
    icon: str
    build: Callable[[Context], Presenter]
    """Makes the page when it is first shown; imports what it needs then."""
    in_sidebar: bool = True
    at_foot: bool = False
    parent: str = ""
    """The entry of the sidebar that is marked while this page is shown."""

    @property
    def text(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Pages", self.title)
