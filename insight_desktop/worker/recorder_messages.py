"""What the window and the recorder say to each other, beside the notices and levels of the domain."""

from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.capture import Receipt, StreamName


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDevice:
    """Something that can be recorded."""

    id: str
    name: str
    loopback: bool = False
    """Whether it is what the machine plays."""
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDevices:
    """Down: say what can be recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesFound:
    """Up: what can be recorded now."""

    devices: tuple[FoundDevice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPreview:
    """Down: show the levels of these devices without recording; a device is an id, a name, or "" for the default."""

    mic: str | None = ""
    system: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopPreview:
    """Down: let the devices go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRecording:
    """Down: record into a new folder; a stream that is None is not recorded, "" is the default device."""

    folder: str
    recording: str
    mode: str = "web"
    mic: str | None = ""
    system: str | None = ""
    title: str = ""
    customer: str = ""
    customer_id: str = ""
    language: str = "ja"
    consent: str = ""
    finish: bool = True
    """Whether the recorder aligns and encodes after the end."""
    warn_bytes: int = 10**9
    stop_bytes: int = 200 * 10**6


class RecorderOrder(StrEnum):
    """What can be asked of a running recording."""

    PAUSE = "pause"
    RESUME = "resume"
    MARK = "mark"
    AGREE = "agree"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Down: do this to the recording."""

    order: RecorderOrder
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchDevice:
    """Down: take the sound of a running recording's stream from another device; "" is the default."""

    stream: StreamName
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted:
    """Up: both streams are being written."""

    folder: str
    devices: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStopped:
    """Up: the files are closed; this is their receipt."""

    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishingAdvanced:
    """Up: aligning and encoding reached so many seconds."""

    done_s: float
    total_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFinished:
    """Up: the aligned recording is proved and ready to be processed."""

    folder: str
    path: str
    seconds: float
    channels: int
    sha256: str


RecorderMessage = (
    ListDevices
    | DevicesFound
    | StartPreview
    | StopPreview
    | StartRecording
    | Order
    | SwitchDevice
    | RecordingStarted
    | RecordingStopped
    | FinishingAdvanced
    | RecordingFinished
)
