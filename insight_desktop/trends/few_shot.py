"""What a handful of sentences stands for, heard in four voices, so that everything ever said can be ranked by it.

Meaning alone (`concepts`) tells subjects apart and is nearly deaf to attitude: «it is expensive» and «it is cheap» lie
close together. The label network was trained on attitude. So four voices are added up, each measured by how far it
lies from what is usual: meaning, the network's states, its label scores, and rare words (tf-idf over word pieces). In
each the examples' mean is the direction (Rocchio 1971); what is rejected pushes away; the best hits of a first look
pull a little (pseudo-relevance feedback, Lavrenko and Croft 2001). Weights were chosen on a third of the benchmark's
concepts (`benchmarks/trackers.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WEIGHTS = np.array([1.0, 2.0, 1.0, 0.7], np.float32)
"""Of meaning, states, scores and words."""
FEEDBACK = 10
"""Best hits that pull the directions after the first look."""
_PULL, _REJECTED = 0.3, 0.7
_VOCABULARY = 1 << 16
_TINY = 1e-9
_USUAL_ENOUGH = 0.98


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """Word pieces of utterances, each once an utterance."""

    counts: NDArray[np.int64]
    """How many each utterance has."""
    ids: NDArray[np.int64]
    """Of all utterances, one after the other."""

    @property
    def rows(self) -> NDArray[np.int64]:
        """The utterance of each piece."""
        return np.repeat(np.arange(len(self.counts)), self.counts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heard:
    """Utterances as the four voices take them, one row each."""

    meanings: Floats
    states: Floats
    scores: Floats
    pieces: Pieces

    def __len__(self) -> int:
        """Return how many utterances there are."""
        return len(self.meanings)

    def at(self, places: NDArray[np.integer]) -> "Heard":
        """Return some of them."""
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.pieces.counts)])
        ids = [self.pieces.ids[starts[place] : starts[place + 1]] for place in places]
        return Heard(
            meanings=self.meanings[places],
            states=self.states[places],
            scores=self.scores[places],
            pieces=Pieces(
                counts=self.pieces.counts[places], ids=np.concatenate([*ids, np.zeros(0, np.int64)]).astype(np.int64)
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Usual:
    """What talk is usually like in each voice.

    Sentences on their own look different to the network from turns amid a conversation, so they have a middle apart.
    """

    background: Heard
    middles: tuple[Floats, Floats, Floats]
    alone: tuple[Floats, Floats, Floats]
    """Middles of sentences that stand alone."""
    spreads: tuple[Floats, Floats, Floats]
    rarity: Floats
    """For each word piece the logarithm of how rarely it is said."""

    @classmethod
    def of(cls, background: Heard, alone: Heard) -> "Usual":
        """Learn from a sample of the history, and from some of the same read one by one."""
        dense = (background.meanings, background.states, background.scores)
        said = np.bincount(background.pieces.ids, minlength=_VOCABULARY)
        return cls(
            background=background,
            middles=(dense[0].mean(axis=0), dense[1].mean(axis=0), dense[2].mean(axis=0)),
            alone=(dense[0].mean(axis=0), alone.states.mean(axis=0), alone.scores.mean(axis=0)),
            spreads=(np.ones(dense[0].shape[1], np.float32), _spread(dense[1]), _spread(dense[2])),
            rarity=np.log(len(background) / np.maximum(said, 1.0)).astype(np.float32),
        )

    def turns(self, heard: Heard) -> tuple[Floats, ...]:
        """Return the directions of turns amid a conversation, length one, in the three voices that are vectors."""
        return self._directions(heard, self.middles)

    def sentences(self, heard: Heard) -> tuple[Floats, ...]:
        """Return the directions of sentences that stand alone."""
        return self._directions(heard, self.alone)

    def words(self, heard: Heard) -> tuple[NDArray[np.int64], Floats]:
        """Return for each piece its utterance and its weight there; an utterance's weights have length one."""
        rows, weights = heard.pieces.rows, self.rarity[heard.pieces.ids]
        lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(heard)))
        return rows, np.asarray(weights / np.maximum(lengths[rows], _TINY), np.float32)

    def _directions(self, heard: Heard, middles: Sequence[Floats]) -> tuple[Floats, ...]:
        dense = (heard.meanings, heard.states, heard.scores)
        return tuple(
            _unit((each - middle) / spread) for each, middle, spread in zip(dense, middles, self.spreads, strict=True)
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FewShot:
    """A direction in each voice, and how the usual scores lie along it."""

    usual: Usual
    directions: tuple[Floats, ...]
    """Of meaning, states, scores; and a weight for each word piece."""
    centre: Floats
    spread: Floats

    def scores(self, heard: Heard) -> Floats:
        """Return how well turns fit: the sum of the voices' distances from what is usual."""
        return np.asarray((_along(self.usual, self.directions, heard) - self.centre) / self.spread @ WEIGHTS)

    def pulled(self, best: Heard) -> "FewShot":
        """Return the same after a look at its best hits."""
        near = self.usual.turns(best)
        directions = [
            _unit(mine + _PULL * _unit(theirs.mean(axis=0)))
            for mine, theirs in zip(self.directions, near, strict=False)
        ]
        words = _unit(self.directions[-1] + _PULL * _unit(_words(self.usual, best)))
        return _measured(self.usual, (*directions, words))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """Sentences that a tracker learns from, all standing alone."""

    wanted: Heard
    """Examples, and hits that were called right."""
    rejected: Heard | None = None


def together(parts: Sequence[Heard]) -> Heard:
    """Return utterances of several places as one; at least one part."""
    return Heard(
        meanings=np.concatenate([each.meanings for each in parts]),
        states=np.concatenate([each.states for each in parts]),
        scores=np.concatenate([each.scores for each in parts]),
        pieces=Pieces(
            counts=np.concatenate([each.pieces.counts for each in parts]),
            ids=np.concatenate([each.pieces.ids for each in parts]),
        ),
    )


def learn(judged: Judged, usual: Usual) -> FewShot:
    """Return what the sentences stand for, before a look at the history."""
    dense = usual.sentences(judged.wanted)
    directions = [each.mean(axis=0) for each in dense]
    words = _words(usual, judged.wanted)
    if judged.rejected is not None and len(judged.rejected):
        away = usual.sentences(judged.rejected)
        directions = [mine - _REJECTED * theirs.mean(axis=0) for mine, theirs in zip(directions, away, strict=True)]
        words = words - _REJECTED * _words(usual, judged.rejected)
    return _measured(usual, (*(_unit(each) for each in directions), _unit(words)))


def threshold(judged: Judged, usual: Usual, concept: FewShot) -> float:
    """Return a border between what each example scores by the others, and nearly all of what is usual."""
    high = float(np.quantile(concept.scores(usual.background), _USUAL_ENOUGH))
    count = len(judged.wanted)
    scores = []
    for place in range(count if count > 1 else 0):
        others = np.flatnonzero(np.arange(count) != place)
        less = learn(replace(judged, wanted=judged.wanted.at(others)), usual)
        scores.append(float(less.scores(_as_turns(judged.wanted.at(np.array([place])), usual))[0]))
    if judged.rejected is not None and len(judged.rejected):
        high = max(high, float(concept.scores(_as_turns(judged.rejected, usual)).max()))
    low = max(float(np.mean(scores)) if scores else 2 * high, high)
    return (low + high) / 2


def _as_turns(heard: Heard, usual: Usual) -> Heard:
    """Return sentences that stand alone, moved to where turns amid a conversation lie."""
    return replace(
        heard,
        states=heard.states - usual.alone[1] + usual.middles[1],
        scores=heard.scores - usual.alone[2] + usual.middles[2],
    )


def _measured(usual: Usual, directions: tuple[Floats, ...]) -> FewShot:
    along = _along(usual, directions, usual.background)
    return FewShot(
        usual=usual,
        directions=directions,
        centre=along.mean(axis=0),
        spread=np.maximum(along.std(axis=0), np.float32(1e-3)),
    )


def _along(usual: Usual, directions: tuple[Floats, ...], heard: Heard) -> Floats:
    """Return the cosines of turns with the directions, a column a voice."""
    rows, weights = usual.words(heard)
    columns = [each @ direction for each, direction in zip(usual.turns(heard), directions, strict=False)]
    shared = np.bincount(rows, weights * directions[-1][heard.pieces.ids], minlength=len(heard))
    columns.append(np.asarray(shared, np.float32))
    return np.stack(columns, axis=1).astype(np.float32)


def _words(usual: Usual, heard: Heard) -> Floats:
    """Return the mean of utterances as weights of word pieces."""
    _, weights = usual.words(heard)
    total = np.bincount(heard.pieces.ids, weights, minlength=_VOCABULARY)
    return np.asarray(total / max(1, len(heard)), np.float32)


def _spread(rows: Floats) -> Floats:
    return np.asarray(np.maximum(rows.std(axis=0), 0.05), np.float32)


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.float32(_TINY)), np.float32)
