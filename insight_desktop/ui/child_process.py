"""One child process: whole lines in, messages out as signals, and exactly one outcome."""

import logging
import sys
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from insight_desktop.domain.errors import ErrorCode
from insight_desktop.worker.messages import Cancel, Cancelled, Failed, Finished, Message, ProtocolError, decode, encode

_log = logging.getLogger(__name__)
_KEPT_LINES = 200
CANCEL_GRACE_MS = 2500
_SLICE_S = 0.01
"""How long lines are read before the window gets its turn, when a child writes faster than they are taken."""


class Ending(StrEnum):
    """How a child can end."""

    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"
    CRASHED = "crashed"
    FAILED_TO_START = "failed_to_start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a child process."""

    ending: Ending
    code: ErrorCode | None = None
    params: tuple[tuple[str, str], ...] = ()
    exit_code: int = 0
    log: tuple[str, ...] = ()
    """The last lines of its standard error, for the report."""


def command_of(role: str) -> tuple[str, list[str]]:
    """Return how this program starts itself in a role, frozen or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, [f"--role={role}"]
    return sys.executable, ["-m", "insight_desktop", f"--role={role}"]


class ChildProcess(QObject):
    """Runs one child from start to its outcome.

    Signals:
        received(Message): a message other than an ending.
        ended(Outcome): the child is gone; emitted once.
    """

    received = Signal(object)
    ended = Signal(object)

    def __init__(
        self, program: str, arguments: Sequence[str], parent: QObject | None = None, *, grace_ms: int = CANCEL_GRACE_MS
    ) -> None:
        """Prepare the process; nothing runs before `start`."""
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments(list(arguments))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_log)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._rest = b""
        self._lines: deque[bytes] = deque()
        self._exit_code: int | None = None
        self._pump = QTimer(self, singleShot=True, interval=0)
        self._pump.timeout.connect(self._take_lines)
        self._ending: Message | None = None
        self._is_cancelled = self._has_garbage = self._is_over = False
        self._log: deque[str] = deque(maxlen=_KEPT_LINES)
        self._deadline = QTimer(self, singleShot=True, interval=grace_ms)
        self._deadline.timeout.connect(self._process.kill)

    def start(self, *messages: Message) -> None:
        """Start the child and give it its first messages."""
        self._process.start()
        for message in messages:
            self.send(message)

    def send(self, message: Message) -> None:
        """Write one message to the child."""
        if not self._is_over:
            self._process.write(encode(message))

    def cancel(self) -> None:
        """Ask the child to stop; it is killed when it does not within three seconds."""
        if self._is_over or self._is_cancelled:
            return
        self._is_cancelled = True
        self.send(Cancel())
        self._deadline.start()

    def kill(self) -> None:
        """End the child at once, for the end of the program."""
        self._is_cancelled = True
        self._process.kill()
        self._process.waitForFinished(1000)

    def close_input(self, grace_ms: int) -> None:
        """Let the child complete what it does and end, for one that must not be killed, like the recorder."""
        self._process.closeWriteChannel()
        self._process.waitForFinished(grace_ms)
        self._take_lines(slice_s=grace_ms / 1000)

    @property
    def pid(self) -> int:
        """The process id, 0 when it does not run."""
        return int(self._process.processId())

    def _on_output(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        self._lines.extend(lines)
        if not self._pump.isActive():
            self._take_lines()

    def _take_lines(self, *, slice_s: float = _SLICE_S) -> None:
        """Take what was read, for a while; the end comes after the last line."""
        until = time.monotonic() + slice_s
        while self._lines:
            self._take(self._lines.popleft())
            if time.monotonic() > until and self._lines:
                self._pump.start()
                return
        if self._exit_code is not None:
            self._end(self._outcome(self._exit_code))

    def _take(self, line: bytes) -> None:
        if self._has_garbage or not line.strip():
            return
        try:
            message = decode(line)
        except ProtocolError:
            _log.exception("a child wrote something that is no message")
            self._has_garbage = True
            self._process.kill()
            return
        if isinstance(message, Finished | Cancelled | Failed):
            self._ending = message
            self._process.closeWriteChannel()
            return
        self.received.emit(message)

    def _on_log(self) -> None:
        self._log.extend(self._process.readAllStandardError().data().decode(errors="replace").splitlines())  # type: ignore[union-attr]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(Outcome(ending=Ending.FAILED_TO_START, log=tuple(self._log)))

    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        self._exit_code = exit_code
        self._on_log()
        self._on_output()

    def _outcome(self, exit_code: int) -> Outcome:
        log = tuple(self._log)
        match self._ending:
            case Failed(code=code, params=params):
                return Outcome(ending=Ending.FAILED, code=code, params=tuple(params.items()), log=log)
            case Finished() if not self._has_garbage:
                return Outcome(ending=Ending.FINISHED, log=log)
            case _ if self._is_cancelled:
                return Outcome(ending=Ending.CANCELLED, exit_code=exit_code, log=log)
            case Cancelled():
                return Outcome(ending=Ending.CANCELLED, log=log)
            case _:
                return Outcome(ending=Ending.CRASHED, exit_code=exit_code, log=log)

    def _end(self, outcome: Outcome) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._deadline.stop()
        self.ended.emit(outcome)
