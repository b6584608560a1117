"""The child's end of the pipe: a private output for messages, a listener on the input, and good manners.

Native libraries print to descriptor 1, so the messages get a copy of it and 1 itself leads to the log. A child ends
when its input closes: no orphan remains after a crash of the window.
"""

import contextlib
import faulthandler
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from insight_desktop.worker.messages import Cancel, Message, ProtocolError, decode, encode

_LOW_PRIORITY = 5
_BELOW_NORMAL_WINDOWS = 0x4000
_OOM_SCORE = "500"
_CANCEL_GRACE_S = 2.0
"""Cancel is answered within three seconds even if a model does not look up from its work."""
BROKEN_PIPE, GARBAGE = 3, 4


class Channel:
    """Messages up and down; `is_cancelled` is set as soon as a `Cancel` arrives."""

    def __init__(self, up: BinaryIO, down: BinaryIO, *, end: Callable[[int], None] = os._exit) -> None:
        """Take both directions and how to end the process at once."""
        self._up, self._down, self._end = up, down, end
        self._lock = threading.Lock()
        self._waiting: queue.Queue[Message] = queue.Queue()
        self._cancelled = threading.Event()
        self._answered = threading.Event()
        self._if_stuck: Message | None = None

    @classmethod
    def open(cls, greeting: Message) -> "Channel":
        """Take over this process's standard streams, greet, and begin to listen.

        The greeting goes first: an input that is closed already ends the process as soon as one listens.
        """
        faulthandler.enable(cast("TextIO", sys.stderr))
        up = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        lower_priority()
        # A copy of the input: the interpreter, when it ends after a bug, would wait for a listener on sys.stdin itself.
        channel = cls(up, os.fdopen(os.dup(0), "rb"))
        channel.send(greeting)
        threading.Thread(target=channel.listen, name="listener", daemon=True).start()
        return channel

    @property
    def is_cancelled(self) -> bool:
        """Whether the running job should stop."""
        return self._cancelled.is_set()

    def begin(self, if_stuck: Message) -> None:
        """Begin a job; `if_stuck` is said if it does not stop in time after a `Cancel`."""
        self._cancelled.clear()
        self._answered.clear()
        self._if_stuck = if_stuck

    def finish(self) -> None:
        """End a job: a later `Cancel` finds nothing to stop."""
        self._answered.set()
        self._if_stuck = None

    def send(self, message: Message) -> None:
        """Send one message up; ends the process when nobody reads any more."""
        line = encode(message)
        try:
            with self._lock:
                self._up.write(line)
                self._up.flush()
        except OSError:
            self._end(BROKEN_PIPE)

    def messages(self) -> Iterator[Message]:
        """Yield what is asked, except `Cancel`; the process ends when the input closes."""
        while True:
            yield self._waiting.get()

    def listen(self) -> None:
        """Read the input until it closes, then end the process, whatever it is doing."""
        for line in self._down:
            try:
                message = decode(line)
            except ProtocolError as error:
                sys.stderr.write(f"ended: {error}\n")
                self._end(GARBAGE)
                return
            if isinstance(message, Cancel):
                self._cancel()
            else:
                self._waiting.put(message)
        self._end(0)

    def _cancel(self) -> None:
        if self._if_stuck is None:
            return
        self._cancelled.set()
        threading.Thread(target=self._end_if_stuck, name="grace", daemon=True).start()

    def _end_if_stuck(self) -> None:
        if self._answered.wait(_CANCEL_GRACE_S):
            return
        if (message := self._if_stuck) is not None:
            self.send(message)
            self._end(0)


def lower_priority() -> None:
    """Let the window and a running recording go first, and be the first to go when memory runs out."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL_WINDOWS)
        return
    with contextlib.suppress(OSError):
        os.nice(_LOW_PRIORITY)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")
