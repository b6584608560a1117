"""The audio store's folder: names, sizes, orphans, deletion."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from insight_desktop.domain.ids import MeetingId

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_STEM = 80


class AudioFiles:
    """One folder for each meeting under `audio/`; paths in the database are relative to the workspace."""

    def __init__(self, workspace: Path) -> None:
        """Use the workspace's folder."""
        self._workspace = workspace
        self._folder = workspace / "audio"

    def folder(self, meeting_id: MeetingId) -> Path:
        """Return the folder of a meeting's audio, made if need be."""
        folder = self._folder / meeting_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def place(self, meeting_id: MeetingId, original_name: str) -> Path:
        """Return a free path for a recording, named like the original where the file system allows."""
        original = Path(safe_name(original_name))
        folder = self.folder(meeting_id)
        candidate = folder / original.name
        number = 2
        while candidate.exists():
            candidate = folder / f"{original.stem}-{number}{original.suffix}"
            number += 1
        return candidate

    def absolute(self, path: str) -> Path:
        """Return where a recording lies."""
        return self._workspace / PurePosixPath(path)

    def relative(self, path: Path) -> str:
        """Return a recording's path as the database keeps it."""
        return path.relative_to(self._workspace).as_posix()

    def bytes_used(self) -> int:
        """Return the size of all audio."""
        return sum(path.stat().st_size for path in self._files())

    def orphans(self, known: Iterable[str]) -> tuple[Path, ...]:
        """Return files that no recording names, such as those of a crash before it was stored."""
        kept = {self.absolute(path) for path in known}
        return tuple(sorted(path for path in self._files() if path not in kept))

    def delete(self, paths: Iterable[str]) -> None:
        """Delete recordings and the folders that they leave empty; other files beside them stay."""
        for path in paths:
            file = self.absolute(path)
            file.unlink(missing_ok=True)
            if file.parent != self._folder and file.parent.is_dir() and not any(file.parent.iterdir()):
                file.parent.rmdir()

    def _files(self) -> Iterable[Path]:
        return (path for path in self._folder.rglob("*") if path.is_file()) if self._folder.is_dir() else ()


def safe_name(name: str) -> str:
    """Return a file name that Linux, macOS and Windows all take, in NFC so that it is the same everywhere."""
    cleaned = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", Path(name).name)).strip(" .")
    path = Path(cleaned or "recording")
    stem = path.stem
    while len(stem.encode()) > _LONGEST_STEM:
        stem = stem[:-1]
    return f"{stem or 'recording'}{path.suffix}"
