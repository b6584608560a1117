"""The keys of workspaces: a random one for the data, wrapped by the passphrase and by the recovery code.

A workspace is protected while `insight.keys` lies in it. What was unlocked stays in this process's memory, by the name
of the key and not by folder, so that copies and backups of a workspace open as well; no key is ever passed on to
another process, written to a log, or put into a command line.
"""

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import sealing

KEYS = "insight.keys"
_COPY = "insight.keys.copy"
SHORTEST = 8
_CODE_BYTES, _GROUP = 20, 4
_SCRYPT = {"n": 1 << 16, "r": 8, "p": 1, "maxmem": 128 << 20, "dklen": sealing.KEY_BYTES}

_unlocked: dict[str, bytes] = {}
_asker: list[Callable[[Path], str | None]] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """What lies beside the database; it says nothing without the passphrase or the code."""

    id: str
    salt: str
    by_passphrase: str
    by_code: str
    is_leaving: bool = False
    """Whether the protection is being taken off."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKeys:
    """The keys of a workspace that is to be protected."""

    file: KeyFile
    code: str
    """What opens the data when the passphrase is forgotten; shown once and kept nowhere."""
    key: bytes = field(repr=False)


def make(passphrase: str) -> NewKeys:
    """Make a key for data.

    Raises:
        KnownError: PASSPHRASE_SHORT, ENCRYPTION_MISSING.
    """
    _refuse_short(passphrase)
    key, salt, code = secrets.token_bytes(sealing.KEY_BYTES), secrets.token_bytes(16), _new_code()
    file = KeyFile(
        id=secrets.token_hex(16),
        salt=salt.hex(),
        by_passphrase=sealing.wrap(key, _stretched(passphrase, salt)).hex(),
        by_code=sealing.wrap(key, _of_code(code)).hex(),
    )
    return NewKeys(file=file, code=code, key=key)


def unlock(folder: Path, secret: str) -> None:
    """Open a workspace for this process with its passphrase or its recovery code.

    Raises:
        KnownError: PASSPHRASE_WRONG, KEY_FILE_DAMAGED, ENCRYPTION_MISSING.
    """
    unlock_file(_read(folder), secret)


def unlock_file(file: KeyFile | None, secret: str) -> None:
    """Open what a key file, such as that of a backup, belongs to."""
    if file is not None:
        _unlocked[file.id] = _key_by(file, secret)


def lock_all() -> None:
    """Forget every key."""
    _unlocked.clear()


def ask_with(asker: Callable[[Path], str | None]) -> None:
    """Let `asker` name the passphrase of a folder when one is needed; None from it means that there is none."""
    _asker[:] = [asker]


def is_protected(folder: Path) -> bool:
    """Return whether a workspace can be opened only with a passphrase."""
    return (folder / KEYS).exists() or (folder / _COPY).exists()


def key_of(folder: Path) -> bytes | None:
    """Return the key of a workspace's data; None where nothing protects it.

    Raises:
        KnownError: PASSPHRASE_NEEDED while it is locked; PASSPHRASE_WRONG, KEY_FILE_DAMAGED.
    """
    if not is_protected(folder):
        return None
    file = _read(folder)
    if file is None:
        return None
    if file.id not in _unlocked:
        secret = _asker[0](folder) if _asker else None
        if secret is None:
            raise KnownError(ErrorCode.PASSPHRASE_NEEDED, path=folder)
        unlock_file(file, secret)
    return _unlocked[file.id]


def keep(folder: Path, keys: NewKeys) -> None:
    """Begin to protect a workspace: from here on it opens only with these keys."""
    _write(folder, keys.file)
    _unlocked[keys.file.id] = keys.key


def change(folder: Path, secret: str, passphrase: str) -> str:
    """Give a workspace another passphrase, and return its new recovery code; the data is not touched.

    Raises:
        KnownError: PASSPHRASE_WRONG, PASSPHRASE_SHORT.
    """
    _refuse_short(passphrase)
    file = _read(folder)
    if file is None:
        raise KnownError(ErrorCode.NOT_FOUND, name=KEYS)
    key, salt, code = _key_by(file, secret), secrets.token_bytes(16), _new_code()
    changed = replace(
        file,
        salt=salt.hex(),
        by_passphrase=sealing.wrap(key, _stretched(passphrase, salt)).hex(),
        by_code=sealing.wrap(key, _of_code(code)).hex(),
    )
    _write(folder, changed)
    return code


def leave(folder: Path) -> None:
    """Note that the protection is being taken off."""
    file = _read(folder)
    if file is not None and not file.is_leaving:
        _write(folder, replace(file, is_leaving=True))


def is_leaving(folder: Path) -> bool:
    """Return whether taking off the protection was begun."""
    file = _read(folder) if is_protected(folder) else None
    return file is not None and file.is_leaving


def forget(folder: Path) -> None:
    """Take the keys away from a workspace that is plain again."""
    for name in (_COPY, KEYS):
        (folder / name).unlink(missing_ok=True)


def parse(text: bytes, name: str) -> KeyFile:
    """Read a key file.

    Raises:
        KnownError: KEY_FILE_DAMAGED.
    """
    try:
        file = KeyFile(**json.loads(text))
        for part in (file.salt, file.by_passphrase, file.by_code):
            bytes.fromhex(part)
    except (ValueError, TypeError) as error:
        raise KnownError(ErrorCode.KEY_FILE_DAMAGED, path=name) from error
    return file


def _read(folder: Path) -> KeyFile | None:
    """Read the keys, or their copy where the first is damaged."""
    found = [path for name in (KEYS, _COPY) if (path := folder / name).exists()]
    for path in found:
        try:
            return parse(path.read_bytes(), path.name)
        except (KnownError, OSError):
            if path == found[-1]:
                raise
    return None


def _write(folder: Path, file: KeyFile) -> None:
    text = json.dumps(asdict(file), indent=1)
    for name in (KEYS, _COPY):
        part = folder / f"{name}.part"
        with part.open("w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        part.replace(folder / name)


def _key_by(file: KeyFile, secret: str) -> bytes:
    key = sealing.unwrap(bytes.fromhex(file.by_passphrase), _stretched(secret, bytes.fromhex(file.salt)))
    if key is None:
        key = sealing.unwrap(bytes.fromhex(file.by_code), _of_code(secret))
    if key is None:
        raise KnownError(ErrorCode.PASSPHRASE_WRONG)
    return key


def _refuse_short(passphrase: str) -> None:
    if len(passphrase) < SHORTEST:
        raise KnownError(ErrorCode.PASSPHRASE_SHORT, least=SHORTEST)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """Make guessing slow; full-width letters of an input method count as the plain ones."""
    return hashlib.scrypt(unicodedata.normalize("NFKC", passphrase).encode(), salt=salt, **_SCRYPT)


def _of_code(code: str) -> bytes:
    """Read a code as people type it: any case, with or without dashes, 0 for O and 1 for I."""
    plain = unicodedata.normalize("NFKC", code).upper().translate({ord("0"): "O", ord("1"): "I"})
    letters = "".join(letter for letter in plain if letter.isalnum())
    return sealing.derived(letters.encode(), "recovery code")


def _new_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(_CODE_BYTES)).decode()
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
