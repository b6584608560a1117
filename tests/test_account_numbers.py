"""Numbers of customers out of a real workspace, and what the gate makes of stage and loyalty."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop import account_numbers, advice, overviews
from insight_desktop.account_numbers import ListWish, Order
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.domain.customer import Contact, Customer, Deal, JourneyStage
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, MeetingId, SegmentRuleId, new_id
from insight_desktop.domain.offering import Business, OfferRules
from insight_desktop.domain.segment import SegmentRule
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker
from insight_desktop.domain.suggestion import Timing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from insight_desktop.trends.filters import TrendFilter
from tests.suggestions.accounts import ANGRY, CHAT, FINE, LEAN, SUCCESS, TODAY, Story, account, told


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "商談") as opened:
        yield opened


def named(workspace: Workspace, meeting: MeetingId, name: str) -> None:
    """Give the customer's voice of a meeting its name."""
    speakers = (Speaker(label=CUSTOMER, name=name, role=Role.CUSTOMER), Speaker(label=REP, role=Role.REP))
    segments = [each.segment for each in workspace.transcripts.current(meeting)]
    workspace.transcripts.begin(meeting, language="ja", model="again")
    workspace.transcripts.complete(meeting, segments, speakers, model="again")


def numbers(workspace: Workspace, customer: Customer) -> account_numbers.AccountNumbers:
    kept = workspace.customers.get(customer.id)
    assert kept is not None
    return account_numbers.numbers_of(workspace, kept, workspace.details.of(customer.id), TODAY)


def test_the_numbers_of_an_account_rest_on_what_was_said_in_its_meetings(workspace: Workspace) -> None:
    found = account(workspace, Story(said=FINE, timing=Timing.NOW, because=Cue.LEAN, nps=9))
    assert found.customer is not None
    named(workspace, found.suggestion.meeting_id, "佐藤")
    workspace.details.save(
        Deal(
            id=DealId(new_id()),
            customer_id=found.customer.id,
            name="宿帳",
            outcome="won",
            amount=1e5,
            expected_on=TODAY - dt.timedelta(days=50),
        )
    )
    got = numbers(workspace, found.customer)
    assert got.loyalty is Loyalty.PROMOTER
    assert got.journey.stage is JourneyStage.IN_USE
    assert got.purchases is not None
    assert got.purchases.code == "4-1-–"
    assert got.score is not None
    assert got.score.value > 50
    first = got.score.because[0]
    assert (first.code, first.meeting_id) == ("buying_signal", found.suggestion.meeting_id)
    assert dict(first.figures)["person"] == "佐藤"
    words = dict(workspace.transcripts.labelled(MeetingId(first.meeting_id or ""), first.code))
    assert words[first.turn] == LEAN[0]


def test_what_the_rep_says_warms_no_account(workspace: Workspace) -> None:
    found = account(workspace, Story(said=(CHAT,), timing=Timing.LATER, because=Cue.NO_PROBLEM))
    assert found.customer is not None
    before = numbers(workspace, found.customer).score
    meeting = told(workspace, found.customer, Story(said=(), timing=Timing.NOW, because=Cue.LEAN), TODAY, (LEAN,))
    segments = [replace(each.segment, speaker=REP) for each in workspace.transcripts.current(meeting)]
    workspace.transcripts.begin(meeting, language="ja", model="again")
    workspace.transcripts.complete(meeting, segments, (Speaker(label=REP, role=Role.REP),), model="again")
    assert numbers(workspace, found.customer).score == before


def test_an_executive_who_asks_while_the_usual_contact_complains_is_told(workspace: Workspace) -> None:
    found = account(workspace, Story(said=(ANGRY,), timing=Timing.HOLD, because=Cue.DISSATISFACTION))
    assert found.customer is not None
    story = Story(said=(), timing=Timing.NOW, because=Cue.LEAN)
    (boss, office), day = ("佐藤", "取締役"), TODAY - dt.timedelta(days=1)
    asked = told(workspace, found.customer, story, day, (LEAN,))
    named(workspace, asked, boss)
    for listed in workspace.meetings.list().meetings:
        if listed.meeting.id != asked:
            named(workspace, listed.meeting.id, "高橋")
    contacts = (("高橋", "課長"), (boss, office))
    for name, role in contacts:
        workspace.details.save(
            Contact(id=ContactId(new_id()), customer_id=found.customer.id, name=name, department="経理", role=role)
        )
    # A success of forty days ago is a move of the usual contact, so the alert waits until it is two months old.
    assert numbers(workspace, found.customer).interest is None
    later = TODAY + dt.timedelta(days=25)
    got = account_numbers.numbers_of(workspace, found.customer, workspace.details.of(found.customer.id), later)
    assert got.interest is not None
    assert got.interest.usual == "高橋"
    assert [row.summary.id for row in account_numbers.listed(workspace, ListWish(others=True), later).rows] == [
        found.customer.id
    ]
    assert account_numbers.listed(workspace, ListWish(others=True), TODAY).rows == ()
    assert [each.meeting_id for each in got.interest.others] == [asked]


def test_the_list_is_filtered_and_sorted_by_the_same_numbers(workspace: Workspace) -> None:
    warm = account(workspace, Story(said=FINE, timing=Timing.NOW, because=Cue.LEAN, nps=10)).customer
    assert warm is not None
    cold = workspace.customers.save(Customer(id=CustomerId(new_id()), name="寒川商店", nps=3, employees=8))
    told(workspace, cold, Story(said=(), timing=Timing.HOLD, because=Cue.DISSATISFACTION), TODAY, (ANGRY,))
    silent = workspace.customers.save(Customer(id=CustomerId(new_id()), name="静か工業", employees=500))
    workspace.segment_rules.replace((SegmentRule(id=SegmentRuleId(new_id()), segment="小規模", most=20),))

    def names(wish: ListWish) -> list[str]:
        return [row.summary.name for row in account_numbers.listed(workspace, wish, TODAY).rows]

    assert names(ListWish(order=Order.SCORE)) == [warm.name, cold.name, silent.name]
    assert names(ListWish(order=Order.COOLEST)) == [cold.name, warm.name, silent.name]
    assert names(ListWish(loyalty=Loyalty.DETRACTOR)) == [cold.name]
    assert names(ListWish(segment="小規模")) == [cold.name]
    assert names(ListWish(stage=JourneyStage.LEAD)) == [cold.name, silent.name]
    assert names(ListWish(text="静か", stage=JourneyStage.LEAD)) == [silent.name]
    rows = account_numbers.listed(workspace, ListWish(order=Order.SCORE), TODAY)
    assert rows.segments == ("小規模",)
    for row in rows.rows:
        customer = workspace.customers.get(row.summary.id)
        assert customer is not None
        one = numbers(workspace, customer)
        assert row.score == (one.score.value if one.score else None)
        assert (row.loyalty, row.segment, row.stage) == (one.loyalty, one.segment.name, one.journey.stage)


def test_segments_by_rule_are_counted_wherever_customers_are(workspace: Workspace) -> None:
    """The manager's filter and what came of offers know a segment that a rule names; one by hand wins."""
    customer = account(workspace, Story(said=FINE, timing=Timing.NOW, because=Cue.LEAN)).customer
    assert customer is not None

    def counted() -> set[str]:
        trends = overviews.trend_table(workspace)
        names = {name for name in ("中堅", "大きめ", "重点") if trends.finder.mask(TrendFilter(segments=(name,))).any()}
        voices = {each.segment for each in workspace.voices.all()}
        offered = {row.segment for row in workspace.suggestions.listed()}
        assert voices == offered == (names or {""})
        return names

    rule = SegmentRule(id=SegmentRuleId(new_id()), segment="中堅", least=50)
    workspace.segment_rules.replace((rule,))
    assert counted() == set()
    workspace.customers.save(replace(customer, employees=80))
    assert counted() == {"中堅"}
    workspace.segment_rules.replace((replace(rule, segment="大きめ"),))
    assert counted() == {"大きめ"}
    workspace.customers.save(replace(customer, employees=80, segment="重点"))
    assert counted() == {"重点"}
    workspace.customers.save(replace(customer, employees=80))
    workspace.segment_rules.replace(())
    assert counted() == set()


STAGES = {
    "through the first steps, says the user": (
        Story(said=FINE, contracted=dt.date(2026, 11, 1), timing=Timing.NOW, because=Cue.PROBLEM),
        JourneyStage.IN_USE,
    ),
    "still learning, says the user": (
        Story(said=FINE, contracted=dt.date(2025, 11, 1), timing=Timing.LATER, because=Cue.ONBOARDING),
        JourneyStage.ONBOARDING,
    ),
    "the renewal is talked about, says the user": (
        Story(said=FINE, timing=Timing.NOW, because=Cue.RENEWAL),
        JourneyStage.RENEWAL,
    ),
    "a project under way, says the user": (
        Story(said=FINE, rules=OfferRules(business=Business.PROJECT), timing=Timing.LATER, because=Cue.UNDER_WAY),
        JourneyStage.IN_USE,
    ),
    "a promoter": (Story(said=FINE, nps=9, timing=Timing.NOW, because=Cue.HIGH_LOYALTY), None),
}


@pytest.mark.parametrize(("story", "stage"), STAGES.values(), ids=STAGES)
def test_stage_and_loyalty_reach_the_gate_as_signals(
    workspace: Workspace, story: Story, stage: JourneyStage | None
) -> None:
    found = account(workspace, story)
    assert found.customer is not None
    workspace.customers.save(replace(found.customer, stage=stage))
    again = advice.advise(workspace, found.suggestion.id, TODAY)
    assert again is not None
    assert again.verdict.timing is story.timing
    assert story.because in {reason.code for reason in again.verdict.reasons}
    # A stage that was set by hand long after they began does not name that day.
    learning = [signal.detail for signal in again.signals if signal.cue is Cue.ONBOARDING]
    assert learning in ([], [""])


def test_what_is_kept_for_the_numbers_comes_back(workspace: Workspace) -> None:
    rules = tuple(
        SegmentRule(id=SegmentRuleId(new_id()), segment=name, industry="製造", tags=("a", "b"), least=3, most=None)
        for name in ("い", "ろ", "は")
    )
    workspace.segment_rules.replace(rules)
    workspace.segment_rules.replace(rules[::-1][:2])
    assert workspace.segment_rules.all() == rules[::-1][:2]
    workspace.segment_rules.replace(rules)
    assert workspace.segment_rules.all() == rules
    success = Story(said=(SUCCESS,), timing=Timing.LATER, because=Cue.NO_PROBLEM)
    customer = account(workspace, success).customer
    assert customer is not None
    full = replace(customer, stage=JourneyStage.LEAD, employees=12, nps=4, nps_on=TODAY)
    workspace.customers.save(full)
    assert workspace.customers.get(customer.id) == full
