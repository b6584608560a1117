"""How long a job still takes: from how fast it was of late, and with the steps that come after.

Counted from the first progress of this run, so that neither loading the model nor what an earlier run has done makes it
look slow or fast; what the machine did ten minutes ago is forgotten.
"""

import time
from collections import deque
from collections.abc import Callable

from insight_desktop.domain.job import Progress, Stage

_VOICES_SHARE, _READING_SHARE = 0.32, 0.04
"""Telling voices apart takes this part of the time that transcribing took (`benchmarks/long_file.py --voices`), reading
the text that one: 103 s of the processor for three hours of dense talk, which take 2,200 to transcribe."""
_MARK_EVERY_S, _MARKS = 5.0, 60
_LEAST_S, _LEAST_SHARE = 15.0, 0.05
"""Below both of them one does not know yet how fast it goes."""


class TimeLeft:
    """Follows the progress of one job."""

    def __init__(self, *, tells_voices: bool, clock: Callable[[], float] = time.monotonic) -> None:
        """Follow a job; one channel's voices are told apart after its text, and in the end it is read."""
        self._clock = clock
        self._costs = {
            Stage.TRANSCRIBE: 1.0,
            Stage.DIARIZE: _VOICES_SHARE if tells_voices else 0.0,
            Stage.ANALYSE: _READING_SHARE,
        }
        self._stage: Stage | None = None
        self._marks: deque[tuple[float, float]] = deque(maxlen=_MARKS)

    def after(self, progress: Progress) -> float | None:
        """Return the seconds that are left after this progress, or None as long as nobody can tell."""
        now = self._clock()
        if progress.stage is not self._stage:
            self._stage = progress.stage
            self._marks.clear()
        if progress.done_s <= 0 or progress.total_s <= 0:
            return None
        if not self._marks:
            self._marks.append((now, progress.done_s))
        began, done_before = self._marks[0]
        gained, took = progress.done_s - done_before, now - began
        if now - self._marks[-1][0] >= _MARK_EVERY_S:
            self._marks.append((now, progress.done_s))
        if gained <= 0 or (took < _LEAST_S and gained < _LEAST_SHARE * progress.total_s):
            return None
        left = progress.total_s - progress.done_s
        left += progress.total_s * self._after(progress.stage)
        return max(0.0, left) * took / gained

    def _after(self, stage: Stage) -> float:
        """Return what the stages after this one cost, as a multiple of what it costs itself."""
        stages = list(self._costs)
        if not self._costs.get(stage):
            return 0.0
        return sum(self._costs[later] for later in stages[stages.index(stage) + 1 :]) / self._costs[stage]
