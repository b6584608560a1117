"""The recording survives every cut, a full disk, and 4 GiB."""

import errno
import os
import struct
import wave
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from insight_desktop.audio.recording_file import (
    HEADER_BYTES,
    RecordingFile,
    RecordingReader,
    header,
    repair,
    to_pcm,
)


def _ramp(count: int) -> np.ndarray:
    return (np.arange(count) * 7 % 65536 - 32768).astype("<i2")


def _read_wave(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48000)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def _record(path: Path, *blocks: np.ndarray) -> None:
    with RecordingFile(path) as file:
        for block in blocks:
            file.write(block)


def test_write_reads_back_with_the_standard_library(tmp_path: Path):
    _record(tmp_path / "a.wav", _ramp(1000), _ramp(333))
    assert np.array_equal(_read_wave(tmp_path / "a.wav"), np.concatenate([_ramp(1000), _ramp(333)]))


def test_sync_makes_the_file_readable_while_open(tmp_path: Path):
    file = RecordingFile(tmp_path / "a.wav")
    file.write(_ramp(480))
    file.sync()
    file.write(_ramp(480))
    assert len(_read_wave(tmp_path / "a.wav")) == 480
    with RecordingReader(tmp_path / "a.wav") as reader:
        assert reader.frames == 960
        assert np.array_equal(reader.read(470, 20), np.concatenate([_ramp(480)[470:], _ramp(10)]))
    file.close()
    file.close()
    assert len(_read_wave(tmp_path / "a.wav")) == 960


def test_existing_recording_is_never_overwritten(tmp_path: Path):
    (tmp_path / "a.wav").write_bytes(b"precious")
    with pytest.raises(FileExistsError):
        RecordingFile(tmp_path / "a.wav")


def test_repair_works_at_every_byte(tmp_path: Path):
    whole = tmp_path / "whole.wav"
    _record(whole, _ramp(150))
    content = whole.read_bytes()
    torn = tmp_path / "torn.wav"
    for length in range(len(content) + 1):
        torn.write_bytes(content[:length])
        found = repair(torn)
        expected = max(0, length - HEADER_BYTES) // 2
        assert found.frames == expected
        assert np.array_equal(_read_wave(torn), _ramp(150)[:expected])
        assert not repair(torn).changed


def test_repair_keeps_sound_written_after_the_last_sync(tmp_path: Path):
    path = tmp_path / "a.wav"
    file = RecordingFile(path)
    file.write(_ramp(100))
    file.sync()
    file.write(_ramp(50))
    os.close(file._descriptor)
    assert repair(path).frames == 150
    assert len(_read_wave(path)) == 150


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(st.integers(0, 700), max_size=8), cut=st.integers(0, 3000))
def test_any_blocks_and_any_cut_keep_a_prefix(tmp_path: Path, blocks: list[int], cut: int):
    path = tmp_path / "a.wav"
    path.unlink(missing_ok=True)
    _record(path, *[_ramp(count) for count in blocks])
    everything = np.concatenate([_ramp(count) for count in blocks]) if blocks else _ramp(0)
    os.truncate(path, max(0, path.stat().st_size - cut))
    repair(path)
    assert np.array_equal(_read_wave(path), everything[: max(0, 2 * len(everything) - cut) // 2])


def test_header_switches_to_rf64_where_32_bits_end():
    last = 0xFFFFFFFF - 200 - 72
    assert header(last)[:4] == b"RIFF"
    assert header(last + 2)[:4] == b"RF64"
    assert len(header(last)) == len(header(last + 2)) == HEADER_BYTES


@pytest.mark.skipif(os.name == "nt", reason="needs sparse files")
def test_file_beyond_4_gib_is_rf64_and_its_tail_is_right(tmp_path: Path):
    path = tmp_path / "big.wav"
    file = RecordingFile(path)
    file.write(_ramp(10))
    hole = 5 * 2**30
    os.lseek(file._descriptor, hole, os.SEEK_CUR)
    file.write(_ramp(4800))
    file.close()
    assert file.frames == 10 + hole // 2 + 4800
    if path.stat().st_blocks * 512 > 2**20:
        pytest.skip("the folder of temporary files has no sparse files")
    with path.open("rb") as raw:
        first = raw.read(HEADER_BYTES)
    assert first[:4] == b"RF64"
    assert struct.unpack_from("<Q", first, 28)[0] == file.frames * 2
    with RecordingReader(path) as reader:
        assert np.array_equal(reader.read(reader.frames - 4800, 4800), _ramp(4800))
    with av.open(str(path)) as container:
        assert abs(container.duration / 1e6 - file.frames / 48000) < 0.01
    os.truncate(path, path.stat().st_size - 3)
    assert repair(path).frames == file.frames - 2


class _Disk:
    """Stands for a disk with room for so many bytes; the real calls do the work."""

    def __init__(self, room: int) -> None:
        self.room, self.write_really = room, os.write

    def write(self, descriptor: int, data: memoryview) -> int:
        position = os.lseek(descriptor, 0, os.SEEK_CUR)
        inside = os.fstat(descriptor).st_size - position  # bytes in place need no room
        allowed = max(0, inside) + self.room
        if allowed <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = self.write_really(descriptor, data[:allowed])
        self.room -= max(0, written - max(0, inside))
        return written


@pytest.mark.parametrize("room", [0, 80, 81, 1080, 1081, 2000])
def test_full_disk_keeps_what_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int):
    path = tmp_path / "a.wav"
    monkeypatch.setattr(os, "write", _Disk(room).write)
    if room < HEADER_BYTES:
        with pytest.raises(OSError, match="No space"):
            RecordingFile(path)
        return
    file = RecordingFile(path)
    with pytest.raises(OSError, match="No space") as caught:
        file.write(np.tile(_ramp(100), 20))
    assert caught.value.errno == errno.ENOSPC
    file.close()
    kept = (room - HEADER_BYTES) // 2
    assert np.array_equal(_read_wave(path), np.tile(_ramp(100), 20)[:kept])


def test_room_made_after_a_full_disk_goes_on_at_a_whole_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    disk = _Disk(80 + 101)
    monkeypatch.setattr(os, "write", disk.write)
    file = RecordingFile(tmp_path / "a.wav")
    with pytest.raises(OSError, match="No space"):
        file.write(_ramp(100))
    disk.room = 10_000
    file.write(_ramp(30))
    file.close()
    repair(tmp_path / "a.wav")
    assert np.array_equal(_read_wave(tmp_path / "a.wav"), np.concatenate([_ramp(50), _ramp(30)]))


@given(st.lists(st.integers(-32768, 32767), min_size=1, max_size=200))
def test_pcm_of_16_bit_sound_is_bit_exact(values: list[int]):
    pcm = np.array(values, dtype=np.int16)
    assert np.array_equal(to_pcm(pcm.astype(np.float32) / 32768), pcm)


def test_pcm_clips_instead_of_wrapping():
    assert to_pcm(np.array([1.5, -1.5], dtype=np.float32)).tolist() == [32767, -32768]


def test_missing_folder_raises_the_systems_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        RecordingFile(tmp_path / "none" / "a.wav")
