"""Builds the models that the pipeline asks for; the heavy ones in processes of their own.

PyTorch with the analysis' models, or with the voices' one, needs as much memory as Whisper: one after the other, each
in a process that ends with its step, the peak is that of the largest alone.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from insight_desktop.asr.transcriber import Transcriber
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.events import AnalysisReady
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.suggestion import Product
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.voice import VoicePrint
from insight_desktop.pipeline import Models, Understand
from insight_desktop.worker import messages
from insight_desktop.worker.child import Child

WORKERS = 1


@contextmanager
def child_models(whisper: str = "base", *, understands: bool = True) -> Iterator[Models]:
    """Yield models whose helper processes end with the context.

    Args:
        whisper: name of the Whisper model.
        understands: whether the transcript will be read too; the process for it then loads while Whisper is at work.
    """
    with ExitStack() as stack:
        reader = _Reader(stack)

        def transcriber() -> Transcriber:
            if understands:
                reader.start()
            return load_transcriber(whisper)

        yield Models(
            transcriber=transcriber,
            diarizer=_ChildDiarizer,
            understand=reader.understand,
            workers=WORKERS,
        )


def load_transcriber(name: str, *, workers: int = WORKERS) -> Transcriber:
    """Load a Whisper model that takes so many windows at a time."""
    from insight_desktop.asr.faster_whisper import FasterWhisper
    from insight_desktop.asr.model_files import whisper_model

    return FasterWhisper(whisper_model(name), workers=workers)


class _ChildDiarizer:
    """Tells voices apart in a process of its own."""

    def diarize(
        self, audio: Path, speech: Sequence[TimeSpan], people: int | None, *, voice: VoicePrint | None = None
    ) -> Generator[float, None, Diarization]:
        with Child("diarize") as child:
            child.send(messages.Diarize(audio_path=str(audio), speech=tuple(speech), people=people, voice=voice))
            for message in child.messages():
                if isinstance(message, messages.Diarized):
                    return message.diarization
                if isinstance(message, messages.Listened):
                    yield message.done_s
        raise AssertionError  # messages() ends in an answer or an error


class _Reader:
    """The process that understands; started as early as one knows that it will be needed."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._child: Child | None = None

    def start(self) -> Child:
        if self._child is None:
            self._child = self._stack.enter_context(Child("understand"))
        return self._child

    def understand(self) -> Understand:
        child = self.start()

        def understand(conversation: Conversation, catalogue: Sequence[Product]) -> Generator[float, None, Analysis]:
            child.send(messages.Understand(conversation=conversation, catalogue=tuple(catalogue)))
            for message in child.messages():
                if isinstance(message, AnalysisReady):
                    return message.analysis
                if isinstance(message, messages.Understood):
                    yield message.share
            raise AssertionError  # messages() ends in an answer or an error

        return understand
