"""What a sentence means, as a vector that can be kept and compared across both languages.

Sentence encoders of many languages keep each language in a corner of its own. Taking the language's mean out moves
the corners onto each other (Yang et al. 2021, "A Simple and Effective Method To Eliminate the Self Language Bias in
Multilingual Representations"). The means were taken over the insights of the training calls, by
`training/sentence_means.py`.
"""

import functools
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from insight_desktop import paths
from insight_desktop.nlp.encoder import Embedder

Vectors = NDArray[np.float32]


def meanings(texts: Sequence[str], language: str, embedder: Embedder) -> tuple[bytes, ...]:
    """Return for each text its unit vector as little-endian float16."""
    if not texts:
        return ()
    rows = centred(embedder.encode(texts), [language] * len(texts), language_means())
    return tuple(row.astype("<f2").tobytes() for row in rows)


def centred(vectors: Vectors, languages: Sequence[str], means: Mapping[str, Vectors]) -> Vectors:
    """Return unit vectors with each language's mean taken out.

    Args:
        vectors: n x d, one row a text.
        languages: n language tags.
        means: the mean vector of each language, shape (d,); a language without one is left as it is.
    """
    moved = vectors.astype(np.float32, copy=True)
    tags = np.asarray(languages)
    for language, mean in means.items():
        if mean.shape == moved.shape[1:]:
            moved[tags == language] -= mean
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, 1e-9), dtype=np.float32)


@functools.cache
def language_means() -> Mapping[str, Vectors]:
    """Return the mean vector of each language."""
    with np.load(paths.models() / "sentence_means.npz") as file:
        return {language: file[language] for language in file.files}
