"""The recorder process: holds the devices and the open files, obeys one message a line, and outlives a dead window.

It loads no model. When its input closes, because the window ended or crashed, it completes its files and ends.
"""

import contextlib
import datetime as dt
import errno
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from insight_desktop import __version__
from insight_desktop.audio.capture import Capture, DiskLimits
from insight_desktop.audio.devices import AudioSystem, DeviceKind
from insight_desktop.audio.finishing import finish
from insight_desktop.audio.folder_lock import FolderLock
from insight_desktop.audio.preview import Preview
from insight_desktop.audio.recording_folder import RecordingFolder, Session
from insight_desktop.domain.capture import StreamName
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.meeting import Channel
from insight_desktop.worker.messages import Failed, Hello, Message, decode, encode
from insight_desktop.worker.recorder_messages import (
    DevicesFound,
    FinishingAdvanced,
    FoundDevice,
    ListDevices,
    Order,
    RecorderOrder,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    StartPreview,
    StartRecording,
    StopPreview,
    SwitchDevice,
)

ROLE = "recorder"
WINDOW_GONE = "window_gone"


class Recorder:
    """Obeys messages; at most one recording at a time."""

    def __init__(self, *, system: Callable[[], AudioSystem], say: Callable[[Message], None]) -> None:
        """Take the way to the devices (opened when first needed) and the way up."""
        self._make_system, self._say = system, say
        self._system: AudioSystem | None = None
        self._preview: Preview | None = None
        self._capture: Capture | None = None
        self._ending: threading.Thread | None = None

    def obey(self, message: Message) -> None:
        """Do what a message asks; a known error goes up as `Failed`."""
        job = message.recording if isinstance(message, StartRecording) else ""
        try:
            self._obey(message)
        except KnownError as error:
            self._say(Failed(job_id=job, code=error.code, params=error.params))

    def end(self, reason: str) -> None:
        """Complete everything: called when the input closed."""
        self._close_preview()
        if self._capture is not None:
            self._capture.stop(reason)
        if self._ending is not None:
            self._ending.join()

    def _obey(self, message: Message) -> None:
        match message:
            case ListDevices():
                self._say(DevicesFound(devices=self._devices()))
            case StartPreview(mic=mic, system=system):
                self._close_preview()
                self._preview = Preview(_wanted(mic, system), system=self._audio(), say=self._say)
            case StopPreview():
                self._close_preview()
            case StartRecording():
                self._start(message)
            case Order():
                self._order(message)
            case SwitchDevice():
                if self._capture is not None:
                    self._capture.switch(message.stream, message.device)
            case _:
                reason = f"a recorder is not asked for {type(message).__name__}"
                raise AssertionError(reason)

    def _start(self, asked: StartRecording) -> None:
        if self._capture is not None:
            return
        self._close_preview()
        folder = RecordingFolder(Path(asked.folder))
        session = Session(
            id=asked.recording,
            mode=Channel(asked.mode),
            started_at=dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds"),
            devices={},
            title=asked.title,
            customer=asked.customer,
            customer_id=asked.customer_id,
            language=asked.language,
            consent=asked.consent,
        )
        capture = Capture(
            folder,
            session,
            wanted=_wanted(asked.mic, asked.system),
            system=self._audio(),
            say=self._say,
            limits=DiskLimits(warn=asked.warn_bytes, stop=asked.stop_bytes),
        )
        try:
            folder.path.mkdir(parents=True, exist_ok=False)
            lock = FolderLock(folder.path)
            capture.start()
        except OSError as error:
            raise _disk_error(error, folder) from error
        self._capture = capture
        self._say(RecordingStarted(folder=asked.folder, devices=capture.device_names))
        # The sound thread must not wait for a sweep of the whole heap.
        gc.freeze()
        ending = threading.Thread(target=self._complete, args=(capture, folder, lock, asked), name="ending")
        self._ending = ending
        ending.start()

    def _order(self, message: Order) -> None:
        capture = self._capture
        if capture is None:
            return
        match message.order:
            case RecorderOrder.PAUSE:
                capture.pause()
            case RecorderOrder.RESUME:
                capture.resume()
            case RecorderOrder.MARK:
                capture.mark(message.text)
            case RecorderOrder.AGREE:
                capture.agree(message.text)
            case RecorderOrder.STOP:
                capture.stop(message.text or "stop")

    def _complete(self, capture: Capture, folder: RecordingFolder, lock: FolderLock, asked: StartRecording) -> None:
        """Wait for the end of the recording, then hand over the receipt and the finished file."""
        try:
            receipt = capture.wait()
            lock.release()
            self._capture = None
            if receipt is None:
                return
            self._say(RecordingStopped(receipt=receipt))
            if asked.finish and receipt.reason != WINDOW_GONE:
                self._finish(folder)
        except KnownError as error:
            self._say(Failed(job_id=asked.recording, code=error.code, params=error.params))
        except OSError as error:
            known = _disk_error(error, folder)
            self._say(Failed(job_id=asked.recording, code=known.code, params=known.params))

    def _finish(self, folder: RecordingFolder) -> None:
        def advanced(done: float, total: float) -> None:
            self._say(FinishingAdvanced(done_s=round(done, 1), total_s=round(total, 1)))

        done = finish(folder, advanced=_seldom(advanced))
        self._say(
            RecordingFinished(
                folder=done.folder, path=done.path, seconds=done.seconds, channels=done.channels, sha256=done.sha256
            )
        )

    def _devices(self) -> tuple[FoundDevice, ...]:
        return tuple(
            FoundDevice(
                id=each.id, name=each.name, loopback=each.kind is DeviceKind.LOOPBACK, is_default=each.is_default
            )
            for each in self._audio().devices()
        )

    def _audio(self) -> AudioSystem:
        if self._system is None:
            self._system = self._make_system()
        return self._system

    def _close_preview(self) -> None:
        if self._preview is not None:
            self._preview.close()
            self._preview = None


def run() -> int:
    """Be the recorder until the input closes."""
    from insight_desktop.audio.soundcard_system import SoundcardSystem

    up = _private_output()
    lock = threading.Lock()

    def say(message: Message) -> None:
        # A window that died must not stop the recording: its pipe breaks, the sound goes on to the disk.
        with lock, contextlib.suppress(OSError):
            up.write(encode(message))
            up.flush()

    recorder = Recorder(system=SoundcardSystem, say=say)
    say(Hello(role=ROLE, version=__version__))
    _obey_signals()
    with contextlib.suppress(_TerminatedError):
        for line in sys.stdin.buffer:
            recorder.obey(decode(line))
    recorder.end(WINDOW_GONE)
    # Threads that hang inside a device's library must not keep the process alive; everything is on the disk.
    os._exit(0)


class _TerminatedError(Exception):
    """The system asks the process to end, as at log-out."""


def _obey_signals() -> None:
    """Leave Ctrl-C to the parent, which sends a proper stop; take a request to end like a closed input."""

    def end(*_: object) -> None:
        # Once is enough: a second request must not disturb the closing of the files.
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise _TerminatedError

    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in numbers:
        signal.signal(number, end)


def _private_output() -> BinaryIO:
    """Keep the pipe for messages and let prints of native libraries go to the log."""
    descriptor = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(descriptor, "wb", buffering=0)


def _wanted(mic: str | None, system: str | None) -> dict[StreamName, str | None]:
    named = {StreamName.MIC: mic, StreamName.SYSTEM: system}
    return {stream: name or None for stream, name in named.items() if name is not None}


def _disk_error(error: OSError, folder: RecordingFolder) -> KnownError:
    if isinstance(error, PermissionError):
        return KnownError(ErrorCode.PERMISSION_REFUSED, path=folder.path)
    if error.errno == errno.ENOSPC:
        return KnownError(ErrorCode.DISK_FULL)
    return KnownError(ErrorCode.RECORDING_FAILED, reason=error.strerror or type(error).__name__)


def _seldom(advanced: Callable[[float, float], None]) -> Callable[[float, float], None]:
    told = -10.0

    def maybe(done: float, total: float) -> None:
        nonlocal told
        if done - told >= max(1.0, total / 50):
            told = done
            advanced(done, total)

    return maybe
