"""What the program does with a recording, step by step: transcribe, tell the speakers, understand.

Read `process` from top to bottom. Every step takes frozen values and yields events; who listens stores them at once,
so that a run that is cut off goes on from what is stored. The models come from outside (`worker/models.py` builds
them), hence nothing here loads a model library.
"""

import datetime as dt
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from insight_desktop import telling
from insight_desktop.asr.speech_windows import WindowBuilder, speech_windows
from insight_desktop.asr.transcriber import SAMPLE_RATE, SpeechWindow, Transcriber, TranscriptionOptions
from insight_desktop.audio.decoding import DecodingReport, decode
from insight_desktop.audio.levels import LevelTrack
from insight_desktop.diarization.diarizer import Diarizer
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.domain.events import (
    Advanced,
    AnalysisReady,
    PipelineEvent,
    SegmentReady,
    SpeakersReady,
    StageDone,
    StageStarted,
    Warned,
)
from insight_desktop.domain.job import Stage
from insight_desktop.domain.request import AUTO, ProcessRequest
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.suggestion import Product
from insight_desktop.domain.transcript import Segment

_UNKNOWN = SpeakerLabel("SPEAKER_00")
Understand = Callable[[Conversation, Sequence[Product]], Generator[float, None, Analysis]]
"""Yields the part that is understood so far, 0 to 1, and returns what the conversation means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """How to get each model; called when its step begins and let go of when it ends."""

    transcriber: Callable[[], Transcriber]
    diarizer: Callable[[], Diarizer]
    understand: Callable[[], Understand]
    workers: int = 1
    """How many windows the transcriber takes at the same time."""


@dataclass(slots=True, kw_only=True)
class _Heard:
    """What the transcription leaves behind."""

    language: str = ""
    segments: list[Segment] = field(default_factory=list)
    levels: LevelTrack = field(default_factory=LevelTrack)


def process(request: ProcessRequest, models: Models) -> Iterator[PipelineEvent]:
    """Take one recording to its minutes.

    Raises:
        KnownError: the recording or a model cannot be used; events up to there stand.
    """
    if request.transcribed:
        # The user may have edited the transcript: only the understanding is wanted.
        language, segments = _language(request), request.done
    elif request.tells_anew:
        language = _language(request)
        heard = _Heard(language=language, segments=[*telling.to_tell_anew(request.done)])
        segments = yield from _told(request, heard, models)
    else:
        language, segments = yield from transcribe(request, models)
    yield from _analyse(request, language, segments, models)


def transcribe(
    request: ProcessRequest, models: Models
) -> Generator[PipelineEvent, None, tuple[str, tuple[Segment, ...]]]:
    """Write down what is said, and by whom, without understanding it; returns the language and the turns."""
    heard = yield from _transcribe(request, models)
    segments = yield from _told(request, heard, models)
    return heard.language, segments


def conversation_of(request: ProcessRequest, segments: Sequence[Segment], language: str) -> Conversation:
    """Return what the analysis reads: turn i is segment i."""
    return Conversation(
        id=request.meeting_id,
        language=language,
        turns=tuple(
            Turn(index=index, speaker=segment.speaker or _UNKNOWN, text=segment.text, span=segment.span)
            for index, segment in enumerate(segments)
        ),
        held_on=dt.date.fromisoformat(request.held_on) if request.held_on else None,
        title=request.title,
        channel=request.channel,
        rep=request.rep,
        customer=request.customer,
        rivals=request.rivals,
        rules=request.rules,
    )


# --- Step 1: what is said ---------------------------------------------------------------------------------------------


def _transcribe(request: ProcessRequest, models: Models) -> Generator[PipelineEvent, None, _Heard]:
    heard = _Heard(language=request.language, segments=list(request.done))
    yield StageStarted(stage=Stage.TRANSCRIBE, total_s=request.total_s)
    transcriber = models.transcriber()
    report = DecodingReport()
    windows = _windows_left(request, transcriber, heard.levels, report)
    for window, segments in _transcribed(windows, transcriber, request, heard, workers=models.workers):
        for segment in _new(segments, request.done):
            heard.segments.append(segment)
            yield SegmentReady(segment=segment)
        yield Advanced(stage=Stage.TRANSCRIBE, done_s=window.span.end, total_s=request.total_s)
    if report.is_cut_off:
        yield _cut_off(request, report)
    if heard.language == AUTO:
        heard.language = "ja"
    yield Advanced(stage=Stage.TRANSCRIBE, done_s=report.decoded_s, total_s=max(request.total_s, report.decoded_s))
    yield StageDone(stage=Stage.TRANSCRIBE, model=transcriber.model, language=heard.language)
    return heard


def _windows_left(
    request: ProcessRequest, transcriber: Transcriber, levels: LevelTrack, report: DecodingReport
) -> Iterator[SpeechWindow]:
    """Yield the windows of speech that an earlier run has not transcribed to their end."""
    starts = [_begin(request, channel) for channel in range(request.channels)]
    builders = [
        WindowBuilder(channel, transcriber.new_detector(), starts_at=start) for channel, start in enumerate(starts)
    ]
    at = 0
    for block in decode(Path(request.audio_path), channels=request.channels, report=report):
        levels.add(block, SAMPLE_RATE)
        rest = [samples[max(0, start - at) :] for samples, start in zip(block, starts, strict=True)]
        at += block.shape[1]
        yield from _left(speech_windows(builders, rest), request.done)
    for builder in builders:
        yield from _left(builder.finish(), request.done)


def _begin(request: ProcessRequest, channel: int) -> int:
    """Return the first sample to listen to: text that came while recording was written window by window, to its end."""
    if not request.heard_live:
        return 0
    ends = [segment.span.end for segment in request.done if (segment.channel or 0) == channel]
    return int(max(ends, default=0.0) * SAMPLE_RATE)


def _left(windows: Iterable[SpeechWindow], done: Sequence[Segment]) -> Iterator[SpeechWindow]:
    return (window for window in windows if window.span.end > _last_start(done, window.channel))


def _new(segments: Iterable[Segment], done: Sequence[Segment]) -> Iterator[Segment]:
    return (segment for segment in segments if segment.span.start > _last_start(done, segment.channel or 0) + 1e-3)


def _last_start(done: Sequence[Segment], channel: int) -> float:
    return max((segment.span.start for segment in done if (segment.channel or 0) == channel), default=-1.0)


def _transcribed(
    windows: Iterator[SpeechWindow], transcriber: Transcriber, request: ProcessRequest, heard: _Heard, *, workers: int
) -> Iterator[tuple[SpeechWindow, Sequence[Segment]]]:
    """Yield each window with its segments, in order, `workers` at a time."""
    options: TranscriptionOptions | None = None
    pending: deque[tuple[SpeechWindow, Future[Sequence[Segment]]]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="transcribe")
    try:
        for window in windows:
            if options is None:
                if heard.language == AUTO:
                    heard.language = transcriber.language_of(window)
                options = TranscriptionOptions(
                    language=heard.language, hotwords=request.hotwords, beam_size=request.beam_size
                )
            pending.append((window, pool.submit(transcriber.transcribe, window, options)))
            if len(pending) > workers:
                first, future = pending.popleft()
                yield first, future.result()
        while pending:
            first, future = pending.popleft()
            yield first, future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _cut_off(request: ProcessRequest, report: DecodingReport) -> Warned:
    return Warned(
        code=ErrorCode.AUDIO_CUT_OFF,
        params={
            "path": request.title or Path(request.audio_path).name,
            "declared": str(round(report.declared_s or 0.0)),
            "decoded": str(round(report.decoded_s)),
        },
    )


# --- Step 2: who says it ----------------------------------------------------------------------------------------------


def _told(
    request: ProcessRequest, heard: _Heard, models: Models
) -> Generator[PipelineEvent, None, tuple[Segment, ...]]:
    yield StageStarted(stage=Stage.DIARIZE, total_s=request.total_s)
    if request.channels > 1:
        told = telling.by_channels(request, heard.segments, heard.language, heard.levels)
    else:
        told = yield from telling.by_voices(request, heard.segments, heard.language, models.diarizer)
    yield SpeakersReady(segments=told.segments, speakers=told.speakers, is_count_sure=told.is_count_sure)
    yield StageDone(stage=Stage.DIARIZE)
    return told.segments


def _language(request: ProcessRequest) -> str:
    """Return the language of a transcript whose language was to be found from the sound."""
    if request.language != AUTO:
        return request.language
    text = "".join(segment.text for segment in request.done)
    kana = sum("\u3040" <= letter <= "\u30ff" for letter in text)
    return "ja" if kana > 0.1 * len(text) else "en"


# --- Step 3: what it means --------------------------------------------------------------------------------------------


def _analyse(
    request: ProcessRequest, language: str, segments: Sequence[Segment], models: Models
) -> Iterator[PipelineEvent]:
    total_s = request.total_s or float(len(segments))
    yield StageStarted(stage=Stage.ANALYSE, total_s=total_s)
    reading = models.understand()(conversation_of(request, segments, language), request.catalogue)
    analysis = yield from _understood(reading, total_s)
    yield Advanced(stage=Stage.ANALYSE, done_s=total_s, total_s=total_s)
    yield AnalysisReady(analysis=analysis)
    yield StageDone(stage=Stage.ANALYSE, model=analysis.model)


def _understood(reading: Generator[float, None, Analysis], total_s: float) -> Generator[Advanced, None, Analysis]:
    while True:
        try:
            share = next(reading)
        except StopIteration as end:
            analysis: Analysis = end.value
            return analysis
        yield Advanced(stage=Stage.ANALYSE, done_s=share * total_s, total_s=total_s)
