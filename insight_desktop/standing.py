"""Whether today is the day to offer something: every place that shows a verdict asks here, so that all say the same.

A verdict rests on the meeting that the offer comes from, on what is known of the customer today, on former offers and,
where the customer was met again, on what was said then: who complained last week is not sold to on the strength of a
friendly call before.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop import readings
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.insight import BudgetFact
from insight_desktop.domain.suggestion import GateReason, Product, SuggestionState, Timing
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.store.suggestions import StoredSuggestion
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.evidence import read_signals, ready_on
from insight_desktop.suggestions.gate import BLOCKERS, SUBSCRIPTION, Cue, GateSignal, RulePack, Verdict, judge, without
from insight_desktop.suggestions.lifecycle import OPEN, PastStep, pause_after
from insight_desktop.suggestions.reasons import NOTHING_FITS

_A_YEAR = {"month": 12.0, "year": 1.0, "once": 1.0}
_UNDER_WAY = (SuggestionState.PRESENTED, SuggestionState.CONSIDERING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one offer, or a meeting without one, stands today."""

    verdict: Verdict
    signals: tuple[GateSignal, ...]
    talk: Conversation
    analysis: Analysis
    customer: Customer | None
    catalogue: tuple[Product, ...]
    product: Product | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffer:
    """A suggestion that has not ended, and its own verdict: a product may cost too much where another does not."""

    suggestion: StoredSuggestion
    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStanding:
    """The verdict of a meeting today: that of its first open suggestion, or of the meeting where it has none."""

    meeting_id: MeetingId
    verdict: Verdict
    offers: tuple[OpenOffer, ...] = ()


def of_meeting(workspace: Workspace, meeting_id: MeetingId, today: dt.date) -> MeetingStanding | None:
    """Return how a meeting stands today; None where it has not been read."""
    offers = []
    for offer in workspace.suggestions.of_meeting(meeting_id):
        found = weigh(workspace, meeting_id, today, offer=offer) if offer.state in OPEN else None
        if found is not None:
            name = found.product.name if found.product else offer.product
            offers.append(OpenOffer(suggestion=offer, name=name, verdict=found.verdict))
    if offers:
        return MeetingStanding(meeting_id=meeting_id, verdict=offers[0].verdict, offers=tuple(offers))
    plain = weigh(workspace, meeting_id, today)
    return MeetingStanding(meeting_id=meeting_id, verdict=plain.verdict) if plain else None


def of_customer(workspace: Workspace, customer_id: CustomerId, today: dt.date) -> MeetingStanding | None:
    """Return how the newest meeting with a customer that was read stands today."""
    newest = _newest(workspace, customer_id)
    return of_meeting(workspace, newest, today) if newest else None


def weigh(
    workspace: Workspace,
    meeting_id: MeetingId,
    today: dt.date,
    *,
    offer: StoredSuggestion | None = None,
    switched_off: Sequence[str] = (),
    pack: RulePack = SUBSCRIPTION,
) -> Standing | None:
    """Return the verdict of today on a meeting or on one offer of it; None where it was not read.

    Args:
        workspace: where everything is kept.
        meeting_id: where the problem was voiced.
        today: the verdict is of this day.
        offer: the suggestion; its product's price and its own steps are weighed.
        switched_off: cues to leave out, to see what the verdict would be without them.
        pack: the rules of the business.
    """
    talk, stored = readings.conversation(workspace, meeting_id), workspace.analyses.load(meeting_id)
    meeting = workspace.meetings.get(meeting_id)
    if talk is None or stored is None or meeting is None:
        return None
    customer = workspace.customers.get(meeting.customer_id) if meeting.customer_id else None
    catalogue = workspace.products.catalogue_for(customer.current_products if customer else ())
    product = next((each for each in catalogue if offer is not None and each.id == offer.product), None)
    known = (
        *(_former_offers(workspace, customer.id, offer, today, pack) if customer else ()),
        *(_of_customer(workspace, customer, today, pack) if customer else ()),
        *_price(product, stored.analysis.facts.budget),
    )
    said = read_signals(replace(talk, customer=context_of(customer), held_on=today), stored.analysis)
    signals = (*said, *known)
    verdict = judge(without(signals, switched_off), pack, held_on=today, ready_on=ready_on(stored.analysis, today))
    since = _said_since(workspace, meeting_id, customer, today)
    after = judge(without((*since, *known), switched_off), pack, held_on=today) if since else None
    if after is not None and after.timing is Timing.HOLD:
        verdict = after
    return Standing(
        verdict=_without_answer(verdict, stored.analysis),
        signals=tuple(sorted({*signals, *(each for each in since if each.cue in BLOCKERS)})),
        talk=talk,
        analysis=stored.analysis,
        customer=customer,
        catalogue=catalogue,
        product=product,
    )


def context_of(customer: Customer | None) -> CustomerContext:
    """Return what is known of a customer, as the gate reads it."""
    if customer is None:
        return CustomerContext()
    return CustomerContext(
        company=customer.name,
        segment=customer.segment,
        current_products=customer.current_products,
        nps=customer.nps,
        renewal_on=customer.renewal_on,
    )


def _newest(workspace: Workspace, customer_id: CustomerId) -> MeetingId | None:
    meetings = workspace.meetings.list(MeetingFilter(customer_id=customer_id)).meetings
    return next((each.meeting.id for each in meetings if each.is_analysed), None)


def _said_since(
    workspace: Workspace, meeting_id: MeetingId, customer: Customer | None, today: dt.date
) -> tuple[GateSignal, ...]:
    """Return what the customer said when met last, if that was another meeting; its words stand in the detail."""
    newest = _newest(workspace, customer.id) if customer else None
    if newest is None or newest == meeting_id:
        return ()
    talk, stored = readings.conversation(workspace, newest), workspace.analyses.load(newest)
    if talk is None or stored is None:
        return ()
    words: Mapping[int, str] = {turn.index: turn.text for turn in talk.turns}
    return tuple(
        replace(signal, turn=-1, detail=words.get(signal.turn, signal.detail))
        for signal in read_signals(replace(talk, customer=context_of(customer), held_on=today), stored.analysis)
    )


def _former_offers(
    workspace: Workspace, customer: CustomerId, offer: StoredSuggestion | None, today: dt.date, pack: RulePack
) -> Iterator[GateSignal]:
    """Yield what former offers say; one that is under way does not stand in its own way."""
    own = offer.id if offer is not None and offer.state in _UNDER_WAY else None
    steps = (
        PastStep(on=at.astimezone().date(), state=state)
        for state, at in workspace.suggestions.steps_of_customer(customer, besides=own)
    )
    pause = pause_after(steps, pack.pace, today)
    if pause is not None:
        cue = Cue.COOLING_DOWN if pause.refusals else Cue.OFFERED_LATELY
        yield GateSignal(cue=cue, detail=pause.until.isoformat())


def _of_customer(workspace: Workspace, customer: Customer, today: dt.date, pack: RulePack) -> Iterator[GateSignal]:
    """Yield what is known besides the meetings: a case that waits, something just bought, a limit that is near."""
    details = workspace.details.of(customer.id)
    if customer.open_case:
        yield GateSignal(cue=Cue.OPEN_CASE, detail=customer.open_case)
    begun = [day for day in (customer.contracted_on, *(each.since for each in details.owned)) if day and day <= today]
    if begun and (today - max(begun)).days < pack.onboarding_days:
        yield GateSignal(cue=Cue.ONBOARDING, detail=max(begun).isoformat())
    for usage in details.usage:
        is_fresh = usage.as_of is None or 0 <= (today - usage.as_of).days <= pack.usage_days
        if is_fresh and usage.share is not None and usage.share >= pack.limit_share:
            told = f"{usage.name} {usage.value:g} / {usage.ceiling:g} {usage.unit}".strip()
            yield GateSignal(cue=Cue.NEAR_LIMIT, detail=told)


def _price(product: Product | None, budgets: Sequence[BudgetFact]) -> Iterator[GateSignal]:
    """Yield a blocker where the product costs more than the customer can spend, both counted a year."""
    if product is None or product.price is None or product.per not in _A_YEAR:
        return
    for budget in budgets:
        times = _A_YEAR.get(budget.per or "")
        if times and budget.amount and budget.currency == product.currency:
            if product.price * _A_YEAR[product.per] > budget.amount * times:
                yield GateSignal(cue=Cue.TOO_DEAR, turn=budget.turns[0] if budget.turns else -1)
            return


def _without_answer(verdict: Verdict, analysis: Analysis) -> Verdict:
    """Keep beside a good moment that the catalogue had no answer, as the analysis found."""
    kept = tuple(reason for reason in analysis.suggestions.reasons if reason.code == NOTHING_FITS)
    if verdict.timing is not Timing.NOW or not kept or analysis.suggestions.proposed:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, GateReason(code=NOTHING_FITS)))
