"""Accounts of a customer with three meetings, kept in a real workspace."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from insight_desktop import advice
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Customer, Usage
from insight_desktop.domain.ids import CustomerId, MeetingId, ProductId, UsageId, new_id
from insight_desktop.domain.insight import (
    BudgetFact,
    Facts,
    Insight,
    InsightKind,
    LabelledTurn,
    Sentiment,
    Signal,
    SignalScore,
    TimelineFact,
)
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.offering import OfferRules
from insight_desktop.domain.speaker import CUSTOMER, Role, Speaker
from insight_desktop.domain.suggestion import (
    Product,
    ProposedProduct,
    SuggestionKind,
    Suggestions,
    SuggestionState,
    Timing,
)
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from tests.store.builders import a_segment

TODAY = dt.date(2026, 11, 20)
CATALOGUE = (
    Product(id=ProductId("BOOK-1"), name="宿帳", family="book", price=10000, currency="JPY", per="month"),
    Product(
        id=ProductId("BOOK-2"),
        name="宿帳つながる",
        family="book",
        tier=2,
        solves=("二重予約",),
        price=25000,
        currency="JPY",
        per="month",
    ),
)
PAIN = ("また二重予約が出て、お客様に頭を下げました。", Signal.PAIN)
LEAN = ("一度、見積を出していただけますか。", Signal.BUYING_SIGNAL)
SUCCESS = ("前の仕組みのおかげで電話が半分になりましたよ。", Signal.SUCCESS)
SUCCESS_TOO = ("女将も楽になったと喜んでいます。", Signal.SUCCESS)
GROWTH = ("来月、二軒目を継ぐことになりました。", Signal.EXPANSION_SIGNAL)
ANGRY = ("先週から三回電話しても、誰も折り返してくれないんです。", Signal.DISSATISFACTION)
DOUBT = ("ただ、移し替えの手間が気がかりで。", Signal.OBJECTION)
REFUSE = ("いや、結構です。もういいです。", Signal.OBJECTION)
COSTLY = ("高くて出せません。", Signal.OBJECTION)
WAIT = ("来期の予算が決まるまでは動けません。", Signal.OBJECTION)
CHAT = ("今日は冷えますね。", None)

Line = tuple[str, Signal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What was said in the last meeting, and what is known besides."""

    said: Sequence[Line]
    timing: Timing
    because: Cue
    nps: int | None = None
    renewal_on: dt.date | None = None
    before: Sequence[tuple[int, Sequence[Line]]] = ()
    """Days ago, and what was said in another meeting then."""
    offers: Sequence[tuple[int, SuggestionState]] = ()
    """Days ago, and what became of an offer of the first meeting then."""
    contracted: dt.date | None = None
    open_case: str = ""
    used: tuple[float, dt.date] | None = None
    """How many of twenty seats are taken, as of a day."""
    owned_since: dt.date | None = None
    budget: float | None = None
    begins: dt.date | None = None
    rules: OfferRules = OfferRules()


P, D = SuggestionState.PRESENTED, SuggestionState.DECLINED
FINE = (PAIN, LEAN)


def told(workspace: Workspace, customer: Customer, story: Story, on: dt.date, said: Sequence[Line]) -> MeetingId:
    """Keep one meeting of the account, with one suggestion."""
    at = dt.datetime.combine(on, dt.time(5), dt.UTC)
    meeting = workspace.meetings.save(
        Meeting(id=MeetingId(new_id()), title="定例", started_at=at, language="ja", customer_id=customer.id)
    )
    workspace.transcripts.begin(meeting.id, language="ja", model="test")
    segments = [a_segment(text, start=5.0 * place, speaker="customer") for place, (text, _) in enumerate(said)]
    workspace.transcripts.complete(meeting.id, segments, (Speaker(label=CUSTOMER, role=Role.CUSTOMER),), model="test")
    turns = tuple(
        LabelledTurn(
            index=place,
            labels=(SignalScore(signal=signal, confidence=1.0),) if signal else (),
            sentiment=Sentiment.NEUTRAL,
        )
        for place, (_, signal) in enumerate(said)
    )
    insights = tuple(
        Insight(kind=InsightKind(signal), turns=(place,), summary=text)
        for place, (text, signal) in enumerate(said)
        if signal and signal.value in {kind.value for kind in InsightKind}
    )
    facts = Facts(
        budget=(BudgetFact(turns=(0,), amount=story.budget, currency="JPY", per="year"),) if story.budget else (),
        timeline=(TimelineFact(turns=(0,), text="開始", date=story.begins),) if story.begins else (),
    )
    offer = ProposedProduct(product=ProductId("BOOK-2"), kind=SuggestionKind.UPSELL, because=(0,), solves="二重予約")
    workspace.analyses.save(
        meeting.id,
        Analysis(
            turns=turns,
            insights=insights,
            facts=facts,
            suggestions=Suggestions(timing=Timing.LATER, proposed=(offer,)),
        ),
    )
    return meeting.id


def account(workspace: Workspace, story: Story, today: dt.date = TODAY) -> advice.Advice:
    """Keep the three meetings and return the advice of a day on the last one."""
    workspace.products.save_catalogue("yado", CATALOGUE)
    workspace.offer_rules.save(story.rules)
    customer = workspace.customers.save(
        Customer(
            id=CustomerId(new_id()),
            name="株式会社みなと旅館",
            current_products=("BOOK-1",),
            nps=story.nps,
            renewal_on=story.renewal_on,
            contracted_on=story.contracted,
            open_case=story.open_case,
        )
    )
    if story.used:
        used, day = story.used
        seats = Usage(id=UsageId(new_id()), customer_id=customer.id, name="席", value=used, ceiling=20, as_of=day)
        workspace.details.save(seats)
    if story.owned_since:
        (owned,) = workspace.details.of(customer.id).owned
        workspace.details.save(replace(owned, since=story.owned_since))
    plain = replace(story, budget=None, begins=None)
    first = told(workspace, customer, plain, today - dt.timedelta(days=260), (CHAT,))
    told(workspace, customer, plain, today - dt.timedelta(days=40), (SUCCESS, CHAT))
    for days, said in story.before:
        told(workspace, customer, plain, today - dt.timedelta(days=days), said)
    last = told(workspace, customer, story, today - dt.timedelta(days=2), story.said)
    (former,) = workspace.suggestions.of_meeting(first)
    for days, state in story.offers:
        at = dt.datetime.combine(today - dt.timedelta(days=days), dt.time(6), dt.UTC)
        workspace.suggestions.set_state(former.id, SuggestionEvent(state=state, at=at))
    (listed,) = workspace.suggestions.of_meeting(last)
    found = advice.advise(workspace, listed.id, today)
    assert found is not None
    return found
