"""What all voices share in the voice model's vectors; without it one voice lies farther from the other.

The vectors of any two people have a cosine of 0.6 or so, most of it alike for everybody. The mean of some voices over
several lines, made by `training/shared_voice.py`, is taken off.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from insight_desktop import paths

Floats = NDArray[np.float32]


def without_shared_part(embeddings: Floats) -> Floats:
    """Return unit vectors of what is a voice's own."""
    own = embeddings - _shared()
    unit: Floats = (own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return unit


@cache
def _shared() -> Floats:
    mean: Floats = np.load(paths.resources() / "voices" / "shared.npy")
    return mean
