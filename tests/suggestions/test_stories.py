"""Accounts of three meetings in a real workspace: for each rule one story where it fires, and its twin where not."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from insight_desktop import advice
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, MeetingId, ProductId, new_id
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
from insight_desktop.suggestions.gate import Cue
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
    offers: Sequence[tuple[int, SuggestionState]] = ()
    """Days ago, and what became of an offer of the first meeting then."""
    contracted: dt.date | None = None
    open_case: str = ""
    budget: float | None = None
    begins: dt.date | None = None


P, D = SuggestionState.PRESENTED, SuggestionState.DECLINED
FINE = (PAIN, LEAN)
STORIES = {
    "problem and a step towards buying": (
        Story(said=FINE, timing=Timing.NOW, because=Cue.PROBLEM),
        Story(said=(PAIN, CHAT), timing=Timing.LATER, because=Cue.UNPROVED),
    ),
    "a problem must be voiced": (
        Story(said=(CHAT, LEAN), timing=Timing.LATER, because=Cue.NO_PROBLEM),
        Story(said=FINE, timing=Timing.NOW, because=Cue.LEAN),
    ),
    "success just told and growth": (
        Story(said=(SUCCESS, GROWTH, LEAN, DOUBT), timing=Timing.NOW, because=Cue.SUCCESS),
        Story(said=(GROWTH, DOUBT, WAIT, LEAN), timing=Timing.LATER, because=Cue.DEFERRAL),
    ),
    "renewal near": (
        Story(said=FINE, timing=Timing.NOW, because=Cue.RENEWAL, renewal_on=TODAY + dt.timedelta(days=60)),
        Story(said=FINE, timing=Timing.NOW, because=Cue.PROBLEM, renewal_on=TODAY + dt.timedelta(days=300)),
    ),
    "dissatisfied": (
        Story(said=(ANGRY, PAIN), timing=Timing.HOLD, because=Cue.DISSATISFACTION),
        Story(said=(ANGRY, SUCCESS, SUCCESS_TOO, *FINE), timing=Timing.NOW, because=Cue.SUCCESS),
    ),
    "detractor by far": (
        Story(said=(ANGRY, SUCCESS, SUCCESS_TOO, *FINE), nps=3, timing=Timing.HOLD, because=Cue.LOW_LOYALTY),
        Story(said=(ANGRY, SUCCESS, SUCCESS_TOO, *FINE), nps=9, timing=Timing.NOW, because=Cue.SUCCESS),
    ),
    "just refused": (
        Story(said=(PAIN, REFUSE, DOUBT, COSTLY), timing=Timing.HOLD, because=Cue.REFUSAL),
        Story(said=(PAIN, DOUBT, LEAN), timing=Timing.NOW, because=Cue.LEAN),
    ),
    "something must come first": (
        Story(said=(PAIN, LEAN, WAIT), timing=Timing.LATER, because=Cue.DEFERRAL),
        Story(said=(PAIN, WAIT, LEAN, LEAN), timing=Timing.NOW, because=Cue.LEAN),
    ),
    "far off": (
        Story(said=(PAIN, LEAN, DOUBT), begins=dt.date(2027, 10, 1), timing=Timing.LATER, because=Cue.DISTANT),
        Story(said=(PAIN, DOUBT, LEAN), begins=dt.date(2026, 12, 15), timing=Timing.NOW, because=Cue.LEAN),
    ),
    "offered last week": (
        Story(said=FINE, offers=((7, P),), timing=Timing.LATER, because=Cue.OFFERED_LATELY),
        Story(said=FINE, offers=((45, P),), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "cool-down after a refusal": (
        Story(said=FINE, offers=((50, P), (50, D)), timing=Timing.HOLD, because=Cue.COOLING_DOWN),
        Story(said=FINE, offers=((70, P), (70, D)), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "cool-down doubles": (
        Story(said=FINE, offers=((150, D), (70, D)), timing=Timing.HOLD, because=Cue.COOLING_DOWN),
        Story(said=FINE, offers=((250, D), (125, D)), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "open support case": (
        Story(said=FINE, open_case="鍵の不具合", timing=Timing.HOLD, because=Cue.OPEN_CASE),
        Story(said=FINE, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "still learning the product": (
        Story(said=FINE, contracted=dt.date(2026, 10, 20), timing=Timing.LATER, because=Cue.ONBOARDING),
        Story(said=FINE, contracted=dt.date(2026, 5, 20), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "price ceiling": (
        Story(said=FINE, budget=200_000, timing=Timing.LATER, because=Cue.TOO_DEAR),
        Story(said=FINE, budget=400_000, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
}
CASES = [
    pytest.param(story, id=f"{name}: {'fires' if place == 0 else 'twin'}")
    for name, twins in STORIES.items()
    for place, story in enumerate(twins)
]


def told(workspace: Workspace, customer: Customer, story: Story, days_ago: int, said: Sequence[Line]) -> MeetingId:
    """Keep one meeting of the account, with one suggestion."""
    at = dt.datetime.combine(TODAY - dt.timedelta(days=days_ago), dt.time(5), dt.UTC)
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


def account(workspace: Workspace, story: Story) -> advice.Advice:
    """Keep the three meetings and return today's advice on the last one."""
    workspace.products.save_catalogue("yado", CATALOGUE)
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
    plain = replace(story, budget=None, begins=None)
    first = told(workspace, customer, plain, 260, (CHAT,))
    told(workspace, customer, plain, 40, (SUCCESS, CHAT))
    last = told(workspace, customer, story, 2, story.said)
    (former,) = workspace.suggestions.of_meeting(first)
    for days, state in story.offers:
        at = dt.datetime.combine(TODAY - dt.timedelta(days=days), dt.time(6), dt.UTC)
        workspace.suggestions.set_state(former.id, SuggestionEvent(state=state, at=at))
    (listed,) = workspace.suggestions.of_meeting(last)
    found = advice.advise(workspace, listed.id, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("story", CASES)
def test_story(workspace: Workspace, story: Story) -> None:
    """The verdict is the expected one, for the expected reason, and each reason that was said has its words."""
    found = account(workspace, story)
    assert story.timing is found.verdict.timing
    assert story.because.value in {reason.code for reason in found.verdict.reasons}
    assert all(turn in found.words for reason in found.verdict.reasons for turn in reason.turns)


def test_switching_a_signal_off_changes_the_verdict(workspace: Workspace) -> None:
    story = STORIES["dissatisfied"][0]
    held = account(workspace, replace(story, said=(ANGRY, *FINE), nps=3))
    free = advice.advise(workspace, held.suggestion.id, TODAY, switched_off=[Cue.DISSATISFACTION])
    assert free is not None
    assert (held.verdict.timing, free.verdict.timing) == (Timing.HOLD, Timing.NOW)


def test_accepted_offers_say_when_to_ask_how_it_goes(workspace: Workspace) -> None:
    offered = account(workspace, STORIES["renewal near"][0])
    at = dt.datetime.combine(TODAY, dt.time(6), dt.UTC)
    for state in (SuggestionState.PRESENTED, SuggestionState.ACCEPTED):
        event = SuggestionEvent(state=state, at=at, amount=15000, currency="JPY", wording="A")
        workspace.suggestions.set_state(offered.suggestion.id, event)
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert [(day - TODAY).days for day in found.check_ins] == [14, 45, 90]
    assert found.next_states == ()


def test_the_suggestion_that_is_being_presented_does_not_stand_in_its_own_way(workspace: Workspace) -> None:
    offered = account(workspace, STORIES["renewal near"][0])
    at = dt.datetime.combine(TODAY, dt.time(6), dt.UTC)
    workspace.suggestions.set_state(offered.suggestion.id, SuggestionEvent(state=P, at=at))
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert found.verdict.timing is Timing.NOW
