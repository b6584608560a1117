"""Error rates of text and speakers; small, so that each figure can be checked by reading."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

Turn = tuple[float, float, str]
STEP_S = 0.01


def units(text: str, language: str) -> list[str]:
    """Return what is counted: characters without punctuation in Japanese, words in English."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if language == "en":
        return re.findall(r"[a-z0-9']+", folded)
    return [letter for letter in folded if letter.isalnum()]


def distance(hypothesis: Sequence[str], reference: Sequence[str]) -> int:
    """Return the edit distance."""
    row = list(range(len(reference) + 1))
    for at, left in enumerate(hypothesis, start=1):
        previous, row[0] = row[0], at
        for place, right in enumerate(reference, start=1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (left != right))
    return row[-1]


def read_rttm(path: Path) -> list[Turn]:
    """Return the turns of an RTTM file."""
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("SPEAKER")]
    return [(float(row[3]), float(row[3]) + float(row[4]), row[7]) for row in rows]


def diarization_error(hypothesis: Sequence[Turn], reference: Sequence[Turn], *, collar_s: float = 0.25) -> float:
    """Return missed, false and confused speaker time over the reference's, the collar around its borders left out."""
    end = max((turn[1] for turn in [*hypothesis, *reference]), default=0.0)
    count = int(end / STEP_S) + 1
    counted = [True] * count
    for start, stop, _ in reference:
        for border in (start, stop):
            for at in range(max(0, int((border - collar_s) / STEP_S)), min(count, int((border + collar_s) / STEP_S))):
                counted[at] = False
    truth, guess = _grid(reference, count), _grid(hypothesis, count)
    names = sorted({turn[2] for turn in hypothesis})
    targets = sorted({turn[2] for turn in reference})
    total = sum(len(truth[at]) for at in range(count) if counted[at])
    frames = Counter((truth[at], guess[at]) for at in range(count) if counted[at] and (truth[at] or guess[at]))
    shared = np.array(
        [
            [
                sum(times for (real, found), times in frames.items() if target in real and name in found)
                for target in targets
            ]
            for name in names
        ]
    ).reshape(len(names), len(targets))
    # Each voice stands for the person with whom all of them together share most.
    right = int(shared[linear_sum_assignment(shared, maximize=True)].sum())
    wrong = sum(times * max(len(real), len(found)) for (real, found), times in frames.items()) - right
    return wrong / total if total else float(bool(wrong))


def _grid(turns: Sequence[Turn], count: int) -> list[frozenset[str]]:
    grid: list[frozenset[str]] = [frozenset()] * count
    for start, stop, name in turns:
        for at in range(int(start / STEP_S), min(count, int(stop / STEP_S))):
            grid[at] |= {name}
    return grid
