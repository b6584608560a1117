"""How near each problem that was voiced comes to each product of a catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import Insight, InsightKind
from insight_desktop.domain.suggestion import Product, SuggestionKind
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.denials import denied
from insight_desktop.suggestions.nearness import Nearness
from insight_desktop.suggestions.tiers import kind_of

VOICED = (InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL)
_STEP_UP = 0.25
"""What growth adds to the next tier of what they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A phrase of the catalogue and the insight that it fits best."""

    product: Product
    phrase: str
    insight: Insight
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemTable:
    """How near each voiced problem comes to each product that solves something.

    What they own or may not have competes as well: where such a product fits best, the problem calls for that one and
    for no other.
    """

    problems: tuple[Insight, ...]
    products: tuple[Product, ...]
    near: NDArray[np.float64]
    """problems × products"""
    scores: NDArray[np.float64]
    """The same, with what growth adds to a higher tier."""
    phrases: tuple[tuple[str, ...], ...]
    """problems × products: the phrase of the product that comes nearest"""
    waved_off: NDArray[np.float64]
    """For each product how near a denial of the customer comes that comes nearer to no other; 0 where there is none."""

    def match(self, problem: int, place: int, product: Product) -> Match:
        """Return one cell as what calls for a product: for that of its column, or for a higher tier of it."""
        return Match(
            product=product,
            phrase=self.phrases[problem][place],
            insight=self.problems[problem],
            score=float(self.scores[problem, place]),
        )


def table_of(
    conversation: Conversation,
    analysis: Analysis,
    catalogue: Sequence[Product],
    owned: Sequence[Product],
    embedder: Embedder,
) -> ProblemTable | None:
    """Return the table of a meeting; None where nothing was voiced, or where no product solves anything."""
    voiced = tuple(insight for insight in analysis.insights if insight.kind in VOICED and not insight.hypothesis)
    products = tuple(product for product in catalogue if product.solves)
    if not voiced or not products:
        return None
    denials = denied(conversation, analysis)
    said = _said(conversation, voiced)
    said += [(len(voiced) + number, text) for number, text in enumerate(denials)]
    nearness = Nearness(products, [text for _, text in said], conversation.language, embedder)
    rows = [
        nearness.of([row for row, (owner, _) in enumerate(said) if owner == number])
        for number in range(len(voiced) + len(denials))
    ]
    near = np.array([[each.score for each in row] for row in rows], dtype=np.float64)
    waved_off = np.zeros(len(products))
    for row in near[len(voiced) :]:
        place = int(row.argmax())
        waved_off[place] = max(waved_off[place], row[place])
    near = near[: len(voiced)]
    higher = np.array([kind_of(product, owned) is SuggestionKind.UPSELL for product in products])
    growth = np.array([insight.kind is InsightKind.EXPANSION_SIGNAL for insight in voiced])
    return ProblemTable(
        problems=voiced,
        products=products,
        near=near,
        scores=near + _STEP_UP * np.outer(growth, higher),
        phrases=tuple(tuple(each.phrase for each in row) for row in rows[: len(voiced)]),
        waved_off=waved_off,
    )


def _said(conversation: Conversation, voiced: Sequence[Insight]) -> list[tuple[int, str]]:
    """Return the texts of each problem: it is often told over several turns, so each counts alone and in its place."""
    texts = {turn.index: turn.text for turn in conversation.turns}
    return [
        (number, text)
        for number, insight in enumerate(voiced)
        for text in dict.fromkeys(
            (
                insight.summary,
                *(texts.get(turn, "") for turn in insight.turns),
                *(" ".join(texts.get(turn + step, "") for step in (-1, 0, 1)) for turn in insight.turns),
            )
        )
        if text.strip()
    ]
