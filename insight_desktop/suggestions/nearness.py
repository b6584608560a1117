"""How near the catalogue's products are to what was said: by meaning, by words, by their descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from insight_desktop.domain.suggestion import Product
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import centred
from insight_desktop.nlp.problems_model import problem_means
from insight_desktop.suggestions.words import overlap

_WORDS_WEIGHT = 0.35
_DESCRIBED_WEIGHT = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How near one product is, and which of its phrases is nearest."""

    score: float
    phrase: str


class Nearness:
    """The meanings of some texts against those of all products.

    Args:
        products: each with at least one phrase that it solves.
        texts: what was said.
        language: of both.
        embedder: gives the meanings of problems (`nlp.embedder.ProblemEmbedder`).

    """

    def __init__(self, products: Sequence[Product], texts: Sequence[str], language: str, embedder: Embedder) -> None:
        """Embed everything at once."""
        self._products, self._texts = products, texts
        self._phrases = [phrase for product in products for phrase in product.solves]
        self._phrases += [product.description or product.name for product in products]
        everything = [*self._phrases, *texts]
        vectors = centred(embedder.encode(everything), [language] * len(everything), problem_means())
        count = len(self._phrases)
        meanings = vectors[count:] @ vectors[:count].T
        # How far a text is from the whole catalogue says how plainly it was put, not what it calls for.
        self._meanings = np.asarray(meanings - meanings.mean(axis=1, keepdims=True), dtype=np.float32)

    def of(self, rows: Sequence[int]) -> tuple[Near, ...]:
        """Return for each product how near the texts of these rows come."""
        whole = " ".join(self._texts[row] for row in rows)
        best = self._meanings[list(rows)].max(axis=0)
        near = [float(best[at]) + _WORDS_WEIGHT * overlap(text, whole) for at, text in enumerate(self._phrases)]
        found, at = [], 0
        described = near[len(near) - len(self._products) :]
        for product, description in zip(self._products, described, strict=True):
            closeness, phrase = max(zip(near[at : at + len(product.solves)], product.solves, strict=True))
            at += len(product.solves)
            found.append(Near(score=max(closeness, description) + _DESCRIBED_WEIGHT * description, phrase=phrase))
        return tuple(found)
