"""A second look at each turn, once all turns of the call have been scored once.

What a turn means hangs on the call around it: a short «still, yes» carries a complaint on where complaints stand, a
wish counts for less among people who only chat. The first scores of a turn, of its neighbours and the strongest of the
call are weighed anew, linearly, one logistic regression a label: stacked generalisation (Wolpert 1992), with the
surroundings of a turn as in stacked sequential learning (Cohen and Carvalho 2005).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from insight_desktop.insights.calibration import expit

_REACH = 12
"""So many turns of the customer on either side count, in an hour too: about half of those of a training call."""
_SUREST = 1e-3
_CLIPPED = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstScores:
    """What is known of the turns of one call after they were read once."""

    probabilities: NDArray[np.float64]
    """turns × labels, calibrated"""
    logits: NDArray[np.float64]
    """turns × (2 × labels): of the network, of the n-gram reader"""
    moods: NDArray[np.float64]
    """turns × 3, mixed logits: negative, neutral, positive"""
    customers: NDArray[np.bool_]
    """Which turns are the customer's."""
    promise: int
    """The column of the label that the rep's turns carry too."""


def surroundings(scores: FirstScores) -> NDArray[np.float64]:
    """Return turns × features: of the turn, of the customer's turns before and after it, the strongest around it.

    Where there is no such turn, it is as if one without any label stood there.
    """
    first = scores.probabilities.copy()
    first[np.ix_(~scores.customers, np.arange(first.shape[1]) != scores.promise)] = 0.0
    labels = _logit(first)
    moods = scores.moods - scores.moods.mean(axis=1, keepdims=True)
    spoken = np.flatnonzero(scores.customers)
    silence = np.concatenate([np.full(labels.shape[1], _logit(np.zeros(1))[0]), np.zeros(moods.shape[1])])
    whole = np.hstack([labels, moods])
    rows = []
    for at in range(len(labels)):
        before = spoken[: np.searchsorted(spoken, at)]
        after = spoken[np.searchsorted(spoken, at, side="right") :]
        around = labels[np.concatenate([before[-_REACH:], after[:_REACH]])]
        strongest = np.vstack([np.sort(around, axis=0)[::-1][:2], np.tile(silence[: labels.shape[1]], (2, 1))])[:2]
        promised = [
            labels[beside, scores.promise] if 0 <= beside < len(labels) and not scores.customers[beside] else silence[0]
            for beside in (at - 1, at + 1)
        ]
        rows.append(
            np.concatenate(
                [
                    whole[at],
                    np.clip(scores.logits[at], -_CLIPPED, _CLIPPED),
                    whole[before[-1]] if before.size else silence,
                    whole[after[0]] if after.size else silence,
                    promised,
                    strongest[0],
                    strongest[1],
                ]
            )
        )
    return np.array(rows).reshape(len(rows), -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescoring:
    """The weights of the second look."""

    weights: NDArray[np.float64]
    """labels × features"""
    offsets: NDArray[np.float64]
    """one for each label"""

    def __call__(self, scores: FirstScores) -> NDArray[np.float64]:
        """Return turns × labels: the probabilities after the second look."""
        return self.of(surroundings(scores))

    def of(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return turns × labels: the probabilities that such surroundings give."""
        return expit(features @ self.weights.T + self.offsets)

    @classmethod
    def load(cls, path: Path) -> "Rescoring":
        """Read the weights that `save` wrote."""
        with np.load(path) as content:
            return cls(weights=content["weights"].astype(np.float64), offsets=content["offsets"].astype(np.float64))

    def save(self, path: Path) -> None:
        """Write the weights, each time as the same bytes."""
        np.savez(path, weights=self.weights.astype(np.float32), offsets=self.offsets.astype(np.float32))


def _logit(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(probabilities, _SUREST, 1 - _SUREST)
    return np.asarray(np.log(kept / (1 - kept)), dtype=np.float64)
