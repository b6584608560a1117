"""The second look: what it sees around a turn, and that it weighs it."""

from dataclasses import replace

import numpy as np
import pytest

from insight_desktop.insights.rescoring import FirstScores, Rescoring, surroundings

PAIN, PROMISE = 0, 1
MOODS = 3
ITSELF, BEFORE, AFTER, PROMISED, STRONGEST, SECOND = 0, 9, 14, 19, 21, 23
"""Where each group of features begins, with two labels."""


def scores(pain: list[float], customers: str, promise: list[float] | None = None) -> FirstScores:
    """Return the first scores of turns of the rep (r) and the customer (c)."""
    return FirstScores(
        probabilities=np.column_stack([pain, promise or [0.0] * len(pain)]),
        logits=np.zeros((len(pain), 4)),
        moods=np.zeros((len(pain), MOODS)),
        customers=np.array([who == "c" for who in customers]),
        promise=PROMISE,
    )


def logit(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def test_a_turn_is_seen_between_the_customers_turns():
    found = surroundings(scores([0.9, 0.5, 0.2, 0.6], "crcc"))
    assert found[2, [ITSELF, BEFORE, AFTER]] == pytest.approx([logit(0.2), logit(0.9), logit(0.6)])
    assert found[2, [STRONGEST, SECOND]] == pytest.approx([logit(0.9), logit(0.6)])


def test_the_reps_turn_carries_its_promise_alone():
    found = surroundings(scores([0.9, 0.9, 0.9], "crc", promise=[0.1, 0.8, 0.1]))
    silence = logit(0.001)
    assert found[1, ITSELF] == pytest.approx(silence)
    assert found[1, ITSELF + 1] == pytest.approx(logit(0.8))
    assert found[0, [PROMISED, PROMISED + 1]] == pytest.approx([silence, logit(0.8)])


def test_alone_it_is_as_if_silence_stood_around():
    (found,) = surroundings(scores([0.9], "c"))
    assert found[[BEFORE, AFTER, STRONGEST, SECOND]] == pytest.approx([logit(0.001)] * 4)


def test_an_hour_is_no_louder_than_a_short_call():
    """What is far away does not count: the strongest of hundreds of turns would always be strong."""
    far = surroundings(scores([0.9, *[0.1] * 40], "c" * 41))
    assert far[13, STRONGEST] == pytest.approx(logit(0.1))
    assert far[12, STRONGEST] == pytest.approx(logit(0.9))


def test_certainty_is_finite():
    sure = scores([1.0, 0.0], "cc")
    assert np.isfinite(surroundings(replace(sure, logits=np.full((2, 4), 99.0)))).all()


def test_weights_come_back_from_their_file(tmp_path):
    weights = np.zeros((2, 25))
    weights[PAIN, STRONGEST] = 1.0
    kept = Rescoring(weights=weights, offsets=np.array([0.5, -3.0]))
    kept.save(tmp_path / "a.npz")
    kept.save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    found = Rescoring.load(tmp_path / "a.npz")(scores([0.9, 0.2], "cc"))
    assert found[1, PAIN] == pytest.approx(1 / (1 + np.exp(-logit(0.9) - 0.5)), rel=1e-6)
    assert found[0, PAIN] < 0.5
