"""Shows levels before a meeting without writing anything: «say something»."""

import queue
import threading
import time
from collections.abc import Callable, Mapping

import numpy as np

from insight_desktop.audio.devices import AudioSystem, choose
from insight_desktop.audio.recording_writer import STALLED_S, Arrival
from insight_desktop.audio.stream_reader import KIND_OF, Moved, StreamReader
from insight_desktop.audio.stream_tally import StreamTally
from insight_desktop.domain.capture import Level, Levels, StreamName

LEVEL_S = 0.1


class Preview:
    """Listens until closed; the sound is measured and thrown away."""

    def __init__(
        self, wanted: Mapping[StreamName, str | None], *, system: AudioSystem, say: Callable[[Levels], None]
    ) -> None:
        """Open the devices and begin.

        Raises:
            KnownError: a wanted device is missing.

        """
        devices = system.devices()
        for stream, name in wanted.items():
            choose(devices, KIND_OF[stream], name)
        self._say = say
        self._queue: queue.Queue[Arrival | Moved] = queue.Queue(maxsize=100)
        self._tallies = {stream: StreamTally() for stream in wanted}
        self._seen = dict.fromkeys(wanted, time.monotonic())
        self._readers = [StreamReader(s, name, system=system, outbox=self._queue) for s, name in wanted.items()]
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)
        for reader in self._readers:
            reader.start()
        self._thread.start()

    def close(self) -> None:
        """Let the devices go."""
        self._closed.set()
        for reader in self._readers:
            reader.stop()
        self._thread.join(1)

    def _run(self) -> None:
        begun = told = time.monotonic()
        while not self._closed.is_set():
            try:
                item = self._queue.get(timeout=LEVEL_S)
            except queue.Empty:
                item = None
            now = time.monotonic()
            if isinstance(item, Arrival):
                samples = item.samples
                peak = float(np.abs(samples).max(initial=0.0))
                self._tallies[item.stream].meter(peak, float(samples @ samples), len(samples))
                self._seen[item.stream] = now
            if now - told >= LEVEL_S:
                told = now
                self._say(
                    Levels(
                        seconds=round(now - begun, 2),
                        mic=self._level(StreamName.MIC, now),
                        system=self._level(StreamName.SYSTEM, now),
                        paused=True,
                    )
                )

    def _level(self, stream: StreamName, now: float) -> Level | None:
        tally = self._tallies.get(stream)
        return tally.level(stalled=now - self._seen[stream] > STALLED_S) if tally else None
