"""Two devices that run at different speeds are laid side by side."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop.audio.clocks import Anchor, pieces
from insight_desktop.domain.capture import StreamName

MIC, SYSTEM = StreamName.MIC, StreamName.SYSTEM
BLOCK = 4800


def _anchors(
    *, ppm: float, seconds: float, seed: int, start: float = 100.0, stream: StreamName = MIC, load: float = 0.01
) -> tuple[list[Anchor], float]:
    """Simulate a device: one anchor a second, the least late block of it; returns the true rate as well."""
    random = np.random.default_rng(seed)
    rate = 48000 * (1 + ppm / 1e6)
    count = int(seconds * rate / BLOCK)
    frames = (np.arange(count) + 1) * BLOCK
    true = start + frames / rate
    arrival = true + random.exponential(load, count) + 0.002
    for stall in random.uniform(0, max(seconds - 3, 1), 4):  # the machine is busy: blocks pile up for up to 3 s
        inside = (true >= start + stall) & (true < start + stall + random.uniform(0.2, 3))
        if inside.any():
            arrival[inside] = np.maximum(arrival[inside], true[inside].max() + 0.05)
    arrival = np.maximum.accumulate(arrival)
    found = [Anchor(stream=stream, at=float(arrival[0]) - BLOCK / 48000, frames=0, begins=True)]
    late = arrival - frames / 48000
    for first in range(0, count, 10):
        best = first + int(np.argmin(late[first : first + 10]))
        found.append(Anchor(stream=stream, at=float(arrival[best]), frames=int(frames[best])))
    return found, rate


@settings(max_examples=25, deadline=None)
@given(
    mic_ppm=st.floats(-400, 400),
    apart=st.sampled_from([-400.0, -90.0, 0.0, 35.0, 400.0]),
    seed=st.integers(0, 10**6),
    load=st.sampled_from([0.002, 0.01, 0.03]),
)
def test_alignment_of_two_devices_after_ten_minutes_is_within_20_ms(
    mic_ppm: float, apart: float, seed: int, load: float
):
    mic, mic_rate = _anchors(ppm=mic_ppm, seconds=600, seed=seed, load=load)
    system, system_rate = _anchors(
        ppm=mic_ppm + apart, seconds=600, seed=seed + 1, start=100.3, stream=SYSTEM, load=load
    )
    (mine,) = pieces([*mic, *system], MIC, int(599 * mic_rate))
    (theirs,) = pieces([*mic, *system], SYSTEM, int(599 * system_rate))
    for moment in (101.0, 250.0, 400.0, 698.0):
        mic_frame = int((moment - 100.0) * mic_rate)
        system_frame = int((moment - 100.3) * system_rate)
        assert abs(mine.time_of(mic_frame) - theirs.time_of(system_frame)) <= 0.020


def test_counting_samples_alone_would_be_240_ms_off():
    system, rate = _anchors(ppm=400, seconds=600, seed=1)
    (piece,) = pieces(system, MIC, int(600 * rate))
    frame = int(598 * rate)
    assert abs(frame / 48000 - 598) > 0.2
    assert abs(piece.time_of(frame) - piece.time_of(0) - 598) < 0.005
    assert abs(piece.rate / 48000 - 1 - 400e-6) < 10e-6


def test_gap_makes_two_pieces_and_the_second_lies_where_it_was_recorded():
    first, rate = _anchors(ppm=100, seconds=120, seed=3)
    frames = first[-1].frames
    later, _ = _anchors(ppm=100, seconds=20, seed=4, start=260.0)
    moved = [Anchor(stream=MIC, at=each.at, frames=each.frames + frames, begins=each.begins) for each in later]
    total = moved[-1].frames + 2400
    one, two = pieces([*first, *moved], MIC, total)
    assert (one.first, one.end, two.first, two.end) == (0, frames, frames, total)
    assert abs(two.starts_at - 260.0) < 0.02
    assert two.rate == one.rate == pytest.approx(rate, rel=2e-5)


def test_short_recording_takes_the_nominal_speed():
    anchors, _ = _anchors(ppm=300, seconds=20, seed=9)
    (piece,) = pieces(anchors, MIC, 20 * 48000)
    assert piece.rate == 48000
    assert abs(piece.starts_at - 100.0) < 0.02


def test_no_anchor_is_one_piece_and_no_sound_is_none():
    (piece,) = pieces([], MIC, 480)
    assert (piece.first, piece.end) == (0, 480)
    assert pieces([], MIC, 0) == ()


def test_anchor_beyond_the_file_is_ignored():
    anchors, _ = _anchors(ppm=0, seconds=10, seed=2)
    (piece,) = pieces(anchors, MIC, 5 * 48000)
    assert piece.end == 5 * 48000


def test_impossible_speed_is_not_believed():
    anchors = [Anchor(stream=MIC, at=float(i) * 2, frames=48000 * i, begins=i == 0) for i in range(100)]
    (piece,) = pieces(anchors, MIC, 48000 * 99)
    assert piece.rate == 48000


@given(st.lists(st.tuples(st.floats(0, 1e5), st.integers(0, 10**7), st.booleans()), max_size=30), st.integers(0, 10**7))
def test_any_anchors_cover_the_file_without_overlap(raw: list[tuple[float, int, bool]], frames: int):
    ordered = sorted((frame, at, begins) for at, frame, begins in raw)
    anchors = [Anchor(stream=MIC, at=at, frames=frame, begins=begins) for frame, at, begins in ordered]
    found = pieces(anchors, MIC, frames)
    assert sum(piece.end - piece.first for piece in found) == frames
    assert all(a.end == b.first for a, b in itertools.pairwise(found))
