"""Turns a handful of sentences into a direction along which everything that was said can be ranked.

The mean of the examples, less what talk is usually like (Rocchio 1971). Dividing by how talk varies (Fisher's
discriminant) was tried and ranked worse: with so few examples it follows what is rare, not what is meant. What the
user accepts pulls the direction, what the user rejects pushes it away.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_REJECTED = 0.7
_FEWEST = 50
"""Background utterances below which they say nothing of what is usual."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Concept:
    """A direction of length one, and the value on it from which an utterance counts."""

    direction: Floats
    threshold: float


def learn(
    examples: Floats, background: Floats, accepted: Floats | None = None, rejected: Floats | None = None
) -> Concept:
    """Return the concept that the sentences stand for.

    Args:
        examples: unit vectors, a row each; at least one.
        background: of what is usually said.
        accepted: of hits that were called right.
        rejected: of hits that were called wrong.
    """
    positive = examples if accepted is None or not len(accepted) else np.concatenate([examples, accepted])
    usual = background.mean(axis=0) if len(background) >= _FEWEST else np.zeros(examples.shape[1], np.float32)
    wanted = positive.mean(axis=0) - usual
    if rejected is not None and len(rejected):
        wanted = wanted - _REJECTED * (rejected.mean(axis=0) - usual)
    direction = np.asarray(wanted / max(float(np.linalg.norm(wanted)), 1e-9), np.float32)
    return Concept(direction=direction, threshold=_threshold(direction, positive, background, rejected))


def _threshold(direction: Floats, positive: Floats, background: Floats, rejected: Floats | None) -> float:
    """Return a border between what is wanted and what is usual, above nearly all of the latter."""
    low = float((positive @ direction).mean())
    high = float(np.quantile(background @ direction, 0.98)) if len(background) >= _FEWEST else 0.0
    if rejected is not None and len(rejected):
        high = max(high, float((rejected @ direction).max()))
    return (low + high) / 2
