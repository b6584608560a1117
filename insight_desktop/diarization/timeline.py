"""From how each short stretch of speech sounds to turns: who talks in each frame, two at once included; pure."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from insight_desktop.diarization import activity
from insight_desktop.domain.speaker import SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan

Floats = NDArray[np.float32]
_Stretch = tuple[float, float, int]
"""Start, end, voice."""
_TWO_AT_ONCE = 1.5
_OWN_PAUSE_S = 1.0
"""A pause in which nobody else talks is part of its speaker's turn."""


def turns(
    windows: Sequence[TimeSpan], likeness: Floats, speech: Sequence[TimeSpan], voices_at_once: Floats
) -> tuple[SpeakerTurn, ...]:
    """Return who talks when.

    Args:
        windows: stretches of speech that were compared with the voices.
        likeness: of each window to each voice, cosine.
        speech: where somebody talks.
        voices_at_once: how many talk in each frame.
    """
    scores = _scores(windows, likeness, len(voices_at_once))
    nearest = np.argsort(-scores, axis=1)
    is_speech = np.zeros(len(voices_at_once), bool)
    for span in speech:
        is_speech[activity.frame_at(span.start) : activity.frame_at(span.end)] = True
    found = []
    for voice in range(likeness.shape[1]):
        is_on = is_speech & (nearest[:, 0] == voice)
        if likeness.shape[1] > 1:
            is_on |= is_speech & (voices_at_once > _TWO_AT_ONCE) & (nearest[:, 1] == voice)
        spans = ((activity.seconds_at(first), activity.seconds_at(last)) for first, last in activity.runs(is_on))
        found += [(start, end, voice) for start, end in spans]
    found = _without_own_pauses(sorted(found))
    order_of = {voice: at for at, voice in enumerate(dict.fromkeys(voice for *_, voice in found))}
    return tuple(
        SpeakerTurn(span=TimeSpan(start=start, end=end), speaker=SpeakerLabel(f"SPEAKER_{order_of[voice]:02}"))
        for start, end, voice in found
    )


def _scores(windows: Sequence[TimeSpan], likeness: Floats, frames: int) -> Floats:
    """Return the mean likeness of each frame to each voice; the middle of a window says most about it."""
    summed, weights = np.zeros((frames, likeness.shape[1]), np.float32), np.zeros(frames, np.float32)
    for window, alike in zip(windows, likeness, strict=True):
        first = activity.frame_at(window.start)
        last = min(frames, activity.frame_at(window.end) + 1)
        weight = np.hanning(last - first + 2)[1:-1].astype(np.float32)
        summed[first:last] += weight[:, None] * alike
        weights[first:last] += weight
    mean: Floats = (summed / np.maximum(weights, 1e-9)[:, None]).astype(np.float32)
    return mean


def _without_own_pauses(found: Sequence[_Stretch]) -> list[_Stretch]:
    """Join two stretches of a voice where nothing but a short pause lies between them."""
    joined: list[_Stretch] = []
    for start, end, voice in found:
        last = joined[-1] if joined else None
        if last is not None and last[2] == voice and start - last[1] <= _OWN_PAUSE_S:
            joined[-1] = (last[0], max(last[1], end), voice)
        else:
            joined.append((start, end, voice))
    return joined
