"""Finds the files of a Whisper model, ready for CTranslate2."""

from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import location, manifest
from insight_desktop.local_models.manifest import ModelEntry, Origin


def whisper_model(name: str = "base") -> Path:
    """Return the verified folder of a Whisper model: the user's, the bundled one, or joined from its packages.

    Nothing is fetched here; larger models come by `insight-desktop models fetch NAME`.

    Args:
        name: `base`, `small`, `medium`, `large-v3`, or the name of a folder that the user added.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    full_name = name if name.startswith("whisper-") else f"whisper-{name}"
    entry = manifest.read().get(full_name) or _of_the_user(full_name)
    folder = location.placed(entry)
    if folder is not None:
        return folder
    if entry.origin is Origin.PACKAGE:
        return location.join_from_packages(entry)
    raise KnownError(ErrorCode.MODEL_MISSING, model=entry.name)


def installed_models() -> tuple[str, ...]:
    """Return the names of the Whisper models on this machine, the default first, without verifying their files."""
    known = [entry for entry in manifest.read().values() if entry.kind == "whisper"]
    here = [entry.name for entry in known if entry.origin is Origin.PACKAGE or _has_folder(entry.name)]
    added = (path.parent.name for path in sorted(location.user_folder("").glob("whisper-*/model.bin")))
    return tuple(dict.fromkeys(name.removeprefix("whisper-") for name in (*here, *added)))


def _has_folder(name: str) -> bool:
    return any(folder.is_dir() for folder in location.homes(name))


def _of_the_user(name: str) -> ModelEntry:
    """Describe a model that the manifest does not know, such as a Whisper the user tuned."""
    return ModelEntry(
        name=name,
        kind="whisper",
        origin=Origin.USER,
        licence="",
        source="",
        purpose_ja="",
        purpose_en="",
        files=(manifest.ModelFile(path="model.bin"), manifest.ModelFile(path="config.json")),
    )
