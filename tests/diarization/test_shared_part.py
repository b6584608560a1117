"""What all voices share is taken off their vectors."""

import numpy as np

from insight_desktop.diarization.shared_part import without_shared_part


def test_vectors_stay_of_length_one_and_lie_farther_apart():
    common = without_shared_part(np.zeros((1, 192), np.float32))[0]
    random = np.random.default_rng(3)
    voices = -common * 0.7 + random.normal(size=(20, 192)) * 0.5 / np.sqrt(192)
    voices = (voices / np.linalg.norm(voices, axis=1, keepdims=True)).astype(np.float32)

    own = without_shared_part(voices)

    assert np.allclose(np.linalg.norm(own, axis=1), 1.0, atol=1e-5)
    between = np.triu_indices(20, 1)
    assert (own @ own.T)[between].mean() < (voices @ voices.T)[between].mean() - 0.3
