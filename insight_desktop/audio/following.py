"""Reads a recording while it grows, by the length of its file, at the rate that the models hear."""

from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from insight_desktop.audio.recording_file import SAMPLE_RATE, RecordingReader

HEARD_RATE = 16_000
_MOST = 10 * SAMPLE_RATE


class GrowingSound:
    """The sound of one stream, as far as it is on the disk."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._reader = RecordingReader(path)
        self._at = 0
        self._resampler = soxr.ResampleStream(SAMPLE_RATE, HEARD_RATE, 1, dtype="float32", quality="HQ")

    @property
    def behind_s(self) -> float:
        """How much is on the disk that was not read yet."""
        return (self._reader.frames - self._at) / SAMPLE_RATE

    def read(self) -> NDArray[np.float32]:
        """Return what came since the last call, at most ten seconds of it."""
        count = min(self._reader.frames - self._at, _MOST)
        samples = self._reader.read(self._at, count)
        self._at += len(samples)
        heard: NDArray[np.float32] = self._resampler.resample_chunk(samples.astype(np.float32) / 32768)
        return heard

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
