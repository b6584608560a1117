"""What would make a customer ready for an offer, or must be repaired first, and from which day one may look again."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from insight_desktop.domain.suggestion import GateReason, Timing
from insight_desktop.suggestions.cues import Cue, GateSignal
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.suggestions.packs import RulePack
from insight_desktop.suggestions.reasons import NOTHING_FITS

_FIRST: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            Cue.OPEN_CASE: "対応中の問い合わせを解決する",
            Cue.DISSATISFACTION: "不満の原因を直し、よくなったとご本人から聞く",
            Cue.LOW_LOYALTY: "期待に届いていない点を聞く",
            Cue.COOLING_DOWN: "断られた理由を聞き、間を置く",
            Cue.REFUSAL: "断られた理由を聞き、事情が変わるまで待つ",
            Cue.OFFERED_LATELY: "前の提案の件を先に進める",
            Cue.ONBOARDING: "いまの製品で成果が出るまで手伝う",
            Cue.TOO_DEAR: "予算に収まる形を探すか、予算を確かめる",
            Cue.UNDER_WAY: "進行中の仕事の成果を見てもらう",
            Cue.DEFERRAL: "先に待つべきことが済んだか確かめる",
            Cue.DISTANT: "始めたい時期が近づいたら改めて伺う",
            Cue.NOT_YET: "いつなら良いかを聞き、その時期に改める",
            Cue.NOT_ALONE: "承認する方に会い、必要な資料を渡す",
            Cue.CONTENT: "いまのやり方で足りない点を聞く",
            Cue.OBJECTION: "懸念に一つずつ答える",
            Cue.NO_PROBLEM: "困りごとを聞く",
            Cue.UNPROVED: "先方の次の一歩を聞く",
            NOTHING_FITS: "合う製品がないか、カタログを見直す",
        },
        "en": {
            Cue.OPEN_CASE: "Solve the support case that is open",
            Cue.DISSATISFACTION: "Repair what they complain about, and hear from them that it is better",
            Cue.LOW_LOYALTY: "Ask what falls short of what they expect",
            Cue.COOLING_DOWN: "Ask why they refused, and leave them in peace",
            Cue.REFUSAL: "Ask why they refused, and wait until that changes",
            Cue.OFFERED_LATELY: "See the last offer through first",
            Cue.ONBOARDING: "Help them to get results from what they have",
            Cue.TOO_DEAR: "Find what fits the budget, or ask about it",
            Cue.UNDER_WAY: "Show them the result of the work under way",
            Cue.DEFERRAL: "See whether what must come first is done",
            Cue.DISTANT: "Come back nearer to the day they want to begin",
            Cue.NOT_YET: "Ask when the time is right, and come back then",
            Cue.NOT_ALONE: "Meet whoever must agree, with what they need to see",
            Cue.CONTENT: "Ask where today's way falls short",
            Cue.OBJECTION: "Answer the objections one by one",
            Cue.NO_PROBLEM: "Ask what troubles them",
            Cue.UNPROVED: "Ask for a next step of theirs",
            NOTHING_FITS: "See whether something in the catalogue fits",
        },
    }
)
_PAUSES = frozenset({Cue.COOLING_DOWN, Cue.OFFERED_LATELY})
"""Their detail is the day on which an offer is free again."""


def first_steps(reasons: Sequence[GateReason], language: str) -> tuple[str, ...]:
    """Return what to do before an offer, a sentence for each reason that stands against it, in their order."""
    told = _FIRST["ja" if language == "ja" else "en"]
    return tuple(dict.fromkeys(told[reason.code] for reason in reasons if reason.code in told))


def with_day(
    verdict: Verdict, signals: Iterable[GateSignal], pack: RulePack, *, today: dt.date, met_on: dt.date | None
) -> Verdict:
    """Return a verdict against an offer with the day from which it may be another.

    Args:
        verdict: as the gate gave it.
        signals: what it was given for; pauses and beginnings carry their days.
        pack: how long one waits in this business.
        today: the verdict is of this day.
        met_on: when the customer was met last; a complaint is looked at again so long after that day, not after the
            day on which somebody happens to look.
    """
    if verdict.timing is Timing.NOW:
        return verdict
    named = {reason.code for reason in verdict.reasons}
    days = [day for each in signals if each.cue in named and (day := _free_on(each, pack)) is not None]
    if verdict.timing is Timing.LATER:
        days += [verdict.until] if verdict.until is not None else []
    elif named != {Cue.COOLING_DOWN.value}:
        recheck = dt.timedelta(days=pack.recheck_days)
        days.append(met_on + recheck if met_on is not None and met_on + recheck > today else today + recheck)
    return replace(verdict, until=max(days, default=verdict.until))


def _free_on(signal: GateSignal, pack: RulePack) -> dt.date | None:
    """Return the first day on which a signal no longer stands against an offer, where it tells one."""
    if not signal.detail or not (signal.cue in _PAUSES or signal.cue is Cue.ONBOARDING):
        return None
    try:
        day = dt.date.fromisoformat(signal.detail)
    except ValueError:
        return None
    return day + dt.timedelta(days=pack.onboarding_days) if signal.cue is Cue.ONBOARDING else day
