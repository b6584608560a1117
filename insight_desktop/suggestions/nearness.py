"""How near the catalogue's products are to what was said: by meaning, by words, by their descriptions."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from insight_desktop.domain.suggestion import Product
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import centred, language_means

_WORDS_WEIGHT = 0.35
_DESCRIBED_WEIGHT = 0.3
_STEM = 5
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "by",
        "for",
        "from",
        "have",
        "how",
        "in",
        "is",
        "it",
        "more",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "that",
        "the",
        "they",
        "to",
        "what",
        "who",
    ]
)


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
        embedder: gives meanings.

    """

    def __init__(self, products: Sequence[Product], texts: Sequence[str], language: str, embedder: Embedder) -> None:
        """Embed everything at once."""
        self._products, self._texts = products, texts
        self._phrases = [phrase for product in products for phrase in product.solves]
        self._phrases += [product.description or product.name for product in products]
        everything = [*self._phrases, *texts]
        vectors = centred(embedder.encode(everything), [language] * len(everything), language_means())
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


def folded(text: str) -> str:
    """Return a text without differences of width and case."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def overlap(phrase: str, said: str) -> float:
    """Return which share of a phrase's words (ja: pairs of characters) was said, 0 to 1."""
    wanted = _pieces(phrase)
    return len(wanted & _pieces(said)) / len(wanted) if wanted else 0.0


def _pieces(text: str) -> frozenset[str]:
    text = folded(text)
    if _JAPANESE.search(text):
        runs = re.findall(r"[\u30a1-\u30ff\u3400-\u9fffa-z0-9]+", text)
        return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    return frozenset(word[:_STEM] for word in re.findall(r"[a-z]+", text) if word not in _STOP)
