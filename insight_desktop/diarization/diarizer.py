"""What a diarizer is."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Protocol

from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.voice import VoicePrint


class Diarizer(Protocol):
    """Tells voices apart in a recording of one channel."""

    def diarize(
        self, audio: Path, speech: Sequence[TimeSpan], people: int | None, *, voice: VoicePrint | None = None
    ) -> Generator[float, None, Diarization]:
        """Return who spoke when; yields how much of the recording has been listened to, in seconds.

        Args:
            audio: the recording.
            speech: where words were heard, in order.
            people: how many voices to expect; None where nobody knows.
            voice: an enrolled voice; the likeness of each speaker to it is told.

        Raises:
            KnownError: the model is missing or its process died.
        """
