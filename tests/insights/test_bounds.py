"""Limits of scores: what is below, above, missing, and a file that is none."""

import tomllib
from pathlib import Path

import pytest

from insight_desktop.cli.main import main
from insight_desktop.insights.bounds import Bounds

RESULT = {"insight_f1": 0.78, "forbidden": 1, "labels": {"pain": {"r": 0.5}}, "hold_recall": None}
GOLD = Path(__file__).parents[2] / "benchmarks" / "gold_bounds.toml"


def missed(text: str) -> list[str]:
    return list(Bounds.of(tomllib.loads(text)).missed(RESULT))


def test_scores_within_their_limits():
    assert missed('[at_least]\ninsight_f1 = 0.78\n"labels.pain.r" = 0.5\n[at_most]\nforbidden = 1\n') == []


def test_scores_beyond_their_limits():
    text = '[at_least]\ninsight_f1 = 0.8\n"labels.pain.r" = 0.6\n[at_most]\nforbidden = 0\n'
    assert missed(text) == [
        "insight_f1: 0.78, at least 0.8",
        "labels.pain.r: 0.5, at least 0.6",
        "forbidden: 1.0, at most 0.0",
    ]


def test_what_was_not_scored_is_missed():
    assert missed('[at_least]\nhold_recall = 0.5\n"labels.need.r" = 0.1\n') == [
        "hold_recall: None, at least 0.5",
        "labels.need.r: None, at least 0.1",
    ]


def test_the_bounds_of_the_gold_calls_can_be_read():
    bounds = Bounds.of(tomllib.loads(GOLD.read_text(encoding="utf-8")))
    assert bounds.at_least["hold_recall"] == 1.0
    assert bounds.at_most["calls_sold_on_hold"] == 0


@pytest.mark.parametrize("text", ["at_least = 3", "[other]\na = 1", "[at_least]\na = 'much'", "?"])
def test_a_file_that_holds_no_bounds_is_told_before_anything_is_read(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "call.json").write_text("{}", encoding="utf-8")
    (tmp_path / "bounds.toml").write_text(text, encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "call.json"), "--bounds", str(tmp_path / "bounds.toml")]) != 0
    assert "bounds.toml" in capsys.readouterr().err
