"""The kind of business decides: stories of each with their twins, the user's limits, and every place that weighs."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop import advice, standing
from insight_desktop.call_records import suggestion_text
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, Sentiment, Signal, SignalScore
from insight_desktop.domain.job import Stage
from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.domain.speaker import CUSTOMER
from insight_desktop.domain.suggestion import Timing
from insight_desktop.pipeline import conversation_of
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from insight_desktop.suggestions.packs import BOUNDS, PACKS, SUBSCRIPTION, RulePack, pack_of, value_of
from insight_desktop.suggestions.suggest import suggest
from tests.suggestions.accounts import ANGRY, CHAT, FINE, LEAN, PAIN, SUCCESS, TODAY, P, Story, account

ONE_OFF, PROJECT, REPEAT = (
    OfferRules(business=business) for business in (Business.ONE_OFF, Business.PROJECT, Business.REPEAT)
)
DECIDED, LONG_AGO = TODAY - dt.timedelta(days=5), TODAY - dt.timedelta(days=200)
SOON = TODAY + dt.timedelta(days=60)
TALK = (PAIN, CHAT)


def limited(limit: Limit, value: int, business: Business = Business.SUBSCRIPTION) -> OfferRules:
    return OfferRules(business=business).with_limit(limit, value)


STORIES = {
    "sold once: the moment of decision is good": (
        Story(said=TALK, contracted=DECIDED, rules=ONE_OFF, timing=Timing.NOW, because=Cue.DECIDED),
        Story(said=TALK, contracted=LONG_AGO, rules=ONE_OFF, timing=Timing.LATER, because=Cue.UNPROVED),
    ),
    "subscription: whoever has just signed learns": (
        Story(said=FINE, contracted=DECIDED, timing=Timing.LATER, because=Cue.ONBOARDING),
        Story(said=FINE, contracted=LONG_AGO, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "sold once: one asks again sooner": (
        Story(said=FINE, offers=((5, P),), rules=ONE_OFF, timing=Timing.LATER, because=Cue.OFFERED_LATELY),
        Story(said=FINE, offers=((10, P),), rules=ONE_OFF, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "project: the result comes first": (
        Story(said=FINE, contracted=LONG_AGO, rules=PROJECT, timing=Timing.LATER, because=Cue.UNDER_WAY),
        Story(said=(SUCCESS, *FINE), contracted=LONG_AGO, rules=PROJECT, timing=Timing.NOW, because=Cue.SUCCESS),
    ),
    "project: a lead has no work under way": (
        Story(said=FINE, owned_since=LONG_AGO, rules=PROJECT, timing=Timing.LATER, because=Cue.UNDER_WAY),
        Story(said=FINE, rules=PROJECT, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "repeat orders: the pause is short": (
        Story(said=FINE, offers=((20, P),), timing=Timing.LATER, because=Cue.OFFERED_LATELY),
        Story(said=FINE, offers=((20, P),), rules=REPEAT, timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "days between two offers": (
        Story(
            said=FINE,
            offers=((45, P),),
            rules=limited(Limit.DAYS_BETWEEN, 60),
            timing=Timing.LATER,
            because=Cue.OFFERED_LATELY,
        ),
        Story(said=FINE, offers=((45, P),), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "price ceiling": (
        Story(said=FINE, budget=200_000, timing=Timing.LATER, because=Cue.TOO_DEAR),
        Story(
            said=FINE,
            budget=200_000,
            rules=limited(Limit.PRICE_PERCENT, 150),
            timing=Timing.NOW,
            because=Cue.PROBLEM,
        ),
    ),
    "near the limit": (
        Story(said=(CHAT, LEAN), used=(18, DECIDED), timing=Timing.NOW, because=Cue.NEAR_LIMIT),
        Story(
            said=(CHAT, LEAN),
            used=(18, DECIDED),
            rules=limited(Limit.USAGE_PERCENT, 95),
            timing=Timing.LATER,
            because=Cue.NO_PROBLEM,
        ),
    ),
    "renewal window": (
        Story(said=FINE, renewal_on=TODAY + dt.timedelta(days=90), timing=Timing.NOW, because=Cue.RENEWAL),
        Story(
            said=FINE,
            renewal_on=TODAY + dt.timedelta(days=90),
            rules=limited(Limit.RENEWAL_DAYS, 60),
            timing=Timing.NOW,
            because=Cue.PROBLEM,
        ),
    ),
    "a complaint that was not repeated is not settled": (
        Story(said=TALK, renewal_on=SOON, before=((10, (ANGRY,)),), timing=Timing.HOLD, because=Cue.DISSATISFACTION),
        Story(
            said=TALK,
            renewal_on=SOON,
            before=((10, (ANGRY,)), (6, (SUCCESS, CHAT))),
            timing=Timing.NOW,
            because=Cue.RENEWAL,
        ),
    ),
    "a complaint is looked at again after its time": (
        Story(said=TALK, renewal_on=SOON, before=((29, (ANGRY,)),), timing=Timing.HOLD, because=Cue.DISSATISFACTION),
        Story(said=TALK, renewal_on=SOON, before=((31, (ANGRY,)),), timing=Timing.NOW, because=Cue.RENEWAL),
    ),
    "grace after the contract": (
        Story(said=FINE, contracted=DECIDED, timing=Timing.LATER, because=Cue.ONBOARDING),
        Story(
            said=FINE,
            contracted=DECIDED,
            rules=limited(Limit.ONBOARDING_DAYS, 0),
            timing=Timing.NOW,
            because=Cue.PROBLEM,
        ),
    ),
}
CASES = [
    pytest.param(story, id=f"{name}: {'fires' if place == 0 else 'twin'}")
    for name, twins in STORIES.items()
    for place, story in enumerate(twins)
]


@pytest.mark.parametrize("story", CASES)
def test_story(workspace: Workspace, story: Story) -> None:
    """The verdict is the expected one, for the expected reason."""
    found = account(workspace, story)
    assert story.timing is found.verdict.timing
    assert story.because.value in {reason.code for reason in found.verdict.reasons}


def test_a_reason_outside_the_renewal_window_is_none(workspace: Workspace) -> None:
    found = account(workspace, STORIES["renewal window"][1])
    assert Cue.RENEWAL not in {signal.cue for signal in found.signals}


def test_the_rules_reach_every_place_that_weighs(workspace: Workspace) -> None:
    """The page of suggestions, the customer, the export and the pipeline say the same after another choice."""
    waiting = account(workspace, STORIES["repeat orders: the pause is short"][0])
    assert waiting.customer is not None
    assert waiting.verdict.timing is Timing.LATER
    workspace.offer_rules.save(REPEAT)
    chosen = waiting.suggestion.meeting_id
    advised = advice.advise(workspace, waiting.suggestion.id, TODAY)
    of_customer = standing.of_customer(workspace, waiting.customer.id, TODAY)
    of_meeting = standing.of_meeting(workspace, chosen, TODAY)
    meeting, analysis = workspace.meetings.get(chosen), workspace.analyses.shown(chosen)
    assert advised is not None
    assert of_customer is not None
    assert of_meeting is not None
    assert meeting is not None
    assert analysis is not None
    timings = {each.verdict.timing for each in (advised, of_customer, of_meeting)}
    assert timings == {Timing.NOW}
    told = suggestion_text(of_meeting, "ja")
    assert told.startswith("今、提案できます")
    job = workspace.jobs.enqueue(chosen, stage=Stage.ANALYSE)
    assert conversation_of(Processing(workspace).request(job.id), (), "ja").rules == REPEAT


def test_the_analysis_of_a_meeting_keeps_to_the_rules() -> None:
    """The rules of the conversation decide the day to look again."""
    label = SignalScore(signal=Signal.DISSATISFACTION, confidence=1.0)
    angry = Analysis(turns=(LabelledTurn(index=0, labels=(label,), sentiment=Sentiment.NEGATIVE),))
    held = Conversation(
        id="x",
        language="ja",
        turns=(Turn(index=0, speaker=CUSTOMER, text="電話しても、誰も折り返してくれないんです。"),),
        held_on=TODAY,
        rules=limited(Limit.RECHECK_DAYS, 10),
    )
    assert suggest(held, angry, (), None).until == TODAY + dt.timedelta(days=10)
    assert suggest(replace(held, rules=OfferRules()), angry, (), None).until == TODAY + dt.timedelta(days=30)


def test_the_rules_without_a_choice_are_those_that_gold_is_measured_with() -> None:
    """What the analysis weighs of a call alone: nothing but the grace period differs, which no call tells."""
    assert replace(pack_of(OfferRules()), onboarding_days=0) == RulePack()
    assert pack_of(OfferRules()) == SUBSCRIPTION


@pytest.mark.parametrize("business", list(Business))
def test_every_limit_of_a_business_lies_within_its_bounds(business: Business) -> None:
    for limit in Limit:
        low, high = BOUNDS[limit]
        assert low <= value_of(PACKS[business], limit) <= high


@given(st.sampled_from(Business), st.sampled_from(Limit), st.integers(-1000, 1000))
def test_a_changed_limit_holds_within_its_bounds_and_alone(business: Business, limit: Limit, value: int) -> None:
    pack = pack_of(OfferRules(business=business).with_limit(limit, value))
    low, high = BOUNDS[limit]
    assert value_of(pack, limit) == min(max(value, low), high)
    assert all(value_of(pack, other) == value_of(PACKS[business], other) for other in Limit if other is not limit)


def test_a_choice_is_kept_and_taken_back(workspace: Workspace) -> None:
    rules = limited(Limit.DAYS_BETWEEN, 45, Business.PROJECT).with_limit(Limit.ALTERNATES, 0)
    workspace.offer_rules.save(rules)
    assert workspace.offer_rules.load() == rules
    workspace.offer_rules.save(rules.with_limit(Limit.ALTERNATES, None))
    assert workspace.offer_rules.load() == limited(Limit.DAYS_BETWEEN, 45, Business.PROJECT)
    workspace.offer_rules.save(OfferRules())
    assert workspace.offer_rules.load() == OfferRules()


def test_a_choice_of_a_newer_program_is_passed_over(workspace: Workspace) -> None:
    workspace.offer_rules.save(REPEAT)
    workspace.db.run("UPDATE offer_rule SET value = 'barter'")
    workspace.db.run("INSERT INTO offer_rule (id, changed_at, name, value) VALUES ('x', '2026', 'moon_phase', '3')")
    assert workspace.offer_rules.load() == OfferRules()
