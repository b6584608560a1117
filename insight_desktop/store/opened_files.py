"""Plain copies of sealed files for players and decoders: in a private folder that goes with the process."""

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from insight_desktop.store import sealing

_PREFIX = "insight-desktop-opened-"
_LONGEST_S = 6 * 3600
_folder: list[Path] = []


def opened(path: Path, key: bytes) -> Path:
    """Return a plain copy of a sealed file; the same one as long as the file is the same."""
    seen = path.stat()
    place = _own_folder() / f"{seen.st_mtime_ns:x}-{seen.st_size:x}-{seen.st_ino:x}"
    copy = place / path.name
    if not copy.exists():
        _forget_long_ago()
        place.mkdir(mode=0o700, exist_ok=True)
        sealing.unseal(path, key, copy)
    os.utime(place)
    return copy


def close() -> None:
    """Remove what this process opened."""
    while _folder:
        shutil.rmtree(_folder.pop(), ignore_errors=True)


def remove_left_behind() -> None:
    """Remove what processes that are gone left, such as after a loss of power."""
    for folder in _ours():
        pid, _, born = folder.name.removeprefix(_PREFIX).partition("-")
        if not _lives(pid, born.partition("-")[0]):
            shutil.rmtree(folder, ignore_errors=True)


def _own_folder() -> Path:
    if not _folder or not _folder[0].is_dir():
        import psutil  # not needed, so not loaded, where nothing is encrypted

        born = int(psutil.Process().create_time())
        _folder[:] = [Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-{born}-"))]
        atexit.register(close)
    return _folder[0]


def _forget_long_ago() -> None:
    for place in _own_folder().iterdir():
        if time.time() - place.stat().st_mtime > _LONGEST_S:
            shutil.rmtree(place, ignore_errors=True)


def _ours() -> Iterable[Path]:
    user = getattr(os, "getuid", lambda: None)()
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if folder.is_dir() and not folder.is_symlink() and (user is None or folder.lstat().st_uid == user):
            yield folder


def _lives(pid: str, born: str) -> bool:
    import psutil

    try:
        return int(psutil.Process(int(pid)).create_time()) == int(born)
    except (psutil.Error, ValueError):
        return False
