"""The numbers of customers out of a workspace: of one, with every reason, and of all, for the list."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from insight_desktop.accounts.because import Because
from insight_desktop.accounts.interest import USUAL_DAYS, WINDOW_DAYS, OtherInterest, other_interest
from insight_desktop.accounts.journey import Journey, journey_of
from insight_desktop.accounts.loyalty import Loyalty, loyalty_of
from insight_desktop.accounts.purchases import Purchases, purchases_of, sums_of
from insight_desktop.accounts.score import FORGOTTEN_DAYS, Score, score_of
from insight_desktop.accounts.segments import Segment, segment_of
from insight_desktop.accounts.voices import Voices, voices_of
from insight_desktop.domain.customer import Customer, CustomerDetails, Deal, JourneyStage
from insight_desktop.domain.heard import HeardSignal
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.store.customer_list import CustomerSummary
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.packs import RulePack, pack_of

SHOWN = 5
"""So many reasons of a number are shown with their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountNumbers:
    """What is counted of one customer; None or empty where there is nothing to count from."""

    journey: Journey
    loyalty: Loyalty | None = None
    segment: Segment = Segment()
    purchases: Purchases | None = None
    score: Score | None = None
    interest: OtherInterest | None = None
    voices: Voices = Voices()
    """Who of their people was heard within a year, and who was not."""
    words: Mapping[tuple[MeetingId, int], str] = field(default_factory=dict)
    """What was said where the shown reasons point to."""

    def said(self, because: Because) -> str:
        """Return the words behind a reason, or nothing."""
        return self.words.get((because.meeting_id, because.turn), "") if because.meeting_id else ""


class Order(StrEnum):
    """How the list of customers is sorted."""

    MET = "met"
    """The one met last first."""
    SCORE = "score"
    """The warmest account first."""
    COOLEST = "coolest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWish:
    """Which customers are wanted, and in which order; empty wants all."""

    text: str = ""
    loyalty: str = ""
    segment: str = ""
    stage: str = ""
    others: bool = False
    """Only those where others show interest while the usual contact stalls."""
    order: Order = Order.MET

    @property
    def is_filtered(self) -> bool:
        """Whether some customers may be left out."""
        return bool(self.text or self.loyalty or self.segment or self.stage or self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCustomer:
    """One row of the list with its numbers; the score only where the list is sorted by it."""

    summary: CustomerSummary
    stage: JourneyStage
    loyalty: Loyalty | None = None
    segment: str = ""
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerListing:
    """The list, and the segments that there are."""

    rows: tuple[ListedCustomer, ...] = ()
    segments: tuple[str, ...] = ()


def numbers_of(workspace: Workspace, customer: Customer, details: CustomerDetails, today: dt.date) -> AccountNumbers:
    """Return the numbers of one customer on a day."""
    since = today - dt.timedelta(days=max(FORGOTTEN_DAYS, USUAL_DAYS))
    heard = workspace.heard.signals(since, customer.id)
    present = workspace.heard.presences(since, customer.id)
    bought = purchases_of(details.deals, today)
    if bought is not None:
        totals = [sums[bought.currency] for sums in _sums(workspace, today) if bought.currency in sums]
        bought = purchases_of(details.deals, today, totals)
    score, interest = score_of(heard, today), other_interest(heard, present, details.contacts, today)
    shown = [
        *(score.because[:SHOWN] if score else ()),
        *((interest.stalls, *interest.others[:SHOWN]) if interest else ()),
    ]
    return AccountNumbers(
        journey=journey(customer, details, today, pack_of(workspace.offer_rules.load())),
        loyalty=loyalty_of(customer.nps),
        segment=segment_of(customer, workspace.segment_rules.all()),
        purchases=bought,
        score=score,
        interest=interest,
        voices=voices_of(present, details.contacts, today),
        words=_words(workspace, shown),
    )


def _words(workspace: Workspace, reasons: Iterable[Because]) -> Mapping[tuple[MeetingId, int], str]:
    """Return what was said in the turns of reasons."""
    turns: defaultdict[MeetingId, set[int]] = defaultdict(set)
    for each in reasons:
        if each.meeting_id is not None and each.turn >= 0:
            turns[each.meeting_id].add(each.turn)
    return {
        (meeting, said.turn): said.text
        for meeting, wanted in turns.items()
        for said in workspace.transcripts.said(meeting, wanted) or ()
    }


def journey(customer: Customer, details: CustomerDetails, today: dt.date, pack: RulePack) -> Journey:
    """Return the stage of a customer by the rules of the business."""
    return journey_of(customer, details, today, grace_days=pack.onboarding_days, renewal_days=pack.renewal_days)


def listed(workspace: Workspace, wish: ListWish, today: dt.date) -> CustomerListing:
    """Return the customers that are wanted, each with its numbers."""
    summaries = workspace.customer_list.rows(wish.text)
    customers = {each.id: each for each in workspace.customers.list()}
    kept = workspace.details.dated()
    rules, pack = workspace.segment_rules.all(), pack_of(workspace.offer_rules.load())
    scores = _scores(workspace, today) if wish.order is not Order.MET else {}
    rows = [
        ListedCustomer(
            summary=summary,
            stage=journey(customer, kept.get(summary.id, CustomerDetails()), today, pack).stage,
            loyalty=loyalty_of(customer.nps),
            segment=segment_of(customer, rules).name,
            score=scores.get(summary.id),
        )
        for summary in summaries
        if (customer := customers.get(summary.id)) is not None
    ]
    segments = {segment_of(customer, rules).name for customer in customers.values()} | {rule.segment for rule in rules}
    wanted = [row for row in rows if _is_wanted(row, wish)]
    if wish.others:
        asking = _with_other_interest(workspace, [row.summary.id for row in wanted], today)
        wanted = [row for row in wanted if row.summary.id in asking]
    return CustomerListing(
        rows=_ordered(wanted, wish.order),
        segments=tuple(sorted(segments - {""})),
    )


def _is_wanted(row: ListedCustomer, wish: ListWish) -> bool:
    return wish.loyalty in ("", row.loyalty) and wish.segment in ("", row.segment) and wish.stage in ("", row.stage)


def _ordered(rows: Sequence[ListedCustomer], order: Order) -> tuple[ListedCustomer, ...]:
    """Sort by score where that is wanted; whoever has none comes last, and equals stay as they were."""
    if order is Order.MET:
        return tuple(rows)
    sign = -1 if order is Order.SCORE else 1
    return tuple(sorted(rows, key=lambda row: (row.score is None, sign * (row.score or 0))))


def _with_other_interest(workspace: Workspace, customers: Iterable[CustomerId], today: dt.date) -> set[CustomerId]:
    """Return the customers where others show interest; only whoever has a contact to be told apart is looked at."""
    recent = {
        each.customer_id for each in workspace.heard.signals(today - dt.timedelta(days=WINDOW_DAYS)) if each.is_named
    }
    return {customer for customer in customers if customer in recent and _interest(workspace, customer, today)}


def _interest(workspace: Workspace, customer: CustomerId, today: dt.date) -> OtherInterest | None:
    since = today - dt.timedelta(days=USUAL_DAYS)
    heard, present = workspace.heard.signals(since, customer), workspace.heard.presences(since, customer)
    return other_interest(heard, present, workspace.customers.contacts(customer), today)


def _scores(workspace: Workspace, today: dt.date) -> Mapping[CustomerId, int]:
    by_customer: defaultdict[CustomerId, list[HeardSignal]] = defaultdict(list)
    for each in workspace.heard.signals(today - dt.timedelta(days=FORGOTTEN_DAYS)):
        by_customer[each.customer_id].append(each)
    found = ((customer, score_of(heard, today)) for customer, heard in by_customer.items())
    return {customer: score.value for customer, score in found if score is not None}


def _sums(workspace: Workspace, today: dt.date) -> tuple[dict[str, float], ...]:
    """Return what each customer paid, by currency."""
    by_customer: defaultdict[CustomerId, list[Deal]] = defaultdict(list)
    for deal in workspace.details.deals():
        by_customer[deal.customer_id].append(deal)
    return tuple(sums_of(deals, today) for deals in by_customer.values())
