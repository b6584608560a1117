"""Capture without a sound card: a fake system whose devices fail, move and vanish."""

import threading
import time
from pathlib import Path

import numpy as np

from insight_desktop.audio.capture import Capture, DiskLimits
from insight_desktop.audio.devices import Device, DeviceKind, SoundBlock
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.capture import Levels, Notice, NoticeKind, Receipt
from tests.audio.recordings import BLOCK, MIC, SYSTEM, a_session

INNER = Device(id="inner", name="Inner", kind=DeviceKind.MICROPHONE, is_default=True)
HEADSET = Device(id="headset", name="Headset", kind=DeviceKind.MICROPHONE)
LOOP = Device(id="loop", name="Speaker", kind=DeviceKind.LOOPBACK, is_default=True)


class _Stream:
    def __init__(self, system: "_System", device: Device) -> None:
        self._system, self.device = system, device
        self._next = time.monotonic()

    def read(self) -> SoundBlock:
        self._next += BLOCK / 48000 / self._system.speed
        self._system.ended.wait(max(0.0, self._next - time.monotonic()))
        if self.device not in self._system.present:
            raise OSError
        return SoundBlock(samples=np.full(BLOCK, 0.25, dtype=np.float32))

    def device_id(self) -> str:
        return self.device.id

    def close(self) -> None:
        """Nothing to let go."""


class _System:
    """Devices that can be pulled out."""

    def __init__(self, *present: Device, speed: float = 6.0) -> None:
        self.present, self.speed, self.ended = list(present), speed, threading.Event()

    def devices(self) -> tuple[Device, ...]:
        return tuple(self.present)

    def open(self, device: Device) -> _Stream:
        if device not in self.present:
            raise OSError
        return _Stream(self, device)


class _Heard(list[Notice | Levels]):
    def kinds(self) -> list[NoticeKind]:
        return [each.kind for each in self if isinstance(each, Notice)]

    def wait_for(self, kind: NoticeKind) -> None:
        until = time.monotonic() + 30
        while kind not in self.kinds():
            assert time.monotonic() < until, f"no {kind}, but {self.kinds()}"
            time.sleep(0.01)

    def wait_recorded(self, seconds: float) -> None:
        until = time.monotonic() + 30
        while not any(isinstance(each, Levels) and each.seconds >= seconds for each in self):
            assert time.monotonic() < until
            time.sleep(0.01)


def _capture(path: Path, system: _System, heard: _Heard, wanted: dict, limits: DiskLimits | None = None) -> Capture:
    capture = Capture(
        RecordingFolder(path), a_session(*wanted), wanted=wanted, system=system, say=heard.append, limits=limits
    )
    capture.start()
    return capture


def _stop(capture: Capture, system: _System) -> Receipt:
    capture.stop()
    receipt = capture.wait(30)
    system.ended.set()
    assert receipt
    return receipt


def test_both_sides_are_recorded_without_loss(tmp_path: Path):
    system, heard = _System(INNER, LOOP), _Heard()
    capture = _capture(tmp_path / "r", system, heard, {MIC: None, SYSTEM: None})
    heard.wait_recorded(5)
    receipt = _stop(capture, system)
    assert [(each.device, each.gaps, each.lost_frames) for each in receipt.streams] == [
        ("Inner", 0, 0),
        ("Speaker", 0, 0),
    ]


def test_vanished_microphone_is_replaced_by_the_default(tmp_path: Path):
    system, heard = _System(INNER, HEADSET, LOOP), _Heard()
    capture = _capture(tmp_path / "r", system, heard, {MIC: "headset"})
    heard.wait_recorded(1)
    system.present.remove(HEADSET)
    heard.wait_for(NoticeKind.DEVICE_CHANGED)
    assert next(each.device for each in heard if isinstance(each, Notice) and each.device) == "Inner"
    system.present.append(HEADSET)
    until = time.monotonic() + 20
    while heard.kinds().count(NoticeKind.DEVICE_CHANGED) < 2:
        assert time.monotonic() < until
        time.sleep(0.01)
    assert _stop(capture, system).streams[0].device == "Headset"


def test_last_microphone_gone_is_told_and_its_return_goes_on(tmp_path: Path):
    system, heard = _System(INNER, LOOP), _Heard()
    capture = _capture(tmp_path / "r", system, heard, {MIC: None, SYSTEM: None})
    heard.wait_recorded(1)
    system.present.remove(INNER)
    heard.wait_for(NoticeKind.DEVICE_GONE)
    system.present.append(INNER)
    heard.wait_for(NoticeKind.GAP)
    mic, other = _stop(capture, system).streams
    assert mic.gaps == 1
    assert other.gaps == 0


def test_machine_without_loopback_records_the_microphone_and_says_so(tmp_path: Path):
    system, heard = _System(INNER), _Heard()
    capture = _capture(tmp_path / "r", system, heard, {MIC: None, SYSTEM: None})
    heard.wait_recorded(0.5)
    assert NoticeKind.NO_SYSTEM_SOUND in heard.kinds()
    assert [each.stream for each in _stop(capture, system).streams] == [MIC]


def test_filling_disk_warns_then_stops(tmp_path: Path):
    system, heard = _System(INNER), _Heard()
    limits = DiskLimits(warn=10**18, stop=10**18, every_s=0.2)
    capture = _capture(tmp_path / "r", system, heard, {MIC: None}, limits)
    receipt = capture.wait(30)
    system.ended.set()
    assert receipt
    assert receipt.reason == "disk_full"
    assert heard.kinds()[-3:] == [NoticeKind.DISK_LOW, NoticeKind.DISK_FULL, NoticeKind.STOPPED]


def test_nobody_drains_the_queue_and_the_loss_is_counted(tmp_path: Path, monkeypatch):
    from insight_desktop.audio import capture as module

    monkeypatch.setattr(module, "QUEUE_BLOCKS", 8)
    system, heard = _System(INNER, speed=200.0), _Heard()
    slow = threading.Event()
    original = module.RecordingWriter.take

    def stalling(self, arrival) -> None:
        if self.seconds > 1 and not slow.is_set():
            slow.wait(0.5)
            slow.set()
        original(self, arrival)

    monkeypatch.setattr(module.RecordingWriter, "take", stalling)
    capture = _capture(tmp_path / "r", system, heard, {MIC: None})
    heard.wait_for(NoticeKind.OVERRUN)
    assert _stop(capture, system).streams[0].lost_frames > 0
