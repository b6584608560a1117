"""Trackers hear attitude and rare words besides meaning."""

import numpy as np
import pytest

from insight_desktop.trends.few_shot import FEEDBACK, Heard, Judged, Pieces, Usual, learn, threshold, together

COUNT, WIDTH = 400, 32


def heard(count: int, seed: int, *, subject: int = 0, attitude: int = 0, word: int = 0, shift: float = 0.0) -> Heard:
    """Utterances with a subject, an attitude, and a word; 0 has none."""
    chance = np.random.default_rng(seed)
    meanings = 0.1 * chance.standard_normal((count, WIDTH))
    states, scores = chance.standard_normal((count, WIDTH)) + shift, chance.standard_normal((count, 6)) + shift
    if subject:
        meanings[:, subject] += 1
    if attitude:
        states[:, attitude] += 4
        scores[:, attitude % 6] += 4
    meanings /= np.linalg.norm(meanings, axis=1, keepdims=True)
    ids = [np.unique(np.append(chance.integers(1000, 1200, 8), word or 999)) for _ in range(count)]
    return Heard(
        meanings=meanings.astype(np.float32),
        states=states.astype(np.float32),
        scores=scores.astype(np.float32),
        pieces=Pieces(counts=np.array([len(each) for each in ids]), ids=np.concatenate(ids)),
    )


@pytest.fixture
def usual() -> Usual:
    return Usual.of(heard(COUNT, 1), heard(60, 2, shift=1.5))


@pytest.mark.parametrize("voice", [{"subject": 3}, {"attitude": 4}, {"word": 7}], ids=["meaning", "attitude", "word"])
def test_what_the_examples_share_is_found_in_any_voice(usual: Usual, voice: dict[str, int]):
    concept = learn(Judged(wanted=heard(5, 3, shift=1.5, **voice)), usual)

    wanted, others = concept.scores(heard(20, 4, **voice)), concept.scores(heard(200, 5))

    assert np.median(wanted) > np.quantile(others, 0.95)


def test_sentences_that_stand_alone_are_measured_from_their_own_middle(usual: Usual):
    alone, amid = heard(40, 6, shift=1.5), heard(40, 7)

    assert np.abs(usual.sentences(alone)[1].mean(axis=0)).max() < 0.15
    assert np.abs(usual.turns(amid)[1].mean(axis=0)).max() < 0.15


def test_the_threshold_lies_between_examples_and_what_is_usual(usual: Usual):
    judged = Judged(wanted=heard(5, 3, shift=1.5, subject=3, attitude=4))
    concept = learn(judged, usual)

    border = threshold(judged, usual, concept)

    assert (concept.scores(heard(20, 4, subject=3, attitude=4)) > border).mean() > 0.9
    assert (concept.scores(usual.background) > border).mean() < 0.02


def test_what_is_rejected_falls_below_the_threshold(usual: Usual):
    wanted, wrong = heard(5, 3, shift=1.5, subject=3, attitude=4), heard(4, 8, shift=1.5, subject=3, attitude=5)
    before, after = Judged(wanted=wanted), Judged(wanted=wanted, rejected=wrong)
    first, second = learn(before, usual), learn(after, usual)
    like_wrong = heard(10, 9, subject=3, attitude=5)

    assert second.scores(like_wrong).mean() < first.scores(like_wrong).mean()
    assert (second.scores(like_wrong) < threshold(after, usual, second)).all()


def test_a_look_at_the_best_hits_brings_more_of_their_kind(usual: Usual):
    concept = learn(Judged(wanted=heard(2, 3, shift=1.5, attitude=4)), usual)
    history = together([heard(40, 10, subject=5, attitude=4), heard(300, 11)])
    best = history.at(np.argsort(-concept.scores(history))[:FEEDBACK])

    kindred = heard(30, 12, subject=5, attitude=4)
    assert concept.pulled(best).scores(kindred).mean() > concept.scores(kindred).mean()


def test_parts_are_taken_out_with_their_words():
    history = together([heard(3, 13, word=7), heard(2, 14, word=8)])

    part = history.at(np.array([3, 0]))

    assert len(part) == 2
    assert [8 in part.pieces.ids[part.pieces.rows == row] for row in (0, 1)] == [True, False]
