"""Whisper by faster-whisper and CTranslate2, on the processor; the only importer of faster_whisper."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from insight_desktop.asr import guards
from insight_desktop.asr.transcriber import Samples, SpeechDetector, SpeechWindow, TranscriptionOptions
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.transcript import Segment, Word

LANGUAGES = ("ja", "en")
_NEW_SEGMENT_PAUSE_S = 1.0
"""A segment with a longer pause between two words is two."""
_LOOPING = 2.4
"""Text that compresses better than this repeats itself."""
_NGRAM_AGAINST_LOOPS = 6


class FasterWhisper:
    """A Whisper model in memory."""

    def __init__(
        self, folder: Path, *, compute_type: str = "int8", threads: int | None = None, workers: int = 1
    ) -> None:
        """Load the model.

        Args:
            folder: a CTranslate2 conversion.
            compute_type: of CTranslate2; `int8` needs the least memory.
            threads: processor cores per worker; None leaves one core to a recording that may be running.
            workers: how many windows may be transcribed at the same time.

        Raises:
            KnownError: the files are damaged.
        """
        from faster_whisper import WhisperModel, __version__

        try:
            self._model: Any = WhisperModel(
                str(folder),
                device="cpu",
                compute_type=compute_type,
                cpu_threads=threads or cores(),
                num_workers=workers,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise KnownError(ErrorCode.MODEL_DAMAGED, model=folder.name) from error
        self.model = f"{folder.name} {compute_type}, faster-whisper {__version__}"

    def new_detector(self) -> SpeechDetector:
        """Return a detector for one channel."""
        return SileroDetector()

    def language_of(self, window: SpeechWindow) -> str:
        """Return `ja` or `en`, whichever the model finds likelier."""
        _, _, probabilities = self._model.detect_language(window.samples)
        found = dict(probabilities)
        return max(LANGUAGES, key=lambda language: found.get(language, 0.0))

    def transcribe(self, window: SpeechWindow, options: TranscriptionOptions) -> Sequence[Segment]:
        """Return what is said in a window, without inventions and loops."""
        raw = self._run(window, options)
        if any(segment.compression_ratio > _LOOPING for segment in raw):
            raw = self._run(window, options, no_repeat_ngram_size=_NGRAM_AGAINST_LOOPS)
        return [part for segment in raw for part in _segments(segment, window)]

    def _run(self, window: SpeechWindow, options: TranscriptionOptions, **extra: Any) -> list[Any]:
        # Higher temperatures would draw at random: a resumed run must find the same text.
        segments: Iterable[Any]
        segments, _ = self._model.transcribe(
            window.samples,
            language=options.language,
            beam_size=options.beam_size,
            temperature=0.0,
            condition_on_previous_text=False,
            word_timestamps=options.has_word_times,
            hotwords=_prompt(options),
            vad_filter=False,
            **extra,
        )
        return list(segments)


def _prompt(options: TranscriptionOptions) -> str | None:
    """Return the hotwords as a sentence: the model writes on in the style of its prompt, spaces and all."""
    if not options.hotwords:
        return None
    return "、".join(options.hotwords) + "。" if options.language == "ja" else ", ".join(options.hotwords) + "."


class SileroDetector:
    """Silero's voice activity detector, carried on from block to block."""

    frame = 512
    _CONTEXT = 64

    def __init__(self) -> None:
        """Begin with silence."""
        from faster_whisper.vad import get_vad_model

        self._session: Any = get_vad_model().session
        self._state = {name: np.zeros((1, 1, 128), np.float32) for name in ("h", "c")}
        self._context: Samples = np.zeros(self._CONTEXT, np.float32)
        self._rest: Samples = np.zeros(0, np.float32)

    def probabilities(self, samples: Samples) -> Samples:
        """Return the probability of speech for each whole frame of 32 ms."""
        sound = np.concatenate([self._rest, samples])
        count = sound.shape[0] // self.frame
        self._rest = sound[count * self.frame :]
        if not count:
            return np.zeros(0, np.float32)
        frames = sound[: count * self.frame].reshape(count, self.frame)
        contexts = np.concatenate([self._context[None, :], frames[:-1, -self._CONTEXT :]])
        self._context = frames[-1, -self._CONTEXT :]
        inputs = np.concatenate([contexts, frames], axis=1)
        output, self._state["h"], self._state["c"] = self._session.run(None, {"input": inputs, **self._state})
        probabilities: Samples = np.asarray(output, np.float32).reshape(-1)
        return probabilities


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _segments(raw: Any, window: SpeechWindow) -> list[Segment]:
    """Return a segment of faster-whisper as our own, in the recording's time, divided where somebody pauses."""
    whole = float(np.exp(raw.avg_logprob))
    if not raw.words:
        text = guards.without_loop(raw.text).strip()
        span = window.original_span(float(raw.start), float(raw.end))
        segment = Segment(span=span, text=text, channel=window.channel, confidence=whole)
        return [segment] if _is_said(segment, raw, whole) else []
    words = _without_loop(
        [
            Word(
                # NumPy's numbers would not cross to the window's process.
                span=window.original_span(float(word.start), float(word.end)),
                text=word.word,
                confidence=round(float(word.probability), 3),
            )
            for word in raw.words
        ]
    )
    segments = [_segment(group, window.channel) for group in _groups(words)]
    return [segment for segment in segments if _is_said(segment, raw, whole)]


def _is_said(segment: Segment, raw: Any, whole: float) -> bool:
    """Tell whether a segment was really said; `whole` is the confidence of the window around it."""
    acoustics = guards.Acoustics(
        # The model gives one probability to all segments of a window; the words are closer to the sound.
        log_probability=float(np.log(max(min(whole, segment.confidence), 1e-6))),
        no_speech=raw.no_speech_prob,
        seconds=segment.span.duration,
    )
    return not guards.is_phantom(segment.text, acoustics)


def _without_loop(words: list[Word]) -> list[Word]:
    while (loop := guards.loop_of(text := "".join(word.text for word in words))) is not None:
        kept, at = [], 0
        for word in words:
            if not loop[0] <= at < loop[1]:
                kept.append(word)
            at += len(word.text)
        if len(kept) == len(words) or not text:
            return words
        words = kept
    return words


def _groups(words: list[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.span.start - groups[-1][-1].span.end < _NEW_SEGMENT_PAUSE_S:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _segment(words: Sequence[Word], channel: int) -> Segment:
    return Segment(
        span=words[0].span.union(max((word.span for word in words), key=lambda span: span.end)),
        text="".join(word.text for word in words).strip(),
        words=tuple(words),
        channel=channel,
        confidence=round(float(np.mean([word.confidence for word in words])), 3),
    )
