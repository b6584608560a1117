"""Tells a recording or import under way from one that a crash left behind: the system drops a dead process's lock."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

_NAME = "lock"


class FolderLock:
    """Holds a folder, or one file in it, as long as this process lives."""

    def __init__(self, folder: Path, name: str = _NAME) -> None:
        """Take the folder, or what `name` stands for there.

        Raises:
            BlockingIOError: another process holds it.

        """
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
        self._path = folder / name
        self._descriptor = os.open(self._path, flags, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise BlockingIOError(error.errno, str(folder)) from error

    def release(self) -> None:
        """Let the folder go."""
        os.close(self._descriptor)
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """Return the lock."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the folder go."""
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
