"""Levels of sound."""

import numpy as np
import pytest

from insight_desktop.audio.levels import SILENCE_DB, measure
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
