"""How right the shipped model is on the held-out training calls; bounds only rise."""

import json

import pytest

from insight_desktop import paths
from insight_desktop.insights.calibration import Calibration
from insight_desktop.insights.rescoring import Rescoring
from insight_desktop.insights.trained_signaller import TrainedSignaller
from insight_desktop.nlp.turn_reader import TurnReader
from tests.insights.held_out import conversation_of, held_out_calls, scored

pytestmark = pytest.mark.model

MICRO_F1 = 0.75
SENTIMENT_F1 = 0.68


@pytest.fixture(scope="module")
def signaller() -> TrainedSignaller:
    folder = paths.models() / "signals"
    settings = (folder / "signals.json").read_text(encoding="utf-8")
    return TrainedSignaller(
        TurnReader(folder), Calibration.from_text(settings), Rescoring.load(folder / "rescoring.npz")
    )


def test_held_out_calls_are_read_at_least_as_well_as_before(signaller: TrainedSignaller):
    micro, mood = scored(signaller, held_out_calls()[::4])
    assert micro >= MICRO_F1
    assert mood >= SENTIMENT_F1


def test_everyday_talk_gets_no_labels(signaller: TrainedSignaller):
    lines = ["おはようございます。", "今日は寒いですね。", "そうですね、雪が降りそうです。", "週末は温泉に行きました。"]
    labelled = signaller.label(conversation_of("ja", [("customer", line) for line in lines]))
    assert [turn.labels for turn in labelled] == [()] * len(lines)


def test_the_calibration_belongs_to_the_labels():
    settings = json.loads((paths.models() / "signals" / "signals.json").read_text(encoding="utf-8"))
    assert set(settings["calibration"]) == set(settings["labels"])
