"""What the writer leaves on the disk, and what it says."""

import errno
import hashlib
import os
import wave
from pathlib import Path

import numpy as np
import pytest

from insight_desktop.audio.recording_folder import AnchorFile, RecordingFolder
from insight_desktop.audio.recording_writer import Arrival, DiskFullError
from insight_desktop.domain.capture import Levels, Notice, NoticeKind
from tests.audio.recordings import MIC, SYSTEM, a_recording, a_writer, clicks, feed


def _kinds(heard: list) -> list[NoticeKind]:
    return [each.kind for each in heard if isinstance(each, Notice)]


def _quiet(moments: np.ndarray) -> np.ndarray:
    return np.zeros(len(moments), dtype=np.float32)


def test_receipt_says_what_was_recorded(tmp_path: Path):
    receipt = a_recording(tmp_path / "r")
    mic, system = receipt.streams
    assert (mic.stream, system.stream) == (MIC, SYSTEM)
    assert mic.frames == 3 * 48000
    assert receipt.seconds == 3.0
    assert (mic.gaps, mic.alive, mic.clipped_share) == (0, True, 0)
    assert mic.sha256 == hashlib.sha256((tmp_path / "r" / "mic.wav").read_bytes()).hexdigest()
    assert RecordingFolder(tmp_path / "r").receipt() == receipt


def test_session_is_open_until_it_is_closed(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    folder = RecordingFolder(tmp_path / "r")
    assert not folder.load().closed
    writer.close("stop")
    session = folder.load()
    assert session.closed
    assert session.reason == "stop"
    assert [each.kind for each in session.notices] == [NoticeKind.STARTED, NoticeKind.STOPPED]


def test_files_are_readable_each_second_while_recording(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2.55)
    with wave.open(str(tmp_path / "r" / "mic.wav")) as file:
        assert file.getnframes() >= 1.4 * 48000
    writer.close("stop")


def test_pause_writes_nothing(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", heard=heard)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2)
    writer.pause(1002.0)
    size = (tmp_path / "r" / "mic.wav").stat().st_size
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=5, start=1002.0)
    assert (tmp_path / "r" / "mic.wav").stat().st_size == size
    writer.resume(1007.0)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=1, start=1007.0)
    receipt = writer.close("stop")
    assert receipt.seconds == 3.0
    assert [stream.gaps for stream in receipt.streams] == [0, 0]
    timing = RecordingFolder(tmp_path / "r").timing()
    assert timing.pauses == ((1002.0, 1007.0),)
    assert timing.recorded_time(1008.0) == 1003.0
    assert {NoticeKind.PAUSED, NoticeKind.RESUMED} <= set(_kinds(heard))
    assert any(each.paused and each.mic.peak > 0 for each in heard if isinstance(each, Levels))


def test_gap_is_told_with_its_length(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", MIC, heard=heard)
    feed(writer, {MIC: clicks}, seconds=2)
    sound = clicks(np.arange(4800) / 48000)
    writer.take(Arrival(stream=MIC, at=1007.1, samples=sound, begins=True))
    receipt = writer.close("stop")
    (gap,) = [each for each in heard if isinstance(each, Notice) and each.kind is NoticeKind.GAP]
    assert abs(gap.seconds - 5.0) < 0.1
    assert receipt.streams[0].gaps == 1
    assert abs(receipt.streams[0].gap_s - 5.0) < 0.1


def test_overrun_is_counted_and_never_hidden(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", MIC, heard=heard)
    feed(writer, {MIC: clicks}, seconds=1)
    sound = clicks(np.arange(4800) / 48000)
    writer.take(Arrival(stream=MIC, at=1001.3, samples=sound, begins=True, lost_frames=9600))
    assert NoticeKind.OVERRUN in _kinds(heard)
    assert writer.close("stop").streams[0].lost_frames == 9600


def test_silence_of_eight_seconds_is_told_once_and_its_end(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", heard=heard)
    feed(writer, {MIC: clicks, SYSTEM: _quiet}, seconds=12)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=1, start=1012.0)
    silent = [each for each in heard if isinstance(each, Notice) and each.kind is NoticeKind.SILENT]
    assert [(each.stream, each.at_s) for each in silent] == [(SYSTEM, pytest.approx(8.0, abs=0.2))]
    assert NoticeKind.SOUND_AGAIN in _kinds(heard)
    receipt = writer.close("stop")
    assert receipt.streams[1].silent_share > 0.9


def test_channel_of_zeros_is_not_alive(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: _quiet}, seconds=2)
    assert [stream.alive for stream in writer.close("stop").streams] == [True, False]


def test_clipping_is_told(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", MIC, heard=heard)
    feed(writer, {MIC: lambda moments: np.sign(clicks(moments) + 1e-9).astype(np.float32)}, seconds=2)
    assert _kinds(heard).count(NoticeKind.CLIPPING) == 1
    assert writer.close("stop").streams[0].clipped_share > 0.99


def test_stalled_device_is_told_and_its_return(tmp_path: Path):
    heard: list = []
    writer = a_writer(tmp_path / "r", heard=heard)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=1)
    feed(writer, {MIC: clicks}, seconds=4, start=1001.0)
    assert _kinds(heard).count(NoticeKind.STALLED) == 1
    assert writer.stalled_since(1005.0) == (SYSTEM,)
    feed(writer, {SYSTEM: clicks}, seconds=0.3, start=1005.0)
    assert NoticeKind.SOUND_AGAIN in _kinds(heard)
    writer.close("stop")


def test_full_disk_closes_with_everything_that_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    writer = a_writer(tmp_path / "r", MIC)
    feed(writer, {MIC: clicks}, seconds=2)

    def full(_descriptor: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    really = os.write
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DiskFullError):
        feed(writer, {MIC: clicks}, seconds=0.2, start=1002.0)
    monkeypatch.setattr(os, "write", really)
    receipt = writer.close("disk_full")
    assert receipt.streams[0].frames == 2 * 48000
    assert not (tmp_path / "r" / "reserve").exists()


def test_torn_anchor_and_torn_session_are_no_obstacle(tmp_path: Path):
    a_recording(tmp_path / "r")
    folder = RecordingFolder(tmp_path / "r")
    count = len(folder.timing().anchors)
    with (tmp_path / "r" / "anchors.jsonl").open("ab") as file:
        file.write(b'{"s":"mic","t":10')
    assert len(folder.timing().anchors) == count
    (tmp_path / "r" / "session.json").write_bytes(b'{"id":')
    assert folder.load().id == "r"


def test_pause_cut_off_by_a_crash_has_no_length(tmp_path: Path):
    folder = RecordingFolder(tmp_path)
    anchors = AnchorFile(folder)
    anchors.pause(10.0)
    anchors.close()
    assert folder.timing().pauses == ((10.0, 10.0),)
