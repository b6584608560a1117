"""A concept ranks what is meant above what is usual, and learns from judgements."""

import numpy as np

from insight_desktop.trends.concepts import learn

WIDTH = 32


def rows(middle: int, count: int, seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).standard_normal((count, WIDTH)).astype(np.float32)
    found = np.eye(WIDTH, dtype=np.float32)[middle] + 0.1 * noise
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_what_is_meant_ranks_above_what_is_usual():
    usual = np.concatenate([rows(middle, 40, middle) for middle in range(1, 6)])

    concept = learn(rows(0, 5, 10), usual)

    assert (rows(0, 20, 11) @ concept.direction).min() > concept.threshold > (usual @ concept.direction).max()


def test_what_is_rejected_falls_below_the_threshold():
    usual = np.concatenate([rows(middle, 40, middle) for middle in range(2, 6)])
    examples, wrong = rows(0, 5, 10) + rows(1, 5, 11), rows(1, 6, 12)
    examples /= np.linalg.norm(examples, axis=1, keepdims=True)

    before, after = learn(examples, usual), learn(examples, usual, rejected=wrong)

    assert (wrong @ after.direction).mean() < (wrong @ before.direction).mean()
    assert (wrong @ after.direction).max() < after.threshold


def test_a_few_meetings_are_enough_to_begin():
    concept = learn(rows(0, 5, 10), np.zeros((0, WIDTH), np.float32))

    assert (rows(0, 5, 11) @ concept.direction).min() > concept.threshold > 0
