"""Opens the workspace's SQLite file safely: one schema, a backup before each migration, nothing lost to damage."""

import contextlib
import logging
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlite_utils

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import cipher, keyring
from insight_desktop.store.migrations import migrations, names

log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 10.0
BACKUP_SUFFIX = ".backup"
MOST_BACKUPS = 3
_UNCLEAN_SUFFIX = "-open"
_HEADER_BYTES, _LARGEST_PAGE = 100, 65_536
_DISK_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """One open workspace file.

    Reads may come from any thread; writes run inside `atomic()`, one at a time. Other processes may read at the same
    time (WAL) and write in turn (`busy_timeout`).
    """

    def __init__(self, path: Path, *, check: bool = False) -> None:
        """Open or create the file, migrate it, and check it when asked or when the last run ended uncleanly."""
        self.path = path
        self._lock = threading.RLock()
        self._marker = path.with_name(f"{path.name}{_UNCLEAN_SUFFIX}.{os.getpid()}")
        unclean = _stale_markers(path)
        with _known_errors(path):
            _refuse_cut_off(path)
            self.connection = _connect(path)
        try:
            self._utils = sqlite_utils.Database(self.connection)
            with _known_errors(path):
                self._prepare(check=check or bool(unclean))
        except BaseException:
            self.connection.close()
            raise
        for marker in unclean:
            marker.unlink(missing_ok=True)
        self._marker.touch()

    def _prepare(self, *, check: bool) -> None:
        if check:
            quick_check(self.connection)
        self.connection.execute("PRAGMA foreign_keys = ON")
        with exclusive(self.path.with_name(f"{self.path.name}.lock")):
            known = names()
            applied = {migration.name for migration in migrations.applied(self._utils)}
            if applied - known:
                raise KnownError(ErrorCode.DATABASE_NEWER, path=self.path)
            if known - applied:
                if applied:
                    back_up(self.connection, self.path)
                migrations.apply(self._utils)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Close the file; the next opening sees that it ended cleanly."""
        self.connection.close()
        self._marker.unlink(missing_ok=True)

    @contextlib.contextmanager
    def atomic(self) -> Iterator[None]:
        """Run a block as one transaction; it may stand inside another one."""
        with self._lock, _known_errors(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.rollback()
                raise
            self.connection.commit()

    @contextlib.contextmanager
    def tried_out(self) -> Iterator[None]:
        """Run a block as a transaction that is taken back at its end: what it returns is what it would have done."""
        with self._lock, _known_errors(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                self.connection.rollback()

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock:
            try:
                return self.connection.execute(sql, values).fetchall()
            except cipher.errors() as error:
                if _tells_of_damage(error):
                    raise _damaged(self.path) from error
                raise

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        with self._lock:
            try:
                found: sqlite3.Row | None = self.connection.execute(sql, values).fetchone()
            except cipher.errors() as error:
                if _tells_of_damage(error):
                    raise _damaged(self.path) from error
                raise
            return found

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one statement in a transaction and return how many rows it changed."""
        with self.atomic():
            return self.connection.execute(sql, values).rowcount

    def scrub(self) -> None:
        """Leave nothing of deleted rows in the file: indexes are rebuilt, free pages given up, the log is cut."""
        with self._lock, _known_errors(self.path):
            self.connection.execute("INSERT INTO document_long (document_long) VALUES ('rebuild')")
            self.connection.execute("INSERT INTO document_short (document_short) VALUES ('optimize')")
            self.connection.commit()
            self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of values, in one transaction."""
        with self.atomic():
            self.connection.executemany(sql, values)

    def put(self, table: str, record: dict[str, Any]) -> None:
        """Insert a record, or replace the named columns of the one with the same id."""
        self.put_many(table, tuple(record), [tuple(record.values())])

    def put_many(self, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Insert records of the same columns, or replace these columns of those with the same ids."""
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}'  # noqa: S608 - names from our code
        self.run_many(sql, rows)


@contextlib.contextmanager
def exclusive(path: Path, timeout: float = BUSY_TIMEOUT_S) -> Iterator[None]:
    """Hold a lock between processes that the operating system frees when its holder dies; SQLite knows how."""
    with _known_errors(path), contextlib.closing(sqlite3.connect(path, timeout=timeout)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield


def _connect(path: Path) -> sqlite3.Connection:
    return cipher.connect(str(path), key_for(path), timeout=BUSY_TIMEOUT_S, check_same_thread=False)


def key_for(path: Path) -> bytes | None:
    """Return the key that opens a database; None for a plain one, such as one whose encryption was cut off."""
    key = keyring.key_of(path.parent)
    return None if key is None or cipher.is_plain(path) else key


def reading(path: Path) -> sqlite3.Connection:
    """Open a database of this workspace, or a copy of it, to read only."""
    return cipher.connect(f"{path.resolve().as_uri()}?mode=ro", key_for(path), uri=True)


def is_open_elsewhere(path: Path) -> bool:
    """Return whether a process that lives has the file open."""
    marks = set(path.parent.glob(f"{path.name}{_UNCLEAN_SUFFIX}.*")) - set(_stale_markers(path))
    return bool(marks)


def _stale_markers(path: Path) -> list[Path]:
    """Return the marks of processes that had the file open and are gone without having closed it."""
    marks = path.parent.glob(f"{path.name}{_UNCLEAN_SUFFIX}.*") if path.parent.is_dir() else ()
    return [mark for mark in marks if not _is_running(mark.suffix.removeprefix("."))]


def _is_running(pid: str) -> bool:
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    if os.name == "nt":  # os.kill would end the process there; an unneeded check costs little
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextlib.contextmanager
def _known_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's error numbers into known errors."""
    try:
        yield
    except cipher.errors() as error:
        primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if primary in _DAMAGED or _tells_of_damage(error):
            raise _damaged(path) from error
        if primary in _DISK_FULL:
            raise KnownError(ErrorCode.DISK_FULL, path=path) from error
        if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise KnownError(ErrorCode.WORKSPACE_LOCKED, path=path.parent) from error
        if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path) from error
        raise


def _damaged(path: Path) -> KnownError:
    return KnownError(ErrorCode.DATABASE_DAMAGED, path=path, backup=latest_backup(path) or "-")


def _tells_of_damage(error: Exception) -> bool:
    """Tell damage that has no number of its own: a changed byte in the header's versions or in a text."""
    return any(words in str(error) for words in ("unsupported file format", "Could not decode to UTF-8"))


def _refuse_cut_off(path: Path) -> None:
    """Raise SQLITE_CORRUPT for a file that is shorter than its own header says, or empty where it once was not."""
    if not path.exists():
        return
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if keyring.is_protected(path.parent) and header and not cipher.is_plain(path):
        return  # an encrypted header says nothing; SQLCipher proves each page
    page_bytes, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    declared = (_LARGEST_PAGE if page_bytes == 1 else page_bytes) * pages
    if path.stat().st_size < declared or (len(header) < _HEADER_BYTES and (header or backups(path))):
        reason = "the file is cut off"
        raise _damage(reason)


def _damage(reason: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(reason)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def quick_check(connection: sqlite3.Connection) -> None:
    """Raise `sqlite3.DatabaseError` with SQLITE_CORRUPT when the file is damaged."""
    try:
        result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except UnicodeDecodeError as error:  # what SQLite says of the damage quotes the damage
        reason = "its text is damaged"
        raise _damage(reason) from error
    if result != "ok":
        raise _damage(result)


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the open database beside itself and return the copy, which appears only when it is whole."""
    number = 1 + max((_number(found) for found in backups(path)), default=0)
    target = path.with_name(f"{path.name}.{number:03d}{BACKUP_SUFFIX}")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with _known_errors(path), contextlib.closing(_like(connection, part, path)) as copy:
            connection.backup(copy)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    for old in backups(path)[:-MOST_BACKUPS]:
        old.unlink(missing_ok=True)
    return target


def _like(connection: sqlite3.Connection, part: Path, path: Path) -> sqlite3.Connection:
    """Open a new file of the same form, encrypted or plain, as an open database."""
    return cipher.connect(
        str(part), None if isinstance(connection, sqlite3.Connection) else keyring.key_of(path.parent)
    )


def backups(path: Path) -> list[Path]:
    """Return the backups beside a database, oldest first."""
    return sorted(path.parent.glob(f"{path.name}.*{BACKUP_SUFFIX}"), key=_number)


def latest_backup(path: Path) -> Path | None:
    """Return the newest backup that opens whole, or None."""
    for candidate in reversed(backups(path)):
        try:
            with contextlib.closing(reading(candidate)) as connection:
                quick_check(connection)
        except cipher.errors():
            log.warning("A backup is damaged as well: %s", candidate.name)
            continue
        return candidate
    return None


def restore(path: Path) -> Path | None:
    """Put the newest whole backup in the place of a damaged database, which is kept as `….damaged`.

    Returns:
        The backup used, or None when there is none; then nothing was changed.
    """
    backup = latest_backup(path)
    if backup is None:
        return None
    for suffix in ("", "-wal", "-shm"):
        damaged = path.with_name(path.name + suffix)
        if damaged.exists():
            damaged.replace(path.with_name(f"{path.name}.damaged{suffix}"))
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(backup.read_bytes())
    part.replace(path)
    return backup


def _number(path: Path) -> int:
    digits = path.name.removesuffix(BACKUP_SUFFIX).rpartition(".")[2]
    return int(digits) if digits.isdigit() else 0
