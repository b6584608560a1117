"""Decoding of real small files, whole and damaged."""

import numpy as np
import pytest

from insight_desktop.audio.decoding import SAMPLE_RATE, DecodingReport, decode, probe
from insight_desktop.domain.errors import ErrorCode, KnownError
from tests.audio.media import alternating, tone, write


def decoded(path, report=None):
    return np.concatenate(list(decode(path, report=report)), axis=1)


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("会議 録音😀.wav", "pcm_s16le", 44_100),
        ("商談①.m4a", "aac", 48_000),
        ("打ち合わせ.mp3", "libmp3lame", 44_100),
        ("通話.opus", "libopus", 48_000),
        ("録音.flac", "flac", 16_000),
        ("電話 12:30.wav", "pcm_mulaw", 8_000),
        ("拡張子なし.dat", "pcm_s16le", 16_000),
    ],
)
def test_formats_keep_length_and_channels(tmp_path, name, codec, rate):
    container = "wav" if name.endswith(".dat") else None
    path = write(tmp_path / name, alternating(4.0, rate), codec=codec, rate=rate, container=container)

    samples = decoded(path)

    assert samples.shape[0] == 2
    assert samples.dtype == np.float32
    assert samples.shape[1] / SAMPLE_RATE == pytest.approx(4.0, abs=0.1)
    # The left one talks in the first second, the right one in the second.
    first, second = samples[:, 4000:12000], samples[:, 20000:28000]
    assert np.abs(first[0]).mean() > 20 * np.abs(first[1]).mean()
    assert np.abs(second[1]).mean() > 20 * np.abs(second[0]).mean()


def test_video_gives_its_sound(tmp_path):
    path = write(tmp_path / "画面.mp4", tone(3.0, rate=48_000), codec="aac", rate=48_000, with_video=True)

    assert probe(path).has_video
    assert decoded(path).shape[1] / SAMPLE_RATE == pytest.approx(3.0, abs=0.1)


def test_more_than_two_channels_are_mixed_to_two(tmp_path):
    path = write(tmp_path / "surround.wav", np.stack([tone(1.0)] * 6), codec="pcm_s16le")

    assert decoded(path).shape[0] == 2


def test_blocks_are_short(tmp_path):
    path = write(tmp_path / "a.wav", tone(10.0), codec="pcm_s16le")

    lengths = [block.shape[1] / SAMPLE_RATE for block in decode(path, block_s=2.0)]

    assert max(lengths) < 2.5
    assert sum(lengths) == pytest.approx(10.0)


def test_cut_file_is_read_and_reported(tmp_path):
    path = write(tmp_path / "a.flac", np.random.default_rng(1).normal(0, 0.1, 16_000 * 20).astype("f4"), codec="flac")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    report = DecodingReport()

    samples = decoded(path, report=report)

    assert 4.0 < samples.shape[1] / SAMPLE_RATE < 10.0
    assert report.is_cut_off


def test_whole_file_is_not_reported(tmp_path):
    report = DecodingReport()

    decoded(write(tmp_path / "a.mp3", tone(20.0), codec="libmp3lame"), report=report)

    assert not report.is_cut_off
    assert report.damaged_packets == 0


def test_damaged_packets_move_nothing(tmp_path):
    """Holes are filled, so that what comes later keeps its time; nothing exceeds full scale."""
    beep = tone(20.0) * ((np.arange(320_000) // 16_000) == 17)
    noise = np.random.default_rng(2).normal(0, 0.02, 320_000).astype("f4")
    path = write(tmp_path / "a.m4a", (beep * 2 + noise).astype("f4"), codec="aac", rate=16_000)
    data = bytearray(path.read_bytes())
    random = np.random.default_rng(3)
    for at in random.integers(len(data) // 8, len(data) // 2, 60):
        data[at] ^= 0xFF
    path.write_bytes(data)
    report = DecodingReport()

    samples = decoded(path, report=report)

    assert samples.shape[1] / SAMPLE_RATE == pytest.approx(20.0, abs=0.3)
    assert np.abs(samples).max() <= 1.0
    loud = np.convolve(np.abs(samples[0, 250_000:]), np.ones(1600) / 1600, "same") > 0.15
    assert (250_000 + np.argmax(loud)) / SAMPLE_RATE == pytest.approx(17.0, abs=0.2)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.wav", b"", ErrorCode.FILE_EMPTY),
        ("文章.mp3", "これは音声ではありません。".encode() * 50, ErrorCode.FILE_UNREADABLE),
        ("random.mp3", bytes(np.random.default_rng(5).integers(0, 256, 5000, np.uint8)), ErrorCode.FILE_UNREADABLE),
        ("locked.zip", b"PK\x03\x04\x14\x00\x01\x00" + bytes(80), ErrorCode.FILE_IS_ARCHIVE),
        ("header.wav", b"RIFF\x24\x00\x00\x00WAVE", ErrorCode.FILE_UNREADABLE),
    ],
)
def test_what_is_no_sound_gets_its_code(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(KnownError) as caught:
        decoded(path)

    assert caught.value.code is code
    assert caught.value.params == {"path": name}


def test_missing_file(tmp_path):
    with pytest.raises(KnownError) as caught:
        probe(tmp_path / "どこ.wav")

    assert caught.value.code is ErrorCode.FILE_MISSING


def test_folder_is_named_so(tmp_path):
    with pytest.raises(KnownError) as caught:
        probe(tmp_path)

    assert caught.value.code is ErrorCode.FILE_IS_FOLDER


def test_video_without_sound(tmp_path):
    path = write(tmp_path / "a.mp4", tone(1.0), codec="aac", with_video=True)
    silent = tmp_path / "silent.mp4"
    import av

    with av.open(str(path)) as source, av.open(str(silent), "w") as target:
        video = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = video
                target.mux(packet)

    with pytest.raises(KnownError) as caught:
        probe(silent)

    assert caught.value.code is ErrorCode.NO_AUDIO
