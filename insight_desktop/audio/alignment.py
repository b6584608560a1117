"""Where each piece of each stream belongs in the one recording, and the samples in that place; memory stays flat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import soxr
from numpy.typing import NDArray

from insight_desktop.audio.clocks import Piece, pieces
from insight_desktop.audio.recording_file import SAMPLE_RATE, RecordingReader
from insight_desktop.audio.recording_folder import Timing
from insight_desktop.domain.capture import StreamName

BLOCK = SAMPLE_RATE
"""One second is read at a time."""
BIT_EXACT_S = 0.010
"""Less drift than this over a piece is left alone: the samples stay what the device gave."""
JITTER_S = 0.030
"""A smaller hole between two pieces is the noise of the clocks, not missing sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A piece of a stream, its place and its length in the recording, in samples."""

    piece: Piece
    at: int
    length: int

    @property
    def resampled(self) -> bool:
        """Whether the piece is stretched to the clock of the recording."""
        return self.length != self.piece.end - self.piece.first


def place(frames: dict[StreamName, int], timing: Timing) -> dict[StreamName, tuple[Placed, ...]]:
    """Lay the pieces of all streams on one time line that runs by the microphone's clock, pauses taken out."""
    fitted = {stream: pieces(timing.anchors, stream, count) for stream, count in frames.items()}
    every = [piece for found in fitted.values() for piece in found]
    if not every:
        return dict.fromkeys(frames, ())
    begin = min(timing.recorded_time(piece.starts_at) for piece in every)
    reference = _reference(fitted)
    return {stream: _lay(found, timing, begin, reference) for stream, found in fitted.items()}


def length(plan: dict[StreamName, tuple[Placed, ...]]) -> int:
    """Return how many samples the recording has."""
    return max((placed.at + placed.length for found in plan.values() for placed in found), default=0)


def blocks(reader: RecordingReader, plan: Sequence[Placed], total: int) -> Iterator[NDArray[np.int16]]:
    """Yield the samples of one stream in its place, in blocks of one second (the last may be shorter)."""
    pending: list[NDArray[np.int16]] = []
    held = 0
    for part in _parts(reader, plan, total):
        pending.append(part)
        held += len(part)
        while held >= BLOCK:
            joined = np.concatenate(pending)
            yield joined[:BLOCK]
            pending, held = [joined[BLOCK:]], held - BLOCK
    if held:
        yield np.concatenate(pending)


def _reference(fitted: dict[StreamName, tuple[Piece, ...]]) -> float:
    for stream in (StreamName.MIC, StreamName.SYSTEM):
        if found := fitted.get(stream):
            return max(found, key=lambda piece: piece.end - piece.first).rate
    return float(SAMPLE_RATE)


def _lay(found: Sequence[Piece], timing: Timing, begin: float, reference: float) -> tuple[Placed, ...]:
    laid: list[Placed] = []
    cursor = 0
    for piece in found:
        count = piece.end - piece.first
        stretched = round(count * reference / piece.rate)
        fits = abs(stretched - count) <= BIT_EXACT_S * SAMPLE_RATE
        at = round((timing.recorded_time(piece.starts_at) - begin) * reference)
        if laid and at < cursor + JITTER_S * SAMPLE_RATE:
            at = cursor
        laid.append(Placed(piece=piece, at=max(0, at), length=count if fits else stretched))
        cursor = laid[-1].at + laid[-1].length
    return tuple(laid)


def _parts(reader: RecordingReader, plan: Sequence[Placed], total: int) -> Iterator[NDArray[np.int16]]:
    cursor = 0
    for placed in plan:
        yield from _silence(placed.at - cursor)
        yield from _stretched(reader, placed) if placed.resampled else _copied(reader, placed)
        cursor = placed.at + placed.length
    yield from _silence(total - cursor)


def _silence(count: int) -> Iterator[NDArray[np.int16]]:
    for start in range(0, max(0, count), BLOCK):
        yield np.zeros(min(BLOCK, count - start), dtype=np.int16)


def _copied(reader: RecordingReader, placed: Placed) -> Iterator[NDArray[np.int16]]:
    for start in range(placed.piece.first, placed.piece.end, BLOCK):
        yield reader.read(start, min(BLOCK, placed.piece.end - start))


def _stretched(reader: RecordingReader, placed: Placed) -> Iterator[NDArray[np.int16]]:
    """Resample to the clock of the recording; exactly `placed.length` samples come out."""
    count = placed.piece.end - placed.piece.first
    stream = soxr.ResampleStream(float(count), float(placed.length), 1, dtype="float32", quality="HQ")
    left = placed.length
    for start in range(placed.piece.first, placed.piece.end, BLOCK):
        size = min(BLOCK, placed.piece.end - start)
        given = reader.read(start, size).astype(np.float32) / 32768
        out = stream.resample_chunk(given, last=start + size >= placed.piece.end)[:left]
        left -= len(out)
        yield np.clip(np.rint(out * 32768), -32768, 32767).astype(np.int16)
    yield from _silence(left)
