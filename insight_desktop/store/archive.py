"""A whole workspace as one file, back from it, and copied to another place; nothing is replaced before it is proved."""

import contextlib
import datetime as dt
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import cipher, keyring
from insight_desktop.store.database import key_for, quick_check, reading
from insight_desktop.store.keyring import KeyFile

DATABASE = "insight.db"
_FOLDERS = ("audio", "exports")
_ASIDE = ".before-restore"
_SPARE_BYTES = 64 << 20
_LARGEST_KEYS = 1 << 16


def default_name(now: dt.datetime) -> str:
    """Return what a backup of this moment is called."""
    return f"insight-desktop-{now:%Y%m%d-%H%M}.zip"


def size_of(workspace: Path) -> int:
    """Return the bytes of everything that a backup holds."""
    return sum(path.stat().st_size for path in _files(workspace)) + _size(workspace / DATABASE)


def save(workspace: Path, target: Path) -> Path:
    """Write a workspace, which may be in use, into one file; it appears only when it is whole and was read again.

    Raises:
        KnownError: FILE_MISSING, DISK_FULL, PERMISSION_REFUSED, BACKUP_FAILED.
    """
    if not target.parent.is_dir():
        raise KnownError(ErrorCode.FILE_MISSING, path=target.parent)
    _check_space(target.parent, size_of(workspace))
    part, copy = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.db")
    try:
        with _known_errors(target):
            _copy_database(workspace / DATABASE, copy)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
                archive.write(copy, DATABASE, zipfile.ZIP_DEFLATED)
                for path in _files(workspace):
                    archive.write(path, path.relative_to(workspace).as_posix())
            with zipfile.ZipFile(part) as archive:
                if archive.testzip() is not None:
                    raise KnownError(ErrorCode.BACKUP_FAILED, path=target)
            part.replace(target)
    except cipher.errors() as error:
        raise KnownError(ErrorCode.BACKUP_FAILED, path=target) from error
    finally:
        part.unlink(missing_ok=True)
        copy.unlink(missing_ok=True)
    return target


def load(archive: Path, workspace: Path) -> Path | None:
    """Put a backup in the place of a workspace that nobody has open; the old one is kept beside it.

    Returns:
        Where the old workspace is now; None when there was none.

    Raises:
        KnownError: BACKUP_UNREADABLE, DISK_FULL, PERMISSION_REFUSED; the workspace is then as it was.
    """
    coming = workspace.with_name(f"{workspace.name}.restoring")
    shutil.rmtree(coming, ignore_errors=True)
    try:
        with _known_errors(archive):
            _unpack(archive, coming)
            _prove(coming / DATABASE)
            for folder in _FOLDERS:
                (coming / folder).mkdir(exist_ok=True)
            old = _aside(workspace) if workspace.exists() else None
            if old is not None:
                workspace.replace(old)
            coming.replace(workspace)
            return old
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise KnownError(ErrorCode.BACKUP_UNREADABLE, path=archive) from error
    except cipher.errors() as error:
        raise KnownError(ErrorCode.BACKUP_UNREADABLE, path=archive) from error
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def copy(workspace: Path, target: Path) -> Path:
    """Copy a workspace, which may be in use, to a folder that is empty or new; the original stays.

    Raises:
        KnownError: FOLDER_NOT_EMPTY, DISK_FULL, PERMISSION_REFUSED; nothing is left behind at the target.
    """
    if workspace == target or workspace in target.parents or (target.exists() and any(target.iterdir())):
        raise KnownError(ErrorCode.FOLDER_NOT_EMPTY, path=target)
    part = target.with_name(f"{target.name}.part")
    with _known_errors(target):
        part.parent.mkdir(parents=True, exist_ok=True)
        _check_space(part.parent, size_of(workspace))
        shutil.rmtree(part, ignore_errors=True)
        try:
            part.mkdir()
            _copy_database(workspace / DATABASE, part / DATABASE)
            for folder in _FOLDERS:
                (part / folder).mkdir()
            for path in _files(workspace):
                copied = part / path.relative_to(workspace)
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copied)
            _prove(part / DATABASE)
            if target.exists():
                target.rmdir()
            part.replace(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return target


def keys_of(archive: Path) -> KeyFile | None:
    """Return the key file of a backup; None where no passphrase protects it, or where it is no backup at all.

    Raises:
        KnownError: KEY_FILE_DAMAGED.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            if keyring.KEYS not in packed.namelist() or packed.getinfo(keyring.KEYS).file_size > _LARGEST_KEYS:
                return None
            return keyring.parse(packed.read(keyring.KEYS), archive.name)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        return None


def _files(workspace: Path) -> Iterator[Path]:
    if (workspace / keyring.KEYS).is_file():
        yield workspace / keyring.KEYS
    for folder in _FOLDERS:
        for path in sorted((workspace / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path


def _copy_database(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        contextlib.closing(reading(source)) as old,
        contextlib.closing(cipher.connect(str(target), key_for(source))) as new,
    ):
        old.backup(new)


def _unpack(archive: Path, target: Path) -> None:
    """Unpack only what a backup holds, to where it belongs, and no more than the archive's list says."""
    with zipfile.ZipFile(archive) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
        names = {entry.filename for entry in entries}
        if DATABASE not in names or len(names) != len(entries) or not all(map(_is_ours, names)):
            message = "not a backup of a workspace"
            raise ValueError(message)
        target.mkdir(parents=True)
        _check_space(target, sum(entry.file_size for entry in entries))
        for entry in entries:
            path = target / PurePosixPath(entry.filename)
            path.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(entry) as source, path.open("wb") as written:
                _copy_bounded(source, written, entry.file_size)


def _copy_bounded(source: object, written: object, size: int) -> None:
    left = size
    while block := source.read(1 << 20):  # type: ignore[attr-defined]
        left -= len(block)
        if left < 0:
            message = "an entry is larger than it says"
            raise ValueError(message)
        written.write(block)  # type: ignore[attr-defined]
    if left:
        message = "an entry is cut off"
        raise ValueError(message)


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    if name != path.as_posix() or "\\" in name or ":" in name or ".." in path.parts or path.is_absolute():
        return False
    return name in (DATABASE, keyring.KEYS) or (len(path.parts) > 1 and path.parts[0] in _FOLDERS)


def _prove(database: Path) -> None:
    with contextlib.closing(reading(database)) as connection:
        quick_check(connection)
        connection.execute("SELECT count(*) FROM meeting").fetchone()


def _aside(workspace: Path) -> Path:
    numbered = (workspace.with_name(f"{workspace.name}{_ASIDE}-{number}") for number in range(1, 10_000))
    return next(path for path in numbered if not path.exists())


def _check_space(folder: Path, needed: int) -> None:
    place = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if shutil.disk_usage(place).free < needed + _SPARE_BYTES:
        raise KnownError(ErrorCode.DISK_FULL, path=folder)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextlib.contextmanager
def _known_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=error.filename or path) from error
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=error.filename or path) from error
    except OSError as error:
        full = error.errno in (28, getattr(os, "EDQUOT", 122))
        raise KnownError(ErrorCode.DISK_FULL if full else ErrorCode.BACKUP_FAILED, path=path) from error
