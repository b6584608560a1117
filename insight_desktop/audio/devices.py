"""Input devices and loopback sources as values, and what an audio system must offer; no device library here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.errors import ErrorCode, KnownError

_VIRTUAL = ("blackhole", "loopback audio", "soundflower", "vb-cable", "background music")


class DeviceKind(StrEnum):
    """Where the sound of a device comes from."""

    MICROPHONE = "microphone"
    LOOPBACK = "loopback"
    """What the machine plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Something that can be recorded."""

    id: str
    name: str
    kind: DeviceKind
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundBlock:
    """Samples of one read, -1 to 1, mono."""

    samples: NDArray[np.float32]
    torn: bool = False
    """Whether the system says that sound is missing before this block."""


def carries_output(name: str) -> bool:
    """Tell whether an input is a virtual device that carries what the machine plays, as one installs it on macOS."""
    return any(known in name.casefold() for known in _VIRTUAL)


class InputStream(Protocol):
    """An open device."""

    def read(self) -> SoundBlock:
        """Wait for the next block; raises `OSError` when the device is gone."""

    def device_id(self) -> str:
        """Return the device that the sound really comes from: a sound server may have moved the stream."""

    def close(self) -> None:
        """Let the device go."""


class AudioSystem(Protocol):
    """The machine's sound inputs."""

    def devices(self) -> tuple[Device, ...]:
        """Return what can be recorded now; raises `KnownError` without an audio server."""

    def open(self, device: Device) -> InputStream:
        """Start listening to a device; raises `OSError` when that fails."""


def choose(devices: Sequence[Device], kind: DeviceKind, wanted: str | None) -> Device:
    """Return the device that is meant: by id, by name, by a unique part of the name, or the default.

    Raises:
        KnownError: there is no such device.

    """
    of_kind = [device for device in devices if device.kind is kind]
    if not wanted:
        found = [device for device in of_kind if device.is_default] or of_kind
    else:
        low = wanted.casefold()
        found = (
            [device for device in devices if device.id == wanted]
            or [device for device in of_kind if device.name.casefold() == low]
            or [device for device in of_kind if low in device.name.casefold() or low in device.id.casefold()]
            # A virtual device that carries the system sound on macOS is a microphone to the system.
            or [device for device in devices if device.name.casefold() == low]
        )
    if not found:
        raise KnownError(ErrorCode.DEVICE_MISSING, device=wanted or kind.value)
    return found[0]
