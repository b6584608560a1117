"""Trains the n-gram reader on the training calls: `python -m training.train_ngrams --out FILE`."""

import argparse
import random
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from insight_desktop.nlp.ngrams import BUCKETS, NgramReader, features
from training.calls import LABELS, read_calls, split
from training.noise import recognised
from training.scoring import best_scores

DATA = Path(__file__).parent / "data"


def matrix(texts: list[str]) -> csr_matrix:
    """Return texts × buckets."""
    rows = [features(text) for text in texts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate([np.fromiter(row.keys(), np.int64) for row in rows])
    values = np.concatenate([np.fromiter(row.values(), np.float64) for row in rows])
    return csr_matrix((values, columns, ends), shape=(len(rows), BUCKETS))


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--c", type=float, default=6.0)
    options = parser.parse_args()
    training, held_out = split(read_calls(DATA / "calls"))
    training += read_calls(DATA / "everyday")
    rng = random.Random(1)  # noqa: S311
    turns = [(turn, recognised(turn.text, call.language, rng) if rng.random() < 0.25 else turn.text)  # noqa: PLR2004
             for call in training for turn in call.turns]  # fmt: skip
    x = matrix([text for _, text in turns])
    weights, offsets = np.zeros((len(LABELS) + 3, BUCKETS), np.float32), np.zeros(len(LABELS) + 3, np.float32)
    mine = np.array([turn.speaker != "rep" for turn, _ in turns])
    for n, label in enumerate((*LABELS, "negative", "neutral", "positive")):
        if n < len(LABELS):
            rows = np.array([label in turn.known for turn, _ in turns])
            goal = np.array([label in turn.labels for turn, _ in turns])
        else:
            rows, goal = mine, np.array([turn.sentiment == n - len(LABELS) for turn, _ in turns])
        model = LogisticRegression(C=options.c, solver="liblinear", class_weight={True: 2.0, False: 1.0})
        model.fit(x[rows], goal[rows])
        weights[n], offsets[n] = model.coef_[0], model.intercept_[0]
    small = np.abs(weights) < 0.02  # noqa: PLR2004
    weights[small] = 0
    np.savez_compressed(options.out, weights=weights.astype(np.float16), offsets=offsets)
    reader = NgramReader.load(options.out)
    outputs = []
    for call in held_out:
        scores = reader.read([turn.text for turn in call.turns])
        outputs.append((scores[:, : len(LABELS)], scores[:, len(LABELS) :]))
    print(options.out.stat().st_size, best_scores(held_out, outputs))


if __name__ == "__main__":
    main()
