"""The success story that is nearest to an offer: by the words of the problem and by the product."""

from collections.abc import Iterable

from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.words import folded, overlap

NEAR = 0.5
"""Below this nearness no story is shown."""
_PRODUCT, _INDUSTRY = 0.35, 0.1


def nearest(
    stories: Iterable[SuccessStory], *, said: str, product: Product | None, industry: str = ""
) -> SuccessStory | None:
    """Return the story to tell, or None where none comes near.

    Args:
        stories: all that the user keeps.
        said: the problem in the customer's words and in the catalogue's.
        product: what is offered.
        industry: the customer's.
    """
    rated = [(nearness(story, said=said, product=product, industry=industry), story) for story in stories]
    best = max(rated, key=lambda each: (each[0], each[1].id), default=None)
    return best[1] if best is not None and best[0] >= NEAR else None


def nearness(story: SuccessStory, *, said: str, product: Product | None, industry: str = "") -> float:
    """Return how near a story comes, 0 to 1.45: the share of its problem that was said, more for product and trade.

    The product alone is never enough: a story of another problem helps nobody.
    """
    shared = overlap(story.problem, said)
    names = {folded(product.id), folded(product.name)} if product else set()
    is_same_product = folded(story.product) in names
    is_same_trade = bool(industry) and folded(story.industry) == folded(industry)
    return shared + (_PRODUCT * is_same_product + _INDUSTRY * is_same_trade if shared else 0.0)
