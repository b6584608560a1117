"""Accounts of three meetings in a real workspace: for each rule one story where it fires, and its twin where not."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop import advice, standing
from insight_desktop.call_records import suggestion_text
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from tests.suggestions.accounts import (
    ANGRY,
    CHAT,
    COSTLY,
    DOUBT,
    FINE,
    GROWTH,
    LEAN,
    PAIN,
    REFUSE,
    SUCCESS,
    SUCCESS_TOO,
    TODAY,
    WAIT,
    D,
    P,
    Story,
    account,
    told,
)

EAGER = (PAIN, LEAN, LEAN, LEAN, GROWTH)
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
        Story(
            said=(PAIN, WAIT, LEAN, LEAN, GROWTH),
            begins=dt.date(2026, 12, 15),
            timing=Timing.NOW,
            because=Cue.NEAR_DATE,
        ),
    ),
    "far off": (
        Story(said=(PAIN, LEAN, DOUBT), begins=dt.date(2027, 10, 1), timing=Timing.LATER, because=Cue.DISTANT),
        Story(said=(PAIN, DOUBT, LEAN), begins=dt.date(2026, 12, 15), timing=Timing.NOW, because=Cue.LEAN),
    ),
    "what must come first and a far beginning agree": (
        Story(said=(*EAGER, WAIT), begins=dt.date(2027, 10, 1), timing=Timing.LATER, because=Cue.DEFERRAL),
        Story(said=(*EAGER, WAIT), begins=dt.date(2026, 12, 15), timing=Timing.NOW, because=Cue.LEAN),
    ),
    "a success was just told and a problem is left": (
        Story(said=(SUCCESS, PAIN), timing=Timing.NOW, because=Cue.SUCCESS),
        Story(said=(SUCCESS, PAIN, DOUBT), timing=Timing.LATER, because=Cue.OBJECTION),
    ),
    "the renewal is near and a problem is left": (
        Story(said=(PAIN, CHAT), renewal_on=TODAY + dt.timedelta(days=60), timing=Timing.NOW, because=Cue.RENEWAL),
        Story(said=(PAIN, CHAT), renewal_on=TODAY + dt.timedelta(days=300), timing=Timing.LATER, because=Cue.UNPROVED),
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
    "the product they own is new": (
        Story(said=FINE, owned_since=dt.date(2026, 10, 20), timing=Timing.LATER, because=Cue.ONBOARDING),
        Story(said=FINE, owned_since=dt.date(2026, 5, 20), timing=Timing.NOW, because=Cue.PROBLEM),
    ),
    "near a usage limit": (
        Story(said=(CHAT, LEAN), used=(18, dt.date(2026, 11, 1)), timing=Timing.NOW, because=Cue.NEAR_LIMIT),
        Story(said=(CHAT, LEAN), used=(9, dt.date(2026, 11, 1)), timing=Timing.LATER, because=Cue.NO_PROBLEM),
    ),
    "the figure of usage is old": (
        Story(said=(CHAT, LEAN), used=(18, dt.date(2026, 3, 1)), timing=Timing.LATER, because=Cue.NO_PROBLEM),
        Story(said=(CHAT, LEAN), used=(18, dt.date(2026, 10, 1)), timing=Timing.NOW, because=Cue.NEAR_LIMIT),
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
    assert (held.verdict.timing, free.verdict.timing) == (Timing.HOLD, Timing.LATER)
    off = [Cue.DISSATISFACTION, Cue.LOW_LOYALTY]
    both = advice.advise(workspace, held.suggestion.id, TODAY, switched_off=off)
    assert both is not None
    assert both.verdict.timing is Timing.NOW


def test_accepted_offers_say_when_to_ask_how_it_goes(workspace: Workspace) -> None:
    offered = account(workspace, STORIES["renewal near"][0])
    at = dt.datetime.combine(TODAY, dt.time(6), dt.UTC)
    for state in (SuggestionState.PRESENTED, SuggestionState.ACCEPTED):
        event = SuggestionEvent(state=state, at=at, amount=15000, currency="JPY", wording="A")
        workspace.suggestions.set_state(offered.suggestion.id, event)
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert [(day - TODAY).days for day in found.check_ins] == [14, 45, 90]
    assert found.next_states == (SuggestionState.WITHDRAWN,)


def test_the_suggestion_that_is_being_presented_does_not_stand_in_its_own_way(workspace: Workspace) -> None:
    offered = account(workspace, STORIES["renewal near"][0])
    at = dt.datetime.combine(TODAY, dt.time(6), dt.UTC)
    workspace.suggestions.set_state(offered.suggestion.id, SuggestionEvent(state=P, at=at))
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert found.verdict.timing is Timing.NOW


def test_a_refused_offer_waits_as_well(workspace: Workspace) -> None:
    """The page of what was refused yesterday must not say to offer it now."""
    offered = account(workspace, STORIES["renewal near"][0])
    at = dt.datetime.combine(TODAY - dt.timedelta(days=1), dt.time(6), dt.UTC)
    workspace.suggestions.set_state(offered.suggestion.id, SuggestionEvent(state=D, at=at))
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert found.verdict.timing is Timing.HOLD
    assert Cue.COOLING_DOWN in {signal.cue for signal in found.signals}


def test_what_was_said_since_holds_an_older_offer_back(workspace: Workspace) -> None:
    """A complaint of the last meeting speaks against what an earlier one called for, and its words are shown."""
    offered = account(workspace, STORIES["renewal near"][0])
    assert offered.customer is not None
    told(workspace, offered.customer, Story(said=(), timing=Timing.HOLD, because=Cue.DISSATISFACTION), TODAY, (ANGRY,))
    found = advice.advise(workspace, offered.suggestion.id, TODAY)
    assert found is not None
    assert found.verdict.timing is Timing.HOLD
    assert ANGRY[0] in {signal.detail for signal in found.signals if signal.cue is Cue.DISSATISFACTION}
    of_customer = standing.of_customer(workspace, offered.customer.id, TODAY)
    assert of_customer is not None
    assert of_customer.verdict.timing is Timing.HOLD


def test_the_crm_is_told_the_verdict_of_today(workspace: Workspace) -> None:
    """A complaint since then takes the product out of the row."""
    offered = account(workspace, STORIES["renewal near"][0])
    assert offered.customer is not None
    meeting_id = offered.suggestion.meeting_id

    def row(language: str = "ja") -> str:
        found = standing.of_meeting(workspace, meeting_id, TODAY)
        assert found is not None
        return suggestion_text(found, language)

    assert row().startswith("今、提案できます")
    assert offered.product in row("en")
    told(workspace, offered.customer, Story(said=(), timing=Timing.HOLD, because=Cue.DISSATISFACTION), TODAY, (ANGRY,))
    assert row().startswith("今は提案を控えます")
    assert row("en").startswith("Make no offer now: They are dissatisfied with us")
    assert offered.product not in row()
