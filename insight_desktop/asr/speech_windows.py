"""Cuts a stream of sound into windows of speech, at pauses, holding no more than one window of sound.

The cuts depend on nothing but the sound from its beginning on, so that a resumed run finds the same windows.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from insight_desktop.asr.transcriber import SAMPLE_RATE, Piece, Samples, SpeechDetector, SpeechWindow

_ON, _OFF = 0.5, 0.35
"""Speech begins above the one and ends below the other."""
_PAUSE_S = 0.25
"""A shorter break is part of the speech."""
_SHORTEST_SPEECH_S = 0.1
_KEPT_PAUSE_S = 2.0
"""Longer silence is left out of a window."""
_PADDING_S = 0.4
"""Less cuts off soft beginnings: measured, and the same as in faster-whisper."""
_WINDOW_S = 28.0
"""What a window may hold, padding included; Whisper hears 30 s at a time."""
_EARLIEST_CUT_S = 16.0
"""From here on the longest pause is the place to cut."""
_WIDEST_SPAN_S = 150.0
"""A channel with little speech still gives a window that often."""

Region = tuple[int, int]
"""First sample of speech and first sample after it."""


class SpeechRegions:
    """Finds regions of speech in a stream of probabilities."""

    def __init__(self, frame: int, *, starts_at: int = 0) -> None:
        """Take the number of samples per probability, and which sample of the recording is the first to come."""
        self._frame = frame
        self._at = starts_at
        self._start: int | None = None
        self._quiet_from: int | None = None
        self._history: list[float] = []

    @property
    def open_from(self) -> int:
        """The first sample that a region may still need."""
        return self._at if self._start is None else self._start

    def feed(self, probabilities: Samples) -> Iterator[Region]:
        """Yield the regions that end within these frames."""
        for probability in probabilities.tolist():
            yield from self._step(probability)
            self._at += self._frame

    def finish(self) -> Iterator[Region]:
        """Yield the region that the end of the sound cuts off."""
        if self._start is not None:
            yield from self._region(self._quiet_from or self._at)

    def _step(self, probability: float) -> Iterator[Region]:
        if self._start is None:
            if probability >= _ON:
                self._start, self._quiet_from, self._history = self._at, None, [probability]
            return
        self._history.append(probability)
        if probability >= _ON:
            self._quiet_from = None
        elif probability < _OFF and self._quiet_from is None:
            self._quiet_from = self._at
        if self._quiet_from is not None and self._at - self._quiet_from >= _PAUSE_S * SAMPLE_RATE:
            yield from self._region(self._quiet_from)
        elif self._at - self._start >= (_WINDOW_S - 4 * _PADDING_S) * SAMPLE_RATE:
            yield from self._split()

    def _split(self) -> Iterator[Region]:
        """Cut a speaker who makes no pause where a pause is likeliest."""
        assert self._start is not None  # noqa: S101
        earliest = int(_EARLIEST_CUT_S * SAMPLE_RATE) // self._frame
        cut = earliest + int(np.argmin(self._history[earliest:]))
        end = self._start + cut * self._frame
        rest = self._history[cut:]
        yield (self._start, end)
        self._start, self._history = end, rest

    def _region(self, end: int) -> Iterator[Region]:
        assert self._start is not None  # noqa: S101
        if end - self._start >= _SHORTEST_SPEECH_S * SAMPLE_RATE:
            yield (self._start, end)
        self._start = self._quiet_from = None
        self._history = []


class WindowBuilder:
    """Gathers the speech of one channel into windows."""

    def __init__(self, channel: int, detector: SpeechDetector, *, starts_at: int = 0) -> None:
        """Take the channel's number, a fresh detector, and which sample of the recording is the first to come."""
        self._channel = channel
        self._detector = detector
        self._regions = SpeechRegions(detector.frame, starts_at=starts_at)
        self._found: list[Region] = []
        self._sound: Samples = np.zeros(0, np.float32)
        self._sound_from = starts_at

    def feed(self, samples: Samples) -> Iterator[SpeechWindow]:
        """Yield the windows that are full once these samples are heard."""
        self._sound = np.concatenate([self._sound, samples])
        for region in self._regions.feed(self._detector.probabilities(samples)):
            self._found.append(region)
            yield from self._full_windows()
        self._forget()

    def finish(self) -> Iterator[SpeechWindow]:
        """Yield what is left at the end of the sound."""
        for region in self._regions.finish():
            self._found.append(region)
            yield from self._full_windows()
        if self._found:
            yield self._window(len(self._found), until=self._sound_from + len(self._sound))

    def _full_windows(self) -> Iterator[SpeechWindow]:
        while len(self._found) > 1 and self._is_full(self._found):
            yield self._window(self._best_cut())

    def _is_full(self, regions: list[Region]) -> bool:
        is_wide = regions[-1][1] - regions[0][0] > _WIDEST_SPAN_S * SAMPLE_RATE
        return is_wide or self._length(regions) > _WINDOW_S

    def _length(self, regions: list[Region]) -> float:
        return sum(end - start for start, end in self._pieces(regions)) / SAMPLE_RATE

    def _best_cut(self) -> int:
        """Return how many regions the window takes: up to the longest pause in its later part."""
        fitting = len(self._found) - 1
        while fitting > 1 and self._is_full(self._found[:fitting]):
            fitting -= 1
        counts = [n for n in range(1, fitting + 1) if self._length(self._found[:n]) >= _EARLIEST_CUT_S] or [fitting]
        return max(counts, key=lambda n: (min(self._pause_after(n), _KEPT_PAUSE_S), n))

    def _pause_after(self, count: int) -> float:
        return (self._found[count][0] - self._found[count - 1][1]) / SAMPLE_RATE

    def _pieces(self, regions: list[Region]) -> list[Region]:
        """Join regions with a short pause between them, and pad each."""
        padding = int(_PADDING_S * SAMPLE_RATE)
        pieces: list[Region] = []
        for start, end in regions:
            if pieces and start - pieces[-1][1] < _KEPT_PAUSE_S * SAMPLE_RATE:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
        return [(max(0, start - padding), end + padding) for start, end in pieces]

    def _window(self, count: int, *, until: int = 0) -> SpeechWindow:
        taken, self._found = self._found[:count], self._found[count:]
        pieces = self._pieces(taken)
        if self._found:
            # The padding must not reach into the speech of the next window.
            start, end = pieces[-1]
            pieces[-1] = (start, min(end, max(taken[-1][1], (taken[-1][1] + self._found[0][0]) // 2)))
        elif until - taken[-1][1] < _KEPT_PAUSE_S * SAMPLE_RATE:
            # The pause before the end of the sound is kept like any other: a cut breath costs the last words.
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], until))
        return SpeechWindow(
            channel=self._channel,
            pieces=tuple(
                Piece(start_s=max(start, self._sound_from) / SAMPLE_RATE, samples=self._cut(start, end))
                for start, end in pieces
            ),
        )

    def _cut(self, start: int, end: int) -> Samples:
        first = max(0, start - self._sound_from)
        return self._sound[first : end - self._sound_from].copy()

    def _forget(self) -> None:
        """Let go of the sound before anything that a window may still need."""
        needed = self._found[0][0] if self._found else self._regions.open_from
        keep_from = max(self._sound_from, needed - int((_PADDING_S + _PAUSE_S + 0.1) * SAMPLE_RATE))
        self._sound = self._sound[keep_from - self._sound_from :].copy()
        self._sound_from = keep_from


def speech_windows(builders: Iterable[WindowBuilder], block: Samples | Sequence[Samples]) -> Iterator[SpeechWindow]:
    """Yield the windows that one block [channels, n] fills, in order of their beginning."""
    windows = [window for builder, channel in zip(builders, block, strict=True) for window in builder.feed(channel)]
    yield from sorted(windows, key=lambda window: window.span.start)
