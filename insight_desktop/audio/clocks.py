"""Which moment a sample belongs to: two devices never run at the same speed, and blocks arrive late, never early.

Each stream leaves anchors, pairs of (monotonic seconds, samples so far). A stream is cut into pieces at its gaps; the
clock of a piece is the line under its anchors. It is fitted when the recording is over, never live.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.audio.recording_file import SAMPLE_RATE
from insight_desktop.domain.capture import StreamName

ENVELOPE_S = 5.0
"""In each stretch of this length only the anchor that came least late counts."""
MINIMUM_FIT_S = 60.0
"""Shorter pieces take the speed of the whole stream: the noise of arrival would outweigh the drift."""
MAXIMUM_PPM = 1000.0
"""No working sound card is further off; a fit that says so saw noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """At monotonic time `at`, the stream's file held `frames` samples; `begins` marks the start of a piece."""

    stream: StreamName
    at: float
    frames: int
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Samples [first, end) of a stream that were recorded without a gap, and their clock."""

    first: int
    end: int
    starts_at: float
    """Monotonic time of sample `first`."""
    rate: float
    """True samples per second."""

    @property
    def ends_at(self) -> float:
        """Monotonic time of the sample after the last."""
        return self.time_of(self.end)

    def time_of(self, frame: int) -> float:
        """Return the monotonic time of a sample."""
        return self.starts_at + (frame - self.first) / self.rate


def pieces(anchors: Iterable[Anchor], stream: StreamName, frames: int) -> tuple[Piece, ...]:
    """Return the fitted pieces of a stream whose file holds `frames` samples.

    Samples after the last anchor (a crash) belong to the last piece. Without any anchor the file is one piece.
    """
    groups = _groups([anchor for anchor in anchors if anchor.stream is stream and anchor.frames <= frames])
    if not groups:
        return (Piece(first=0, end=frames, starts_at=0.0, rate=float(SAMPLE_RATE)),) if frames else ()
    groups[0] = _from_zero(groups[0])
    rate = _stream_rate(groups)
    firsts = [group[0].frames for group in groups]
    found = []
    for group, first, end in zip(groups, firsts, [*firsts[1:], frames], strict=True):
        if end > first:
            found.append(_fit(group, first, end, rate))
    return tuple(found)


def _from_zero(group: list[Anchor]) -> list[Anchor]:
    """Let the first piece begin with the file, whatever was written before its first anchor."""
    first = group[0]
    if first.frames == 0:
        return group
    return [
        Anchor(stream=first.stream, at=first.at - first.frames / SAMPLE_RATE, frames=0, begins=True),
        *group,
    ]


def _groups(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        if anchor.begins or not groups:
            groups.append([])
        groups[-1].append(anchor)
    return groups


def _stream_rate(groups: Sequence[Sequence[Anchor]]) -> float:
    """Return the speed of the device from its longest piece, or the nominal one."""
    longest = max(groups, key=lambda group: group[-1].at - group[0].at)
    if longest[-1].at - longest[0].at < MINIMUM_FIT_S:
        return float(SAMPLE_RATE)
    slope, _ = _line(*_envelope(longest))
    return _believable(slope)


def _fit(group: Sequence[Anchor], first: int, end: int, stream_rate: float) -> Piece:
    at, frames = _envelope(group)
    rate = stream_rate
    if group[-1].at - group[0].at >= MINIMUM_FIT_S:
        slope, intercept = _line(at, frames)
        if (believable := _believable(slope)) == 1.0 / slope:
            return Piece(first=first, end=end, starts_at=intercept + first * slope, rate=believable)
    # Too short for a speed of its own: the anchor that came least late says where it lies.
    starts = at - (frames - first) / rate
    return Piece(first=first, end=end, starts_at=float(starts.min()), rate=rate)


def _believable(slope: float) -> float:
    rate = 1.0 / slope if slope > 0 else 0.0
    return rate if abs(rate / SAMPLE_RATE - 1) * 1e6 <= MAXIMUM_PPM else float(SAMPLE_RATE)


def _envelope(group: Sequence[Anchor]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the anchors that came least late, one for each five seconds."""
    # The first anchor of a piece is an estimate (arrival less the length of the block): it counts only alone.
    measured = group[1:] if len(group) > 1 else group
    at = np.array([anchor.at for anchor in measured])
    frames = np.array([float(anchor.frames) for anchor in measured])
    late = at - frames / SAMPLE_RATE
    # By position in the sound, not by arrival: after a stall many anchors arrive at one moment.
    bins = ((frames - frames[0]) // (ENVELOPE_S * SAMPLE_RATE)).astype(int)
    keep = [int(np.flatnonzero(bins == each)[np.argmin(late[bins == each])]) for each in np.unique(bins)]
    return at[keep], frames[keep]


def _line(at: NDArray[np.float64], frames: NDArray[np.float64]) -> tuple[float, float]:
    """Return (slope, intercept) of time over samples, with stretches of late arrivals thrown out."""
    origin = at[0]
    keep = np.ones(len(at), dtype=bool)
    slope, intercept = _least_squares(frames, at - origin)
    for _ in range(4):
        late = (at - origin) - (intercept + slope * frames)
        spread = float(np.median(np.abs(late[keep] - np.median(late[keep])))) + 1e-4
        better = late < np.median(late[keep]) + 3 * spread
        if better.sum() < max(3, len(at) // 3) or (better == keep).all():
            break
        keep = better
        slope, intercept = _least_squares(frames[keep], at[keep] - origin)
    return slope, intercept + float(origin)


def _least_squares(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Return (slope, intercept); the nominal slope where all x are the same."""
    centred = x - x.mean()
    spread = float(centred @ centred)
    slope = float(centred @ y) / spread if spread > 0 else 1.0 / SAMPLE_RATE
    return slope, float(y.mean() - slope * x.mean())
