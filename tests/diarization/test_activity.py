"""Overlapping chunks become one line of frames."""

import numpy as np
import pytest

from insight_desktop.diarization import activity
from insight_desktop.domain.timespan import TimeSpan

FRAMES = 589


def scores(batches):
    return map(batch_scores, batches)


def batch_scores(chunks):
    """Hear one voice where the sound is above a half, two where it is above one and a half."""
    middles = [round(activity.seconds_at(frame) * activity.SAMPLE_RATE) for frame in range(FRAMES)]
    levels = chunks[:, middles]
    classes = np.where(levels > 1.5, 4, np.where(levels > 0.5, 1, 0))
    return np.eye(7, dtype=np.float32)[classes]


def sound(stretches):
    """Return seconds of a level, one after the other."""
    rate = activity.SAMPLE_RATE
    return np.concatenate([np.full(int(seconds * rate), level, np.float32) for seconds, level in stretches])


def in_blocks(samples, length):
    return (samples[at : at + length] for at in range(0, len(samples), length))


@pytest.mark.parametrize("length", [1000, 160_000, 480_000, 10_000_000])
def test_voices_lie_where_they_are_heard(length):
    samples = sound([(7.0, 0), (3.0, 1), (13.0, 0), (2.0, 2), (9.0, 0)])

    heard = activity.voices_at_once(in_blocks(samples, length), scores)

    at = {second: round(float(heard[activity.frame_at(second)]), 3) for second in (3.0, 8.5, 20.0, 24.0, 30.0)}
    assert at == {3.0: 0.0, 8.5: 1.0, 20.0: 0.0, 24.0: 2.0, 30.0: 0.0}


def test_short_sound_is_one_chunk():
    heard = activity.voices_at_once(in_blocks(sound([(1.0, 1)]), 16_000), scores)

    assert len(heard) == FRAMES
    assert heard[10] == 1.0


def test_no_sound_is_silence():
    assert not activity.voices_at_once(iter(()), scores).any()


def test_speech_far_from_words_is_left_out():
    """Music on hold is nobody who speaks."""
    heard = activity.voices_at_once(in_blocks(sound([(2.0, 1), (5.0, 0), (6.0, 1), (2.0, 0)]), 16_000), scores)

    (span,) = activity.speech_spans(heard, [TimeSpan(start=0.5, end=1.9)], reach_s=0.5)

    assert (span.start, span.end) == pytest.approx((0.0, 2.0), abs=0.05)


def test_speech_reaches_a_little_beyond_the_words():
    heard = activity.voices_at_once(in_blocks(sound([(1.0, 0), (4.0, 1), (2.0, 0)]), 16_000), scores)

    (span,) = activity.speech_spans(heard, [TimeSpan(start=1.3, end=4.6)], reach_s=0.5)

    assert (span.start, span.end) == pytest.approx((1.0, 5.0), abs=0.05)


def test_runs_are_what_is_on():
    assert activity.runs(np.array([True, True, False, True, False])) == [(0, 2), (3, 4)]
