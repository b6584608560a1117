"""Problems that the customer voiced, and the products that solve them: by meaning, by words, by structure.

An offer needs the customer's own words. What they own, and anything below it, is never offered; what needs a product
that they lack is not offered either.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Insight, InsightKind
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionKind
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.ceilings import is_too_small
from insight_desktop.suggestions.denials import denied
from insight_desktop.suggestions.nearness import Nearness
from insight_desktop.suggestions.words import folded

VOICED = (InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL)
ENOUGH = 0.48
"""From which score on the problems together call for a product; `benchmarks/matching.py` measures it."""
FAINT = 0.3
"""What a single problem must mean of a product to count at all, before growth adds to it."""
WAVED_OFF = 1.0
"""A product is left alone where a denial comes nearer to it, times this, than the problems do."""
PLAIN = 0.76
"""What one problem alone must mean of a product to be offered beside one that answers several problems."""
_BESIDES = 0.5
"""What each further problem adds that calls for the same product."""
MOST = 3
"""One proposal and two alternates a meeting: more is pushing."""
_STEP_UP = 0.25
"""What growth adds to the next tier of what they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A phrase of the catalogue and the insight that it fits best."""

    product: Product
    phrase: str
    insight: Insight
    score: float


def propose(
    conversation: Conversation, analysis: Analysis, catalogue: Sequence[Product], embedder: Embedder
) -> tuple[ProposedProduct, ...]:
    """Return what solves the open problems of this meeting, the best match first."""
    voiced = [insight for insight in analysis.insights if insight.kind in VOICED and not insight.hypothesis]
    owned = _owned(conversation.customer.current_products, catalogue)
    if not voiced or not any(product.solves for product in catalogue):
        return ()
    waved_off = denied(conversation, analysis)
    matches, turned_down = _matches(conversation, voiced, waved_off, catalogue, owned, embedder)
    said = [turn.text for turn in conversation.turns if turn.role is not Role.REP]
    called: dict[ProductId, list[Match]] = {}
    for match in matches:
        product = large_enough(match.product, owned, catalogue, said, conversation.language)
        if product is not None:
            called.setdefault(product.id, []).append(replace(match, product=product))
    sure = {
        product: found
        for product, found in called.items()
        if _together(found) >= max(ENOUGH, WAVED_OFF * turned_down.get(product, 0.0))
    }
    # What a product needs may be proposed in the same breath.
    wanted = [*owned, *(found[0].product for found in sure.values())]
    families: dict[str, list[Match]] = {}
    for found in sure.values():
        if may_be_offered(found[0].product, owned, wanted, catalogue):
            # A higher tier holds what the lower one does, so one offer a family answers both problems.
            families.setdefault(found[0].product.family or found[0].product.id, []).extend(found)
    ranked = sorted(families.values(), key=lambda found: -_together(found))
    return tuple(_proposal(found, owned) for found in side_by_side(ranked, owned, catalogue)[:MOST])


def side_by_side(
    ranked: Sequence[Sequence[Match]], owned: Sequence[Product], catalogue: Sequence[Product]
) -> list[Sequence[Match]]:
    """Return what may be offered in one breath: a lone problem gives way to an offer that answers several.

    It stays where it calls for its product plainly, and where one of the two products needs the other: then they are
    one offer. What they own already meets a need, so that an add-on to it stands alone.
    """
    several = [found for found in ranked if len(found) > 1]
    if not several:
        return list(ranked)
    by_id = {product.id: product.family for product in catalogue}
    leading = [match.product for found in several for match in found]
    families = {product.family for product in leading} - {product.family for product in owned}
    needed = {by_id.get(needs) for product in leading for needs in product.requires}
    return [
        found
        for found in ranked
        if len(found) > 1
        or found[0].score >= PLAIN
        or found[0].product.family in needed
        or families & {by_id.get(needs) for needs in found[0].product.requires}
    ]


def _together(matches: Sequence[Match]) -> float:
    """Return how surely a product is called for: the best match, and a part of each other one."""
    best, *others = sorted((match.score for match in matches), reverse=True)
    return best + _BESIDES * sum(others)


def kind_of(product: Product, owned: Sequence[Product]) -> SuggestionKind:
    """Return whether a product is a higher tier of something owned."""
    ids = {each.id for each in owned}
    is_higher = any(each.family == product.family and each.tier < product.tier for each in owned)
    return SuggestionKind.UPSELL if is_higher or ids & set(product.upgrade_from) else SuggestionKind.CROSS_SELL


def _owned(named: Sequence[str], catalogue: Sequence[Product]) -> tuple[Product, ...]:
    wanted = {folded(name) for name in named}
    return tuple(product for product in catalogue if {folded(product.id), folded(product.name)} & wanted)


def may_be_offered(
    product: Product, owned: Sequence[Product], wanted: Sequence[Product], catalogue: Sequence[Product]
) -> bool:
    """Return whether they own nothing as high in its family, and own or are offered what it needs."""
    if _owns(product, owned):
        return False
    by_id = {each.id: each for each in catalogue}
    return all(
        any(
            each.id == needed
            or (needed in by_id and each.family == by_id[needed].family and each.tier >= by_id[needed].tier)
            for each in wanted
        )
        for needed in product.requires
    )


def large_enough(
    product: Product, owned: Sequence[Product], catalogue: Sequence[Product], said: Sequence[str], language: str
) -> Product | None:
    """Return the product, or the next tier where they own it already or outgrow its ceiling; None: there is none."""
    tiers = sorted((each for each in catalogue if each.family == product.family), key=lambda each: each.tier)
    for tier in tiers:
        if tier.tier < product.tier or _owns(tier, owned) or is_too_small(tier, said, language):
            continue
        return tier
    return None


def _owns(product: Product, owned: Sequence[Product]) -> bool:
    return any(each.family == product.family and each.tier >= product.tier for each in owned)


def _matches(
    conversation: Conversation,
    voiced: Sequence[Insight],
    waved_off: Sequence[str],
    catalogue: Sequence[Product],
    owned: Sequence[Product],
    embedder: Embedder,
) -> tuple[tuple[Match, ...], dict[ProductId, float]]:
    """Return for each voiced problem the product that it calls for most, and the products that were waved off.

    What they own or may not have competes as well: where such a product fits best, the problem calls for that one
    and for no other.
    """
    products = [product for product in catalogue if product.solves]
    said = _said(conversation, voiced)
    said += [(len(voiced) + number, text) for number, text in enumerate(waved_off)]
    nearness = Nearness(products, [text for _, text in said], conversation.language, embedder)
    matches = []
    for number, insight in enumerate(voiced):
        near = nearness.of([row for row, (owner, _) in enumerate(said) if owner == number])
        scores = [
            found.score + _STEP_UP * _steps_up(product, insight, owned)
            for product, found in zip(products, near, strict=True)
        ]
        place = max(range(len(products)), key=lambda at: scores[at])
        if near[place].score >= FAINT:
            match = Match(product=products[place], phrase=near[place].phrase, insight=insight, score=scores[place])
            matches.append(match)
    turned_down: dict[ProductId, float] = {}
    for number in range(len(waved_off)):
        near = nearness.of([row for row, (owner, _) in enumerate(said) if owner == len(voiced) + number])
        place = max(range(len(products)), key=lambda at: near[at].score)
        known = turned_down.get(products[place].id, 0.0)
        turned_down[products[place].id] = max(known, near[place].score)
    return tuple(matches), turned_down


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


def _steps_up(product: Product, insight: Insight, owned: Sequence[Product]) -> bool:
    return insight.kind is InsightKind.EXPANSION_SIGNAL and kind_of(product, owned) is SuggestionKind.UPSELL


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
