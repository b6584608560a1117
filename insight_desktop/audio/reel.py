"""Puts stretches of several recordings one after the other into one sound file."""

import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from insight_desktop.audio.decoding import SAMPLE_RATE, Block, decode

_PAUSE_S, _FADE_S, _LEAD_S = 0.6, 0.02, 0.15
_LOUD = 0.7
_LARGEST = 32767


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a recording, in seconds."""

    path: Path
    start: float
    end: float


def write_reel(stretches: Iterable[Stretch], out: Path, *, most_s: float) -> int:
    """Write a WAV of 16 kHz; a stretch that would make it longer than `most_s` is left out. Returns how many are in it.

    Raises:
        KnownError: a recording cannot be read.
    """
    part = out.with_name(f"{out.name}.part")
    written, seconds = 0, 0.0
    with wave.open(str(part), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        for stretch in stretches:
            sound = _cut(stretch)
            length = len(sound) / SAMPLE_RATE + _PAUSE_S
            if not len(sound) or seconds + length > most_s:
                continue
            pause = np.zeros(int(_PAUSE_S * SAMPLE_RATE), np.float32)
            samples = np.concatenate([sound, pause]) * _LARGEST
            file.writeframes(samples.astype("<i2").tobytes())
            seconds += length
            written += 1
    part.replace(out)
    return written


def _cut(stretch: Stretch) -> Block:
    """Return the sound of a stretch, evenly loud, faded at its ends."""
    first, last = (int(at * SAMPLE_RATE) for at in (max(0.0, stretch.start - _LEAD_S), stretch.end + _LEAD_S))
    pieces, at = [], 0
    for block in decode(stretch.path, channels=1):
        length = block.shape[1]
        if at + length > first:
            pieces.append(block[0, max(0, first - at) : max(0, last - at)])
        at += length
        if at >= last:
            break
    sound = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    peak = float(np.abs(sound).max()) if len(sound) else 0.0
    if peak > 0:
        sound = sound * np.float32(_LOUD / peak)
    fade = min(len(sound) // 2, int(_FADE_S * SAMPLE_RATE))
    if fade:
        ramp = np.linspace(0, 1, fade, dtype=np.float32)
        sound[:fade] *= ramp
        sound[-fade:] *= ramp[::-1]
    return sound
