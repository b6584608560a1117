"""Scores of held-out calls, with the best threshold of each label found on the same calls (so a little flattering)."""

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score

from training.calls import LABELS, TrainingCall


def stacked(
    calls: list[TrainingCall], outputs: list[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> tuple[NDArray[np.bool_], NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """Return gold labels, label logits, gold sentiment and sentiment logits of the customers' turns."""
    rows = [turn for call in calls for turn in call.turns]
    mine = np.array([turn.speaker != "rep" for turn in rows])
    gold = np.array([[label in turn.labels for label in LABELS] for turn in rows])
    labels = np.concatenate([output[0] for output in outputs])
    promise = LABELS.index("next_step")
    labels[np.ix_(~mine, [n for n in range(len(LABELS)) if n != promise])] = -20  # a rep's turn carries promises only
    return (
        gold,
        labels,
        np.array([turn.sentiment for turn in rows])[mine],
        np.concatenate([o[1] for o in outputs])[mine],
    )


def best_threshold(gold: NDArray[np.bool_], logits: NDArray[np.float64]) -> tuple[float, float]:
    """Return the threshold with the best F1, and that F1."""
    order = np.argsort(-logits)
    hits = np.cumsum(gold[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + gold.sum())
    at = int(np.argmax(f1))
    following = logits[order[at + 1]] if at + 1 < len(order) else logits[order[at]] - 1
    return float((logits[order[at]] + following) / 2), float(f1[at])


def best_scores(
    calls: list[TrainingCall], outputs: list[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> dict[str, object]:
    """Return label and sentiment figures."""
    gold, labels, mood, moods = stacked(calls, outputs)
    found = {label: best_threshold(gold[:, n], labels[:, n]) for n, label in enumerate(LABELS)}
    chosen = labels >= np.array([found[label][0] for label in LABELS])
    return {
        "macro": round(float(np.mean([value[1] for value in found.values()])), 3),
        "micro": round(float(f1_score(gold, chosen, average="micro")), 3),
        "sentiment": round(float(f1_score(mood, moods.argmax(1), average="macro")), 3),
        "labels": {label: round(value[1], 2) for label, value in found.items()},
    }
