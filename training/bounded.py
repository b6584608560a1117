"""Logistic regression whose weights may be held to one sign: what speaks against something never speaks for it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

FREE, FOR, AGAINST = (None, None), (0.0, None), (None, 0.0)
"""The bounds of a weight: any, never below 0, never above 0."""
Bound = tuple[float | None, float | None]


def fit_bounded(
    x: NDArray[np.float64],
    is_so: NDArray[np.bool_],
    counts: NDArray[np.float64],
    bounds: Sequence[Bound],
    *,
    strength: float,
) -> tuple[NDArray[np.float64], float]:
    """Return the weights, one a column of `x`, and the offset.

    Args:
        x: examples × figures.
        is_so: what is to be told, one an example.
        counts: how much each example counts.
        bounds: of each weight.
        strength: the inverse of the penalty on the squares of the weights of standardised figures.

    """
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    scaled = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    sign, counted = np.where(is_so, 1.0, -1.0), strength * counts

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = sign * (scaled @ beta)
        slope = scaled.T @ (-counted * sign / (1 + np.exp(np.clip(margin, -50, 50))))
        own = np.append(beta[:-1], 0.0)  # the offset is not penalised
        return float(counted @ np.logaddexp(0, -margin) + 0.5 * own @ own), slope + own

    start = np.zeros(x.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, FREE]).x
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)
