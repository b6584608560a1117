"""What stands behind one suggestion today: the customer's words, the verdict and its signals, how to bring it up."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop import readings
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import CustomerContext
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.insight import BudgetFact, InsightKind
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionState
from insight_desktop.store.suggestions import ListedSuggestion, StoredSuggestion, SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.comparison import Comparison, compare
from insight_desktop.suggestions.evidence import read_signals, ready_on
from insight_desktop.suggestions.gate import SUBSCRIPTION, Cue, GateSignal, RulePack, Verdict, judge, without
from insight_desktop.suggestions.lifecycle import OPEN, PastStep, check_ins, next_states, pause_after
from insight_desktop.suggestions.results import PastOffer
from insight_desktop.suggestions.wordings import Wordings, wordings

_BY_WEIGHT = (InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL)
_A_YEAR = {"month": 12.0, "year": 1.0, "once": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One suggestion with everything that one should know before bringing it up."""

    suggestion: StoredSuggestion
    customer: Customer | None
    product: str
    meeting_title: str
    quotes: tuple[tuple[int, str], ...]
    """Turn and words; the customer's own."""
    verdict: Verdict
    signals: tuple[GateSignal, ...]
    words: Mapping[int, str]
    """What was said in the turns that the signals rest on."""
    comparison: Comparison | None
    say: Wordings
    history: tuple[SuggestionEvent, ...] = ()
    next_states: tuple[SuggestionState, ...] = ()
    check_ins: tuple[dt.date, ...] = ()
    """Days to ask whether it helps, once accepted."""


def listed(workspace: Workspace) -> tuple[ListedSuggestion, ...]:
    """Return all suggestions, open ones first, each part with the newest meeting first."""
    return tuple(sorted(workspace.suggestions.listed(), key=lambda each: each.suggestion.state not in OPEN))


def advise(
    workspace: Workspace,
    suggestion_id: SuggestionId,
    today: dt.date,
    *,
    switched_off: Sequence[str] = (),
    pack: RulePack = SUBSCRIPTION,
) -> Advice | None:
    """Return what stands behind a suggestion today, or None where it or its meeting is gone.

    Args:
        workspace: where everything is kept.
        suggestion_id: which one.
        today: the verdict is of this day.
        switched_off: cues to leave out, to see what the verdict would be without them.
        pack: the rules of the business.
    """
    found = workspace.suggestions.get(suggestion_id)
    talk = readings.conversation(workspace, found.meeting_id) if found else None
    stored = workspace.analyses.load(found.meeting_id) if found else None
    if found is None or talk is None or stored is None:
        return None
    customer = workspace.customers.get(found.customer_id) if found.customer_id else None
    owned = customer.current_products if customer else ()
    catalogue = workspace.products.catalogue_for(owned)
    product = next((each for each in catalogue if each.id == found.product), None)
    signals = (
        *read_signals(replace(talk, customer=_context(customer), held_on=today), stored.analysis),
        *_account_signals(workspace, found, today, pack),
        *(_customer_signals(customer, today, pack) if customer else ()),
        *_price_signals(product, stored.analysis.facts.budget),
    )
    words = {turn.index: turn.text for turn in talk.turns}
    name = product.name if product else found.product
    return Advice(
        suggestion=found,
        customer=customer,
        product=name,
        meeting_title=talk.title,
        quotes=tuple((turn, words[turn]) for turn in found.turns if turn in words),
        verdict=judge(without(signals, switched_off), pack, held_on=today, ready_on=ready_on(stored.analysis, today)),
        signals=tuple(sorted(set(signals))),
        words=words,
        comparison=compare(_proposed(found), owned, catalogue),
        say=_say(stored.analysis, found, words, name, talk.language),
        history=workspace.suggestions.history(suggestion_id),
        next_states=next_states(found.state),
        check_ins=check_ins(found.state_at.astimezone().date()) if found.state is SuggestionState.ACCEPTED else (),
    )


def past_offers(suggestions: Sequence[ListedSuggestion], products: Sequence[Product]) -> tuple[PastOffer, ...]:
    """Return the suggestions as offers to be counted."""
    per = {product.id: product.per for product in products}
    return tuple(
        PastOffer(
            kind=each.suggestion.kind,
            state=each.suggestion.state,
            on=each.suggestion.state_at.astimezone().date(),
            product=each.suggestion.product,
            customer=each.customer,
            segment=each.segment,
            reason=each.suggestion.reason,
            wording=each.suggestion.wording,
            amount=each.suggestion.amount,
            currency=each.suggestion.currency or "JPY",
            per=per.get(each.suggestion.product) or "month",
        )
        for each in suggestions
    )


def _context(customer: Customer | None) -> CustomerContext:
    if customer is None:
        return CustomerContext()
    return CustomerContext(
        company=customer.name,
        segment=customer.segment,
        current_products=customer.current_products,
        nps=customer.nps,
        renewal_on=customer.renewal_on,
    )


def _account_signals(
    workspace: Workspace, found: StoredSuggestion, today: dt.date, pack: RulePack
) -> Iterator[GateSignal]:
    """Yield what former offers say; the suggestion's own steps do not stand in its way."""
    if found.customer_id is None or found.state not in (SuggestionState.CANDIDATE, SuggestionState.PREPARED):
        return
    steps = (
        PastStep(on=at.astimezone().date(), state=state)
        for state, at in workspace.suggestions.steps_of_customer(found.customer_id)
    )
    pause = pause_after(steps, pack.pace, today)
    if pause is not None:
        cue = Cue.COOLING_DOWN if pause.refusals else Cue.OFFERED_LATELY
        yield GateSignal(cue=cue, detail=pause.until.isoformat())


def _customer_signals(customer: Customer, today: dt.date, pack: RulePack) -> Iterator[GateSignal]:
    """Yield what is known of the customer besides the meetings: a case that waits for us, a contract just begun."""
    if customer.open_case:
        yield GateSignal(cue=Cue.OPEN_CASE, detail=customer.open_case)
    if customer.contracted_on and 0 <= (today - customer.contracted_on).days < pack.onboarding_days:
        yield GateSignal(cue=Cue.ONBOARDING, detail=customer.contracted_on.isoformat())


def _price_signals(product: Product | None, budgets: Sequence[BudgetFact]) -> Iterator[GateSignal]:
    """Yield a blocker where the product costs more than the customer can spend, both counted a year."""
    if product is None or product.price is None or product.per not in _A_YEAR:
        return
    for budget in budgets:
        times = _A_YEAR.get(budget.per or "")
        if times and budget.amount and budget.currency == product.currency:
            if product.price * _A_YEAR[product.per] > budget.amount * times:
                yield GateSignal(cue=Cue.TOO_DEAR, turn=budget.turns[0] if budget.turns else -1)
            return


def _proposed(found: StoredSuggestion) -> ProposedProduct:
    return ProposedProduct(product=found.product, kind=found.kind, because=found.turns, solves=found.solves)


def _say(
    analysis: Analysis, found: StoredSuggestion, words: Mapping[int, str], product: str, language: str
) -> Wordings:
    """Return what to say about the problem in the customer's words: a pain before a need, a need before growth."""
    wanted = set(found.turns)
    voiced = [insight for insight in analysis.insights if wanted & set(insight.turns) and insight.kind in _BY_WEIGHT]
    first = min(voiced, key=lambda insight: _BY_WEIGHT.index(insight.kind), default=None)
    quote = first.summary if first else next((words[turn] for turn in found.turns if turn in words), found.solves)
    return wordings(
        quote=quote,
        product=product,
        solves=found.solves,
        language=language,
        kind=first.kind if first else InsightKind.PAIN,
    )
