"""Follows the sound of one channel while it grows: short utterances to be shown at once, whole windows for good.

The windows are those that the pipeline cuts from the finished recording, so that it need not transcribe them again.
"""

from dataclasses import dataclass

import numpy as np

from insight_desktop.asr.speech_windows import Region, SpeechRegions, WindowBuilder
from insight_desktop.asr.transcriber import SAMPLE_RATE, Piece, Samples, SpeechDetector, SpeechWindow

_PAUSE_S = 0.45
"""An utterance ends with such a pause; the shorter, the sooner its text comes, and the less of it makes sense."""
_LONGEST_S = 12.0
_PADDING_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What new sound brought."""

    utterances: tuple[SpeechWindow, ...] = ()
    windows: tuple[SpeechWindow, ...] = ()


class LiveChannel:
    """One side of a conversation that is being recorded."""

    def __init__(self, channel: int, detector: SpeechDetector) -> None:
        """Take the channel's number and a fresh detector."""
        self._channel = channel
        self._detector = _Tap(detector)
        self._windows = WindowBuilder(channel, self._detector)
        self._regions = SpeechRegions(detector.frame)
        self._waiting: Region | None = None
        self._sound: Samples = np.zeros(0, np.float32)
        self._sound_from = 0

    @property
    def heard_s(self) -> float:
        """How far the sound was followed."""
        return (self._sound_from + len(self._sound)) / SAMPLE_RATE

    def feed(self, samples: Samples) -> Heard:
        """Take new sound at 16 kHz and return what is complete by now."""
        self._sound = np.concatenate([self._sound, samples])
        windows = tuple(self._windows.feed(samples))
        regions = list(self._regions.feed(self._detector.taken()))
        utterances = [each for region in regions if (each := self._join(region))]
        if self._waiting and self._quiet_since(self._waiting[1]):
            utterances.append(self._utterance(self._waiting))
            self._waiting = None
        self._forget()
        return Heard(utterances=tuple(utterances), windows=windows)

    def _join(self, region: Region) -> SpeechWindow | None:
        """Let a region wait for what follows; returns the utterance that it does not belong to any more."""
        before = self._waiting
        if before is None:
            self._waiting = region
            return None
        is_near = region[0] - before[1] < _PAUSE_S * SAMPLE_RATE
        if is_near and region[1] - before[0] < _LONGEST_S * SAMPLE_RATE:
            self._waiting = (before[0], region[1])
            return None
        self._waiting = region
        return self._utterance(before)

    def _quiet_since(self, end: int) -> bool:
        return self._regions.open_from - end >= _PAUSE_S * SAMPLE_RATE

    def _utterance(self, region: Region) -> SpeechWindow:
        padding = int(_PADDING_S * SAMPLE_RATE)
        start = max(self._sound_from, region[0] - padding)
        sound = self._sound[start - self._sound_from : region[1] + padding - self._sound_from].copy()
        return SpeechWindow(channel=self._channel, pieces=(Piece(start_s=start / SAMPLE_RATE, samples=sound),))

    def _forget(self) -> None:
        needed = self._waiting[0] if self._waiting else self._regions.open_from
        keep_from = max(self._sound_from, needed - int((_PADDING_S + _PAUSE_S) * SAMPLE_RATE))
        self._sound = self._sound[keep_from - self._sound_from :].copy()
        self._sound_from = keep_from


class _Tap:
    """A detector that remembers what it said, so that the sound is looked at once for both purposes."""

    def __init__(self, detector: SpeechDetector) -> None:
        self._detector = detector
        self.frame = detector.frame
        self._said: list[Samples] = []

    def probabilities(self, samples: Samples) -> Samples:
        said = self._detector.probabilities(samples)
        self._said.append(said)
        return said

    def taken(self) -> Samples:
        """Return what was said since the last call."""
        said, self._said = self._said, []
        return np.concatenate(said) if said else np.zeros(0, np.float32)
