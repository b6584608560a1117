"""Finds the files of the sentence encoder; makes them once from the package that carries them.

Of its 250,002 pieces of a hundred languages only those of Japanese and English are kept (`models/e5_pieces.json`): the
tokenizer of them all takes 270 MB of memory, that of the kept ones 45.
"""

import json
import shutil
from itertools import accumulate
from pathlib import Path

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import location, manifest
from insight_desktop.local_models.manifest import ModelEntry
from insight_desktop.local_models.placing import new_folder
from insight_desktop.local_models.verification import damaged_files
from insight_desktop.nlp.dequantise import NotAContainerError, write_sentence_transformer

ENCODER = "multilingual-e5-small"
_PIECES = "e5_pieces.json"
"""Lies beside the shipped models, and in each folder made with it; one made without it is made again."""
_NEEDED = (
    manifest.ModelFile(path="model.safetensors"),
    manifest.ModelFile(path="tokenizer.json"),
    manifest.ModelFile(path="modules.json"),
)


def sentence_encoder() -> Path:
    """Return the verified sentence-transformers folder of multilingual-e5-small.

    The user's folder and the bundle come first; else it is made in the cache, once, in a few seconds. A damaged
    one in the cache is made again.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    entry = manifest.entry(ENCODER)
    placed = _placed()
    if placed is not None:
        return placed
    target = location.cached_folder(ENCODER)
    recorded = location.read_record(target)
    if recorded and (target / _PIECES).is_file() and not damaged_files(target, recorded):
        return target
    source = location.package_file(entry.files[0].parts[0])
    if source is None:
        raise KnownError(ErrorCode.MODEL_MISSING, model=ENCODER)
    if location.damaged_in_packages(entry):
        raise KnownError(ErrorCode.MODEL_DAMAGED, model=ENCODER)
    _build(entry, source, target)
    return target


def kept_pieces() -> list[int]:
    """Return the ids of the kept pieces, ascending, the special ones first; the file holds the steps between them."""
    steps: list[int] = json.loads((paths.models() / _PIECES).read_text(encoding="utf-8"))
    return [number - 1 for number in accumulate(steps)]


def _placed() -> Path | None:
    for folder in location.homes(ENCODER):
        if folder.is_dir():
            if damaged_files(folder, location.read_record(folder) or _NEEDED):
                raise KnownError(ErrorCode.MODEL_DAMAGED, model=ENCODER)
            return folder
    return None


def _build(entry: ModelEntry, source: Path, target: Path) -> None:
    with new_folder(target) as making:
        try:
            write_sentence_transformer(memoryview(source.read_bytes()), making, kept_pieces())
            shutil.copy(paths.models() / _PIECES, making / _PIECES)
        except NotAContainerError as error:
            raise KnownError(ErrorCode.MODEL_DAMAGED, model=entry.name) from error
        location.write_record(making)
    damaged_files(target, location.read_record(target))
