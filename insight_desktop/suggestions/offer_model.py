"""How surely a meeting calls for a product, by all that speaks for it and against it (`offer_evidence.py`).

A logistic regression, fitted by `python -m training.offers` to what careful managers would offer after calls of the
training data. Each figure whose sense is clear only ever counts one way: a denial more never makes an offer surer, a
nearer problem never makes it less sure.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from insight_desktop.nlp.problems_model import OFFERS_FILE, problems_folder
from insight_desktop.suggestions.offer_evidence import Evidence


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
