"""Turns a handful of sentences into a direction along which everything that was said can be ranked.

Fisher's linear discriminant between the examples and what talk is usually like: dimensions in which all talk varies
count less than those in which the examples stand out (Fisher 1936; the covariance is shrunk, Ledoit and Wolf 2004).
What the user accepts pulls the direction, what the user rejects pushes it away.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SHRINKAGE = 0.3
"""Share of the covariance that is taken to be the same in all directions; read off the calls of the training split."""
_REJECTED = 0.7
_FEWEST = 50
"""Background utterances below which the covariance says nothing."""


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
    usual = background.mean(axis=0) if len(background) else np.zeros(examples.shape[1], np.float32)
    wanted = positive.mean(axis=0) - usual
    if rejected is not None and len(rejected):
        wanted = wanted - _REJECTED * (rejected.mean(axis=0) - usual)
    direction = _whitened(wanted, background)
    direction = direction / max(float(np.linalg.norm(direction)), 1e-9)
    return Concept(
        direction=direction.astype(np.float32),
        threshold=_threshold(direction, positive, background, rejected),
    )


def _whitened(wanted: Floats, background: Floats) -> Floats:
    if len(background) < _FEWEST:
        return wanted
    covariance = np.cov(background.astype(np.float64).T)
    even = np.trace(covariance) / len(covariance)
    shrunk = (1 - SHRINKAGE) * covariance + SHRINKAGE * even * np.eye(len(covariance))
    return np.asarray(np.linalg.solve(shrunk, wanted), np.float32)


def _threshold(direction: Floats, positive: Floats, background: Floats, rejected: Floats | None) -> float:
    """Return a border between what is wanted and what is usual, above nearly all of the latter."""
    low = float((positive @ direction).mean())
    high = float(np.quantile(background @ direction, 0.98)) if len(background) >= _FEWEST else 0.0
    if rejected is not None and len(rejected):
        high = max(high, float((rejected @ direction).max()))
    return (low + high) / 2
