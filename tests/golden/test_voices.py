"""The real voice models on the sample calls, mixed to one channel."""

import itertools
import json

import numpy as np
import pytest

from insight_desktop import paths
from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.diarization.voices import VoiceDiarizer
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.timespan import TimeSpan

pytestmark = pytest.mark.model
SECONDS = 40


@pytest.fixture(scope="module")
def diarizer():
    try:
        return VoiceDiarizer()
    except KnownError as error:
        pytest.skip(f"no model: {error.code}")


def sound_of(name):
    """Return the beginning of a call in blocks."""
    blocks = (block[0] for block in decode(paths.resources() / "samples" / f"{name}.opus", channels=1, block_s=10.0))
    return itertools.islice(blocks, SECONDS // 10)


def turns_of(name):
    call = json.loads((paths.resources() / "samples" / f"{name}.transcript.json").read_text(encoding="utf-8"))
    return [turn for turn in call["turns"] if turn["end_s"] < SECONDS]


@pytest.mark.parametrize(("name", "people"), [("demo-en", None), ("demo-ja", 2)])
def test_two_voices_of_a_call_are_told_apart(diarizer, name, people):
    said = turns_of(name)
    speech = [TimeSpan(start=turn["start_s"], end=turn["end_s"]) for turn in said]

    listened = []
    found = diarizer.diarize(lambda: sound_of(name), speech, people, advanced=listened.append)
    assert listened == sorted(listened)
    assert listened[-1] > 0.7 * SECONDS

    assert len({turn.speaker for turn in found.turns}) == 2
    voices = {}
    for turn in said:
        span = TimeSpan(start=turn["start_s"], end=turn["end_s"])
        shares = {
            label: sum(t.span.overlap(span) for t in found.turns if t.speaker == label)
            for label in {t.speaker for t in found.turns}
        }
        # At least nine tenths of each turn are its speaker's, and the same voice's each time.
        best = max(shares, key=lambda label: shares[label])
        assert shares[best] > 0.9 * span.duration
        voices.setdefault(turn["speaker"], set()).add(best)
    assert len(voices["rep"]) == len(voices["customer"]) == 1
    assert voices["rep"] != voices["customer"]


def test_silence_has_no_voices(diarizer):
    silence = np.zeros(3 * SAMPLE_RATE, np.float32)

    found = diarizer.diarize(lambda: iter([silence]), [TimeSpan(start=0.0, end=3.0)], 2)

    assert found.turns == ()
