"""Meaning for the window: the encoder, the index of utterances, and entering what is new in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.operations import Operations

if TYPE_CHECKING:  # loaded once somebody asks by meaning
    from insight_desktop.hearing import Listener
    from insight_desktop.nlp.light_encoder import LightEmbedder
    from insight_desktop.nlp.light_turn_reader import LightTurnReader
    from insight_desktop.store.workspace import Workspace
    from insight_desktop.trends.meaning_index import MeaningIndex

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
        self._embedder: LightEmbedder | None = None
        self._index: MeaningIndex | None = None
        self._reader: LightTurnReader | None = None
        self._listener: Listener | None = None
        self._is_stopped = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._enter)
        changes.changed.connect(self._on_changed)

    def start(self) -> None:
        """Enter what is not entered yet, a little at a time."""
        self._later.start()

    def stop(self) -> None:
        """Begin nothing new."""
        self._is_stopped = True
        self._later.stop()

    def ask(
        self,
        question: "Callable[[MeaningIndex, LightEmbedder], T]",
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Answer a question with the index and the encoder; both are loaded at the first one."""
        self._operations.work(lambda: question(self._indexed(), self._encoder()), then=then, failed=failed, key=key)

    def listener(self) -> "Listener | None":
        """Return what hears for trackers, off the main thread; None where the label network is missing."""
        if self._listener is None and (reader := self._network()) is not None:
            from insight_desktop.hearing import Listener

            self._listener = Listener(self._workspace, self._encoder(), reader)
        return self._listener

    def _network(self) -> "LightTurnReader | None":
        if self._reader is None:
            from insight_desktop.nlp.light_turn_reader import LightTurnReader

            reader = LightTurnReader()
            try:
                reader.version  # noqa: B018 - looks whether the model is there
            except KnownError:
                return None
            self._reader = reader
        return self._reader

    def _encoder(self) -> "LightEmbedder":
        if self._embedder is None:
            from insight_desktop.nlp.light_encoder import LightEmbedder

            self._embedder = LightEmbedder()
        return self._embedder

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
            done = finding.enter_meanings(self._workspace, self._encoder(), limit=_BATCH, stop=stop)
            if done or (network := self._network()) is None:
                return done
            return hearing.enter_traits(self._workspace, network, limit=_BATCH, stop=stop)

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
