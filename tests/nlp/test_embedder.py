"""Both encoders give the same vectors, and they mean something."""

import numpy as np
import pytest

from insight_desktop.nlp.embedder import E5Embedder, SentenceTransformerEmbedder

TEXTS = ("棚卸しの数が合わなくて困っています", "在庫の数え直しが大変です", "The weather is lovely today.", "")


def test_no_texts_give_no_rows():
    assert E5Embedder().encode([]).shape == (0, 384)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_the_lean_encoder_agrees_with_sentence_transformers():
    lean, full = E5Embedder().encode(TEXTS), SentenceTransformerEmbedder().encode(TEXTS)
    assert np.abs(lean - full).max() < 1e-4
    assert lean[0] @ lean[1] > lean[0] @ lean[2]
