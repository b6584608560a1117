"""Peak and loudness of a stretch of sound, for the meters and the receipts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.timespan import TimeSpan

SILENCE_DB = -90.0
_CLIPPED = 0.999


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How loud one channel is, in decibels below full scale."""

    peak_db: float
    rms_db: float
    clipped_share: float = 0.0
    """The share of samples at full scale, 0 to 1."""


def measure(samples: NDArray[np.float32]) -> Level:
    """Return the level of one channel's samples within ±1."""
    if not samples.size:
        return Level(peak_db=SILENCE_DB, rms_db=SILENCE_DB)
    magnitude = np.abs(samples)
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return Level(
        peak_db=decibels(float(magnitude.max())),
        rms_db=decibels(rms),
        clipped_share=float(np.mean(magnitude >= _CLIPPED)),
    )


def decibels(amplitude: float) -> float:
    """Return an amplitude as decibels below full scale, never under `SILENCE_DB`."""
    if amplitude <= 0:
        return SILENCE_DB
    return max(SILENCE_DB, 20 * float(np.log10(amplitude)))


class LevelTrack:
    """Remembers how loud each channel was, twenty times a second; three hours need two megabytes."""

    _FRAME_S = 0.05

    def __init__(self) -> None:
        """Begin at the start of the recording."""
        self._parts: list[NDArray[np.float32]] = []
        self._joined: NDArray[np.float32] | None = None
        self._rest: NDArray[np.float32] | None = None

    def add(self, block: NDArray[np.float32], rate: int) -> None:
        """Take the next block [channels, n] into account."""
        frame = round(self._FRAME_S * rate)
        samples = block if self._rest is None else np.concatenate([self._rest, block], axis=1)
        whole = samples.shape[1] // frame * frame
        self._rest = samples[:, whole:].copy()
        frames = samples[:, :whole].reshape(samples.shape[0], -1, frame)
        self._parts.append(np.mean(np.square(frames), axis=2).astype(np.float32))
        self._joined = None

    def loudness(self, channel: int, span: TimeSpan) -> float:
        """Return a channel's RMS during a span in decibels below full scale."""
        if not self._parts:
            return SILENCE_DB
        if self._joined is None:
            self._joined = np.concatenate(self._parts, axis=1)
        first = int(span.start / self._FRAME_S)
        last = max(first + 1, int(np.ceil(span.end / self._FRAME_S)))
        energies = self._joined[channel, first:last]
        return decibels(float(np.sqrt(energies.mean()))) if energies.size else SILENCE_DB
