"""The process that tells voices apart; it holds PyTorch and ends with its parent."""

from pathlib import Path

from insight_desktop import __version__
from insight_desktop.audio.decoding import decode
from insight_desktop.domain.errors import KnownError
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.messages import Diarize, Diarized, Failed, Hello

ROLE = "diarize"


def run() -> int:
    """Serve recordings until the input closes."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    for message in channel.messages():
        if not isinstance(message, Diarize):
            continue
        try:
            from insight_desktop.diarization.voices import VoiceDiarizer

            blocks = (block[0] for block in decode(Path(message.audio_path), channels=1))
            diarization = VoiceDiarizer().diarize(blocks, message.speech, message.people)
            channel.send(Diarized(diarization=diarization))
        except KnownError as error:
            channel.send(Failed(job_id="", code=error.code, params=error.params))
    return 0
