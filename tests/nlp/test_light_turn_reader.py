"""The window's reader of the turn network sees what the analysis sees."""

import numpy as np
import pytest

from insight_desktop.nlp.light_turn_reader import LightTurnReader
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.nlp.turn_reader import TurnReader

TURNS = (
    SpokenTurn(text="今日はお時間をいただきありがとうございます。", role="rep"),
    SpokenTurn(text="月末の締めに三日かかって困っているんです。", role="customer"),
    SpokenTurn(text="そうなんですね。", role="rep"),
    SpokenTurn(text="でも正直、おたくは高すぎますよ。", role="other"),
)


@pytest.mark.model
def test_both_readers_score_the_same():
    light, full = LightTurnReader().see(TURNS), TurnReader().read(TURNS)

    assert np.abs(light.labels - full.labels).max() < 1e-3
    assert np.abs(light.moods - full.sentiment).max() < 1e-3
    assert (light.states.shape, light.scores.shape) == ((4, 384), (4, 21))


@pytest.mark.model
def test_reading_tells_how_far_it_is():
    told: list[float] = []

    TurnReader().read(TURNS * 40, advanced=told.append)

    assert len(told) > 2
    assert told == sorted(told)
    assert (told[0] > 0, told[-1]) == (True, 1.0)


@pytest.mark.model
def test_a_long_conversation_is_seen_turn_by_turn():
    reader = LightTurnReader()

    long = reader.see(TURNS * 20)

    assert len(long.labels) == 80
    assert np.abs(long.states).sum(axis=1).min() > 0
    assert reader.see(()).scores.shape == (0, 21)


@pytest.mark.model
def test_sentences_read_by_themselves_do_not_see_each_other():
    reader = LightTurnReader()
    texts = [turn.text for turn in TURNS]

    together, single = reader.alone(texts), [reader.alone([text]) for text in texts]

    assert np.abs(together.scores - np.concatenate([each.scores for each in single])).max() < 1e-4


@pytest.mark.model
def test_word_pieces_fit_into_two_bytes():
    pieces = LightTurnReader().pieces(["月末の締め", "month-end close"])

    assert all(0 < piece < 1 << 16 for each in pieces for piece in each)
