"""Finds the voices among embeddings of short stretches of speech: their number, and what each sounds like; pure.

Average linkage joins what sounds alike into a tree. From its top down a branch is divided into two people where both
sides are large enough and far enough apart; a cough, a laugh, two at once are small sides and take nobody's place.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Members = NDArray[np.int64]

_CLUSTERED = 1500
"""So many embeddings are clustered; the others go to the nearest voice."""
_MOST_PEOPLE = 8
_LEAST_TOLD, _LEAST = 0.01, 0.03
"""A voice has at least this share of the speech, where the number of people is known and where it is not."""
_SAME_VOICE, _SAME_RARE_VOICE = 0.8, 0.6
"""Cosine above which two voices are one person's; a rare one must differ more, as chance may have made it."""
_RARE = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A branch of the tree: what hangs on it, and its two sides, the larger first; a leaf has none."""

    members: Members
    sides: tuple["_Branch", "_Branch"] | None = None


def voices(embeddings: Floats, people: int | None) -> Floats:
    """Return one unit vector a voice.

    Args:
        embeddings: unit vectors, one for each stretch of speech.
        people: how many voices there are; None where nobody knows.
    """
    chosen = embeddings[:: max(1, int(np.ceil(len(embeddings) / _CLUSTERED)))]
    least = max(1.0, (_LEAST_TOLD if people else _LEAST) * len(chosen))
    groups = [_tree(chosen)]
    while len(groups) < (people or _MOST_PEOPLE):
        splits = [(group, sides) for group in groups if (sides := _two_sides(group, least))]
        if people is None:
            splits = [(group, sides) for group, sides in splits if _are_two_people(sides, chosen)]
        if not splits:
            break
        group, sides = min(splits, key=lambda split: _likeness(split[1], chosen))
        groups = [other for other in groups if other is not group] + list(sides)
    return np.stack([_voice(chosen[group.members]) for group in groups])


def _tree(embeddings: Floats) -> _Branch:
    """Return the root of the tree."""
    branches = [_Branch(members=np.array([at])) for at in range(len(embeddings))]
    if len(embeddings) > 1:
        from scipy.cluster.hierarchy import linkage

        for first, second, *_ in linkage(embeddings, method="average", metric="cosine"):
            larger, smaller = sorted(
                (branches[int(first)], branches[int(second)]), key=lambda branch: -branch.members.size
            )
            members = np.concatenate([larger.members, smaller.members])
            branches.append(_Branch(members=members, sides=(larger, smaller)))
    return branches[-1]


def _two_sides(branch: _Branch, least: float) -> tuple[_Branch, _Branch] | None:
    """Return the topmost division into two sides of enough speech; smaller sides above it are let go."""
    while branch.sides is not None:
        if branch.sides[1].members.size >= least:
            return branch.sides
        branch = branch.sides[0]
    return None


def _are_two_people(sides: tuple[_Branch, _Branch], embeddings: Floats) -> bool:
    is_rare = sides[1].members.size < _RARE * len(embeddings)
    return _likeness(sides, embeddings) < (_SAME_RARE_VOICE if is_rare else _SAME_VOICE)


def _likeness(sides: tuple[_Branch, _Branch], embeddings: Floats) -> float:
    first, second = (_voice(embeddings[side.members]) for side in sides)
    return float(first @ second)


def _voice(embeddings: Floats) -> Floats:
    total = embeddings.sum(axis=0)
    unit: Floats = total / max(float(np.linalg.norm(total)), 1e-9)
    return unit
