"""What a recorder says while it works, and what it hands over at the end."""

from dataclasses import dataclass
from enum import StrEnum


class StreamName(StrEnum):
    """One of the two sides of a recording, and the name of its file."""

    MIC = "mic"
    """The microphone: the salesperson, or everybody in the room."""
    SYSTEM = "system"
    """What the machine plays: the other side of a web meeting."""


class NoticeKind(StrEnum):
    """What can happen to a recording; each has its sentence in the wording."""

    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    MARKED = "marked"
    AGREED = "agreed"
    """The user noted that everybody agreed to the recording."""
    GAP = "gap"
    OVERRUN = "overrun"
    SILENT = "silent"
    SOUND_AGAIN = "sound_again"
    CLIPPING = "clipping"
    STALLED = "stalled"
    DEVICE_GONE = "device_gone"
    DEVICE_CHANGED = "device_changed"
    SUSPENDED = "suspended"
    NO_SYSTEM_SOUND = "no_system_sound"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that happened, at `at_s` seconds of recorded sound; kept in the session and shown to the user."""

    kind: NoticeKind
    at_s: float
    stream: StreamName | None = None
    seconds: float = 0.0
    """How long: of a gap, a silence, a suspend; free megabytes never go here."""
    device: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How loud a stream was since the last level, 0 to 1."""

    peak: float
    rms: float
    stalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Both meters and the clock, several times a second."""

    seconds: float
    mic: Level | None = None
    system: Level | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamReceipt:
    """What became of one stream."""

    stream: StreamName
    device: str
    seconds: float
    frames: int
    gaps: int
    gap_s: float
    lost_frames: int
    """Samples that the device gave but the disk could not take in time."""
    silent_share: float
    clipped_share: float
    alive: bool
    """Whether any sound was heard at all."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The proof of a recording, after stop."""

    recording: str
    folder: str
    started_at: str
    seconds: float
    reason: str
    streams: tuple[StreamReceipt, ...]
