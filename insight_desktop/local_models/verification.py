"""Proves that model files are the right ones: once by checksum, afterwards by size and time of change.

What was proved is kept in the cache, so that a start does not read hundreds of megabytes again.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from insight_desktop import paths
from insight_desktop.local_models.manifest import ModelFile

_BLOCK = 1 << 20


def sha256_of(file: Path) -> str:
    """Return the checksum of a file, read in blocks."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def damaged_files(folder: Path, files: Iterable[ModelFile], *, thorough: bool = False) -> tuple[str, ...]:
    """Return the files that are missing, of a wrong size or of a wrong checksum.

    Args:
        folder: where the files should be.
        files: what they should be; a file without a checksum must only be there and not be empty.
        thorough: read every byte even if the file was proved before and has not changed since.
    """
    stamps = _read_stamps(folder)
    bad: list[str] = []
    proved: dict[str, list[object]] = {}
    for file in files:
        stamp = _stamp(folder / file.path, file.sha256)
        proved_before = not thorough and stamps.get(file.path) == stamp
        if stamp is not None and (proved_before or _is_right(folder / file.path, file)):
            proved[file.path] = stamp
        else:
            bad.append(file.path)
    kept = {path: stamp for path, stamp in stamps.items() if path not in bad} | proved
    if kept != stamps:
        _write_stamps(folder, kept)
    return tuple(bad)


def _is_right(path: Path, file: ModelFile) -> bool:
    size = path.stat().st_size
    if size == 0 or (file.size and size != file.size):
        return False
    return not file.sha256 or sha256_of(path) == file.sha256


def _stamp(path: Path, sha256: str) -> list[object] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns, sha256]


def _stamp_file(folder: Path) -> Path:
    place = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return paths.cache() / "verified" / f"{place}.json"


def _read_stamps(folder: Path) -> dict[str, list[object]]:
    try:
        content = json.loads(_stamp_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write_stamps(folder: Path, stamps: dict[str, list[object]]) -> None:
    """Keep what was proved; a cache that cannot be written only costs time at the next start."""
    target = _stamp_file(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as stream:
            json.dump(stamps, stream)
        os.replace(stream.name, target)  # noqa: PTH105 - the name is a str
    except OSError:
        return
