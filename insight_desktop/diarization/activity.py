"""How many people talk at each moment of a recording, heard in overlapping chunks while the sound streams by."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.timespan import TimeSpan

Floats = NDArray[np.float32]
Scores = Callable[[Iterable[Floats]], Iterable[Floats]]
"""Sound of chunks [n, samples] to the scores [n, frames, classes] of who talks in them, batch by batch."""

SAMPLE_RATE = 16_000
STEP_S = 270 / SAMPLE_RATE
"""From one frame to the next."""
FRAME_S = 991 / SAMPLE_RATE
"""What one frame looks at."""
_CHUNK = 10 * SAMPLE_RATE
"""What the network hears at once."""
_HOP = 5 * SAMPLE_RATE
_BATCH = 4
_VOICES_OF_CLASS = np.array([0, 1, 1, 1, 2, 2, 2], np.uint8)
"""Nobody; the first, second, third voice of the chunk; two of them at once."""
_SHORTEST_SPEECH_S = 0.2


def voices_at_once(sounds: Iterable[Floats], scores: Scores) -> Floats:
    """Return the mean number of voices heard in each frame."""
    heard = [
        (round((batch * _BATCH + number) * _HOP / SAMPLE_RATE / STEP_S), count)
        for batch, found in enumerate(scores(_batches(sounds)))
        for number, count in enumerate(_VOICES_OF_CLASS[found.argmax(axis=2)])
    ]
    first, count = heard[-1]
    summed, weights = np.zeros((2, first + len(count)), np.float32)
    # The middle of a chunk has heard what came before and after.
    window = np.hamming(len(count)).astype(np.float32)
    for first, count in heard:
        summed[first : first + len(count)] += window * count
        weights[first : first + len(count)] += window
    mean: Floats = (summed / np.maximum(weights, 1e-9)).astype(np.float32)
    return mean


def speech_spans(voices: Floats, near: Sequence[TimeSpan], *, reach_s: float) -> list[TimeSpan]:
    """Return where somebody talks, as far as that is not farther than `reach_s` from where words were heard."""
    is_speech = voices > 0.5  # noqa: PLR2004 - more often than not
    is_near = np.zeros(len(voices), bool)
    for span in near:
        is_near[frame_at(span.start - reach_s) : frame_at(span.end + reach_s)] = True
    spans = (TimeSpan(start=seconds_at(first), end=seconds_at(last)) for first, last in runs(is_speech & is_near))
    return [span for span in spans if span.duration >= _SHORTEST_SPEECH_S]


def runs(is_on: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first frame and first frame after each stretch that is on."""
    edges = np.diff(np.concatenate([[0], is_on.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True))


def frame_at(seconds: float) -> int:
    """Return the frame whose middle is nearest."""
    return max(0, round((seconds - FRAME_S / 2) / STEP_S))


def seconds_at(frame: int) -> float:
    """Return the middle of a frame."""
    return frame * STEP_S + FRAME_S / 2


def _batches(sounds: Iterable[Floats]) -> Iterator[Floats]:
    """Yield the chunks in batches; silence past the end."""
    kept, is_over = np.zeros(0, np.float32), False
    blocks = iter(sounds)
    wanted = _CHUNK + (_BATCH - 1) * _HOP
    while not is_over:
        while len(kept) < wanted and not is_over:
            block = next(blocks, None)
            is_over = block is None
            if block is not None:
                kept = np.concatenate([kept, block])
        count = _BATCH if not is_over else max(0, int(np.ceil((len(kept) - _CHUNK) / _HOP))) + 1
        padded = np.pad(kept, (0, max(0, _CHUNK + (count - 1) * _HOP - len(kept))))
        yield np.stack([padded[at * _HOP : at * _HOP + _CHUNK] for at in range(count)])
        kept = kept[count * _HOP :]
