"""What the user corrected leaves as rows to train on."""

import csv
import json
from pathlib import Path

import pytest

from insight_desktop.cli.main import main
from insight_desktop.domain.insight import Sentiment, Signal
from insight_desktop.store.workspace import Workspace
from tests.store.builders import analysed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with two corrected turns."""
    folder = tmp_path / "商談"
    with Workspace.open(folder) as workspace:
        meeting = analysed(workspace)
        segments = workspace.transcripts.current(meeting.id)
        workspace.corrections.add_label(meeting.id, segments[1].id, Signal.OBJECTION)
        workspace.corrections.set_sentiment(meeting.id, segments[0].id, Sentiment.POSITIVE)
    return folder


def test_rows_are_a_table_another_reader_opens(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "rows.tsv"
    assert main(["corrections", "--workspace", str(folder), "--out", str(out)]) == 0

    with out.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file, delimiter="\t")
    assert (first["labels"], first["sentiment"], first["speaker"]) == ("", "positive", "rep")
    assert (second["labels"], second["language"]) == ("objection,pain", "ja")
    assert second["before"] == first["text"]


def test_rows_are_printed_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", "--workspace", str(folder), "--json"]) == 0
    assert [row["turn"] for row in json.loads(capsys.readouterr().out)] == [0, 1]


def test_folder_that_cannot_be_written_is_one_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", "--workspace", str(folder), "--out", str(tmp_path / "none" / "rows.tsv")]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
