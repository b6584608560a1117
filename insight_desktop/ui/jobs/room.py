"""Waits until the disk has room again for what a job brings; until then nothing of that job counts as done."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import JobId
from insight_desktop.ui.operations import Operations

T = TypeVar("T")
_LOOK_EVERY_MS = 5000


class Room(QObject):
    """Knows the jobs of which something could not be stored.

    Signals:
        found(): the job that waited is in the queue again.
    """

    found = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        """Wait for nothing."""
        super().__init__(parent)
        self._operations = operations
        self._cut: set[JobId] = set()
        self._put_back: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_waiting(self) -> bool:
        """Whether a job waits for room."""
        return self._put_back is not None

    def guarded(self, job_id: JobId, function: Callable[[], T]) -> Callable[[], T]:
        """Return what stores something of a job, and does not any more once something before was not stored."""

        def run() -> T:
            if job_id in self._cut:
                raise KnownError(ErrorCode.DISK_FULL)
            try:
                return function()
            except KnownError as error:
                if error.code is ErrorCode.DISK_FULL:
                    self._cut.add(job_id)
                raise

        return run

    def wait(self, job_id: JobId, put_back: Callable[[], object]) -> None:
        """Look from time to time whether the job can be put back into the queue."""

        def again() -> None:
            put_back()
            self._cut.discard(job_id)

        self._put_back = again
        self._timer.start()

    def look(self) -> None:
        """Try it now."""
        if self._put_back is not None:
            self._operations.change(self._put_back, then=self._on_found, failed=self._on_full)

    def _on_found(self, _nothing: object) -> None:
        self._put_back = None
        self.found.emit()

    def _on_full(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._timer.start()
