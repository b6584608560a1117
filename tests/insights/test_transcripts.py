"""Transcripts in every accepted form, and those that are none."""
# ruff: noqa: E501 -- whole transcripts in a line

import json
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights.transcripts import read_transcript


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_json_needs_only_speaker_and_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps({"turns": [{"speaker": "rep", "text": "こんにちは"}]}))

    found = read_transcript(path)

    assert found.id == "a"
    assert found.language == "ja"
    assert [(turn.speaker, turn.text) for turn in found.turns] == [("rep", "こんにちは")]


def test_vtt_takes_voices_and_times(tmp_path: Path) -> None:
    text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n<v Sales>Hello there.</v>\n\n00:03.000 --> 00:04.000\n<v Customer>Hi.</v>\n"

    found = read_transcript(written(tmp_path, "a.vtt", text))

    assert [(turn.speaker, turn.text) for turn in found.turns] == [("rep", "Hello there."), ("customer", "Hi.")]
    assert found.turns[0].span == TimeSpan(start=1.0, end=2.5)


def test_srt_joins_what_one_sentence_was_cut_into(tmp_path: Path) -> None:
    text = (
        "1\n00:00:00,000 --> 00:00:01,000\n営業: 本日は\n\n2\n00:00:01,000 --> 00:00:02,000\n営業: よろしくお願いします。\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\n顧客: どうも。\n"
    )

    found = read_transcript(written(tmp_path, "a.srt", text))

    assert [(t.speaker, t.text) for t in found.turns] == [
        ("rep", "本日はよろしくお願いします。"),
        ("customer", "どうも。"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_lines_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "a.txt", "営業：見積もりです。\n田中：高いですね。\n続きの行です。\n", encoding)

    found = read_transcript(path)

    assert [(t.speaker, t.text) for t in found.turns] == [
        ("rep", "見積もりです。"),
        ("customer", "高いですね。続きの行です。"),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{broken"),
        ("a.json", "[]"),
        ("a.json", '{"turns": []}'),
        ("a.json", '{"turns": [{"speaker": "rep"}]}'),
        ("a.vtt", "WEBVTT\n"),
        ("a.txt", "a line without any speaker\n"),
        ("a.txt", "\x00\x01\x02"),
    ],
)
def test_what_is_no_transcript_says_why(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_transcript(written(tmp_path, name, content))

    assert caught.value.code is ErrorCode.TRANSCRIPT_UNREADABLE
    assert caught.value.params["reason"]


def test_missing_and_empty_files_are_known_errors(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as missing:
        read_transcript(tmp_path / "no.json")
    with pytest.raises(KnownError) as empty:
        read_transcript(written(tmp_path, "e.txt", " \n"))

    assert [missing.value.code, empty.value.code] == [ErrorCode.FILE_MISSING, ErrorCode.FILE_EMPTY]
