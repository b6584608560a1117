"""The success story that is nearest to an offer: by the problem's words and meaning, by the product, by the trade."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import Product
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import centred
from insight_desktop.nlp.problems_model import problem_means
from insight_desktop.suggestions.words import folded, language_of, overlap

NEAR = 0.5
"""Below this nearness no story is shown."""
_PRODUCT, _TRADE = 0.35, 0.1
_APART, _ALIKE = 0.2, 0.6
"""Cosines of problems that have nothing in common, and of such that are the same: `benchmarks/stories.py`."""


class Likeness(StrEnum):
    """What a story has in common with an offer."""

    PROBLEM = "problem"
    PRODUCT = "product"
    TRADE = "trade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What stories are compared with."""

    said: tuple[str, ...]
    """The problem, in the catalogue's words and in the customer's."""
    product: Product | None = None
    trades: tuple[str, ...] = ()
    """The customer's industry and segment, as far as they are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearStory:
    """A story to tell, and why this one."""

    story: SuccessStory
    nearness: float
    likeness: tuple[Likeness, ...] = (Likeness.PROBLEM,)


def nearest(
    stories: Sequence[SuccessStory], offered: Offered, meanings: Sequence[float] | None = None
) -> NearStory | None:
    """Return the story to tell, or None where none comes near.

    Args:
        stories: all that the user keeps.
        offered: the offer.
        meanings: how near each story's problem comes by meaning, 0 to 1; None where no encoder was asked.
    """
    meant = meanings if meanings is not None else [0.0] * len(stories)
    rated = [_rated(story, offered, meaning) for story, meaning in zip(stories, meant, strict=True)]
    best = max(rated, key=lambda each: (each.nearness, each.story.id), default=None)
    return best if best is not None and best.nearness >= NEAR else None


def problem_meanings(stories: Sequence[SuccessStory], offered: Offered, embedder: Embedder) -> tuple[float, ...]:
    """Return for each story how near its problem comes to what was said, 0 to 1, in either language.

    Args:
        stories: those to rate.
        offered: the offer.
        embedder: gives the meanings of problems (`nlp.embedder.ProblemEmbedder`).
    """
    told = [story.problem for story in stories]
    said = [text for text in offered.said if text.strip()]
    if not said or not any(told):
        return (0.0,) * len(stories)
    texts = [*told, *said]
    rows = centred(embedder.encode(texts), [language_of(text) for text in texts], problem_means())
    near = (rows[: len(told)] @ rows[len(told) :].T).max(axis=1)
    return tuple(
        min(1.0, max(0.0, (float(cosine) - _APART) / (_ALIKE - _APART))) if problem.strip() else 0.0
        for problem, cosine in zip(told, near, strict=True)
    )


def _rated(story: SuccessStory, offered: Offered, meaning: float) -> NearStory:
    """Return how near a story comes: its problem by words or meaning, more for the product and for the trade.

    Product and trade alone are never enough: a story of another problem helps nobody.
    """
    problem = max(overlap(story.problem, " ".join(offered.said)), meaning)
    product = offered.product
    likeness = [Likeness.PROBLEM]
    if product is not None and folded(story.product) in {folded(product.id), folded(product.name)}:
        likeness.append(Likeness.PRODUCT)
    if story.industry and folded(story.industry) in {folded(trade) for trade in offered.trades}:
        likeness.append(Likeness.TRADE)
    more = _PRODUCT * (Likeness.PRODUCT in likeness) + _TRADE * (Likeness.TRADE in likeness)
    return NearStory(story=story, nearness=problem + more if problem else 0.0, likeness=tuple(likeness))
