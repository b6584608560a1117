"""Voices among embeddings, on made-up vectors."""

import numpy as np
import pytest

from insight_desktop.diarization import clustering


def some_voices(counts, noise=0.6, alike=0.3):
    """Return unit vectors around one centre a count, each centre `alike` to the others."""
    random = np.random.default_rng(7)
    common = random.normal(size=192)
    parts = []
    for count in counts:
        own = random.normal(size=192)
        centre = np.sqrt(alike) * common / np.linalg.norm(common) + np.sqrt(1 - alike) * own / np.linalg.norm(own)
        around = random.normal(size=(count, 192)) / np.sqrt(192)
        parts.append(centre + noise * around)
    vectors = np.concatenate(parts)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def groups(vectors, found):
    return np.argmax(vectors @ found.T, axis=1)


@pytest.mark.parametrize("counts", [(60,), (40, 60), (100, 15), (30, 40, 50), (20, 30, 25, 40)])
def test_number_of_people_is_found(counts):
    assert len(clustering.voices(some_voices(counts), None).vectors) == len(counts)


@pytest.mark.parametrize("people", [1, 2, 3])
def test_told_number_is_kept(people):
    assert len(clustering.voices(some_voices([40, 60]), people).vectors) == people


def test_two_people_are_told_apart():
    vectors = some_voices([40, 60])

    found = groups(vectors, clustering.voices(vectors, 2).vectors)

    assert len(set(found[:40])) == 1
    assert len(set(found[40:])) == 1
    assert found[0] != found[-1]


def test_similar_voices_are_told_apart_when_two_are_expected():
    vectors = some_voices([50, 50], alike=0.85)

    found = groups(vectors, clustering.voices(vectors, 2).vectors)

    assert np.mean(found[:50] == found[0]) > 0.9
    assert np.mean(found[50:] != found[0]) > 0.9


@pytest.mark.parametrize("people", [2, None])
def test_a_cough_takes_nobodys_place(people):
    vectors = np.concatenate([some_voices([80, 120]), some_voices([1], alike=0.0)])

    found = clustering.voices(vectors, people).vectors

    assert len(found) == 2
    assert groups(vectors, found)[0] != groups(vectors, found)[100]


def test_more_stretches_than_are_clustered_give_the_same_voices():
    vectors = some_voices([3000, 3000])

    found = groups(vectors, clustering.voices(vectors, None).vectors)

    assert len(set(found[:3000])) == 1
    assert len(set(found)) == 2


def test_one_stretch_is_one_voice():
    assert clustering.voices(some_voices([1]), 2).vectors.shape == (1, 192)


@pytest.mark.parametrize("counts", [(60,), (40, 60), (100, 8), (30, 40, 50)])
def test_clear_cases_are_sure(counts):
    assert clustering.voices(some_voices(counts), None).is_count_sure


def test_a_told_number_is_sure():
    assert clustering.voices(some_voices([5]), 3).is_count_sure


def test_little_speech_leaves_the_number_open():
    assert not clustering.voices(some_voices([5, 5]), None).is_count_sure


def test_voices_nearly_alike_leave_the_number_open():
    found = [clustering.voices(some_voices([50, 50], alike=alike / 100), None) for alike in range(40, 100, 2)]

    numbers = [len(each.vectors) for each in found]
    assert numbers[0] == 2
    assert numbers[-1] == 1
    border = numbers.index(1)
    assert not found[border - 1].is_count_sure or not found[border].is_count_sure


def test_somebody_who_hardly_speaks_is_somebody():
    assert len(clustering.voices(some_voices([120, 6]), None).vectors) == 2


def test_an_odd_sound_above_two_people_hides_neither():
    vectors = np.concatenate([some_voices([50, 70]), some_voices([2], noise=1.6, alike=0.0)])

    assert len(clustering.voices(vectors, None).vectors) == 2
