"""Puts a passphrase on a workspace and takes it off; every step can be cut off and is taken up at the next opening.

Each file is replaced by itself, once its new form was read again, and every file tells which form it has: what was cut
off opens all the same, half in the one form and half in the other.
"""

import contextlib
import errno
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import cipher, database, keyring, sealing
from insight_desktop.store.keyring import NewKeys

DATABASE = "insight.db"
Advanced = Callable[[int, int], None]


def _quiet(_done: int, _total: int) -> None:
    """Tell nobody."""


def protect(folder: Path, keys: NewKeys, *, advanced: Advanced = _quiet) -> None:
    """Encrypt a workspace that nobody has open.

    Raises:
        KnownError: WORKSPACE_LOCKED while it is open somewhere; DISK_FULL; what is left is done at the next opening.
    """
    cipher.require()
    with alone(folder):
        if keyring.is_protected(folder):
            raise KnownError(ErrorCode.FILE_UNREADABLE, path=keyring.KEYS)
        keyring.keep(folder, keys)
        _run(folder, None, keys.key, advanced)


def unprotect(folder: Path, *, advanced: Advanced = _quiet) -> None:
    """Take the protection off a workspace that is unlocked and that nobody has open."""
    key = keyring.key_of(folder)
    if key is None:
        return
    with alone(folder):
        keyring.leave(folder)
        _run(folder, key, None, advanced)
        keyring.forget(folder)


def resume(folder: Path) -> None:
    """Go on with what was cut off, before the workspace is opened; another process that is doing it is left alone."""
    key = keyring.key_of(folder)
    if key is None:
        return
    path = folder / DATABASE
    with contextlib.suppress(KnownError):
        if keyring.is_leaving(folder):
            unprotect(folder)
        elif any(cipher.is_plain(each) for each in (path, *database.backups(path))):
            with alone(folder):
                _run(folder, None, key, _quiet)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make sure that no process has a workspace open, and that none runs jobs in it meanwhile."""
    with database.exclusive(folder / "jobs.lock", timeout=0):
        if database.is_open_elsewhere(folder / DATABASE):
            raise KnownError(ErrorCode.WORKSPACE_LOCKED, path=folder)
        yield


def _run(folder: Path, now: bytes | None, then: bytes | None, advanced: Advanced) -> None:
    path = folder / DATABASE
    copies = database.backups(path)
    rest = sorted(
        file
        for file in (*(folder / "audio").glob("*"), *folder.glob(f"{DATABASE}.damaged*"))
        if file.is_file() and not file.is_symlink()
    )
    work = [*([path] if path.exists() else []), *copies, *rest]
    total, done = sum(file.stat().st_size for file in work), 0
    advanced(0, total)
    for file in work:
        size = file.stat().st_size
        with _known_errors(file):
            if file == path:
                _convert(file, now, then)
            elif file in copies:
                _convert_copy(file, now, then)
            elif then is not None:
                sealing.seal(file, then)
            elif now is not None and sealing.is_sealed(file):
                sealing.unseal(file, now)
        done += size
        advanced(done, total)


def _convert(file: Path, now: bytes | None, then: bytes | None) -> None:
    if cipher.is_plain(file) != (then is None):
        cipher.convert(file, now=now, then=then)


def _convert_copy(file: Path, now: bytes | None, then: bytes | None) -> None:
    """Treat a copy of the database; one that is damaged is kept as it is, sealed like a sound."""
    if sealing.is_sealed(file):
        if then is None and now is not None:
            sealing.unseal(file, now)
        return
    try:
        _convert(file, now, then)
    except cipher.errors():
        if then is not None:
            sealing.seal(file, then)


@contextlib.contextmanager
def _known_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = ErrorCode.DISK_FULL if error.errno == errno.ENOSPC else ErrorCode.PERMISSION_REFUSED
        raise KnownError(code, path=path) from error
    except cipher.errors() as error:
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        code = ErrorCode.DISK_FULL if full else ErrorCode.DATABASE_DAMAGED
        raise KnownError(code, path=path, backup=database.latest_backup(path) or "-") from error
