"""Real models on short licensed clips: error within bounds, nothing out of nothing."""

import itertools
import re
import unicodedata
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from insight_desktop import pipeline
from insight_desktop.asr.faster_whisper import FasterWhisper
from insight_desktop.asr.model_files import whisper_model
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.events import SegmentReady
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.pipeline import Models
from tests.audio.media import tone, write

pytestmark = pytest.mark.model
AUDIO = Path(__file__).parent / "audio"


@pytest.fixture(scope="module")
def transcriber():
    try:
        return FasterWhisper(whisper_model())
    except KnownError as error:
        pytest.skip(f"no model: {error.code}")


def text_of(transcriber, path, language="ja"):
    models = Models(transcriber=lambda: transcriber, diarizer=_never, understand=_never)
    request = ProcessRequest(meeting_id="m", audio_path=str(path), language=language)
    events = itertools.takewhile(
        lambda event: getattr(event, "stage", None) != "diarize", pipeline.process(request, models)
    )
    return "".join(f"{event.segment.text} " for event in events if isinstance(event, SegmentReady)).strip()


def _never() -> NoReturn:
    raise AssertionError


def errors(hypothesis, reference):
    """Return the edit distance over the length of the reference."""
    row = list(range(len(reference) + 1))
    for at, left in enumerate(hypothesis, start=1):
        previous, row[0] = row[0], at
        for place, right in enumerate(reference, start=1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (left != right))
    return row[-1] / len(reference)


def letters(text):
    return [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum()]


def words(text):
    return re.findall(r"[a-z']+", text.lower())


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        (
            "common_voice_ja_38843402",
            "「こりゃきっと仲間によくないことがあったにちがいない。」と小悪魔は考えました。",
        ),
        ("common_voice_ja_38853932", "王もこのやり方は喜んでいません。それにもう一つ、これには困ることがあるのです。"),
    ],
)
def test_japanese_is_written_down(transcriber, name, reference):
    assert errors(letters(text_of(transcriber, AUDIO / f"{name}.flac")), letters(reference)) < 0.35


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        (
            "jfk",
            (
                "And so my fellow Americans, ask not what your country can do for you, "
                "ask what you can do for your country."
            ),
        ),
        ("LJ001-0002", "in being comparatively modern."),
    ],
)
def test_english_is_written_down(transcriber, name, reference):
    assert errors(words(text_of(transcriber, AUDIO / f"{name}.flac", "en")), words(reference)) < 0.15


def test_language_is_found(transcriber):
    assert "country" in text_of(transcriber, AUDIO / "jfk.flac", "auto")


def test_noise_is_nothing_said(transcriber):
    assert text_of(transcriber, AUDIO / "noise2.flac") == ""


@pytest.mark.parametrize("kind", ["silence", "hiss", "chord"])
def test_nothing_comes_out_of_nothing(transcriber, tmp_path, kind):
    sounds = {
        "silence": np.zeros(320_000, np.float32),
        "hiss": np.random.default_rng(1).normal(0, 0.05, 320_000).astype(np.float32),
        "chord": (tone(20, hz=262) + tone(20, hz=330) + tone(20, hz=392)).astype(np.float32) / 3,
    }

    assert text_of(transcriber, write(tmp_path / "a.wav", sounds[kind], codec="pcm_s16le")) == ""
