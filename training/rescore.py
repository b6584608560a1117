"""Fits the second look at each turn (`insights/rescoring.py`) on what the readers said of calls they never saw."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from insight_desktop.insights.rescoring import FirstScores, Rescoring, surroundings
from training.calls import LABELS

STRENGTH = 0.01
"""The inverse of the penalty on standardised features. Of 0.003, 0.01 and 0.03 it has the best average precision on
writers left out; there is little between them."""
PROMISE = LABELS.index("next_step")


def features_of(
    probabilities: NDArray[np.float64],
    logits: NDArray[np.float64],
    moods: NDArray[np.float64],
    customers: NDArray[np.bool_],
    call_of: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return the surroundings of all turns, call by call, in their order."""
    return np.vstack(
        [
            surroundings(
                FirstScores(
                    probabilities=probabilities[rows],
                    logits=logits[rows],
                    moods=moods[rows],
                    customers=customers[rows],
                    promise=PROMISE,
                )
            )
            for rows in (call_of == call for call in np.unique(call_of))
        ]
    )


def fitted(
    features: NDArray[np.float64],
    gold: NDArray[np.bool_],
    customers: NDArray[np.bool_],
    rows: NDArray[np.bool_],
    counts: NDArray[np.float64],
) -> Rescoring:
    """Return the weights that these rows give; the rep's turns say nothing of labels that they never carry.

    Args:
        features: turns × features, as `features_of` gives them.
        gold: turns × labels.
        customers: which turns are the customer's.
        rows: which turns are fitted to.
        counts: how many times each turn counts.

    """
    weights, offsets = [], []
    for column in range(len(LABELS)):
        mine = rows & (customers | (column == PROMISE))
        x = features[mine]
        mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
        model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(
            (x - mean) / spread, gold[mine, column], sample_weight=counts[mine]
        )
        weights.append(model.coef_[0] / spread)
        offsets.append(float(model.intercept_[0] - weights[-1] @ mean))
    return Rescoring(weights=np.array(weights), offsets=np.array(offsets))


def left_out(
    features: NDArray[np.float64],
    gold: NDArray[np.bool_],
    customers: NDArray[np.bool_],
    rows: NDArray[np.bool_],
    counts: NDArray[np.float64],
    writers: Sequence[str],
) -> NDArray[np.float64]:
    """Return turns × labels: probabilities of each writer's turns by weights that the other writers gave.

    Turns outside `rows` get those of all writers of these rows.
    """
    names = np.array(writers)
    probabilities = fitted(features, gold, customers, rows, counts).of(features)
    for writer in np.unique(names[rows]):
        mine = names == writer
        probabilities[mine] = fitted(features, gold, customers, rows & ~mine, counts).of(features[mine])
    return probabilities
