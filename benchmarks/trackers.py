"""Average precision of trackers of five sentences, on held-out annotated calls, beside keyword search.

    python benchmarks/trackers.py [--draws 10]

For each label that customers' turns carry: five sentences are drawn from the calls of the training split, both
languages mixed; all customers' turns of the held-out calls are ranked by the tracker. Beside it: words of the
five sentences (runs of letters that are rare in talk) counted in each turn, as a search for keywords would.
"""
# ruff: noqa: S311 - no secrets are drawn here

import argparse
import math
import random
from collections import Counter

import numpy as np
from numpy.typing import NDArray
from talk import Talk, talk

from insight_desktop.trends.concepts import learn
from training.calls import LABELS

EXAMPLES = 5
BACKGROUND = 4000
FEWEST = 20
_GRAM = 2


def average_precision(scores: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    """Return the mean of the precision at each right one, the best score first."""
    order = np.argsort(-scores, kind="stable")
    hits = truth[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())


def words(text: str) -> list[str]:
    """Return words of Latin letters, and pairs of other letters."""
    found: list[str] = []
    for part in text.casefold().replace("。", " ").replace("、", " ").split():
        if part.isascii():
            found.append(part.strip(".,!?"))
        else:
            found += [part[n : n + _GRAM] for n in range(len(part) - 1)]
    return found


class Keywords:
    """Ranks turns by the rare words of the examples that they hold."""

    def __init__(self, texts: list[str]) -> None:
        """Count in how many turns each word stands."""
        self._turns = [Counter(words(text)) for text in texts]
        self._found = Counter(word for turn in self._turns for word in turn)

    def scores(self, examples: list[str]) -> NDArray[np.float64]:
        """Return the sum of the words' weights for each turn."""
        wanted = {word for example in examples for word in words(example)}
        weight = {word: math.log(len(self._turns) / (1 + self._found[word])) for word in wanted}
        return np.array([sum(weight[word] for word in turn if word in wanted) for turn in self._turns], np.float64)


def main() -> None:
    """Print a line for each label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=10)
    options = parser.parse_args()
    everything = talk()
    known, held = rows_of(everything)
    chance = random.Random(7)
    background = everything.vectors[chance.sample(known, min(BACKGROUND, len(known)))]
    texts = [everything.turns[row][1].text for row in held]
    keywords = Keywords(texts)
    means = []
    for label in LABELS:
        pool = [row for row in known if label in everything.turns[row][1].labels]
        truth = np.array([label in everything.turns[row][1].labels for row in held])
        if truth.sum() < FEWEST:
            continue
        ours, theirs = [], []
        for _ in range(options.draws):
            drawn = chance.sample(pool, EXAMPLES)
            concept = learn(everything.vectors[drawn], background)
            ours.append(average_precision(everything.vectors[held] @ concept.direction.astype(np.float64), truth))
            theirs.append(average_precision(keywords.scores([everything.turns[row][1].text for row in drawn]), truth))
        means.append((np.mean(ours), np.mean(theirs)))
        print(
            f"{label:18} {truth.sum():4} of {len(held)}  tracker {np.mean(ours):.3f}  keywords {np.mean(theirs):.3f}  "
            f"chance {truth.mean():.3f}"
        )
    ours_all, theirs_all = np.mean(means, axis=0)
    print(f"{'mean':18} tracker {ours_all:.3f}  keywords {theirs_all:.3f}")


def rows_of(everything: Talk) -> tuple[list[int], list[int]]:
    """Return the rows of the training calls' turns and of those held out."""
    known, held = [], []
    for row, (number, _) in enumerate(everything.turns):
        (held if everything.is_held_out[number] else known).append(row)
    return known, held


if __name__ == "__main__":
    main()
