"""The audio store's folder: where recordings lie, sizes, orphans, deletion."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from insight_desktop.domain.errors import KnownError
from insight_desktop.store import keyring, opened_files, sealing

log = logging.getLogger(__name__)


class AudioFiles:
    """Recordings under `audio/`, each with what was made of it beside it; the database keeps relative paths."""

    def __init__(self, workspace: Path) -> None:
        """Use the workspace's folder."""
        self._workspace = workspace
        self._folder = workspace / "audio"

    def absolute(self, path: str) -> Path:
        """Return where a recording lies."""
        return self._workspace / PurePosixPath(path)

    def readable(self, path: str) -> Path:
        """Return where a recording can be read: itself, or a plain copy of it and its waveform while this runs.

        Raises:
            KnownError: SOUND_DAMAGED when a byte of the encrypted file is not what was written.
        """
        file = self.absolute(path)
        if not sealing.is_sealed(file):
            return file
        key = keyring.key_of(self._workspace)
        if key is None:
            return file
        copy = opened_files.opened(file, key)
        waveform = file.with_name(f"{file.stem}.peaks.npy")
        if sealing.is_sealed(waveform) and not (copy.parent / waveform.name).exists():
            try:
                sealing.unseal(waveform, key, copy.parent / waveform.name)
            except KnownError:
                log.warning("A waveform is damaged: the sound is heard without its picture")
        return copy

    def seal(self, paths: Iterable[str]) -> None:
        """Encrypt recordings and what was made of them, where a passphrase protects the workspace."""
        key = keyring.key_of(self._workspace)
        if key is None:
            return
        known = {_family(self.absolute(path)) for path in paths}
        for file in [path for path in self._files() if _family(path) in known and path.suffix != ".part"]:
            sealing.seal(file, key)

    def move_out(self, file: Path, target: Path) -> None:
        """Take a sound out of the store, plain."""
        key = keyring.key_of(self._workspace) if sealing.is_sealed(file) else None
        if key is not None:
            sealing.unseal(file, key)
        file.replace(target)

    def relative(self, path: Path) -> str:
        """Return a recording's path as the database keeps it: it stays true when the workspace moves."""
        return path.relative_to(self._workspace).as_posix()

    def bytes_used(self) -> int:
        """Return the size of all audio and of what was made of it."""
        return sum(path.stat().st_size for path in self._files())

    def orphans(self, known: Iterable[str]) -> tuple[Path, ...]:
        """Return files that belong to no recording, such as those of an import that a crash cut off."""
        kept = {_family(self.absolute(path)) for path in known}
        return tuple(sorted(path for path in self._files() if _family(path) not in kept))

    def delete(self, paths: Iterable[str]) -> None:
        """Delete recordings and what was made of them."""
        gone = {_family(self.absolute(path)) for path in paths}
        for file in [path for path in self._files() if _family(path) in gone]:
            file.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        return (path for path in self._folder.glob("*") if path.is_file())


def _family(path: Path) -> Path:
    """Return what a recording and its waveform, partial copies and so on share: the name up to the first dot."""
    return path.with_name(path.name.partition(".")[0])
