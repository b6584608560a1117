"""Levels of sound."""

import numpy as np
import pytest

from insight_desktop.audio.levels import SILENCE_DB, LevelTrack, measure
from insight_desktop.domain.timespan import TimeSpan
from tests.audio.media import tone


def test_full_sine():
    level = measure(tone(1.0, gain=1.0))

    assert level.peak_db == pytest.approx(0.0, abs=0.01)
    assert level.rms_db == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize("samples", [np.zeros(100, "f4"), np.zeros(0, "f4")])
def test_silence(samples):
    assert measure(samples).peak_db == SILENCE_DB
    assert measure(samples).rms_db == SILENCE_DB


def test_clipping_is_a_share():
    samples = np.array([1.0, -1.0, 0.5, 0.2], "f4")

    assert measure(samples).clipped_share == 0.5


def test_track_remembers_how_loud_each_channel_was():
    track = LevelTrack()
    sound = np.stack([tone(4.0, gain=0.1), tone(4.0, gain=0.001)])
    for start in range(0, 64_000, 10_000):
        track.add(sound[:, start : start + 10_000], 16_000)

    span = TimeSpan(start=1.0, end=3.0)
    assert track.loudness(0, span) == pytest.approx(-23.0, abs=0.2)
    assert track.loudness(1, span) == pytest.approx(-63.0, abs=0.2)


def test_track_is_silent_past_the_end():
    assert LevelTrack().loudness(0, TimeSpan(start=1.0, end=2.0)) == SILENCE_DB
