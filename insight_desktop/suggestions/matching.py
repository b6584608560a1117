"""Problems that the customer voiced, and the products that solve them: by meaning, by words, by structure.

An offer needs the customer's own words. What they own, and anything below it, is never offered; what needs a product
that they lack is not offered either. Where the rep speaks of products, a fitted model weighs who named which and how
the customer took it beside the meaning (`offer_model.py`); else the meaning decides, and the model may only object.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.suggestion import Product, ProposedProduct
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.mentions import Mention, mentions
from insight_desktop.suggestions.offer_evidence import Evidence, evidence_of, won_by
from insight_desktop.suggestions.offer_model import OfferModel, shipped_model
from insight_desktop.suggestions.problem_table import Match, ProblemTable, table_of
from insight_desktop.suggestions.tiers import kind_of, large_enough, line_of, may_be_offered, owned_of

ENOUGH = 0.48
"""From which score on the problems together call for a product; `benchmarks/matching.py` measures it."""
FAINT = 0.3
"""What a single problem must mean of a product to count at all, before growth adds to it."""
WAVED_OFF = 1.0
"""A product is left alone where a denial comes nearer to it, times this, than the problems do."""
PLAIN = 0.76
"""What one problem alone must mean of a product to be offered beside one that answers several problems."""
UNLIKELY = 0.15
"""Below this confidence of the model the meaning alone is not believed."""
_BESIDES = 0.5
"""What each further problem adds that calls for the same product."""
MOST = 3
"""One proposal and two alternates a meeting: more is pushing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A product that problems call for, and how surely."""

    product: Product
    matches: tuple[Match, ...]
    confidence: float

    def joined(self, other: "Call") -> "Call":
        """Return one call for the higher tier of both, which answers the problems of both."""
        higher = max(self, other, key=lambda call: call.product.tier)
        surer = max(self.confidence, other.confidence)
        return replace(higher, matches=(*self.matches, *other.matches), confidence=surer)


def propose(
    conversation: Conversation, analysis: Analysis, catalogue: Sequence[Product], embedder: Embedder
) -> tuple[ProposedProduct, ...]:
    """Return what solves the open problems of this meeting, the best match first."""
    owned = owned_of(conversation.customer.current_products, catalogue)
    table = table_of(conversation, analysis, catalogue, owned, embedder)
    if table is None:
        return ()
    fitting = fitting_tiers(conversation, table, owned, catalogue)
    spoken = mentions(conversation, analysis, catalogue)
    evidence, model = evidence_of(conversation, analysis, table, fitting, owned, spoken), shipped_model()
    if is_spoken_of(fitting, spoken):
        calls = offerable(called_for(table, fitting, evidence, model), owned, catalogue)
    else:
        likely = [
            tier if model.confidence(found) >= UNLIKELY else None for tier, found in zip(fitting, evidence, strict=True)
        ]
        calls = side_by_side(offerable(meant(table, likely), owned, catalogue), owned, catalogue)
    return tuple(_proposal(call, owned) for call in calls[:MOST])


def fitting_tiers(
    conversation: Conversation, table: ProblemTable, owned: Sequence[Product], catalogue: Sequence[Product]
) -> tuple[Product | None, ...]:
    """Return for each product of the table the tier that they lack and that is large enough; None: there is none."""
    said = [turn.text for turn in conversation.turns if turn.role is not Role.REP]
    return tuple(large_enough(product, owned, catalogue, said, conversation.language) for product in table.products)


def is_spoken_of(fitting: Sequence[Product | None], spoken: Mapping[ProductId, Mention]) -> bool:
    """Return whether the rep speaks of any product that they lack."""
    return any(product is not None and spoken[product.id].by_rep for product in fitting)


def meant(table: ProblemTable, fitting: Sequence[Product | None]) -> list[Call]:
    """Return the products that the problems call for by their meaning alone."""
    found: dict[ProductId, list[Match]] = {}
    for problem in range(len(table.problems)):
        place = int(table.scores[problem].argmax())
        product = fitting[place]
        if table.near[problem, place] >= FAINT and product is not None:
            found.setdefault(product.id, []).append(table.match(problem, place, product))
    waved_off = {
        product.id: WAVED_OFF * float(off) for product, off in zip(table.products, table.waved_off, strict=True)
    }
    calls = [
        Call(product=matches[0].product, matches=tuple(matches), confidence=_together(matches))
        for matches in found.values()
    ]
    return [call for call in calls if call.confidence >= max(ENOUGH, waved_off.get(call.product.id, 0.0))]


def called_for(
    table: ProblemTable, fitting: Sequence[Product | None], evidence: Sequence[Evidence], model: OfferModel
) -> list[Call]:
    """Return the products that the model holds called for."""
    calls = []
    for place, (product, found) in enumerate(zip(fitting, evidence, strict=True)):
        confidence = 0.0 if product is None else model.confidence(found)
        if product is None or confidence < model.enough:
            continue
        rows = won_by(table, place) or [int(table.scores[:, place].argmax())]
        matches = tuple(table.match(row, place, product) for row in rows)
        calls.append(Call(product=product, matches=matches, confidence=confidence))
    return calls


def offerable(calls: Sequence[Call], owned: Sequence[Product], catalogue: Sequence[Product]) -> list[Call]:
    """Return what they lack and can use, the surest first, one tier of a product alone."""
    # What a product needs may be proposed in the same breath.
    wanted = [*owned, *(call.product for call in calls)]
    lines: dict[str, Call] = {}
    for call in calls:
        if may_be_offered(call.product, owned, wanted, catalogue):
            line = line_of(call.product, catalogue)
            # A higher tier holds what the lower one does, so one offer answers both problems.
            lines[line] = lines[line].joined(call) if line in lines else call
    return sorted(lines.values(), key=lambda call: -call.confidence)


def side_by_side(ranked: Sequence[Call], owned: Sequence[Product], catalogue: Sequence[Product]) -> list[Call]:
    """Return what may be offered in one breath: a lone problem gives way to an offer that answers several.

    It stays where it calls for its product plainly, and where one of the two products needs the other: then they are
    one offer. What they own already meets a need, so that an add-on to it stands alone.
    """
    several = [call for call in ranked if len(call.matches) > 1]
    if not several:
        return list(ranked)
    by_id = {product.id: product.family for product in catalogue}
    leading = [match.product for call in several for match in call.matches]
    families = {product.family for product in leading} - {product.family for product in owned}
    needed = {by_id.get(needs) for product in leading for needs in product.requires}
    return [
        call
        for call in ranked
        if len(call.matches) > 1
        or call.matches[0].score >= PLAIN
        or call.product.family in needed
        or families & {by_id.get(needs) for needs in call.product.requires}
    ]


def _together(matches: Sequence[Match]) -> float:
    """Return how surely a product is called for: the best match, and a part of each other one."""
    best, *others = sorted((match.score for match in matches), reverse=True)
    return best + _BESIDES * sum(others)


def _proposal(call: Call, owned: Sequence[Product]) -> ProposedProduct:
    best = max(call.matches, key=lambda match: match.score)
    return ProposedProduct(
        product=call.product.id,
        kind=kind_of(call.product, owned),
        because=tuple(sorted({turn for match in call.matches for turn in match.insight.turns})),
        confidence=round(min(0.99, max(0.05, call.confidence)), 3),
        solves=best.phrase,
    )
