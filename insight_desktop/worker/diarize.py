"""The process that tells voices apart and knows an enrolled one; it holds PyTorch and ends with its parent."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from insight_desktop import __version__
from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.diarization import voiceprint
from insight_desktop.diarization.voiceprint import Floats
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.voice import VoicePrint
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.messages import Diarize, Diarized, Enrol, Enrolled, Failed, Hello, Listened

if TYPE_CHECKING:
    from insight_desktop.diarization.voices import VoiceDiarizer

ROLE = "diarize"


def run() -> int:
    """Serve recordings until the input closes."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    for message in channel.messages():
        if not isinstance(message, Diarize | Enrol):
            continue
        try:
            from insight_desktop.diarization.voices import VoiceDiarizer

            voices = VoiceDiarizer()
            if isinstance(message, Enrol):
                channel.send(Enrolled(voice=_enrol(voices, Path(message.audio_path))))
            else:
                found = _diarize(voices, message, lambda done_s: channel.send(Listened(done_s=done_s)))
                channel.send(Diarized(diarization=found))
        except KnownError as error:
            channel.send(Failed(job_id="", code=error.code, params=error.params))
    return 0


def _diarize(voices: "VoiceDiarizer", asked: Diarize, advanced: Callable[[float], None]) -> Diarization:
    audio = Path(asked.audio_path)
    found = voices.diarize(partial(_blocks, audio), asked.speech, asked.people, advanced=advanced)
    if asked.voice is None or asked.voice.model != voices.model:
        return found
    print_ = np.array(asked.voice.vector, np.float32)
    likeness = tuple(
        (label, round(float(voiceprint.mean_vector(voices.embed(_blocks(audio), spans)) @ print_), 4))
        for label, spans in voiceprint.spans_to_compare(found.turns).items()
    )
    return replace(found, likeness=likeness)


def _enrol(voices: "VoiceDiarizer", audio: Path) -> VoicePrint:
    samples = np.concatenate([np.zeros(0, np.float32), *_blocks(audio)])
    spans = voiceprint.speech_of(samples, SAMPLE_RATE)
    seconds = sum(span.duration for span in spans)
    vector: tuple[float, ...] = ()
    if seconds >= voiceprint.LEAST_SPEECH_S:
        vector = tuple(voiceprint.mean_vector(voices.embed(iter([samples]), spans)).tolist())
    made_at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return VoicePrint(vector=vector, model=voices.model, seconds=round(seconds, 1), made_at=made_at)


def _blocks(audio: Path) -> Iterator[Floats]:
    return (block[0] for block in decode(audio, channels=1))
