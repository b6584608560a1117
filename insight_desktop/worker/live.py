"""The process that writes along while a meeting is recorded; it reads the growing files and never touches a device.

When the machine is too slow it gives up the text that is shown at once, then lags behind with the final text; the
recorder never waits for it. What it wrote for good lies in the recording's folder, and the pipeline goes on after it.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec

from insight_desktop import __version__
from insight_desktop.asr.live import LiveChannel
from insight_desktop.asr.transcriber import SpeechWindow, Transcriber, TranscriptionOptions
from insight_desktop.audio.following import GrowingSound
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.capture import StreamName
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.request import AUTO
from insight_desktop.domain.transcript import Segment
from insight_desktop.recordings import LIVE
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.live_messages import LiveText, StartLive
from insight_desktop.worker.messages import Cancelled, Failed, Hello
from insight_desktop.worker.models import load_transcriber

ROLE = "live"
_LOOK_S = 0.1
_WORKERS = 2
"""One for what was just said, one for what is kept."""
_TOO_LATE_S = 6.0
"""An utterance that waited longer is not shown by itself any more; it comes with its window."""


def run() -> int:
    """Follow one recording after the other until the input closes."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    for message in channel.messages():
        if isinstance(message, StartLive):
            _serve(channel, message)
    return 0


def _serve(channel: Channel, asked: StartLive) -> None:
    ended = Cancelled(job_id=asked.recording)
    channel.begin(if_stuck=ended)
    try:
        live = Live(RecordingFolder(Path(asked.folder)), load_transcriber(asked.model, workers=_WORKERS), asked)
        while not channel.is_cancelled:
            said = False
            for text in live.step():
                said = True
                channel.send(text)
                if channel.is_cancelled:
                    break
            if not said:
                time.sleep(_LOOK_S)
        for text in live.complete():
            channel.send(text)
        live.close()
        channel.send(ended)
    except KnownError as error:
        channel.send(Failed(job_id=asked.recording, code=error.code, params=error.params))
    finally:
        channel.finish()


class Live:
    """Writes along with one recording."""

    def __init__(self, folder: RecordingFolder, transcriber: Transcriber, asked: StartLive) -> None:
        """Wait for nothing: streams whose file is not there yet are looked for later."""
        self._folder, self._transcriber, self._asked = folder, transcriber, asked
        self._language = asked.language
        self._sounds: dict[int, GrowingSound] = {}
        self._channels: dict[int, LiveChannel] = {}
        self._windows: deque[SpeechWindow] = deque()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="final")
        self._final: tuple[SpeechWindow, Future[Sequence[Segment]]] | None = None
        self.show_utterances = True

    @property
    def has_more(self) -> bool:
        """Whether something on the disk was not looked at, or waits to be written down."""
        return (
            not self._sounds
            or bool(self._windows)
            or self._final is not None
            or any(sound.behind_s > 0 for sound in self._sounds.values())
        )

    def step(self) -> Iterator[LiveText]:
        """Take what is new on the disk; yields fresh utterances, and final windows that are done.

        Final windows are written down beside the utterances: half a minute of speech takes seconds, and nobody should
        wait so long for the text of what was just said.
        """
        self._find_streams()
        utterances: list[SpeechWindow] = []
        for number, sound in self._sounds.items():
            heard = self._channels[number].feed(sound.read())
            utterances += heard.utterances
            self._windows.extend(heard.windows)
        for utterance in sorted(utterances, key=lambda each: each.span.end):
            if self.show_utterances and self._late_by(utterance) <= _TOO_LATE_S:
                yield from self._show(utterance)
        yield from self._finals()

    def _finals(self) -> Iterator[LiveText]:
        if self._final is not None and (self._final[1].done() or not self.show_utterances):
            window, future = self._final
            self._final = None
            yield from self._keep(window, future.result())
        if self._final is None and self._windows:
            window = self._windows.popleft()
            self._final = (window, self._pool.submit(self._transcribed_for_good, window))

    def complete(self) -> Iterator[LiveText]:
        """Wait for the window that is being written down, so that nobody has to do it again."""
        if self._final is not None:
            window, future = self._final
            self._final = None
            yield from self._keep(window, future.result())

    def close(self) -> None:
        """Close the files."""
        self._pool.shutdown(cancel_futures=True)
        for sound in self._sounds.values():
            sound.close()

    def _find_streams(self) -> None:
        for number, stream in enumerate(StreamName):
            if number not in self._sounds and self._folder.sound(stream).is_file():
                self._sounds[number] = GrowingSound(self._folder.sound(stream))
                self._channels[number] = LiveChannel(number, self._transcriber.new_detector())

    def _late_by(self, window: SpeechWindow) -> float:
        """Return how much sound is on the disk after the end of a window."""
        number = window.channel
        return self._channels[number].heard_s + self._sounds[number].behind_s - window.span.end

    def _show(self, utterance: SpeechWindow) -> Iterator[LiveText]:
        segments = self._transcribe(utterance, beam_size=1, has_word_times=False)
        text = "".join(segment.text for segment in segments) if self._language == "ja" else _spaced(segments)
        if text:
            yield self._text(utterance, text, is_final=False)

    def _transcribed_for_good(self, window: SpeechWindow) -> Sequence[Segment]:
        """Transcribe a window as the pipeline would."""
        return self._transcribe(window, beam_size=TranscriptionOptions().beam_size, has_word_times=True)

    def _keep(self, window: SpeechWindow, segments: Sequence[Segment]) -> Iterator[LiveText]:
        """Keep what the pipeline need not do again."""
        with (self._folder.path / LIVE).open("ab") as file:
            file.write(b"".join(msgspec.json.encode(segment) + b"\n" for segment in segments))
        for segment in segments:
            yield LiveText(
                channel=window.channel,
                start_s=round(segment.span.start, 2),
                end_s=round(segment.span.end, 2),
                text=segment.text,
                is_final=True,
                behind_s=round(self._late_by(window), 2),
            )

    def _transcribe(self, window: SpeechWindow, *, beam_size: int, has_word_times: bool) -> Sequence[Segment]:
        if self._language == AUTO:
            self._language = self._transcriber.language_of(window)
        options = TranscriptionOptions(
            language=self._language,
            hotwords=self._asked.hotwords,
            beam_size=beam_size,
            has_word_times=has_word_times,
        )
        return self._transcriber.transcribe(window, options)

    def _text(self, window: SpeechWindow, text: str, *, is_final: bool) -> LiveText:
        span = window.span
        return LiveText(
            channel=window.channel,
            start_s=round(span.start, 2),
            end_s=round(span.end, 2),
            text=text,
            is_final=is_final,
            behind_s=round(self._late_by(window), 2),
        )


def _spaced(segments: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in segments)
