"""Files that only a key opens: chunks of AES-256-GCM, each in its place, so that a changed or missing byte is seen.

The adapter of `cryptography`. A sealed file is a mark of 8 bytes, a salt of 16, and chunks of 1 MiB with their proof of
16 bytes; every file has a key of its own, and the last chunk says that it is the last one.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from insight_desktop.domain.errors import ErrorCode, KnownError

KEY_BYTES = 32
MARK = b"IDSEAL1\n"
_DAMAGED_AT_MOST = 2
"""Bytes of the mark that may be other ones."""
_SALT_BYTES, _CHUNK, _PROOF, _NONCE_BYTES = 16, 1 << 20, 16, 12


def derived(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return the key for one purpose, from which nobody finds the others (HKDF, SHA-256)."""
    with _library():
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return bytes(HKDF(SHA256(), KEY_BYTES, salt, purpose.encode()).derive(key))


def wrap(secret: bytes, key: bytes) -> bytes:
    """Return a short secret that only `key` opens."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + bytes(_cipher(key).encrypt(nonce, secret, None))


def unwrap(wrapped: bytes, key: bytes) -> bytes | None:
    """Return the secret; None when the key is another one."""
    cipher = _cipher(key)
    try:
        return bytes(cipher.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], None))
    except Exception as error:
        if _is_refusal(error):
            return None
        raise


def is_sealed(path: Path) -> bool:
    """Return whether a file is sealed."""
    try:
        with path.open("rb") as file:
            return _bears_mark(file.read(len(MARK)))
    except OSError:
        return False


def _bears_mark(beginning: bytes) -> bool:
    """Know the mark with a damaged byte or two: taken for a plain file, it would be sealed a second time."""
    same = sum(one == other for one, other in zip(beginning, MARK, strict=False))
    return len(MARK) - same <= _DAMAGED_AT_MOST


def seal(path: Path, key: bytes) -> None:
    """Put a sealed file in the place of a plain one, after it was read again and found the same."""
    if is_sealed(path):
        return
    part = _part(path)
    try:
        with path.open("rb") as source, part.open("wb") as target:
            written = _seal_stream(source, target, key)
            target.flush()
            os.fsync(target.fileno())
        digest = hashlib.sha256()
        for chunk in unsealed(part, key):
            digest.update(chunk)
        if digest.digest() != written:
            raise KnownError(ErrorCode.SOUND_DAMAGED, path=path.name)
        _stand_in(part, path)
    finally:
        part.unlink(missing_ok=True)


def unseal(path: Path, key: bytes, target: Path | None = None) -> None:
    """Write what is sealed as a plain file, in its own place or to `target`; every byte is proved before.

    Raises:
        KnownError: SOUND_DAMAGED; the sealed file stays as it is.
    """
    goal = target or path
    part = _part(goal)
    try:
        with part.open("wb") as file:
            for chunk in unsealed(path, key):
                file.write(chunk)
            if target is None:
                file.flush()
                os.fsync(file.fileno())
        if target is None:
            _stand_in(part, goal)
        else:
            part.replace(goal)
    finally:
        part.unlink(missing_ok=True)


def unsealed(path: Path, key: bytes) -> Iterator[bytes]:
    """Read a sealed file.

    Raises:
        KnownError: SOUND_DAMAGED when a byte is not what was written, or the end is missing.
    """
    with path.open("rb") as file:
        if not _bears_mark(file.read(len(MARK))):
            raise KnownError(ErrorCode.SOUND_DAMAGED, path=path.name)
        cipher = _cipher(derived(key, "file", file.read(_SALT_BYTES)))
        number, chunk = 0, file.read(_CHUNK + _PROOF)
        while True:
            following = file.read(_CHUNK + _PROOF)
            try:
                yield bytes(cipher.decrypt(_nonce(number, is_last=not following), chunk, None))
            except Exception as error:
                if _is_refusal(error):
                    raise KnownError(ErrorCode.SOUND_DAMAGED, path=path.name) from error
                raise
            if not following:
                return
            number, chunk = number + 1, following


def _seal_stream(source: BinaryIO, target: BinaryIO, key: bytes) -> bytes:
    """Write the sealed form; returns the SHA-256 of what was sealed."""
    salt, digest = os.urandom(_SALT_BYTES), hashlib.sha256()
    cipher = _cipher(derived(key, "file", salt))
    target.write(MARK + salt)
    number, chunk = 0, source.read(_CHUNK)
    while True:
        following = source.read(_CHUNK)
        digest.update(chunk)
        target.write(cipher.encrypt(_nonce(number, is_last=not following), chunk, None))
        if not following:
            return digest.digest()
        number, chunk = number + 1, following


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(_NONCE_BYTES - 1, "big") + bytes([is_last])


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}.part")


def _stand_in(part: Path, path: Path) -> None:
    """Replace a file, and keep the times by which recordings are dated."""
    times = path.stat()
    os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
    part.replace(path)


def _cipher(key: bytes) -> Any:
    with _library():
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _is_refusal(error: Exception) -> bool:
    from cryptography.exceptions import InvalidTag

    return isinstance(error, InvalidTag | ValueError)


@contextlib.contextmanager
def _library() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise KnownError(ErrorCode.ENCRYPTION_MISSING) from error
