"""What a transcriber is: windows of speech in, segments with times out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment

SAMPLE_RATE = 16_000
Samples = NDArray[np.float32]
"""One channel at 16 kHz, within ±1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptionOptions:
    """How to transcribe."""

    language: str = "ja"
    """`ja` or `en`; found before by `Transcriber.language_of` where the user does not know."""
    hotwords: tuple[str, ...] = ()
    beam_size: int = 5
    has_word_times: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of sound that lies in a window without a break."""

    start_s: float
    """When it begins in the recording."""
    samples: Samples

    @property
    def seconds(self) -> float:
        """Its length."""
        return float(self.samples.shape[0]) / SAMPLE_RATE


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWindow:
    """Up to half a minute of speech of one channel, cut at pauses; long silence between the pieces is left out."""

    channel: int
    pieces: tuple[Piece, ...]

    @property
    def samples(self) -> Samples:
        """The pieces joined."""
        return np.concatenate([piece.samples for piece in self.pieces])

    @property
    def span(self) -> TimeSpan:
        """From the first to the last sample, in the recording's time."""
        last = self.pieces[-1]
        return TimeSpan(start=self.pieces[0].start_s, end=last.start_s + last.seconds)

    @property
    def speech_s(self) -> float:
        """How much is to be transcribed."""
        return sum(piece.seconds for piece in self.pieces)

    def original_span(self, start: float, end: float) -> TimeSpan:
        """Return where a span of the joined samples lies in the recording; it does not cross a break."""
        begun = 0.0
        for piece in self.pieces:
            if start < begun + piece.seconds - 1e-6 or piece is self.pieces[-1]:
                first = min(max(0.0, start - begun), piece.seconds)
                last = min(max(first, end - begun), piece.seconds)
                return TimeSpan(start=piece.start_s + first, end=piece.start_s + last)
            begun += piece.seconds
        message = "a window has at least one piece"
        raise ValueError(message)


class SpeechDetector(Protocol):
    """Tells speech from silence, noise and music as the sound of one channel comes in."""

    frame: int
    """Samples per probability."""

    def probabilities(self, samples: Samples) -> Samples:
        """Return the probability of speech for each whole frame; the rest waits for the next call."""


class Transcriber(Protocol):
    """A model that writes down what is said."""

    model: str
    """Name and version, recorded with each transcript."""

    def new_detector(self) -> SpeechDetector:
        """Return a detector for one channel, from its beginning on."""

    def language_of(self, window: SpeechWindow) -> str:
        """Return the language, `ja` or `en`, that a window is most likely in."""

    def transcribe(self, window: SpeechWindow, options: TranscriptionOptions) -> Sequence[Segment]:
        """Return what is said in a window; empty where nothing is."""
