"""The parent's end of the pipe, for parents without Qt: the command line, and the analysis with helpers of its own."""

import logging
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from threading import Thread
from types import TracebackType
from typing import Self

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.worker.messages import Failed, Hello, Message, ProtocolError, decode, encode

_log = logging.getLogger(__name__)
_KEPT_LINES = 200
_GRACE_S = 3.0


def command(role: str) -> list[str]:
    """Return how this program starts itself in a role; a frozen one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, f"--role={role}"]
    return [sys.executable, "-m", "insight_desktop", f"--role={role}"]


class Child:
    """A child process of ours; a context manager, at whose end the process is gone."""

    def __init__(self, role: str) -> None:
        """Start the process; it loads while the caller goes on."""
        self._role = role
        self._process = subprocess.Popen(
            command(role), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._tail: deque[str] = deque(maxlen=_KEPT_LINES)
        self._reader = Thread(target=self._keep_log, name=f"{role}-log", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Send one message down.

        Raises:
            KnownError: WORKER_CRASHED, the process is gone.
        """
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(encode(message))
            self._process.stdin.flush()
        except OSError as error:
            raise self._crashed() from error

    def messages(self) -> Iterator[Message]:
        """Yield what comes up, without the greeting.

        Raises:
            KnownError: what a `Failed` carries, or WORKER_CRASHED when the process ends without saying why.
        """
        assert self._process.stdout is not None  # noqa: S101
        for line in self._process.stdout:
            try:
                message = decode(line)
            except ProtocolError as error:
                raise self._crashed() from error
            if isinstance(message, Failed):
                raise KnownError(message.code, **message.params)
            if not isinstance(message, Hello):
                yield message
        raise self._crashed()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """Close the input, at which the process ends; kill it if it does not."""
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        try:
            self._process.stdin.close()
        except OSError:
            _log.debug("%s was gone before its input was closed", self._role)
        try:
            self._process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._reader.join()

    def __enter__(self) -> Self:
        """Return the child."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    def _keep_log(self) -> None:
        assert self._process.stderr is not None  # noqa: S101
        with self._process.stderr:
            for line in self._process.stderr:
                text = line.decode(errors="replace").rstrip()
                self._tail.append(text)
                _log.debug("%s: %s", self._role, text)

    def _crashed(self) -> KnownError:
        self._process.kill()
        code = self._process.wait()
        self._reader.join(_GRACE_S)
        _log.error("the process %s ended with %s\n%s", self._role, code, "\n".join(self._tail))
        return KnownError(ErrorCode.WORKER_CRASHED)
