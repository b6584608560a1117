"""Puts a finished folder of model files in its place, whole or not at all."""

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError

_ABANDONED_AFTER_S = 3600
_TRIES = 10
"""So often a folder is put in its place again where another process was a moment faster."""


@contextlib.contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder that becomes `target` when the block ends well, and vanishes otherwise.

    Two processes may make the same folder at once: the later one replaces the earlier one's, and a reader of
    the earlier files keeps them open.

    Raises:
        KnownError: DISK_FULL.
    """
    with disk_errors_explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        with disk_errors_explained(target):
            yield making
            making.chmod(0o755)
            swap_in(making, target)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what a process that was killed left half made; a folder that another one works on is younger."""
    for left in target.parent.glob(f".{target.name}-*"):
        with contextlib.suppress(FileNotFoundError):  # its maker may be done with it by now
            if time.time() - left.stat().st_mtime > _ABANDONED_AFTER_S:
                shutil.rmtree(left, ignore_errors=True)


def swap_in(making: Path, target: Path) -> None:
    """Move the folder `making` to `target`; what was there before goes away last."""
    for left in reversed(range(_TRIES)):
        old = making.with_name(f"{making.name}.old-{left}")
        try:
            # Asking first whether it is there would be no safer: another process may put one there in between.
            with contextlib.suppress(FileNotFoundError):
                os.replace(target, old)  # noqa: PTH105
            os.replace(making, target)  # noqa: PTH105
        except OSError:
            if not left:
                raise
        else:
            return
        finally:
            shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def disk_errors_explained(target: Path) -> Iterator[None]:
    """Turn a full disk or a refused permission into the error the user understands."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise KnownError(ErrorCode.DISK_FULL) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise KnownError(ErrorCode.PERMISSION_REFUSED, path=target) from error
        raise
