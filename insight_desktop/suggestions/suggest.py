"""What to propose after a meeting, and whether to: products that solve what was voiced, and the gate before them."""

from collections.abc import Sequence

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.suggestion import GateReason, Product, ProposedProduct, Suggestions, Timing
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.evidence import read_signals, ready_on
from insight_desktop.suggestions.gate import judge
from insight_desktop.suggestions.matching import propose
from insight_desktop.suggestions.packs import RulePack, pack_of
from insight_desktop.suggestions.reasons import NOTHING_FITS, sentence


def suggest(
    conversation: Conversation,
    analysis: Analysis,
    catalogue: Sequence[Product],
    embedder: Embedder | None,
    *,
    pack: RulePack | None = None,
) -> Suggestions:
    """Return the verdict of one meeting and, unless it is hold, what to propose.

    Args:
        conversation: what was said, and what is known of the customer.
        analysis: its labelled turns, insights and facts.
        catalogue: the products; empty: only the timing is judged.
        embedder: gives meanings; None: nothing is proposed.
        pack: the thresholds of the business; None: those of the conversation.
    """
    rules = pack or pack_of(conversation.rules)
    verdict = judge(
        read_signals(conversation, analysis, rules),
        rules,
        held_on=conversation.held_on,
        ready_on=ready_on(analysis, conversation.held_on),
    )
    timing, reasons = verdict.timing, verdict.reasons
    proposed: tuple[ProposedProduct, ...] = ()
    if timing is not Timing.HOLD and catalogue and embedder is not None:
        proposed = propose(conversation, analysis, catalogue, embedder)[: 1 + rules.alternates]
        if not proposed and timing is Timing.NOW:
            # The moment is judged by what was said; that the catalogue has no answer is a reason beside it.
            reasons = (*reasons, GateReason(code=NOTHING_FITS))
    return Suggestions(
        timing=timing,
        reasons=reasons,
        timing_why=sentence(reasons, conversation.language),
        proposed=proposed,
        until=verdict.until,
    )
