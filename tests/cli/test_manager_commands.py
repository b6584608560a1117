"""The manager's commands print what the window shows."""

import json
from pathlib import Path

import pytest

from insight_desktop.cli.main import main
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.workspace import Workspace
from tests.store.builders import analysed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Workspace.open(tmp_path / "workspace") as workspace:
        customer = workspace.customers.find_or_make("山田製作所")
        texts = ("どうでしたか", "決め手はサポートの速さでした。")
        analysed(workspace, texts=texts, customer_id=CustomerId(customer.id), outcome=Outcome.WON, rep="田中")
    return tmp_path / "workspace"


def test_trends_give_reasons_and_warnings_as_data(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["trends", "--workspace", str(folder), "--json", "--rep", "田中", "--group-by", "month"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert [reason["side"] for reason in found["decision_reasons"]] == ["for"]
    assert set(found) == {"themes", "patterns", "decision_reasons", "warnings"}


def test_search_takes_filters(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "サポート", "--workspace", str(folder), "--json", "--speaker", "customer"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert (hit["how"], hit["speaker"]) == ("words", "customer")

    assert main(["search", "サポート", "--workspace", str(folder), "--json", "--speaker", "rep"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_digest_is_written_and_a_week_without_sound_says_so(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "week.html"
    assert main(["digest", "--workspace", str(folder), "--week", "2026-11-20", "--out", str(out)]) == 0
    assert "<html" in out.read_text(encoding="utf-8")

    reel = ["--reel", str(tmp_path / "week.wav")]
    assert main(["digest", "--workspace", str(folder), "--week", "2026-11-20", *reel]) == 1
    assert "音声" in capsys.readouterr().err
    assert not (tmp_path / "week.wav").exists()
