"""What `models/manifest.toml` says about each model."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError


class Origin(StrEnum):
    """Where a model's files come from."""

    PACKAGE = "package"
    BUILT = "built"
    HUB = "hub"
    BUNDLED = "bundled"
    USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file of a model; size 0 and an empty checksum mean that only the hub states them."""

    path: str
    size: int = 0
    sha256: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model: what it is for, whose it is, and which files make it."""

    name: str
    kind: str
    origin: Origin
    licence: str
    source: str
    purpose_ja: str
    purpose_en: str
    files: tuple[ModelFile, ...]
    repository: str = ""
    revision: str = "main"

    @property
    def size(self) -> int:
        """Bytes on disk as far as the manifest knows them."""
        return sum(file.size for file in self.files)


def read() -> dict[str, ModelEntry]:
    """Return every model of the manifest by its name, in the manifest's order."""
    content = tomllib.loads((paths.models() / "manifest.toml").read_text(encoding="utf-8"))
    return {table["name"]: _entry(table) for table in content["model"]}


def entry(name: str) -> ModelEntry:
    """Return the model `name`; `small` also finds `whisper-small`.

    Raises:
        KnownError: NOT_FOUND, when the manifest does not name it.
    """
    entries = read()
    found = entries.get(name) or entries.get(f"whisper-{name}")
    if found is None:
        raise KnownError(ErrorCode.NOT_FOUND, name=name)
    return found


def _entry(table: dict[str, Any]) -> ModelEntry:
    return ModelEntry(
        name=table["name"],
        kind=table["kind"],
        origin=Origin(table["origin"]),
        licence=table["licence"],
        source=table["source"],
        purpose_ja=table["purpose"]["ja"],
        purpose_en=table["purpose"]["en"],
        files=tuple(
            ModelFile(
                path=file["path"],
                size=file.get("size", 0),
                sha256=file.get("sha256", ""),
                parts=tuple(file.get("parts", ())),
            )
            for file in table["file"]
        ),
        repository=table.get("repository", ""),
        revision=table.get("revision", "main"),
    )
