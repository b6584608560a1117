"""Says of each model whether it is here and right; looks only, makes nothing."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from insight_desktop.local_models import location, manifest
from insight_desktop.local_models.manifest import ModelEntry, Origin
from insight_desktop.local_models.verification import damaged_files


class State(StrEnum):
    """Whether a model can be used."""

    READY = "ready"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStatus:
    """What was found of one model."""

    entry: ModelEntry
    state: State
    folder: Path | None = None
    bad_files: tuple[str, ...] = ()


def all_models(*, thorough: bool = False) -> tuple[ModelStatus, ...]:
    """Return the status of every model of the manifest and of those the user added.

    Args:
        thorough: read every byte again.
    """
    entries = manifest.read()
    folder = location.user_folder("x").parent
    own = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    added = [_added(name) for name in own if name not in entries and not name.startswith(".")]
    return tuple(status_of(entry, thorough=thorough) for entry in (*entries.values(), *added))


def status_of(entry: ModelEntry, *, thorough: bool = False) -> ModelStatus:
    """Return the status of one model, in the order in which the program would look for it."""
    for folder in location.homes(entry.name):
        if folder.is_dir():
            return _judged(entry, folder, damaged_files(folder, _files(entry, folder), thorough=thorough))
    if entry.origin in (Origin.PACKAGE, Origin.BUILT):
        bad = location.damaged_in_packages(entry, thorough=thorough)
        cached = location.cached_folder(entry.name)
        if bad is None:
            return ModelStatus(entry=entry, state=State.MISSING)
        if not bad and cached.is_dir():
            bad = damaged_files(cached, _files(entry, cached), thorough=thorough)
        return _judged(entry, cached if cached.is_dir() else None, bad)
    return ModelStatus(entry=entry, state=State.MISSING)


def _files(entry: ModelEntry, folder: Path) -> tuple[manifest.ModelFile, ...]:
    return location.expected_files(entry, folder)


def _judged(entry: ModelEntry, folder: Path | None, bad: tuple[str, ...]) -> ModelStatus:
    return ModelStatus(entry=entry, state=State.DAMAGED if bad else State.READY, folder=folder, bad_files=bad)


def _added(name: str) -> ModelEntry:
    return ModelEntry(
        name=name,
        kind="whisper" if name.startswith("whisper-") else "",
        origin=Origin.USER,
        licence="",
        source="",
        purpose_ja="追加したモデル",
        purpose_en="Added by you",
        files=(),
    )
