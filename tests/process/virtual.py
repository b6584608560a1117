"""Virtual sound devices, and a recorder process that a test can talk to."""

import json
import os
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from insight_desktop.audio.clocks import pieces
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.capture import StreamName
from insight_desktop.worker.messages import Message, encode

SCRIPT = Path(__file__).parent.parent / "virtual_audio.sh"
RATE = 48000


class VirtualAudio:
    """A sound server of its own, with a microphone and a speaker that tests feed."""

    def __init__(self, folder: Path) -> None:
        self.environment = os.environ | {"VIRTUAL_AUDIO_DIR": str(folder)}
        lines = subprocess.run(
            [SCRIPT, "start"], env=self.environment, check=True, capture_output=True, text=True
        ).stdout.splitlines()
        self.variables = dict(line.split("=", 1) for line in lines)
        self.environment |= self.variables
        self._players: list[subprocess.Popen[bytes]] = []

    def pactl(self, *words: str) -> str:
        return subprocess.run(
            ["pactl", *words], env=self.environment, check=True, capture_output=True, text=True
        ).stdout.strip()

    def play(self, path: Path, sink: str) -> subprocess.Popen[bytes]:
        player = subprocess.Popen(["paplay", "-d", sink, str(path)], env=self.environment)
        self._players.append(player)
        return player

    def silence_players(self) -> None:
        for player in self._players:
            player.kill()
            player.wait()
        self._players.clear()

    def stop(self) -> None:
        self.silence_players()
        subprocess.run([SCRIPT, "stop"], env=self.environment, check=False)


class RecorderChild:
    """The real recorder process; its messages are kept as dictionaries."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "insight_desktop", "--role=recorder"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self.heard: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._closed = False
        self.errors = b""
        self._listeners = [threading.Thread(target=each, daemon=True) for each in (self._listen, self._drain)]
        for thread in self._listeners:
            thread.start()

    def tell(self, message: Message) -> None:
        assert self.process.stdin
        self.process.stdin.write(encode(message))
        self.process.stdin.flush()

    def wait_for(
        self, kind: str, *, timeout: float = 30.0, where: Callable[[dict[str, Any]], bool] = lambda _: True
    ) -> dict[str, Any]:
        """Return the first message of a type, waiting for it if it is still to come."""
        until = time.monotonic() + timeout
        with self._news:
            while True:
                for message in self.heard:
                    if message["type"] == kind and where(message):
                        return message
                left = until - time.monotonic()
                if left <= 0 or self._closed:
                    told = [each for each in self.heard if each["type"] != "Levels"][-8:]
                    message = f"no {kind}; heard {told}; {self.errors.decode(errors='replace')[-800:]}"
                    raise AssertionError(message)
                self._news.wait(left)

    def notices(self) -> list[str]:
        return [message["kind"] for message in list(self.heard) if message["type"] == "Notice"]

    def recorded(self) -> float:
        return max((message["seconds"] for message in list(self.heard) if message["type"] == "Levels"), default=0.0)

    def wait_recorded(self, seconds: float) -> None:
        self.wait_for("Levels", where=lambda message: message["seconds"] >= seconds, timeout=seconds + 40)

    def close(self) -> None:
        if self.process.stdin and not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for thread in self._listeners:
            thread.join(5)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._news:
                self.heard.append(json.loads(line))
                self._news.notify_all()
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _drain(self) -> None:
        assert self.process.stderr
        self.errors = self.process.stderr.read()


def write_wave(path: Path, samples: np.ndarray) -> Path:
    """Write int16 samples (n,) or (n, channels)."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.ascontiguousarray(samples, dtype="<i2").tobytes())
    return path


def read_wave(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def noise(seconds: float, seed: int, loudness: int = 6000) -> np.ndarray:
    """Sound that never repeats, so that it can be found again exactly."""
    random = np.random.default_rng(seed)
    return random.integers(-loudness, loudness, int(seconds * RATE), dtype=np.int16)


def lost_samples(played: np.ndarray, recorded: np.ndarray) -> int:
    """Return how many samples of a played sound are not in the recording bit by bit, in one unbroken stretch.

    The first half second does not count: the sound server may already have given silence to the monitor
    when a player's first samples come.
    """
    probe = played[RATE // 2 : RATE // 2 + 64]
    first = np.flatnonzero(recorded == probe[0])
    starts = [at for at in first if np.array_equal(recorded[at : at + 64], probe)]
    if not starts:
        return len(played)
    judged = played[RATE // 2 :]
    part = recorded[starts[0] : starts[0] + len(judged)]
    return int(len(judged) - np.count_nonzero(part == judged[: len(part)]))


def lost_seconds(folder: Path, stream: StreamName, at: float) -> tuple[float, float]:
    """Return how much sound before a moment is missing, by the header of the file and by its length."""
    path = folder / f"{stream.value}.wav"
    by_length = (path.stat().st_size - 80) // 2
    by_header = len(read_wave(path))
    piece = pieces(RecordingFolder(folder).timing().anchors, stream, by_length)[-1]
    return at - piece.time_of(by_header), at - piece.time_of(by_length)
