"""Meanings: languages share one space, vectors survive being kept."""

import numpy as np

from insight_desktop.nlp.meaning import centred, language_means, meanings


class FakeEmbedder:
    def encode(self, texts):
        rows = np.array([[len(text), 1.0, 0.0] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_centred_takes_each_languages_mean_out():
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6]], np.float32)
    means = {"ja": vectors[:2].mean(axis=0), "en": vectors[2:].mean(axis=0)}

    moved = centred(vectors, ["ja", "ja", "en", "en"], means)

    np.testing.assert_allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(moved[0], -moved[1], atol=1e-4)


def test_meanings_are_unit_vectors_of_half_precision():
    first, second = meanings(["a", "longer"], "ja", FakeEmbedder())

    assert abs(float(np.linalg.norm(np.frombuffer(first, "<f2").astype(np.float32))) - 1) < 1e-2
    assert first != second
    assert meanings([], "ja", FakeEmbedder()) == ()


def test_means_are_shipped_for_both_languages():
    assert {language: mean.shape for language, mean in language_means().items()} == {"ja": (384,), "en": (384,)}
