"""What the privacy page shows; read off the main thread."""

from dataclasses import dataclass

from insight_desktop import network_guard, open_connections
from insight_desktop.diarization import voiceprint
from insight_desktop.domain.voice import VoicePrint
from insight_desktop.local_models.status import ModelStatus, State, all_models
from insight_desktop.network_guard import Attempt
from insight_desktop.open_connections import Connections
from insight_desktop.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """One model that is here, and its proof."""

    name: str
    purpose_ja: str
    purpose_en: str
    licence: str
    megabytes: float
    checksum: str
    """Of its largest file."""
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """Everything on the page."""

    attempts: tuple[Attempt, ...]
    connections: Connections
    """What the operating system shows of all processes now."""
    voice: VoicePrint | None
    audio_bytes: int
    trashed: int

    @property
    def refused(self) -> int:
        """Connections that the guard did not let through."""
        return sum(not each.is_allowed for each in self.attempts)

    @property
    def opened(self) -> int:
        """Connections that were made, by fetching a model."""
        return sum(each.is_allowed for each in self.attempts)


def read(workspace: Workspace) -> Privacy:
    """Return what is known now."""
    return Privacy(
        attempts=network_guard.attempts(),
        connections=open_connections.look(),
        voice=voiceprint.load(),
        audio_bytes=workspace.audio.bytes_used(),
        trashed=len(workspace.meetings.trashed()),
    )


def read_models(*, thorough: bool = False) -> tuple[ModelRow, ...]:
    """Return the models that are here; `thorough` reads every byte of them, which takes seconds."""
    return tuple(_row(status) for status in all_models(thorough=thorough) if status.state is not State.MISSING)


def _row(status: ModelStatus) -> ModelRow:
    entry = status.entry
    proved = max((file for file in entry.files if file.sha256), key=lambda file: file.size, default=None)
    return ModelRow(
        name=entry.name,
        purpose_ja=entry.purpose_ja,
        purpose_en=entry.purpose_en,
        licence=entry.licence,
        megabytes=entry.size / 1e6,
        checksum=proved.sha256 if proved else "",
        is_right=status.state is State.READY,
    )
