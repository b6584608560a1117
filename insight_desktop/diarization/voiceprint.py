"""The enrolled voice of the rep: one small file on this machine, found again among the voices of a meeting."""

import contextlib
import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from insight_desktop import paths
from insight_desktop.domain.speaker import SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.voice import VoicePrint

Floats = NDArray[np.float32]

LEAST_SPEECH_S = 12.0
"""Less speech than this makes no print."""
_FILE = "voice.json"
_LIKE, _AHEAD, _ALONE = 0.62, 0.15, 0.75
"""The rep's voice is at least so like the print, and so much liker than the next one; alone it must be liker still.

Cosines of synthetic calls: the same voice 0.95 to 0.97, the other one of the call 0.45 to 0.67. Another room and
another microphone bring the same voice down, so the first number stands lower.
"""
_SURE = 0.85
_LOUD_DB, _BELOW_LOUDEST_DB = -50.0, 25.0
_WINDOW_S = 1.5
_LOOKED_AT_S = 45.0
"""So much of each voice is compared."""


def file() -> Path:
    """Return where the print lies."""
    return paths.user_data() / _FILE


def load() -> VoicePrint | None:
    """Return the enrolled voice, or None."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(file().read_bytes(), type=VoicePrint)
    return None


def save(print_: VoicePrint) -> None:
    """Keep the enrolled voice, readable by this user alone."""
    target = file()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".tmp")
    temporary.write_bytes(msgspec.json.encode(print_))
    temporary.chmod(0o600)
    os.replace(temporary, target)  # noqa: PTH105 - the same on all systems


def forget() -> bool:
    """Delete the enrolled voice; returns whether there was one."""
    was_there = file().is_file()
    file().unlink(missing_ok=True)
    return was_there


def recognised(likeness: Iterable[tuple[SpeakerLabel, float]]) -> tuple[SpeakerLabel, float] | None:
    """Return the voice that is the rep's and how sure that is; None where no voice, or more than one, is like it."""
    ranked = sorted(likeness, key=lambda each: -each[1])
    if not ranked or ranked[0][1] < _LIKE:
        return None
    if len(ranked) == 1:
        return (ranked[0][0], _SURE) if ranked[0][1] >= _ALONE else None
    ahead = ranked[0][1] - ranked[1][1]
    if ahead < _AHEAD:
        return None
    return ranked[0][0], round(min(0.99, _SURE + ahead / 4), 3)


def spans_to_compare(turns: Sequence[SpeakerTurn]) -> dict[SpeakerLabel, tuple[TimeSpan, ...]]:
    """Return the longest turns of each voice, in order of time: enough to know it by."""
    found: dict[SpeakerLabel, tuple[TimeSpan, ...]] = {}
    by_voice = sorted(turns, key=lambda turn: (turn.speaker, -turn.span.duration))
    for voice, members in groupby(by_voice, key=lambda turn: turn.speaker):
        chosen: list[TimeSpan] = []
        for turn in members:
            if sum(span.duration for span in chosen) >= _LOOKED_AT_S:
                break
            chosen.append(turn.span)
        found[voice] = tuple(sorted(chosen))
    return found


def speech_of(samples: Floats, rate: int) -> tuple[TimeSpan, ...]:
    """Return where somebody speaks who speaks alone into a microphone: the loud stretches."""
    size = int(_WINDOW_S * rate)
    count = len(samples) // size
    if not count:
        return ()
    windows = samples[: count * size].reshape(count, size)
    decibels = 10 * np.log10(np.mean(np.square(windows, dtype=np.float64), axis=1) + 1e-12)
    limit = max(_LOUD_DB, float(decibels.max()) - _BELOW_LOUDEST_DB)
    return tuple(
        TimeSpan(start=place * _WINDOW_S, end=(place + 1) * _WINDOW_S) for place in np.flatnonzero(decibels >= limit)
    )


def mean_vector(embeddings: Floats) -> Floats:
    """Return the middle of some unit vectors, as a unit vector."""
    mean = embeddings.mean(axis=0)
    unit: Floats = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return unit
