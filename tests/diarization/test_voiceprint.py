"""The enrolled voice: kept in one file, found among others, and silent where two voices are alike."""

from pathlib import Path

import numpy as np
import pytest

from insight_desktop.diarization import voiceprint
from insight_desktop.domain.speaker import SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.voice import VoicePrint

A, B = SpeakerLabel("SPEAKER_00"), SpeakerLabel("SPEAKER_01")


@pytest.mark.parametrize(
    ("likeness", "who"),
    [
        (((A, 0.71), (B, 0.12)), A),
        (((A, 0.2), (B, 0.66)), B),
        (((A, 0.3), (B, 0.1)), None),
        (((A, 0.62), (B, 0.58)), None),
        (((A, 0.8),), A),
        (((A, 0.7),), None),
        ((), None),
    ],
    ids=["first", "second", "nobody", "two alike", "alone", "a stranger alone", "no voice"],
)
def test_rep_is_the_voice_that_stands_out(likeness: tuple, who: SpeakerLabel | None):
    found = voiceprint.recognised(likeness)
    assert (found[0] if found else None) == who
    assert found is None or found[1] > 0.8


def test_print_is_kept_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    assert voiceprint.load() is None
    print_ = VoicePrint(vector=(0.6, 0.8), model="m", seconds=28.5, made_at="2026-11-28")
    voiceprint.save(print_)
    assert voiceprint.load() == print_
    assert voiceprint.forget()
    assert not voiceprint.forget()
    assert list(tmp_path.iterdir()) == []


def test_damaged_print_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    voiceprint.file().write_text("{")
    assert voiceprint.load() is None


def test_silence_is_no_speech():
    rate = 1000
    loud, quiet = np.full(3 * rate, 0.1, np.float32), np.full(3 * rate, 1e-4, np.float32)
    spans = voiceprint.speech_of(np.concatenate([quiet, loud, quiet]), rate)
    assert spans == (TimeSpan(start=3.0, end=4.5), TimeSpan(start=4.5, end=6.0))
    assert voiceprint.speech_of(np.zeros(9000, np.float32), rate) == ()


def test_longest_turns_are_compared_in_order():
    turns = [
        SpeakerTurn(span=TimeSpan(start=s, end=s + d), speaker=v)
        for s, d, v in ((0, 30, A), (40, 2, A), (50, 29, A), (80, 5, B))
    ]
    spans = voiceprint.spans_to_compare(turns)
    assert [span.start for span in spans[A]] == [0, 50]
    assert [span.start for span in spans[B]] == [80]
