"""Runs reads and changes off the main thread; the result, or the error, comes back on it."""

import inspect
import logging
import weakref
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from insight_desktop.domain.change import Change
from insight_desktop.ui.changes import Changes

T = TypeVar("T")
Announce = Change | Callable[[Any], Change | None] | None

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ending:
    """What came of an operation, on its way to the main thread."""

    value: Any
    error: Exception | None
    then: Callable[[], Callable[[Any], None] | None]
    failed: Callable[[], Callable[[Exception], None] | None] | None
    announce: Announce
    key: str
    number: int


class Operations(QObject):
    """Runs callables on one database thread, in order, or on a small pool for files.

    A result whose receiver is gone is dropped; a newer request with the same key replaces an older one.
    """

    _ended = Signal(object)

    def __init__(
        self,
        changes: Changes,
        on_error: Callable[[Exception], None],
        *,
        database: Executor | None = None,
        files: Executor | None = None,
    ) -> None:
        """Use the given executors, or make them."""
        super().__init__()
        self._changes = changes
        self._on_error = on_error
        self._database = database or ThreadPoolExecutor(1, thread_name_prefix="database")
        self._files = files or ThreadPoolExecutor(2, thread_name_prefix="files")
        self._newest: dict[str, int] = {}
        self._open = 0
        self._is_closed = False
        self._count = 0
        self._ended.connect(self._on_ended, Qt.ConnectionType.AutoConnection)

    def read(
        self,
        function: Callable[[], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Read from the store; `then` gets the result."""
        self._submit(self._database, function, then, failed, None, key)

    def change(
        self,
        function: Callable[[], T],
        *,
        announce: Announce = None,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Alter the store; `announce` is the change, or makes it of the result."""
        self._submit(self._database, function, then, failed, announce, "")

    def work(
        self,
        function: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Do something long with files, beside the database thread."""
        self._submit(self._files, function, then, failed, None, key)

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Finish what runs and what is queued for the database, do the last thing there, and end the threads.

        What is asked later is not done.
        """
        self._is_closed = True
        self._files.shutdown(wait=True, cancel_futures=True)
        if last is not None:
            self._database.submit(last)
        self._database.shutdown(wait=True)

    def _submit(
        self,
        executor: Executor,
        function: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        announce: Announce,
        key: str,
    ) -> None:
        if self._is_closed:
            return
        self._count += 1
        self._open += 1
        number = self._count
        if key:
            self._newest[key] = number
        receiver = _held(then or _ignore)
        on_failure = _held(failed) if failed is not None else None

        def run() -> None:
            if key and self._newest.get(key) != number:
                self._ended.emit(_Ending(None, None, receiver, on_failure, None, key, number))
                return
            value, error = None, None
            try:
                value = function()
            except Exception as caught:  # noqa: BLE001 - the border: every error goes to the main thread
                error = caught
            if shiboken6.isValid(self):
                self._ended.emit(_Ending(value, error, receiver, on_failure, announce, key, number))

        executor.submit(run)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked for and not answered."""
        return self._open == 0

    def _on_ended(self, ending: _Ending) -> None:
        self._open -= 1
        if ending.key and self._newest.get(ending.key) != ending.number:
            return
        if ending.error is not None:
            handler = ending.failed() if ending.failed is not None else None
            (handler or self._on_error)(ending.error)
            return
        receiver = ending.then()
        if receiver is not None:
            receiver(ending.value)
        announce = ending.announce
        change = announce(ending.value) if callable(announce) else announce
        if change is not None:
            self._changes.announce(change)


def _ignore(_value: object) -> None:
    """Take a result that nobody waits for."""


def _held(function: Callable[[Any], None]) -> Callable[[], Callable[[Any], None] | None]:
    """Return a way to the receiver that gives None once its object is gone."""
    if not inspect.ismethod(function):
        return lambda: function
    weak = weakref.WeakMethod(function)

    def resolve() -> Callable[[Any], None] | None:
        method = weak()
        if method is None:
            return None
        owner = method.__self__
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return None
        return method

    return resolve
