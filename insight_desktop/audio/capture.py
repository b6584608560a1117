"""Records: readers -> bounded queue -> one writer thread -> files, with a watch on devices, disk and time.

Readers only copy. Everything that changes the recording happens in the writer thread, in the order of the queue.
"""

import contextlib
import queue
import shutil
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from insight_desktop.audio.devices import AudioSystem, Device, choose
from insight_desktop.audio.recording_folder import RecordingFolder, Session
from insight_desktop.audio.recording_writer import Arrival, DiskFullError, RecordingWriter
from insight_desktop.audio.stream_reader import KIND_OF, Moved, StreamReader
from insight_desktop.domain.capture import Levels, Notice, NoticeKind, Receipt, StreamName

QUEUE_BLOCKS = 600
"""Half a minute of both streams: longer than any disk has been seen to stall."""
DEVICES_S = 2.0
PUSH_S = 1.0
DISK_S = 10.0
RESTART_STALLED_S = 3.0
SUSPENDED_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskLimits:
    """When to warn of a filling disk, and when to stop, in free bytes."""

    warn: int = 10**9
    stop: int = 200 * 10**6
    every_s: float = DISK_S


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    kind: NoticeKind
    at: float
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Switch:
    stream: StreamName
    wanted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Devices:
    devices: tuple[Device, ...]


class Capture:
    """One recording, from start to receipt."""

    def __init__(
        self,
        folder: RecordingFolder,
        session: Session,
        *,
        wanted: Mapping[StreamName, str | None],
        system: AudioSystem,
        say: Callable[[Notice | Levels], None],
        limits: DiskLimits | None = None,
    ) -> None:
        """Check that the devices are there; nothing is written yet.

        Raises:
            KnownError: a wanted device is missing, or there is no audio server.

        """
        self._limits = limits or DiskLimits()
        self._system, self._say, self._folder = system, say, folder
        devices = system.devices()
        has_loopback = any(device.kind is KIND_OF[StreamName.SYSTEM] for device in devices)
        self._misses_system = StreamName.SYSTEM in wanted and not wanted[StreamName.SYSTEM] and not has_loopback
        if self._misses_system and len(wanted) > 1:
            wanted = {stream: name for stream, name in wanted.items() if stream is not StreamName.SYSTEM}
        chosen = {stream: choose(devices, KIND_OF[stream], name) for stream, name in wanted.items()}
        self._session = _with_devices(session, chosen)
        self._queue: queue.Queue[Arrival | Moved | _Command | _Switch | _Devices] = queue.Queue(maxsize=QUEUE_BLOCKS)
        # A device that was named stays wanted by its id; without a name the system's default is followed.
        self._wanted = {stream: chosen[stream].id if name else None for stream, name in wanted.items()}
        self._chosen = chosen
        self._readers = {stream: self._reader(stream) for stream in wanted}
        self._told_gone: set[StreamName] = set()
        self._ended = threading.Event()
        self._receipt: Receipt | None = None
        self._failure: BaseException | None = None
        self._writer_thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._watch_thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        self._push_thread = threading.Thread(target=self._push, name="push", daemon=True)
        self._closing = threading.Event()
        self._low_told = False
        self._restarts: dict[StreamName, tuple[int, float]] = {}

    @property
    def device_names(self) -> dict[str, str]:
        """The devices at the start, by stream."""
        return {stream.value: name for stream, name in self._session.devices.items()}

    def start(self) -> None:
        """Create the files and begin."""
        self._folder.path.mkdir(parents=True, exist_ok=True)
        self._writer = RecordingWriter(self._folder, self._session, say=self._say, started_at=time.monotonic())
        if self._misses_system:
            self._writer.note(NoticeKind.NO_SYSTEM_SOUND)
        for reader in self._readers.values():
            reader.start()
        self._writer_thread.start()
        self._watch_thread.start()
        self._push_thread.start()

    def pause(self) -> None:
        """Write nothing from now on."""
        self._command(NoticeKind.PAUSED)

    def resume(self) -> None:
        """Write again."""
        self._command(NoticeKind.RESUMED)

    def mark(self, text: str = "") -> None:
        """Remember this moment."""
        self._command(NoticeKind.MARKED, text)

    def agree(self, text: str = "") -> None:
        """Note that everybody agreed to the recording."""
        self._command(NoticeKind.AGREED, text)

    def switch(self, stream: StreamName, device: str) -> None:
        """Take the sound of a stream from another device from now on; "" follows the system's default."""
        self._queue.put(_Switch(stream=stream, wanted=device or None))

    def stop(self, reason: str = "stop") -> None:
        """End the recording; `wait` returns the receipt."""
        if not self._ended.is_set():
            self._command(NoticeKind.STOPPED, reason)

    def wait(self, timeout: float | None = None) -> Receipt | None:
        """Wait for the end; returns the receipt, or None while it is still recording."""
        if not self._ended.wait(timeout):
            return None
        if self._failure is not None:
            raise self._failure
        return self._receipt

    def _command(self, kind: NoticeKind, text: str = "") -> None:
        self._queue.put(_Command(kind=kind, at=time.monotonic(), text=text))

    def _reader(self, stream: StreamName) -> StreamReader:
        return StreamReader(stream, self._wanted[stream], system=self._system, outbox=self._queue)

    def _run(self) -> None:
        """Write until the end; a disk that is full ends it too, with everything so far kept."""
        reason = "disk_full"
        try:
            reason = self._work()
        except DiskFullError:
            with contextlib.suppress(OSError):
                self._writer.note(NoticeKind.DISK_FULL)
        except Exception as error:  # noqa: BLE001 - the border of the thread: the files are closed, then it is raised
            self._failure, reason = error, "failed"
        for reader in self._readers.values():
            reader.stop()
        self._closing.set()
        self._push_thread.join()
        try:
            self._receipt = self._writer.close(reason)
        except OSError as error:
            self._failure = self._failure or error
        self._ended.set()

    def _work(self) -> str:
        disk_at = stalled_at = time.monotonic()
        ahead = time.time() - time.monotonic()
        while True:
            with contextlib.suppress(queue.Empty):
                item = self._queue.get(timeout=0.1)
                if isinstance(item, _Command) and item.kind is NoticeKind.STOPPED:
                    return item.text
                self._handle(item)
            now = time.monotonic()
            self._writer.tick(now)
            if now - disk_at >= self._limits.every_s:
                disk_at = now
                if not self._disk_has_room():
                    self._writer.note(NoticeKind.DISK_FULL)
                    return "disk_full"
            if now - stalled_at >= RESTART_STALLED_S:
                stalled_at = now
                self._restart_stalled(now)
            jumped = time.time() - now - ahead
            if abs(jumped) > SUSPENDED_S:
                # The wall clock went on while the monotonic one stood still: the machine slept.
                ahead += jumped
                if jumped > 0:
                    self._writer.note(NoticeKind.SUSPENDED, seconds=jumped)

    def _handle(self, item: Arrival | Moved | _Command | _Switch | _Devices) -> None:
        match item:
            case Arrival():
                self._writer.take(item)
            case Moved():
                self._moved(item)
            case _Switch():
                self._switch(item)
            case _Devices():
                self._compare(item.devices)
            case _Command(kind=NoticeKind.PAUSED):
                self._writer.pause(item.at)
            case _Command(kind=NoticeKind.RESUMED):
                self._writer.resume(item.at)
            case _Command():
                self._writer.note(item.kind, text=item.text)

    def _switch(self, asked: _Switch) -> None:
        reader = self._readers.get(asked.stream)
        if reader is not None:
            self._wanted[asked.stream] = reader.wanted = asked.wanted
            reader.reopen()

    def _moved(self, moved: Moved) -> None:
        if not moved.name:
            self._tell_gone(moved.stream)
        elif moved.device_id != self._chosen[moved.stream].id or moved.stream in self._told_gone:
            self._told_gone.discard(moved.stream)
            self._writer.device_changed(moved.stream, moved.name)
            kind = KIND_OF[moved.stream]
            self._chosen[moved.stream] = Device(id=moved.device_id, name=moved.name, kind=kind)

    def _tell_gone(self, stream: StreamName) -> None:
        if stream not in self._told_gone:
            self._told_gone.add(stream)
            self._writer.note(NoticeKind.DEVICE_GONE, stream=stream, device=self._chosen[stream].name)

    def _compare(self, devices: tuple[Device, ...]) -> None:
        """Let a reader choose anew when its device went, the wanted one came back, or the default changed."""
        for stream, reader in self._readers.items():
            current = reader.device
            if current is None:
                continue
            best = next((each for each in devices if each.id == reader.wanted), None) or next(
                (each for each in devices if each.kind is KIND_OF[stream] and each.is_default), None
            )
            if all(each.id != current.id for each in devices):
                self._tell_gone(stream)
                reader.reopen()
            elif best is not None and best.id != current.id:
                reader.reopen()

    def _restart_stalled(self, now: float) -> None:
        """Replace a reader that hangs inside the device's library."""
        stalled = self._writer.stalled_since(now - RESTART_STALLED_S)
        self._restarts = {stream: each for stream, each in self._restarts.items() if stream in stalled}
        for stream in stalled:
            tries, next_at = self._restarts.get(stream, (0, now))
            if now < next_at:
                continue
            # Each try leaves a hanging thread behind, so the tries become rarer.
            self._restarts[stream] = (tries + 1, now + RESTART_STALLED_S * 2 ** min(tries + 1, 6))
            self._readers[stream].abandon()
            self._readers[stream] = reader = self._reader(stream)
            reader.start()

    def _disk_has_room(self) -> bool:
        free = shutil.disk_usage(self._folder.path).free
        if free < self._limits.warn and not self._low_told:
            self._low_told = True
            self._writer.note(NoticeKind.DISK_LOW, text=str(free // 10**6))
        return free >= self._limits.stop

    def _push(self) -> None:
        """Push the sound to the disk each second, beside the writer: a busy disk must not hold up the sound."""
        while not self._closing.wait(PUSH_S):
            with contextlib.suppress(OSError):  # a full disk is met, and told, by the next write
                self._writer.push()

    def _watch(self) -> None:
        """Look at the devices every two seconds; asking may take long, so it has its own thread."""
        while not self._ended.wait(DEVICES_S):
            with contextlib.suppress(Exception):  # a server that is gone for a moment; the readers try on their own
                self._queue.put(_Devices(devices=self._system.devices()), timeout=1)


def _with_devices(session: Session, chosen: Mapping[StreamName, Device]) -> Session:
    return replace(session, devices={stream: device.name for stream, device in chosen.items()})
