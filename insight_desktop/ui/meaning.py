"""Meaning for the window: whom it asks, the index of utterances, and entering what is new in the background.

What is asked and what is entered are computed by one child process each, so that a question never waits for an entry;
the window keeps the index only.
"""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.operations import Operations

if TYPE_CHECKING:  # loaded once somebody asks by meaning
    from insight_desktop.hearing import Listener
    from insight_desktop.nlp.encoder import Embedder, Remembering
    from insight_desktop.store.workspace import Workspace
    from insight_desktop.trends.meaning_index import MeaningIndex
    from insight_desktop.worker.meaning_child import MeaningChild

T = TypeVar("T")

_PAUSE_MS = 2_000
_BATCH = 2
"""Meetings that are entered at a time, so that closing the window waits for little."""


class MeaningService(QObject):
    """Answers questions of meaning off the main thread.

    Signals:
        entered(): more meetings can be found by meaning.
    """

    entered = Signal()

    def __init__(self, workspace: "Workspace", operations: Operations, changes: Changes, parent: QObject) -> None:
        """Load nothing yet."""
        super().__init__(parent)
        self._workspace, self._operations = workspace, operations
        self._asked: MeaningChild | None = None
        self._entering: MeaningChild | None = None
        self._problems: Remembering | None = None
        self._index: MeaningIndex | None = None
        self._listener: Listener | None = None
        self._making = Lock()
        self._is_stopped = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._enter)
        changes.changed.connect(self._on_changed)

    def start(self) -> None:
        """Enter what is not entered yet, a little at a time."""
        self._later.start()

    def stop(self) -> None:
        """Begin nothing new, and wait for nobody."""
        self._is_stopped = True
        self._later.stop()
        for child in (self._asked, self._entering):
            if child is not None:
                child.close()

    def ask(
        self,
        question: "Callable[[MeaningIndex, Embedder], T]",
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Answer a question with the index and an encoder; both are made at the first one."""
        self._operations.work(lambda: question(self._indexed(), self._answering()), then=then, failed=failed, key=key)

    def ask_of_problems(
        self,
        question: "Callable[[Embedder], T]",
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Answer a question with the encoder that matches told problems; what it read once is remembered."""
        self._operations.work(lambda: question(self._matching()), then=then, failed=failed, key=key)

    def listener(self) -> "Listener | None":
        """Return what hears for trackers, off the main thread; None where the label network is missing."""
        if self._listener is None and _has_network():
            from insight_desktop.hearing import Listener

            child = self._answering()
            self._listener = Listener(self._workspace, child, child)
        return self._listener

    def _answering(self) -> "MeaningChild":
        with self._making:
            if self._asked is None:
                self._asked = _child()
            return self._asked

    def _matching(self) -> "Embedder":
        child = self._answering()
        with self._making:
            if self._problems is None:
                from insight_desktop.nlp.encoder import Remembering

                self._problems = Remembering(child.problems)
            return self._problems

    def _indexed(self) -> "MeaningIndex":
        if self._index is None:
            from insight_desktop.trends.meaning_index import MeaningIndex

            self._index = MeaningIndex(self._workspace.meanings)
        return self._index

    def _enter(self) -> None:
        from insight_desktop import finding, hearing

        def stop() -> bool:
            return self._is_stopped

        def enter() -> int:
            with self._making:
                child = self._entering = self._entering or _child()
            done = finding.enter_meanings(self._workspace, child, limit=_BATCH, stop=stop)
            if not done and _has_network():
                done = hearing.enter_traits(self._workspace, child, limit=_BATCH, stop=stop)
            if not done:
                child.rest()
            return done

        self._operations.work(enter, then=self._on_entered, failed=self._on_failed, key="meaning:enter")

    def _on_entered(self, count: int) -> None:
        if count and not self._is_stopped:
            self._index = None
            self.entered.emit()
            self._later.start()

    def _on_failed(self, _error: Exception) -> None:
        """Without an encoder there is no search by meaning; words are found all the same."""
        self._is_stopped = True

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {ChangeKind.TRANSCRIPT, ChangeKind.ANALYSIS, ChangeKind.MEETING}:
            self._index = None
            if not self._is_stopped and not self._later.isActive():
                self._later.start()


def _child() -> "MeaningChild":
    from insight_desktop.worker.meaning_child import MeaningChild

    return MeaningChild()


def _has_network() -> bool:
    from insight_desktop.nlp.signals_model import signals_folder

    try:
        signals_folder()
    except KnownError:
        return False
    return True
