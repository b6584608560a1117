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
