"""Turns from windows and voices."""

import numpy as np
import pytest

from insight_desktop.diarization import activity, timeline
from insight_desktop.domain.timespan import TimeSpan

FIRST, SECOND = (0.9, 0.2), (0.2, 0.8)


def a_span(start, end):
    return TimeSpan(start=start, end=end)


def found(windows, speech, *, both=()):
    """Return (speaker, start, end) of the turns; `windows` are (start, end, likeness to each voice)."""
    heard = np.ones(activity.frame_at(30.0), np.float32)
    for start, end in both:
        heard[activity.frame_at(start) : activity.frame_at(end)] = 2.0
    spans = [a_span(start, end) for start, end, _ in windows]
    likeness = np.array([alike for *_, alike in windows], np.float32)
    turns = timeline.turns(spans, likeness, [a_span(*span) for span in speech], heard)
    return [(turn.speaker, turn.span.start, turn.span.end) for turn in turns]


def near(turns):
    return [(speaker, pytest.approx(start, abs=0.05), pytest.approx(end, abs=0.05)) for speaker, start, end in turns]


def test_turns_follow_the_likelier_voice():
    windows = [(1.0, 2.5, SECOND), (1.5, 3.0, SECOND), (4.0, 5.5, FIRST)]

    assert found(windows, [(1.0, 3.0), (4.0, 5.5)]) == near([("SPEAKER_00", 1.0, 3.0), ("SPEAKER_01", 4.0, 5.5)])


def test_a_change_lies_between_two_windows():
    windows = [(0.0, 1.5, FIRST), (1.5, 3.0, SECOND)]

    assert found(windows, [(0.0, 3.0)]) == near([("SPEAKER_00", 0.03, 1.5), ("SPEAKER_01", 1.5, 3.0)])


def test_both_talk_where_two_are_heard():
    windows = [(2.0, 3.5, FIRST), (3.0, 4.5, FIRST)]

    turns = found(windows, [(2.0, 4.5)], both=[(3.0, 4.0)])

    assert turns == near([("SPEAKER_00", 2.0, 4.5), ("SPEAKER_01", 3.0, 4.0)])


def test_a_single_voice_never_overlaps_itself():
    assert found([(2.0, 3.5, (0.9,))], [(2.0, 3.5)], both=[(2.0, 3.5)]) == near([("SPEAKER_00", 2.0, 3.5)])


def test_own_short_pause_is_part_of_the_turn():
    windows = [(1.0, 2.0, FIRST), (2.6, 3.6, FIRST), (6.0, 7.0, FIRST)]

    turns = found(windows, [(1.0, 2.0), (2.6, 3.6), (6.0, 7.0)])

    assert turns == near([("SPEAKER_00", 1.0, 3.6), ("SPEAKER_00", 6.0, 7.0)])


def test_a_word_of_the_other_side_ends_the_turn():
    windows = [(1.0, 2.0, FIRST), (2.2, 2.6, SECOND), (2.8, 3.8, FIRST)]

    assert [speaker for speaker, *_ in found(windows, [(1.0, 2.0), (2.2, 2.6), (2.8, 3.8)])] == [
        "SPEAKER_00",
        "SPEAKER_01",
        "SPEAKER_00",
    ]
