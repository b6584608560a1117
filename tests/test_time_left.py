"""What is told of the time that a job still needs."""

import pytest

from insight_desktop.domain.job import Progress, Stage
from insight_desktop.time_left import TimeLeft

HOURS = 3 * 3600.0
VOICES, READING = 0.32, 0.04


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def follow(left, clock, steps, *, stage=Stage.TRANSCRIBE, total_s=HOURS):
    """Return what is told after the last of some steps (seconds that pass, seconds of audio done)."""
    told = None
    for seconds, done_s in steps:
        clock.now += seconds
        told = left.after(Progress(stage=stage, done_s=done_s, total_s=total_s))
    return told


def test_what_an_earlier_run_has_done_does_not_make_it_look_fast() -> None:
    clock = Clock()
    left = TimeLeft(tells_voices=False, clock=clock)

    told = follow(left, clock, [(0, 0), (30, 5400), (10, 5430), (10, 5460), (10, 5490)])

    assert told == pytest.approx((HOURS - 5490 + READING * HOURS) / 3)


def test_the_voices_that_come_after_are_part_of_it() -> None:
    clock = Clock()
    alone = follow(TimeLeft(tells_voices=False, clock=clock), clock, [(0, 0), (5, 30), (100, 630)])
    both = follow(TimeLeft(tells_voices=True, clock=clock), clock, [(0, 0), (5, 30), (100, 630)])

    assert alone is not None
    assert both == pytest.approx(alone + VOICES * HOURS / 6)


def test_the_reading_that_comes_last_is_part_of_it() -> None:
    clock = Clock()
    left = TimeLeft(tells_voices=True, clock=clock)
    steps = [(0, 0), (5, 30), (100, 630)]

    voices = follow(left, clock, steps, stage=Stage.DIARIZE)
    reading = follow(left, clock, steps, stage=Stage.ANALYSE)

    assert voices == pytest.approx((HOURS - 630 + READING / VOICES * HOURS) * 105 / 630)
    assert reading == pytest.approx((HOURS - 630) * 105 / 630)


def test_a_machine_that_has_become_slower_is_believed() -> None:
    clock = Clock()
    left = TimeLeft(tells_voices=False, clock=clock)
    fast = [(10, 100.0 * step) for step in range(1, 40)]
    slow = [(10, 3900.0 + 10 * step) for step in range(1, 100)]

    told = follow(left, clock, fast + slow)

    assert told == pytest.approx(HOURS - 4890 + READING * HOURS)


def test_nothing_is_told_as_long_as_nobody_knows() -> None:
    clock = Clock()
    left = TimeLeft(tells_voices=False, clock=clock)

    assert follow(left, clock, [(0, 0), (20, 30)]) is None
    assert follow(left, clock, [(3, 60)]) is None
    assert follow(left, clock, [(20, 90)]) is not None
    assert follow(left, clock, [(5, 30)], stage=Stage.DIARIZE) is None
    assert follow(left, clock, [(5, 0)], stage=Stage.IMPORT, total_s=0.0) is None
