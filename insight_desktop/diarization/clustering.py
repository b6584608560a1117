"""Finds the voices among embeddings of short stretches of speech: their number, and what each sounds like; pure.

Average linkage joins what sounds alike into a tree. From its top down a branch is divided into two people where the
smaller side is apart: its stretches are more like each other than like the larger side, by a margin that must be the
wider the fewer they are. A cough, a laugh, two at once are small sides and take nobody's place. A talk has mostly two
sides, so the second voice needs a little less than any further one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Members = NDArray[np.int64]

_CLUSTERED = 1500
"""So many embeddings are clustered; the others go to the nearest voice."""
_MOST_PEOPLE = 8
_LEAST_TOLD, _LEAST = 0.01, 0.015
"""A voice has at least this share of the speech, where the number of people is known and where it is not."""
_FEWEST = 2
_APART, _APART_OF_FEW = 0.28, 1.0
"""The margin that many stretches need, and what is added to it, divided by their number."""
_SECOND = 0.08
"""So much less does the second voice need."""
_DOUBT = 0.05
"""So near to the margin it could be otherwise."""
_THIN = 12
"""Fewer stretches than this leave the number of voices open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The voices that were found."""

    vectors: Floats
    """One unit vector a voice."""
    is_count_sure: bool = True
    """False where their number could well be another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A branch of the tree: what hangs on it, and its two sides, the larger first; a leaf has none."""

    members: Members
    sides: tuple["_Branch", "_Branch"] | None = None


def voices(embeddings: Floats, people: int | None) -> Voices:
    """Return the voices.

    Args:
        embeddings: unit vectors of what is a voice's own, one for each stretch of speech.
        people: how many voices there are; None where nobody knows.
    """
    chosen = embeddings[:: max(1, int(np.ceil(len(embeddings) / _CLUSTERED)))]
    root = _tree(chosen)
    groups, is_sure = _counted(root, chosen) if people is None else (_told(root, chosen, people), True)
    return Voices(vectors=np.stack([_voice(chosen[group.members]) for group in groups]), is_count_sure=is_sure)


def _told(root: _Branch, embeddings: Floats, people: int) -> list[_Branch]:
    """Divide into a known number of people, at the widest gaps."""
    least = max(1.0, _LEAST_TOLD * len(embeddings))
    groups = [root]
    while len(groups) < people:
        splits = [(group, sides) for group in groups if (sides := next(_divisions(group, least), None))]
        if not splits:
            break
        group, sides = min(splits, key=lambda split: _likeness(split[1], embeddings))
        groups = [other for other in groups if other is not group] + list(sides)
    return groups


def _counted(root: _Branch, embeddings: Floats) -> tuple[list[_Branch], bool]:
    """Divide as long as the sides are apart; tells whether that was never a near thing."""
    least = max(_FEWEST, _LEAST * len(embeddings))
    groups, is_sure = [root], len(embeddings) >= _THIN
    while len(groups) < _MOST_PEOPLE:
        eased = _SECOND if len(groups) == 1 else 0.0
        splits = []
        for group in groups:
            for sides in _divisions(group, least):
                margin = _apartness(sides, embeddings) + eased
                is_sure = is_sure and abs(margin) > _DOUBT
                if margin > 0:
                    splits.append((margin, group, sides))
                    break
        if not splits:
            break
        _, group, sides = max(splits, key=lambda split: split[0])
        groups = [other for other in groups if other is not group] + list(sides)
    return groups, is_sure


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


def _divisions(branch: _Branch, least: float) -> Iterator[tuple[_Branch, _Branch]]:
    """Yield the divisions into two sides of enough speech, topmost first; smaller sides above each are let go."""
    while branch.sides is not None:
        if branch.sides[1].members.size >= least:
            yield branch.sides
        branch = branch.sides[0]


def _apartness(sides: tuple[_Branch, _Branch], embeddings: Floats) -> float:
    """Return by how much more the smaller side's stretches are like each other than needed; negative: one person."""
    larger, smaller = (embeddings[side.members] for side in sides)
    count = len(smaller)
    total = smaller.sum(axis=0)
    others = total - smaller
    inside = np.sum(smaller * others, axis=1) / np.maximum(np.linalg.norm(others, axis=1), 1e-9)
    outside = smaller @ _voice(larger)
    return float(inside.mean() - outside.mean()) - _APART - _APART_OF_FEW / count


def _likeness(sides: tuple[_Branch, _Branch], embeddings: Floats) -> float:
    first, second = (_voice(embeddings[side.members]) for side in sides)
    return float(first @ second)


def _voice(embeddings: Floats) -> Floats:
    total = embeddings.sum(axis=0)
    unit: Floats = total / max(float(np.linalg.norm(total)), 1e-9)
    return unit
