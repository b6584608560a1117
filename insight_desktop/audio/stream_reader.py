"""Reads one device in its own thread and does nothing else, so that no block waits for a disk or another device."""

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from insight_desktop.audio.devices import AudioSystem, Device, DeviceKind, InputStream, choose
from insight_desktop.audio.recording_writer import Arrival
from insight_desktop.domain.capture import StreamName
from insight_desktop.domain.errors import KnownError

RETRY_S = 1.0
LOOK_S = 1.0
KIND_OF = {StreamName.MIC: DeviceKind.MICROPHONE, StreamName.SYSTEM: DeviceKind.LOOPBACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Another device gives the sound of a stream; an empty name means that there is none."""

    stream: StreamName
    device_id: str
    name: str


class Outbox(Protocol):
    """Where a reader puts what it has; never waits."""

    def put_nowait(self, item: "Arrival | Moved") -> None:
        """Put an item or raise `queue.Full`."""


class StreamReader(threading.Thread):
    """Listens to a wanted device, to the best one left while it is gone, and to the wanted one when it is back."""

    def __init__(
        self,
        stream: StreamName,
        wanted: str | None,
        *,
        system: AudioSystem,
        outbox: Outbox,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare; `start` begins to listen."""
        super().__init__(name=f"reader-{stream.value}", daemon=True)
        self.stream, self.wanted = stream, wanted
        self.device: Device | None = None
        self._system, self._outbox, self._clock = system, outbox, clock
        self._stop = threading.Event()
        self._reopen = threading.Event()
        self._missing = True
        self._lost_frames = 0

    def run(self) -> None:
        """Listen until told to stop; a device that fails is opened again or replaced."""
        while not self._stop.is_set():
            opened = self._open()
            if opened is None:
                self._stop.wait(RETRY_S)
                continue
            try:
                self._read(opened)
            finally:
                # An abandoned thread leaves its stream alone: closing it could hang like reading did.
                if not self._stop.is_set() or self.device is not None:
                    opened.close()

    def reopen(self) -> None:
        """Choose the device anew, because the devices changed."""
        self._reopen.set()

    def stop(self) -> None:
        """Listen no more."""
        self._stop.set()

    def abandon(self) -> None:
        """Give the thread up: it hangs inside the device's library."""
        self.device = None
        self._stop.set()

    def _open(self) -> InputStream | None:
        found: InputStream | None = None
        device: Device | None = None
        with contextlib.suppress(KnownError, OSError):
            device = self._pick(self._system.devices())
            found = self._system.open(device) if device else None
        if self._stop.is_set():
            return None
        if found is None or device is None:
            if self.device is not None:
                self.device = None
                self._tell("", "")
            self._missing = True
            return None
        if self.device is None or device.id != self.device.id:
            self._tell(device.id, device.name)
        self.device, self._missing = device, True
        return found

    def _pick(self, devices: Sequence[Device]) -> Device | None:
        """Return the wanted device, else the default of its kind: never a loopback in place of a microphone."""
        kind = KIND_OF[self.stream]
        if self.wanted:
            with contextlib.suppress(KnownError):
                return choose(devices, kind, self.wanted)
        with contextlib.suppress(KnownError):
            return choose(devices, kind, None)
        return None

    def _read(self, opened: InputStream) -> None:
        looked_at = self._clock()
        while not self._stop.is_set() and not self._reopen.is_set():
            try:
                block = opened.read()
            except OSError:
                return
            at = self._clock()
            if self._stop.is_set():
                return
            if at - looked_at >= LOOK_S:
                looked_at = at
                if self._was_moved(opened):
                    return
            arrival = Arrival(
                stream=self.stream,
                at=at,
                samples=block.samples,
                begins=self._missing or block.torn or self._lost_frames > 0,
                lost_frames=self._lost_frames,
            )
            try:
                self._outbox.put_nowait(arrival)
            except queue.Full:
                self._lost_frames += len(block.samples)
            else:
                self._missing, self._lost_frames = False, 0
        self._reopen.clear()

    def _was_moved(self, opened: InputStream) -> bool:
        """Tell whether the sound server gave the stream another source; the block at hand may be of it, so it goes."""
        now = opened.device_id()
        return self.device is not None and now != self.device.id

    def _tell(self, device_id: str, name: str) -> None:
        with contextlib.suppress(queue.Full):
            self._outbox.put_nowait(Moved(stream=self.stream, device_id=device_id, name=name))
