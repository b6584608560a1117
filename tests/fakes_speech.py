"""Fakes of the models that listen: they hear loud sound as speech and write down its times."""

from collections.abc import Generator, Sequence

import numpy as np

from insight_desktop.asr.transcriber import Samples, SpeechWindow, TranscriptionOptions
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word
from insight_desktop.domain.voice import VoicePrint

FRAME = 512


class FakeDetector:
    """Loud is speech."""

    frame = FRAME

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)

    def probabilities(self, samples: Samples) -> Samples:
        sound = np.concatenate([self._rest, samples])
        count = sound.shape[0] // FRAME
        self._rest = sound[count * FRAME :]
        frames = sound[: count * FRAME].reshape(count, FRAME)
        return (np.abs(frames).max(axis=1) > 0.05).astype(np.float32)


class FakeTranscriber:
    """Writes one segment a piece: the channel and the second at which it begins."""

    model = "fake 1"

    def __init__(self, text: str = "") -> None:
        self.windows: list[SpeechWindow] = []
        self.options: list[TranscriptionOptions] = []
        self._text = text

    def new_detector(self) -> FakeDetector:
        return FakeDetector()

    def language_of(self, _window: SpeechWindow) -> str:
        return "en"

    def transcribe(self, window: SpeechWindow, options: TranscriptionOptions) -> Sequence[Segment]:
        self.windows.append(window)
        self.options.append(options)
        return [
            a_segment(
                piece.start_s,
                piece.start_s + piece.seconds,
                self._text or f"channel {window.channel} at {piece.start_s:.1f}",
                channel=window.channel,
            )
            for piece in window.pieces
        ]


class FakeDiarizer:
    """Answers what it was given."""

    def __init__(self, diarization: Diarization) -> None:
        self._diarization = diarization
        self.listened: tuple[float, ...] = ()
        self.asked: list[tuple[Sequence[TimeSpan], int | None]] = []

    def diarize(
        self, _audio: object, speech: Sequence[TimeSpan], people: int | None, *, voice: VoicePrint | None = None
    ) -> Generator[float, None, Diarization]:
        del voice
        self.asked.append((speech, people))
        yield from self.listened
        return self._diarization


def a_segment(start: float, end: float, text: str = "はい", *, channel: int | None = None, speaker=None) -> Segment:
    """Return a segment with one word a letter, evenly spread."""
    step = (end - start) / max(1, len(text))
    words = tuple(
        Word(span=TimeSpan(start=start + at * step, end=start + (at + 1) * step), text=letter)
        for at, letter in enumerate(text)
    )
    return Segment(span=TimeSpan(start=start, end=end), text=text, words=words, channel=channel, speaker=speaker)
