"""The process that writes along while a meeting is recorded; it reads the growing files and never touches a device.

When the machine is too slow it gives up the text that is shown at once, then lags behind with the final text; the
recorder never waits for it. What it wrote for good lies in the recording's folder, and the pipeline goes on after it.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
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
_LOOK_S = 0.2
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
        live = Live(RecordingFolder(Path(asked.folder)), load_transcriber(asked.model), asked)
        while not channel.is_cancelled:
            said = False
            for text in live.step():
                said = True
                channel.send(text)
                if channel.is_cancelled:
                    break
            if not said:
                time.sleep(_LOOK_S)
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
        self.show_utterances = True

    @property
    def has_more(self) -> bool:
        """Whether something on the disk was not looked at, or waits to be written down."""
        return not self._sounds or bool(self._windows) or any(sound.behind_s > 0 for sound in self._sounds.values())

    def step(self) -> Iterator[LiveText]:
        """Take what is new on the disk; yields fresh utterances first, then at most one final window."""
        self._find_streams()
        utterances: list[SpeechWindow] = []
        for number, sound in self._sounds.items():
            heard = self._channels[number].feed(sound.read())
            utterances += heard.utterances
            self._windows.extend(heard.windows)
        for utterance in sorted(utterances, key=lambda each: each.span.end):
            if self.show_utterances and self._late_by(utterance) <= _TOO_LATE_S:
                yield from self._show(utterance)
        if self._windows:
            yield from self._keep(self._windows.popleft())

    def close(self) -> None:
        """Close the files."""
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

    def _keep(self, window: SpeechWindow) -> Iterator[LiveText]:
        """Transcribe a window as the pipeline would, and keep the result."""
        segments = self._transcribe(window, beam_size=TranscriptionOptions().beam_size, has_word_times=True)
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
