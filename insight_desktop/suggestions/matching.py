"""Problems that the customer voiced, and the products that solve them: by meaning, by words, by structure.

An offer needs the customer's own words. What they own, and anything below it, is never offered; what needs a product
that they lack is not offered either.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Insight, InsightKind
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionKind
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import centred, language_means

VOICED = (InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL)
ENOUGH = 0.5
"""From which score on a phrase of the catalogue means what the customer said."""
MOST = 3
"""One proposal and two alternates a meeting: more is pushing."""
_WORDS_WEIGHT = 0.45
_STEP_UP = 0.08
"""What growth adds to the next tier of what they have."""
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
class Match:
    """A phrase of the catalogue and the insight that it fits best."""

    product: Product
    phrase: str
    insight: Insight
    score: float


def propose(
    conversation: Conversation, insights: Sequence[Insight], catalogue: Sequence[Product], embedder: Embedder
) -> tuple[ProposedProduct, ...]:
    """Return what solves the open problems of this meeting, the best match first."""
    voiced = [insight for insight in insights if insight.kind in VOICED and not insight.hypothesis]
    owned = _owned(conversation.customer.current_products, catalogue)
    offered = [product for product in catalogue if product.solves and _may_be_offered(product, owned, catalogue)]
    if not voiced or not offered:
        return ()
    best: dict[ProductId, list[Match]] = {}
    for match in _matches(conversation, voiced, catalogue, owned, embedder):
        if match.product in offered:
            best.setdefault(match.product.id, []).append(match)
    # A higher tier holds what the lower one does, so one offer a family answers both problems.
    families: dict[str, list[Match]] = {}
    for found in best.values():
        families.setdefault(found[0].product.family or found[0].product.id, []).extend(found)
    ranked = sorted(families.values(), key=lambda found: -max(match.score for match in found))
    return tuple(_proposal(found, owned) for found in ranked[:MOST])


def kind_of(product: Product, owned: Sequence[Product]) -> SuggestionKind:
    """Return whether a product is a higher tier of something owned."""
    ids = {each.id for each in owned}
    is_higher = any(each.family == product.family and each.tier < product.tier for each in owned)
    return SuggestionKind.UPSELL if is_higher or ids & set(product.upgrade_from) else SuggestionKind.CROSS_SELL


def _owned(named: Sequence[str], catalogue: Sequence[Product]) -> tuple[Product, ...]:
    wanted = {_folded(name) for name in named}
    return tuple(product for product in catalogue if {_folded(product.id), _folded(product.name)} & wanted)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _may_be_offered(product: Product, owned: Sequence[Product], catalogue: Sequence[Product]) -> bool:
    if any(each.family == product.family and each.tier >= product.tier for each in owned):
        return False
    by_id = {each.id: each for each in catalogue}
    return all(
        any(
            each.id == needed
            or (needed in by_id and each.family == by_id[needed].family and each.tier >= by_id[needed].tier)
            for each in owned
        )
        for needed in product.requires
    )


def _matches(
    conversation: Conversation,
    voiced: Sequence[Insight],
    catalogue: Sequence[Product],
    owned: Sequence[Product],
    embedder: Embedder,
) -> tuple[Match, ...]:
    """Return for each voiced problem the one phrase of the whole catalogue that means it, if any means it enough.

    Phrases of what they own or may not have compete as well: where such a phrase fits best, the problem calls for
    that product and for no other.
    """
    phrases = [(product, phrase) for product in catalogue for phrase in product.solves]
    texts = {turn.index: turn.text for turn in conversation.turns}
    # A problem is often told over several turns, so each turn counts alone and with the words around it.
    said = [
        (number, text)
        for number, insight in enumerate(voiced)
        for text in (
            insight.summary,
            *(texts.get(turn, "") for turn in insight.turns),
            *(" ".join(texts.get(turn + step, "") for step in (-1, 0, 1)) for turn in insight.turns),
        )
        if text.strip()
    ]
    meanings = _similarities([phrase for _, phrase in phrases], [text for _, text in said], conversation, embedder)
    matches = []
    for number, insight in enumerate(voiced):
        rows = [row for row, (owner, _) in enumerate(said) if owner == number]
        whole = " ".join(said[row][1] for row in rows)
        scores = [
            float(meanings[rows, column].max())
            + _WORDS_WEIGHT * overlap(phrase, whole)
            + _STEP_UP * _steps_up(product, insight, owned)
            for column, (product, phrase) in enumerate(phrases)
        ]
        column = int(np.argmax(scores))
        if scores[column] >= ENOUGH:
            product, phrase = phrases[column]
            matches.append(Match(product=product, phrase=phrase, insight=insight, score=scores[column]))
    return tuple(matches)


def _steps_up(product: Product, insight: Insight, owned: Sequence[Product]) -> bool:
    return insight.kind is InsightKind.EXPANSION_SIGNAL and kind_of(product, owned) is SuggestionKind.UPSELL


def _similarities(
    phrases: Sequence[str], said: Sequence[str], conversation: Conversation, embedder: Embedder
) -> NDArray[np.float32]:
    tags = [conversation.language] * (len(phrases) + len(said))
    vectors = centred(embedder.encode([*phrases, *said]), tags, language_means())
    return np.asarray(vectors[len(phrases) :] @ vectors[: len(phrases)].T, dtype=np.float32)


def overlap(phrase: str, said: str) -> float:
    """Return which share of a phrase's words (ja: pairs of characters) was said, 0 to 1."""
    wanted = _pieces(phrase)
    return len(wanted & _pieces(said)) / len(wanted) if wanted else 0.0


def _pieces(text: str) -> frozenset[str]:
    text = _folded(text)
    if _JAPANESE.search(text):
        runs = re.findall(r"[\u30a1-\u30ff\u3400-\u9fffa-z0-9]+", text)
        return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    return frozenset(word[:_STEM] for word in re.findall(r"[a-z]+", text) if word not in _STOP)


def _proposal(matches: Sequence[Match], owned: Sequence[Product]) -> ProposedProduct:
    best = max(matches, key=lambda match: match.score)
    product = max((match.product for match in matches), key=lambda product: product.tier)
    return ProposedProduct(
        product=product.id,
        kind=kind_of(product, owned),
        because=tuple(sorted({turn for match in matches for turn in match.insight.turns})),
        confidence=round(min(0.99, max(0.05, best.score)), 3),
        solves=best.phrase,
    )
