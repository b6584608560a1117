"""Both encoders give the same vectors, and they mean something."""

import numpy as np
import pytest

from insight_desktop.nlp.embedder import E5Embedder, SentenceTransformerEmbedder
from insight_desktop.nlp.light_encoder import LightEmbedder

TEXTS = ("棚卸しの数が合わなくて困っています", "在庫の数え直しが大変です", "The weather is lovely today.", "")


def test_no_texts_give_no_rows():
    assert E5Embedder().encode([]).shape == (0, 384)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_the_lean_encoder_agrees_with_sentence_transformers():
    lean, full = E5Embedder().encode(TEXTS), SentenceTransformerEmbedder().encode(TEXTS)
    assert np.abs(lean - full).max() < 1e-4
    assert lean[0] @ lean[1] > lean[0] @ lean[2]


@pytest.mark.model
def test_the_encoder_of_numpy_agrees_with_that_of_torch():
    light, lean = LightEmbedder().encode(TEXTS), E5Embedder().encode(TEXTS)
    assert np.abs(light - lean).max() < 1e-4
