"""Measures one stream while it is recorded: level, silence, clipping; pure, so that it is tested without a device."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.audio.recording_file import SAMPLE_RATE
from insight_desktop.domain.capture import Level, NoticeKind

SILENCE_RMS = 10 ** (-60 / 20)
SILENCE_S = 8.0
CLIPPED_PEAK = 32_767 / 32_768
CLIPPED_SAMPLES = 3
"""Fewer full-scale samples in a tenth of a second are a loud sound, not a cut one."""
CLIPPING_QUIET_S = 5.0
"""Clipping is told once in so many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something worth telling."""

    kind: NoticeKind
    seconds: float = 0.0


class StreamTally:
    """Sums over the blocks of one stream."""

    def __init__(self) -> None:
        """Start with nothing heard."""
        self.frames = 0
        self.silent_frames = 0
        self.clipped_frames = 0
        self.heard = False
        self._quiet_frames = 0
        self._since_clipping = math.inf
        self._peak = 0.0
        self._energy = 0.0
        self._energy_frames = 0

    def add(self, samples: NDArray[np.float32]) -> tuple[Finding, ...]:
        """Measure a recorded block and return what began or ended with it."""
        count = len(samples)
        if not count:
            return ()
        magnitude = np.abs(samples)
        peak = float(magnitude.max())
        energy = float(np.dot(samples, samples))
        self.meter(peak, energy, count)
        self.frames += count
        self.heard = self.heard or peak > 0.0
        return (*self._silence(math.sqrt(energy / count) < SILENCE_RMS, count), *self._clipping(magnitude, peak))

    def meter(self, peak: float, energy: float, count: int) -> None:
        """Let the meter move without recording, as in a pause."""
        self._peak = max(self._peak, peak)
        self._energy += energy
        self._energy_frames += count

    def level(self, *, stalled: bool = False) -> Level:
        """Return the level since the last call and begin anew."""
        rms = math.sqrt(self._energy / self._energy_frames) if self._energy_frames else 0.0
        level = Level(peak=min(1.0, self._peak), rms=min(1.0, rms), stalled=stalled)
        self._peak = self._energy = 0.0
        self._energy_frames = 0
        return level

    @property
    def silent_share(self) -> float:
        """Part of the sound that was silence."""
        return self.silent_frames / self.frames if self.frames else 0.0

    @property
    def clipped_share(self) -> float:
        """Part of the samples that hit full scale."""
        return self.clipped_frames / self.frames if self.frames else 0.0

    def _silence(self, silent: bool, count: int) -> tuple[Finding, ...]:  # noqa: FBT001 - the one thing it takes
        before = self._quiet_frames
        if silent:
            self.silent_frames += count
            self._quiet_frames += count
            limit = SILENCE_S * SAMPLE_RATE
            told = before < limit <= self._quiet_frames
            return (Finding(kind=NoticeKind.SILENT, seconds=SILENCE_S),) if told else ()
        self._quiet_frames = 0
        if before >= SILENCE_S * SAMPLE_RATE:
            return (Finding(kind=NoticeKind.SOUND_AGAIN, seconds=before / SAMPLE_RATE),)
        return ()

    def _clipping(self, magnitude: NDArray[np.float32], peak: float) -> tuple[Finding, ...]:
        self._since_clipping += len(magnitude) / SAMPLE_RATE
        if peak < CLIPPED_PEAK:
            return ()
        clipped = int(np.count_nonzero(magnitude >= CLIPPED_PEAK))
        self.clipped_frames += clipped
        if clipped < CLIPPED_SAMPLES or self._since_clipping < CLIPPING_QUIET_S:
            return ()
        self._since_clipping = 0.0
        return (Finding(kind=NoticeKind.CLIPPING),)
