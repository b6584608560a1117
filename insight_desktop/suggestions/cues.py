"""What the gate weighs: the kinds of signals, and which of them stand against an offer."""

from dataclasses import dataclass
from enum import StrEnum


class Cue(StrEnum):
    """What a signal speaks for."""

    # that of Enum is written in Python, and signals are gathered by their cues thousands of times
    __hash__ = str.__hash__

    PROBLEM = "problem_found"
    LEAN = "leans_to_buy"
    GROWTH = "growth"
    SUCCESS = "success_told"
    RENEWAL = "renewal_near"
    NEAR_LIMIT = "limit_near"
    NEAR_DATE = "date_near"
    OWN_STEP = "promised_a_step"
    DECIDED = "decided_lately"
    SETTLED = "complaint_settled"
    HIGH_LOYALTY = "loyalty_high"
    DISSATISFACTION = "dissatisfaction_open"
    LOW_LOYALTY = "loyalty_low"
    REFUSAL = "refused"
    OBJECTION = "objected"
    NOT_YET = "not_the_time"
    NOT_ALONE = "not_theirs_to_decide"
    CONTENT = "content_as_it_is"
    DEFERRAL = "waits_for_something"
    DISTANT = "far_off"
    NO_PROBLEM = "nothing_to_solve"
    UNPROVED = "value_not_proved"
    OPEN_CASE = "support_case_open"
    OFFERED_LATELY = "offered_lately"
    COOLING_DOWN = "cooling_down"
    ONBOARDING = "still_learning"
    TOO_DEAR = "above_their_budget"
    UNDER_WAY = "work_under_way"


REPAIR_FIRST = (Cue.OPEN_CASE, Cue.COOLING_DOWN)
"""What alone forbids an offer: somebody waits for our help, or has refused."""
WAIT_FIRST = (Cue.OFFERED_LATELY, Cue.ONBOARDING, Cue.TOO_DEAR)
"""What alone asks to wait."""
OBJECTIONS = (Cue.NOT_YET, Cue.NOT_ALONE, Cue.CONTENT, Cue.OBJECTION)
"""Why they hesitate: the time, somebody else's word, what they have; who haggles or compares is interested as well."""
AGAINST = (Cue.DEFERRAL, Cue.DISTANT, *OBJECTIONS, Cue.DISSATISFACTION, Cue.LOW_LOYALTY)
"""What is named as a reason to wait, in this order."""
SPEAK_FOR = (
    Cue.SUCCESS,
    Cue.GROWTH,
    Cue.NEAR_LIMIT,
    Cue.PROBLEM,
    Cue.LEAN,
    Cue.DECIDED,
    Cue.SETTLED,
    Cue.NEAR_DATE,
    Cue.RENEWAL,
    Cue.HIGH_LOYALTY,
)
"""What is named as a reason for an offer, in this order."""
BLOCKERS = frozenset(
    {
        Cue.REFUSAL,
        Cue.UNDER_WAY,
        *AGAINST,
        *REPAIR_FIRST,
        *WAIT_FIRST,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GateSignal:
    """One thing that was said, or is known of the customer."""

    cue: Cue
    turn: int = -1
    """Where it was said; −1 for what is known from elsewhere."""
    detail: str = ""
