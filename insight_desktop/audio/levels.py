"""Peak and loudness of a stretch of sound, for the meters and the receipts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
