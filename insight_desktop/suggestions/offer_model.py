"""How surely a meeting calls for a product in which products are spoken of: by what was voiced, and by who named what.

A logistic regression over eight figures, fitted by `python -m training.offers` to what careful managers would offer
after calls of the training data. Where nobody speaks of a product, `matching.py` judges by meaning alone.
"""

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from insight_desktop.nlp.problems_model import OFFERS_FILE, problems_folder
from insight_desktop.suggestions.mentions import Mention

_OFTEN = 3
"""From so many problems on one more says nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for one product."""

    best: float
    """How near the nearest problem comes, see `nearness.py`."""
    votes: float
    """Problems that come nearer to it than to any other product, at most 3."""
    higher: float
    """1 for a higher tier of what they have."""
    whole: float
    """1 where its whole name is said; this and the following as in `mentions.Mention`."""
    by_rep: float
    share_by_rep: float
    welcomed: float
    waved_off: float


FIGURES = tuple(Evidence.__dataclass_fields__)


def evidence_of(scores: NDArray[np.float64], higher: Sequence[bool], spoken: Sequence[Mention]) -> tuple[Evidence, ...]:
    """Return what speaks for each product.

    Args:
        scores: problems × products, how near each problem comes.
        higher: for each product whether it is a higher tier of what they have.
        spoken: for each product how it is spoken of.

    """
    votes, best = np.bincount(scores.argmax(axis=1), minlength=scores.shape[1]), scores.max(axis=0)
    return tuple(
        Evidence(
            best=float(best[place]),
            votes=float(min(_OFTEN, votes[place])),
            higher=float(higher[place]),
            whole=float(mention.whole),
            by_rep=float(mention.by_rep),
            share_by_rep=mention.share_by_rep,
            welcomed=float(mention.welcomed),
            waved_off=float(mention.waved_off),
        )
        for place, mention in enumerate(spoken)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferModel:
    """The fitted weights of the figures, and from which confidence on a product is offered."""

    weights: Mapping[str, float]
    offset: float
    enough: float

    def confidence(self, found: Evidence) -> float:
        """Return how likely a careful manager would offer the product, 0 to 1."""
        logit = self.offset + sum(weight * getattr(found, name) for name, weight in self.weights.items())
        return float(0.5 * (1 + np.tanh(0.5 * logit)))

    @classmethod
    def from_text(cls, text: str) -> "OfferModel":
        """Read the file's content."""
        return cls(**json.loads(text))

    @classmethod
    def load(cls, path: Path) -> "OfferModel":
        """Read the file."""
        return cls.from_text(path.read_text(encoding="utf-8"))


@functools.cache
def shipped_model() -> OfferModel:
    """Return the weights that lie beside the layers for problems."""
    return OfferModel.load(problems_folder() / OFFERS_FILE)
