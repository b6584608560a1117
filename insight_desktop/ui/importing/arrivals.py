"""Sound on its way into the workspace: one file after the other, with progress, and an end when the user wants none."""

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from insight_desktop.domain.ids import JobId, MeetingId
from insight_desktop.domain.job import Progress, Stage
from insight_desktop.processing import Imported, ImportOptions, Processing
from insight_desktop.time_left import TimeLeft
from insight_desktop.ui.job_queue import Running
from insight_desktop.ui.operations import Operations


class _StoppedError(Exception):
    """The user wants no more of it."""


class Arrivals(QObject):
    """Imports files beside the database.

    Signals:
        progressed(Running | None): which file is on its way and how far; None when all have come.
        stopped(int): the user stopped; so many files have not been imported.
    """

    progressed = Signal(object)
    stopped = Signal(int)
    _read = Signal(int, float, float)

    def __init__(self, operations: Operations, processing: Processing, parent: QObject) -> None:
        """Wait for files."""
        super().__init__(parent)
        self._operations, self._processing = operations, processing
        self._numbers = itertools.count()
        self._coming: dict[int, Path] = {}
        self._stop = Event()
        self._given_up = 0
        self._time_left = TimeLeft(tells_voices=False)
        self._read.connect(self._on_read)

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way."""
        return bool(self._coming)

    def take(
        self,
        files: Sequence[Path],
        options: ImportOptions,
        *,
        then: Callable[[Imported], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        """Import files; each comes to one of the three ends."""
        for path in files:
            number = next(self._numbers)
            self._coming[number] = path
            self._begin(number, options, then, failed, stopped)
        self._show_next()

    def stop(self) -> None:
        """Import no more; what is half copied is removed, what came stays."""
        self._stop.set()
        self._stop = Event()

    def _begin(
        self,
        number: int,
        options: ImportOptions,
        then: Callable[[Imported], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        path, stop = self._coming[number], self._stop

        def advanced(done_s: float, total_s: float) -> None:
            if stop.is_set():
                raise _StoppedError
            self._read.emit(number, done_s, total_s)

        def work() -> Imported:
            advanced(0.0, 0.0)
            return self._processing.import_audio(path, options, advanced=advanced)

        def came(found: Imported) -> None:
            self._leave(number)
            then(found)

        def ended(error: Exception) -> None:
            is_stopped = isinstance(error, _StoppedError)
            self._given_up += is_stopped
            if is_stopped:
                stopped()
            self._leave(number)
            if not is_stopped:
                failed(error)

        self._operations.work(work, then=came, failed=ended)

    def _leave(self, number: int) -> None:
        del self._coming[number]
        self._time_left = TimeLeft(tells_voices=False)
        self._show_next()
        if not self._coming and self._given_up:
            given_up, self._given_up = self._given_up, 0
            self.stopped.emit(given_up)

    def _show_next(self) -> None:
        if not self._coming:
            self.progressed.emit(None)
            return
        self._show(next(iter(self._coming)), 0.0, 0.0)

    def _on_read(self, number: int, done_s: float, total_s: float) -> None:
        if self._coming and number == next(iter(self._coming)):
            self._show(number, done_s, total_s)

    def _show(self, number: int, done_s: float, total_s: float) -> None:
        progress = Progress(stage=Stage.IMPORT, done_s=done_s, total_s=total_s)
        self.progressed.emit(
            Running(
                job_id=JobId(""),
                meeting_id=MeetingId(""),
                title=self._coming[number].stem,
                progress=progress,
                left_s=self._time_left.after(progress),
                waiting=len(self._coming) - 1,
            )
        )
