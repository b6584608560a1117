"""Import of a recording into the audio store."""

import errno
import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from insight_desktop.audio import importing
from insight_desktop.audio.importing import DuplicateAudio, ImportedAudio, import_audio, make_peaks
from insight_desktop.domain.errors import ErrorCode, KnownError
from tests.audio.media import alternating, tone, write


def test_original_is_kept_as_it_is(tmp_path):
    source = write(tmp_path / "商談 録音.M4A", alternating(3.0), codec="aac", container="mp4")
    before = source.read_bytes()

    imported = import_audio(source, tmp_path / "audio", name="rec-1")

    assert isinstance(imported, ImportedAudio)
    assert imported.path == tmp_path / "audio" / "rec-1.m4a"
    assert imported.path.read_bytes() == before == source.read_bytes()
    assert imported.sha256 == hashlib.sha256(before).hexdigest()
    assert imported.original_name == "商談 録音.M4A"
    assert imported.seconds == pytest.approx(3.0, abs=0.1)
    assert {path.name for path in imported.path.parent.iterdir()} == {"rec-1.m4a", "rec-1.peaks.npy"}


def shape(samples, tmp_path):
    source = write(tmp_path / "a.wav", samples, codec="pcm_s16le")
    return import_audio(source, tmp_path / "audio", name="a")


def test_two_people_stay_two_channels(tmp_path):
    imported = shape(alternating(6.0), tmp_path)

    assert imported.channels == 2
    assert np.load(imported.peaks).shape == (600, 2, 2)


def test_same_sound_twice_is_one_channel(tmp_path):
    imported = shape(np.stack([tone(3.0)] * 2), tmp_path)

    assert imported.channels == 1
    assert np.load(imported.peaks).shape == (300, 1, 2)


def test_two_microphones_of_one_room_are_one_channel(tmp_path):
    """A distance between microphones shifts the wave, but they still rise and fall together."""
    random = np.random.default_rng(1)
    voice = random.normal(0, 0.1, 96_000).astype("f4") * (np.arange(96_000) // 8000 % 3 != 0)
    room = np.stack([voice, 0.6 * np.roll(voice, 40)])

    assert shape(room, tmp_path).channels == 1


def test_silent_second_channel_is_one_channel(tmp_path):
    assert shape(np.stack([tone(3.0), np.zeros(48_000, "f4")]), tmp_path).channels == 1


def test_quiet_echo_leaves_two_channels(tmp_path):
    two = alternating(6.0)
    random = np.random.default_rng(1).normal(0, 0.001, two.shape).astype("f4")

    assert shape(two + 0.1 * two[::-1] + random, tmp_path).channels == 2


def test_peaks_follow_the_sound(tmp_path):
    samples = np.concatenate([np.zeros(16_000, "f4"), np.full(8_050, 0.5, "f4"), np.full(8_000, -1.0, "f4")])
    peaks = np.load(shape(samples, tmp_path).peaks)

    assert peaks.dtype == np.int8
    assert peaks.shape == (201, 1, 2)
    assert peaks[50].tolist() == [[0, 0]]
    assert peaks[120].tolist() == [[64, 64]]
    assert peaks[180].tolist() == [[-127, -127]]


def test_duplicate_is_recognised_and_leaves_nothing(tmp_path):
    source = write(tmp_path / "a.wav", tone(1.0), codec="pcm_s16le")
    first = import_audio(source, tmp_path / "audio", name="one")
    again = source.rename(tmp_path / "other name.wav")

    second = import_audio(again, tmp_path / "audio", name="two", is_known={first.sha256}.__contains__)

    assert second == DuplicateAudio(sha256=first.sha256)
    assert {path.name for path in (tmp_path / "audio").iterdir()} == {"one.wav", "one.peaks.npy"}


def test_cut_file_is_imported_with_a_warning(tmp_path):
    source = write(tmp_path / "a.flac", np.random.default_rng(1).normal(0, 0.1, 320_000).astype("f4"), codec="flac")
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])

    imported = import_audio(source, tmp_path / "audio", name="a")

    assert [warning.code for warning in imported.warnings] == [ErrorCode.AUDIO_CUT_OFF]
    assert imported.warnings[0].params["declared"] == "20"


@pytest.mark.parametrize("content", [b"", "メモです".encode() * 99])
def test_failed_import_leaves_nothing(tmp_path, content):
    source = tmp_path / "メモ.mp3"
    source.write_bytes(content)

    with pytest.raises(KnownError):
        import_audio(source, tmp_path / "audio", name="a")

    assert not list((tmp_path / "audio").glob("*"))


def test_full_disk_is_said_and_leaves_nothing(tmp_path, monkeypatch):
    source = write(tmp_path / "a.wav", tone(1.0), codec="pcm_s16le")

    def full(_source: Path, target: Path, _alive: object) -> str:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(importing, "_copy", full)

    with pytest.raises(KnownError) as caught:
        import_audio(source, tmp_path / "audio", name="a")

    assert caught.value.code is ErrorCode.DISK_FULL
    assert not list((tmp_path / "audio").iterdir())


def test_progress_grows_to_the_length(tmp_path):
    source = write(tmp_path / "a.wav", tone(70.0, rate=8_000), codec="pcm_s16le", rate=8_000)
    seen = []

    import_audio(source, tmp_path / "audio", name="a", advanced=lambda done, total: seen.append((done, total)))

    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (pytest.approx(70.0, abs=0.1), pytest.approx(70.0, abs=0.1))


def test_peaks_of_a_stored_recording(tmp_path):
    audio = write(tmp_path / "a.wav", alternating(2.0), codec="pcm_s16le")

    assert np.load(make_peaks(audio, 2)).shape == (200, 2, 2)


def test_a_file_that_grows_meanwhile_is_not_taken_by_half(tmp_path):
    path = write(tmp_path / "running.wav", tone(2.0), codec="pcm_s16le")

    def grow(done_s, _total_s) -> None:
        with path.open("ab") as file:
            file.write(bytes(3200 if done_s > 0 else 0))

    with pytest.raises(KnownError) as caught:
        import_audio(path, tmp_path / "store", name="r1", advanced=grow)

    assert caught.value.code is ErrorCode.FILE_GROWING
    assert caught.value.params["path"] == "running.wav"
    assert list((tmp_path / "store").iterdir()) == []


def test_a_stick_that_is_pulled_out_after_the_copy_takes_nothing_away(tmp_path):
    path = write(tmp_path / "stick.wav", tone(2.0), codec="pcm_s16le")

    def pull(done_s, _total_s) -> None:
        if done_s > 0:
            path.unlink(missing_ok=True)

    assert import_audio(path, tmp_path / "store", name="r1", advanced=pull).seconds == pytest.approx(2, abs=0.1)


def test_a_second_track_of_sound_is_told_of(tmp_path):
    two = write(tmp_path / "two.m4a", tone(3.0), codec="aac", container="mp4", tracks=2)
    one = write(tmp_path / "one.m4a", tone(3.0), codec="aac", container="mp4")

    (warning,) = import_audio(two, tmp_path / "store", name="two").warnings

    assert (warning.code, warning.params) == (ErrorCode.AUDIO_TRACKS, {"path": "two.m4a", "tracks": "2"})
    assert import_audio(one, tmp_path / "store", name="one").warnings == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from insight_desktop.audio.importing import import_audio
def advanced(done_s, total_s):
    if done_s: os.kill(os.getpid(), signal.SIGKILL)
import_audio(Path(sys.argv[1]), Path(sys.argv[2]), name="killed", advanced=advanced)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_what_a_killed_import_left_is_removed(tmp_path):
    source, store = write(tmp_path / "a.wav", tone(3.0), codec="pcm_s16le"), tmp_path / "audio"
    subprocess.run([sys.executable, "-c", KILLED, str(source), str(store)], check=False)
    assert {path.name for path in store.iterdir()} == {"killed.part.wav", "killed.import.lock"}

    assert importing.remove_left_behind(store) == ("killed",)

    assert list(store.iterdir()) == []
    assert source.is_file()


def test_an_import_under_way_keeps_its_files(tmp_path):
    source, store = write(tmp_path / "a.wav", tone(3.0), codec="pcm_s16le"), tmp_path / "audio"
    removed = []

    imported = import_audio(
        source, store, name="a", advanced=lambda *_: removed.append(importing.remove_left_behind(store))
    )

    assert isinstance(imported, ImportedAudio)
    assert (len(removed) > 1, set(removed)) == (True, {()})
    assert {path.name for path in store.iterdir()} == {"a.wav", "a.peaks.npy"}


@pytest.mark.parametrize("suffix", [".part", ".lock", ".import", ""])
def test_whatever_a_file_is_called_its_copy_stays(tmp_path, suffix):
    source = write(tmp_path / f"a{suffix}", tone(3.0), codec="pcm_s16le", container="wav")

    imported = import_audio(source, tmp_path / "audio", name="a")

    assert isinstance(imported, ImportedAudio)
    assert importing.remove_left_behind(tmp_path / "audio") == ()
    assert imported.path.read_bytes() == source.read_bytes()
    assert imported.peaks.is_file()


def test_only_halves_are_removed(tmp_path):
    store = tmp_path / "audio"
    store.mkdir()
    whole = {
        "a.flac",
        "a.peaks.npy",
        "b.flac",
        "b.flac.4711.part",
        "c.flac",
        "c.peaks.npy",
        "d.session.json",
        "g.part",
        "h.lock",
    }
    half = {"c.part.flac", "e.part.mp3", "e.peaks.npy", "e.peaks.npy.part", "f.part.part"}
    for name in whole | half:
        (store / name).write_bytes(b"x")

    assert importing.remove_left_behind(store) == ("c", "e", "f")

    assert {path.name for path in store.iterdir()} == whole
    assert importing.remove_left_behind(tmp_path / "none") == ()
