"""What is weighed besides a meeting: the customer, former offers, prices, and what was said since."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from insight_desktop import readings
from insight_desktop.accounts.journey import newest_beginning
from insight_desktop.accounts.loyalty import Loyalty, loyalty_of
from insight_desktop.domain.conversation import CustomerContext
from insight_desktop.domain.customer import Customer, CustomerDetails, JourneyStage
from insight_desktop.domain.ids import CustomerId, MeetingId, SuggestionId
from insight_desktop.domain.insight import BudgetFact
from insight_desktop.domain.suggestion import Product, Timing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue, GateSignal
from insight_desktop.suggestions.evidence import read_signals
from insight_desktop.suggestions.gate import judge
from insight_desktop.suggestions.lifecycle import PastStep, pause_after
from insight_desktop.suggestions.packs import RulePack

_A_YEAR = {"month": 12.0, "year": 1.0, "once": 1.0}


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


def said_last(
    workspace: Workspace, newest: MeetingId, customer: Customer, today: dt.date, pack: RulePack
) -> tuple[GateSignal, ...]:
    """Return what the customer said when met last; its words stand in the detail, as its turns are of no other."""
    talk, stored = readings.conversation(workspace, newest), workspace.analyses.load(newest)
    if talk is None or stored is None:
        return ()
    words: Mapping[int, str] = {turn.index: turn.text for turn in talk.turns}
    return tuple(
        replace(signal, turn=-1, detail=words.get(signal.turn, signal.detail))
        for signal in read_signals(replace(talk, customer=context_of(customer), held_on=today), stored.analysis, pack)
    )


def unsettled(
    workspace: Workspace, newest: MeetingId, customer: Customer, today: dt.date, pack: RulePack
) -> Iterator[GateSignal]:
    """Yield the complaints of meetings before the newest, until they are to be looked at again or a success was told.

    That they were not repeated at the next call does not mean that they are settled.
    """
    since = dt.datetime.combine(today - dt.timedelta(days=pack.recheck_days), dt.time()).astimezone()
    for meeting_id in workspace.meetings.with_complaints(customer.id, since):
        said = said_last(workspace, meeting_id, customer, today, pack) if meeting_id != newest else ()
        if judge(said, pack).timing is Timing.HOLD:
            yield from (signal for signal in said if signal.cue is Cue.DISSATISFACTION)


def pausing(
    workspace: Workspace, customer: CustomerId, own: SuggestionId | None, today: dt.date, pack: RulePack
) -> tuple[GateSignal, ...]:
    """Return what former offers say; one that is under way does not stand in its own way."""
    steps = (
        PastStep(on=at.astimezone().date(), state=state)
        for state, at in workspace.suggestions.steps_of_customer(customer, besides=own)
    )
    pause = pause_after(steps, pack.pace, today)
    if pause is None:
        return ()
    cue = Cue.COOLING_DOWN if pause.refusals else Cue.OFFERED_LATELY
    return (GateSignal(cue=cue, detail=pause.until.isoformat()),)


def of_account(workspace: Workspace, customer: Customer, today: dt.date, pack: RulePack) -> Iterator[GateSignal]:
    """Yield what is known besides the meetings: a case that waits, something just bought, a limit that is near."""
    details = workspace.details.of(customer.id)
    if customer.open_case:
        yield GateSignal(cue=Cue.OPEN_CASE, detail=customer.open_case)
    if loyalty_of(customer.nps) is Loyalty.PROMOTER:
        yield GateSignal(cue=Cue.HIGH_LOYALTY, detail=f"NPS {customer.nps}")
    yield from _of_journey(customer, details, today, pack)
    for usage in details.usage:
        is_fresh = usage.as_of is None or 0 <= (today - usage.as_of).days <= pack.usage_days
        if is_fresh and usage.ceiling and 100 * usage.value / usage.ceiling >= pack.usage_percent:
            told = f"{usage.name} {_figure(usage.value)} / {_figure(usage.ceiling)} {usage.unit}".strip()
            yield GateSignal(cue=Cue.NEAR_LIMIT, detail=told)


def _of_journey(customer: Customer, details: CustomerDetails, today: dt.date, pack: RulePack) -> Iterator[GateSignal]:
    """Yield what the stage and the dates behind it speak for; a stage that the user set wins over them."""
    begun = newest_beginning(customer, details, today)
    days, detail = (today - begun).days if begun else None, begun.isoformat() if begun else ""
    is_learning = days is not None and days < pack.onboarding_days
    if customer.stage is JourneyStage.ONBOARDING or (customer.stage is None and is_learning):
        # A stage that was set by hand long after they began says nothing of that day.
        yield GateSignal(cue=Cue.ONBOARDING, detail=detail if is_learning else "")
    if days is not None and days < pack.decision_days:
        yield GateSignal(cue=Cue.DECIDED, detail=detail)
    if customer.stage is JourneyStage.RENEWAL:
        yield GateSignal(cue=Cue.RENEWAL, detail=customer.renewal_on.isoformat() if customer.renewal_on else "")
    ours = (JourneyStage.ONBOARDING, JourneyStage.IN_USE)
    if pack.proof_first and (customer.stage in ours or (customer.stage is None and begun is not None)):
        yield GateSignal(cue=Cue.UNDER_WAY, detail=detail)


def of_price(product: Product | None, budgets: Sequence[BudgetFact], pack: RulePack) -> Iterator[GateSignal]:
    """Yield a blocker where the product costs more than the customer can spend, both counted a year."""
    if product is None or product.price is None or product.per not in _A_YEAR:
        return
    for budget in budgets:
        times = _A_YEAR.get(budget.per or "")
        if times and budget.amount and budget.currency == product.currency:
            if product.price * _A_YEAR[product.per] > budget.amount * times * pack.price_percent / 100:
                yield GateSignal(cue=Cue.TOO_DEAR, turn=budget.turns[0] if budget.turns else -1)
            return


def _figure(value: float) -> str:
    """Return a figure as people write it: a million is no 1e+06."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
