"""Takes a model from a folder the user chose, for machines without a connection and for models of one's own."""

import shutil
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import manifest
from insight_desktop.local_models.location import RECORD, user_folder, write_record
from insight_desktop.local_models.manifest import ModelEntry
from insight_desktop.local_models.placing import new_folder
from insight_desktop.local_models.verification import damaged_files, sha256_of

_SIGNS = {"whisper": ("model.bin", "config.json"), "sentence-encoder": ("modules.json", "config.json")}
"""Files by which a folder is recognised as a model of a kind."""


def add_folder(folder: Path, name: str = "") -> Path:
    """Copy a model's folder to the user's models, whole and verified, and return its new place.

    Args:
        folder: a CTranslate2 Whisper or a sentence-transformers folder.
        name: what it shall be called; by default the manifest's name for these weights, or the folder's own.

    Raises:
        KnownError: FILE_MISSING, MODEL_DAMAGED, DISK_FULL or PERMISSION_REFUSED.
    """
    if not folder.is_dir():
        raise KnownError(ErrorCode.FILE_MISSING, path=folder)
    kind = next((kind for kind, signs in _SIGNS.items() if _holds(folder, signs)), None)
    if kind is None:
        raise KnownError(ErrorCode.MODEL_DAMAGED, model=name or folder.name)
    known = _known_as(folder)
    entries = manifest.read()
    full_name = _full_name(name or (known.name if known else folder.name), kind)
    entry = entries.get(full_name)
    if entry is not None and entry.kind == "whisper" and damaged_files(folder, entry.files, thorough=True):
        raise KnownError(ErrorCode.MODEL_DAMAGED, model=full_name)
    target = user_folder(full_name)
    with new_folder(target) as making:
        shutil.copytree(folder, making, dirs_exist_ok=True, ignore=shutil.ignore_patterns(RECORD, ".*"))
        write_record(making)
    return target


def _holds(folder: Path, signs: tuple[str, ...]) -> bool:
    return all((folder / sign).is_file() and (folder / sign).stat().st_size for sign in signs)


def _known_as(folder: Path) -> ModelEntry | None:
    """Return the model of the manifest whose weights lie in the folder, told by size and checksum."""
    weights = folder / "model.bin"
    if not weights.is_file():
        return None
    size = weights.stat().st_size
    for entry in manifest.read().values():
        for file in entry.files:
            if file.path == "model.bin" and file.size == size and file.sha256 == sha256_of(weights):
                return entry
    return None


def _full_name(name: str, kind: str) -> str:
    return f"whisper-{name}" if kind == "whisper" and not name.startswith("whisper-") else name
