"""The test before a meeting: what the levels of the last seconds say of each side."""

from collections import deque
from enum import StrEnum

from insight_desktop.domain.capture import Level, Levels

_HEARD, _QUIET, _CUT_OFF = 0.05, 0.02, 0.99
_KEPT = 30
"""Levels that are looked back on: three seconds."""
_TIMES_TOO_LOUD = 2


class Verdict(StrEnum):
    """What is to be said of one side."""

    WAITING = "waiting"
    """Nothing was heard yet."""
    STALLED = "stalled"
    """The device gives nothing at all."""
    FAINT = "faint"
    """Something is heard, but too softly to be understood."""
    GOOD = "good"
    TOO_LOUD = "too_loud"
    """The sound is cut off at its loudest."""


class SoundCheck:
    """Listens along with the meters of one side."""

    def __init__(self) -> None:
        """Have heard nothing."""
        self._peaks: deque[float] = deque(maxlen=_KEPT)
        self._verdict = Verdict.WAITING

    def hear(self, level: Level) -> Verdict:
        """Take a level; what was good stays good while nobody speaks."""
        if level.stalled:
            self._verdict = Verdict.STALLED
            return self._verdict
        self._peaks.append(level.peak)
        loudest = max(self._peaks)
        if sum(peak >= _CUT_OFF for peak in self._peaks) >= _TIMES_TOO_LOUD:
            self._verdict = Verdict.TOO_LOUD
        elif loudest >= _HEARD:
            self._verdict = Verdict.GOOD
        elif self._verdict is not Verdict.GOOD and loudest >= _QUIET:
            self._verdict = Verdict.FAINT
        elif self._verdict in (Verdict.STALLED, Verdict.TOO_LOUD):
            self._verdict = Verdict.WAITING
        return self._verdict


class BothChecks:
    """The test of both sides."""

    def __init__(self) -> None:
        """Begin."""
        self._mic, self._system = SoundCheck(), SoundCheck()

    def hear(self, levels: Levels) -> tuple[Verdict, Verdict | None]:
        """Take levels; the second verdict is None where only one side is recorded."""
        system = None if levels.system is None else self._system.hear(levels.system)
        return (Verdict.WAITING if levels.mic is None else self._mic.hear(levels.mic)), system
