"""A recording becomes one aligned, proved file; nothing is lost on the way."""

import errno
import shutil
from pathlib import Path

import av
import numpy as np
import pytest

from insight_desktop.audio import finishing
from insight_desktop.audio.finishing import finish, unfinished
from insight_desktop.audio.folder_lock import FolderLock
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.errors import ErrorCode, KnownError
from tests.audio.recordings import MIC, SYSTEM, a_recording, a_writer, clicks, feed


def _decode(path: str) -> np.ndarray:
    with av.open(path) as container:
        channels = container.streams.audio[0].channels
        return np.concatenate([frame.to_ndarray().reshape(-1, channels) for frame in container.decode(audio=0)])


def _shift(a: np.ndarray, b: np.ndarray) -> float:
    """Return by how many seconds b is later than a."""
    size = 1 << (len(a) * 2).bit_length()
    product = np.fft.irfft(np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size)), size)
    best = int(np.argmax(product))
    return (best if best < size // 2 else best - size) / 48000


def test_streams_of_one_clock_come_out_bit_exact(tmp_path: Path):
    a_recording(tmp_path / "r")
    raw = np.frombuffer((tmp_path / "r" / "mic.wav").read_bytes()[80:], dtype="<i2")
    done = finish(RecordingFolder(tmp_path / "r"))
    sound = _decode(done.path)
    assert np.array_equal(sound[: len(raw), 0], raw)
    assert (done.channels, done.recovered) == (2, False)
    assert done.seconds == pytest.approx(3.0, abs=0.02)
    assert not (tmp_path / "r" / "mic.wav").exists()
    assert finish(RecordingFolder(tmp_path / "r")).sha256 == done.sha256


def test_room_recording_has_one_channel(tmp_path: Path):
    writer = a_writer(tmp_path / "r", MIC)
    feed(writer, {MIC: clicks}, seconds=1)
    writer.close("stop")
    assert finish(RecordingFolder(tmp_path / "r")).channels == 1


def test_devices_400_ppm_apart_are_within_20_ms_at_the_end(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=150, ppm={MIC: -150, SYSTEM: 250})
    writer.close("stop")
    sound = _decode(finish(RecordingFolder(tmp_path / "r")).path).astype(float)
    for second in (0, 70, 148):
        part = sound[second * 48000 : (second + 1) * 48000 + 24000]
        assert abs(_shift(part[:, 0], part[:, 1])) <= 0.020
    drift = 150 * 400e-6
    assert drift > 0.05


def test_gap_is_padded_on_its_side_alone(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=3)
    feed(writer, {MIC: clicks}, seconds=4, start=1003.0)
    writer._streams[SYSTEM].begins = True
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=3, start=1007.0)
    writer.close("stop")
    sound = _decode(finish(RecordingFolder(tmp_path / "r")).path).astype(float)
    assert len(sound) == pytest.approx(10 * 48000, abs=2400)
    assert not sound[4 * 48000 : 6 * 48000, 1].any()
    assert abs(_shift(sound[8 * 48000 : 9 * 48000, 0], sound[8 * 48000 : 9 * 48000, 1])) < 0.02


def test_pause_is_cut_out_and_both_sides_stay_together(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2)
    writer.pause(1002.0)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=30, start=1002.0)
    writer.resume(1032.0)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2, start=1032.0)
    writer.close("stop")
    sound = _decode(finish(RecordingFolder(tmp_path / "r")).path).astype(float)
    assert len(sound) == pytest.approx(4 * 48000, abs=2400)
    assert abs(_shift(sound[3 * 48000 : 190000, 0], sound[3 * 48000 : 190000, 1])) < 0.02


def test_recording_cut_off_by_a_crash_is_finished(tmp_path: Path):
    writer = a_writer(tmp_path / "alive" / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=4)
    shutil.copytree(tmp_path / "alive" / "r", tmp_path / "found" / "r")  # what a crash leaves at this moment
    writer.close("stop")
    with (tmp_path / "found" / "r" / "mic.wav").open("ab") as file:
        file.write(b"\x01")
    (folder,) = unfinished(tmp_path / "found")
    done = finish(folder)
    assert done.recovered
    assert done.session.reason == "crash"
    assert done.seconds == pytest.approx(4.0, abs=0.05)
    assert unfinished(tmp_path / "found") == ()


def test_recording_that_is_being_made_is_left_alone(tmp_path: Path):
    a_recording(tmp_path / "r")
    with FolderLock(tmp_path / "r"):
        assert unfinished(tmp_path) == ()
        with pytest.raises(BlockingIOError):
            finish(RecordingFolder(tmp_path / "r"))
    assert len(unfinished(tmp_path)) == 1


def test_crash_while_encoding_leaves_the_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    a_recording(tmp_path / "r")
    monkeypatch.setattr(finishing, "_digest", lambda *_: (0, "something else"))
    with pytest.raises(KnownError):
        finish(RecordingFolder(tmp_path / "r"))
    monkeypatch.undo()
    assert (tmp_path / "r" / "mic.wav").exists()
    assert finish(RecordingFolder(tmp_path / "r")).channels == 2


def test_full_disk_while_encoding_leaves_the_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    a_recording(tmp_path / "r")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(finishing, "_write_flac", full)
    with pytest.raises(KnownError) as caught:
        finish(RecordingFolder(tmp_path / "r"))
    assert caught.value.code is ErrorCode.DISK_FULL
    assert (tmp_path / "r" / "system.wav").exists()


def test_recording_without_a_sample_is_said_to_be_empty(tmp_path: Path):
    a_writer(tmp_path / "r").close("stop")
    with pytest.raises(KnownError) as caught:
        finish(RecordingFolder(tmp_path / "r"))
    assert caught.value.code is ErrorCode.NO_AUDIO


def test_progress_rises_to_the_length(tmp_path: Path):
    a_recording(tmp_path / "r", seconds=4)
    told: list[tuple[float, float]] = []
    finish(RecordingFolder(tmp_path / "r"), advanced=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] > 0.7 * told[-1][1]
