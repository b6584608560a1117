"""Encrypted databases: the adapter of SQLCipher, loaded only where a workspace is protected."""

import hashlib
import importlib
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any, cast

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import sealing

_PLAIN = b"SQLite format 3\x00"
_MODULE = "sqlcipher3.dbapi2"


def errors() -> tuple[type[Exception], ...]:
    """Return what SQLite's two libraries raise; asked for in an `except`, it loads nothing."""
    loaded = sys.modules.get(_MODULE)
    return (sqlite3.DatabaseError,) if loaded is None else (sqlite3.DatabaseError, loaded.DatabaseError)


def is_plain(path: Path) -> bool:
    """Return whether a file is a database that anybody can read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def connect(place: str, key: bytes | None, **options: Any) -> sqlite3.Connection:
    """Open a database, encrypted when there is a key."""
    library = _library() if key is not None else sqlite3
    connection = library.connect(place, **options)
    if key is not None:
        connection.row_factory = library.Row
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{_raw(key)}"')
    else:
        connection.row_factory = sqlite3.Row
    return cast("sqlite3.Connection", connection)


def require() -> None:
    """Make sure that databases can be encrypted here, before anything is begun.

    Raises:
        KnownError: ENCRYPTION_MISSING.
    """
    _library()


def convert(path: Path, *, now: bytes | None, then: bytes | None) -> None:
    """Put a database with another key, or with none, in the place of one, after it was found the same.

    The log of SQLite is taken in before; a crash leaves the old file or the new one, never half of one.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    library = _library()
    source = library.connect(str(path))
    try:
        source.execute("PRAGMA cipher_log_level = NONE")
        if now is not None:
            source.execute(f'PRAGMA key = "{_raw(now)}"')
        source.execute("PRAGMA journal_mode = DELETE")
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute(f'ATTACH DATABASE ? AS goal KEY "{_raw(then)}"', (str(part),))
        source.execute("SELECT sqlcipher_export('goal')").fetchone()
        source.execute(f"PRAGMA goal.user_version = {version:d}")
        source.commit()
        is_same = _digest(source, "main") == _digest(source, "goal")
        is_whole = source.execute("PRAGMA goal.integrity_check(1)").fetchone()[0] == "ok"
        source.execute("DETACH DATABASE goal")
        _refuse_unlike(path, is_same=is_same and is_whole)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
    except BaseException:
        source.close()
        part.unlink(missing_ok=True)
        raise
    source.close()
    times = path.stat()
    os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
    part.replace(path)


def _refuse_unlike(path: Path, *, is_same: bool) -> None:
    if not is_same:
        raise KnownError(ErrorCode.DATABASE_DAMAGED, path=path, backup="-")


def _digest(connection: Any, schema: str) -> str:
    """Return the checksum of every row of every table."""
    digest = hashlib.sha256()
    listed = f"SELECT name, sql FROM {schema}.sqlite_schema WHERE type = 'table' ORDER BY name"  # noqa: S608 - our words
    for name, sql in connection.execute(listed).fetchall():
        digest.update(f"{name}\0{sql}".encode())
        if (sql or "").upper().startswith("CREATE VIRTUAL"):  # its content lies in other tables
            continue
        for row in connection.execute(f'SELECT * FROM {schema}."{name}"'):  # noqa: S608 - a name from the schema
            digest.update(repr(row).encode())
    return digest.hexdigest()


def _raw(key: bytes | None) -> str:
    return "" if key is None else f"x'{sealing.derived(key, 'database').hex()}'"


def _library() -> Any:
    try:
        return importlib.import_module(_MODULE)
    except ImportError as error:
        raise KnownError(ErrorCode.ENCRYPTION_MISSING) from error
