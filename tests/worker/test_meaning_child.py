"""The process that knows meanings, asked through its pipe."""

from collections.abc import Iterator

import numpy as np
import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.nlp.light_encoder import LightEmbedder, LightProblemEmbedder
from insight_desktop.nlp.light_turn_reader import LightTurnReader
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.worker.meaning_child import MeaningChild

TURNS = (
    SpokenTurn(text="月末の締めに三日かかって困っています。", role="customer"),
    SpokenTurn(text="それは大変ですね。", role="rep"),
)

pytestmark = pytest.mark.model


@pytest.fixture
def child() -> Iterator[MeaningChild]:
    made = MeaningChild()
    yield made
    made.close()


def test_the_pipe_changes_no_number(child: MeaningChild) -> None:
    texts = [turn.text for turn in TURNS]
    here, there = LightTurnReader().see(TURNS), child.see(TURNS)

    assert np.array_equal(child.encode(texts), LightEmbedder().encode(texts))
    problems = LightProblemEmbedder(LightEmbedder())
    assert np.array_equal(child.problems(texts), problems.encode(texts))
    assert np.array_equal(there.scores, here.scores)
    assert np.array_equal(there.states, here.states)
    assert child.pieces(texts) == LightTurnReader().pieces(texts)
    assert child.encode([]).shape == (0, 384)


def test_a_crash_costs_one_answer(child: MeaningChild) -> None:
    child.encode(["一"])
    running = child._child
    assert running is not None
    running.kill()
    with pytest.raises(KnownError) as caught:
        child.encode(["二"])

    assert caught.value.code is ErrorCode.WORKER_CRASHED
    assert child.encode(["三"]).shape == (1, 384)


def test_after_a_rest_it_answers_again_and_after_its_end_it_does_not(child: MeaningChild) -> None:
    first = child.encode(["一"])
    child.rest()
    assert child._child is None
    assert np.array_equal(child.encode(["一"]), first)
    child.close()
    with pytest.raises(KnownError):
        child.encode(["一"])
