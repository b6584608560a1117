"""Windows of speech, cut at pauses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop.asr.speech_windows import WindowBuilder
from insight_desktop.asr.transcriber import SAMPLE_RATE, Piece, SpeechWindow
from tests.fakes_speech import FakeDetector

pauses_and_speech = st.lists(
    st.tuples(st.floats(0.3, 6.0), st.floats(0.3, 35.0)).map(lambda pair: (round(pair[0], 2), round(pair[1], 2))),
    min_size=1,
    max_size=5,
)


def sound(stretches):
    """Return noise in the stretches (pause, speech) and where it is."""
    random = np.random.default_rng(1)
    parts, spans, at = [], [], 0
    for pause, speech in stretches:
        quiet, loud = int(pause * SAMPLE_RATE), int(speech * SAMPLE_RATE)
        noise = 0.2 + 0.1 * random.random(loud, np.float32)
        parts += [np.zeros(quiet, np.float32), noise]
        spans.append((at + quiet, at + quiet + loud))
        at += quiet + loud
    return np.concatenate([*parts, np.zeros(SAMPLE_RATE, np.float32)]), spans


def windows_of(samples, block):
    builder = WindowBuilder(0, FakeDetector())
    found = []
    for start in range(0, samples.shape[0], block):
        found += builder.feed(samples[start : start + block])
    return [*found, *builder.finish()]


@settings(max_examples=20)
@given(pauses_and_speech, st.integers(40_000, 400_000))
def test_all_speech_is_in_exactly_one_window(stretches, block):
    samples, spans = sound(stretches)

    windows = windows_of(samples, block)

    heard = np.zeros(samples.shape[0], np.int32)
    for window in windows:
        for piece in window.pieces:
            start = round(piece.start_s * SAMPLE_RATE)
            heard[start : start + piece.samples.shape[0]] += 1
            assert np.array_equal(piece.samples, samples[start : start + piece.samples.shape[0]])
    for start, end in spans:
        # The detector looks at frames of 32 ms, so the very edge may lie in the padding.
        assert heard[start + 600 : end - 600].min() >= 1
        assert (heard[start + 600 : end - 600] > 1).sum() <= 2 * 5000 * len(windows)


@settings(max_examples=20)
@given(pauses_and_speech)
def test_windows_hold_no_more_than_the_model_hears(stretches):
    samples, _ = sound(stretches)

    assert all(window.speech_s <= 30.0 for window in windows_of(samples, 160_000))


@settings(max_examples=20)
@given(pauses_and_speech, st.integers(40_000, 200_000))
def test_cuts_do_not_depend_on_the_blocks(stretches, block):
    """A resumed run, whose blocks may differ, finds the same windows."""
    samples, _ = sound(stretches)

    first, second = windows_of(samples, 480_000), windows_of(samples, block)

    assert [window.span for window in first] == [window.span for window in second]


def test_silence_gives_no_window():
    assert windows_of(np.zeros(SAMPLE_RATE * 60, np.float32), 160_000) == []


def test_cut_is_at_the_longest_pause():
    samples, spans = sound([(1, 12), (0.4, 6), (1.5, 5), (0.4, 10)])

    first, second = windows_of(samples, 160_000)

    assert first.span.end * SAMPLE_RATE < spans[2][0]
    assert second.span.start * SAMPLE_RATE > spans[1][1]


def test_held_sound_does_not_grow_with_silence():
    builder = WindowBuilder(0, FakeDetector())
    for _ in range(50):
        assert not list(builder.feed(np.zeros(SAMPLE_RATE * 10, np.float32)))

    assert builder._sound.shape[0] < SAMPLE_RATE * 12


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0.0, 1.0, (10.0, 11.0)), (1.5, 2.0, (11.5, 12.0)), (2.0, 2.5, (50.0, 50.5)), (1.5, 2.8, (11.5, 12.0))],
)
def test_times_lead_back_to_the_recording(start, end, expected):
    window = SpeechWindow(
        channel=0,
        pieces=(
            Piece(start_s=10.0, samples=np.zeros(2 * SAMPLE_RATE, np.float32)),
            Piece(start_s=50.0, samples=np.zeros(3 * SAMPLE_RATE, np.float32)),
        ),
    )

    span = window.original_span(start, end)

    assert (span.start, span.end) == pytest.approx(expected)


def test_a_short_pause_before_the_end_is_kept():
    """A window that ends with its last word makes the model mishear it."""
    samples, _ = sound([(1.0, 3.0)])

    (window,) = windows_of(samples, 160_000)

    assert round(window.span.end * SAMPLE_RATE) == samples.shape[0]


def test_a_long_silence_at_the_end_is_left_out():
    samples, _ = sound([(1.0, 3.0)])

    (window,) = windows_of(np.concatenate([samples, np.zeros(SAMPLE_RATE * 5, np.float32)]), 160_000)

    assert window.span.end < 5.0
