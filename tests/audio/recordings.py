"""Recordings made without a device: blocks fed to the writer, as a sound card of a given speed would give them."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from insight_desktop.audio.recording_folder import RecordingFolder, Session
from insight_desktop.audio.recording_writer import Arrival, RecordingWriter
from insight_desktop.domain.capture import Levels, Notice, Receipt, StreamName
from insight_desktop.domain.meeting import Channel

BLOCK = 4800
MIC, SYSTEM = StreamName.MIC, StreamName.SYSTEM
Sound = Callable[[np.ndarray], np.ndarray]
"""Gives the sound at true moments, in seconds."""


def a_session(*streams: StreamName, mode: Channel = Channel.WEB) -> Session:
    return Session(
        id="r1",
        mode=mode,
        started_at=dt.datetime(2026, 11, 20, 5, 0, tzinfo=dt.UTC).isoformat(),
        devices={stream: f"test {stream.value}" for stream in streams or (MIC, SYSTEM)},
    )


def a_writer(
    path: Path, *streams: StreamName, heard: list[Notice | Levels] | None = None, started_at: float = 1000.0
) -> RecordingWriter:
    path.mkdir(parents=True, exist_ok=True)
    said = heard if heard is not None else []
    return RecordingWriter(RecordingFolder(path), a_session(*streams), say=said.append, started_at=started_at)


def clicks(moments: np.ndarray) -> np.ndarray:
    """Give one short burst at each whole second, a different one each time, over a faint noise floor."""
    second = np.floor(moments)
    inside = moments - second
    burst = np.sin(2 * np.pi * (300 + 40 * (second % 7)) * inside) * np.exp(-inside * 60)
    return (0.5 * burst + 0.001 * np.sin(2 * np.pi * 97 * moments)).astype(np.float32)


def feed(
    writer: RecordingWriter,
    sounds: Mapping[StreamName, Sound],
    *,
    seconds: float,
    ppm: Mapping[StreamName, float] | None = None,
    start: float = 1000.0,
    jitter: float = 0.005,
    seed: int = 5,
) -> None:
    """Give the writer what devices of these speeds would give in so many true seconds."""
    random = np.random.default_rng(seed)
    arrivals = []
    for stream, sound in sounds.items():
        rate = 48000 * (1 + (ppm or {}).get(stream, 0.0) / 1e6)
        for number in range(int(seconds * rate / BLOCK)):
            moments = (np.arange(BLOCK) + number * BLOCK) / rate
            at = start + (number + 1) * BLOCK / rate + random.exponential(jitter)
            arrivals.append(Arrival(stream=stream, at=at, samples=sound(start + moments)))
    for arrival in sorted(arrivals, key=lambda each: each.at):
        writer.take(arrival)
        writer.tick(arrival.at)


def a_recording(path: Path, *, seconds: float = 3.0, reason: str = "stop") -> Receipt:
    writer = a_writer(path)
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=seconds)
    return writer.close(reason)
