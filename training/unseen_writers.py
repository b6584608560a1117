"""Measures how far right labels sink in the calls of unseen writers: `python -m training.unseen_writers`.

Every held-out call is read by the shipped n-gram reader, which knows other calls of its writer, and by one trained
without any call of that writer. (The network takes an hour to train; a dozen of them are out of reach.) The difference,
in calibrated logits and by the network's wider spread, is what `calibrate.py` lowers the thresholds by.
"""

import argparse
import random
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from insight_desktop.nlp.ngrams import NgramReader
from training.calls import LABELS, part, read_calls, split
from training.noise import recognised
from training.train_ngrams import matrix

DATA = Path(__file__).parent / "data"
FOLDS = 5
AS_RECOGNISED = 0.25
WIDER = 1.58
"""How much farther apart the mixed readers hold right and wrong turns than the n-grams alone (median of the labels)."""


def main() -> None:
    """Train the readers and report the shift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("models/signals"))
    options = parser.parse_args()
    training, held_out = split(read_calls(DATA / "calls"))
    fold = {name: n % FOLDS for n, name in enumerate(sorted({part(call) for call in training}))}
    turns = [(turn, call) for call in [*training, *read_calls(DATA / "everyday")] for turn in call.turns]
    rng = random.Random(1)  # noqa: S311
    x = matrix(
        [
            recognised(turn.text, call.language, rng) if rng.random() < AS_RECOGNISED else turn.text
            for turn, call in turns
        ]
    )
    texts = [turn.text for call in held_out for turn in call.turns]
    held_x, known = matrix(texts), NgramReader.load(options.model / "ngrams.npz").read(texts)
    fold_of = np.array([fold.get(part(call), -1) for _, call in turns])
    held_fold = np.array([fold[part(call)] for call in held_out for _ in call.turns])
    customer = np.array([turn.speaker != "rep" for call in held_out for turn in call.turns])
    shifts = []
    for column, label in enumerate(LABELS):
        goal = np.array([label in turn.labels for turn, _ in turns])
        judged = np.array([label in turn.known for turn, _ in turns])
        unseen = np.zeros(len(texts))
        for this in range(FOLDS):
            rows, mine = judged & (fold_of != this), held_fold == this
            model = LogisticRegression(C=6.0, solver="liblinear", class_weight={True: 2.0, False: 1.0}, tol=1e-2)
            unseen[mine] = model.fit(x[rows], goal[rows]).decision_function(held_x[mine])
        gold = np.array([label in turn.labels for call in held_out for turn in call.turns])
        mine = customer if label != "next_step" else np.ones_like(customer)
        scale = LogisticRegression(C=10.0).fit(known[mine, column][:, None], gold[mine])
        right = mine & gold
        sunk = np.median(scale.decision_function(unseen[right][:, None])) - np.median(
            scale.decision_function(known[right, column][:, None])
        )
        shifts.append(float(sunk))
        print(f"{label:18} {sunk:+.2f}")
    print(f"mean {np.mean(shifts):+.2f}, spread as wide as the network's {WIDER * np.mean(shifts):+.2f}")


if __name__ == "__main__":
    main()
