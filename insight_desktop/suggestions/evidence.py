"""Reads from an analysed conversation what the gate weighs."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from insight_desktop.accounts.loyalty import Loyalty, loyalty_of
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, ObjectionKind, Owner, Sentiment, Signal
from insight_desktop.domain.speaker import Role
from insight_desktop.suggestions.cues import Cue, GateSignal
from insight_desktop.suggestions.packs import RulePack

FAR_DETRACTOR = 5
SOON_DAYS = 110
"""A beginning within so many days is no reason to wait."""
NEAR_DAYS = 60
"""A day within so many presses."""
EARLY = 0.4
"""A complaint that is heard in this first part of a meeting alone may have been settled there."""
PEACE = 20
"""So many turns it must not have been heard again."""

_CUES = {
    Signal.PAIN: Cue.PROBLEM,
    Signal.NEED: Cue.PROBLEM,
    Signal.BUYING_SIGNAL: Cue.LEAN,
    Signal.EXPANSION_SIGNAL: Cue.GROWTH,
    Signal.SUCCESS: Cue.SUCCESS,
    Signal.DISSATISFACTION: Cue.DISSATISFACTION,
}
_HESITATES = {
    ObjectionKind.TIMING: Cue.NOT_YET,
    ObjectionKind.AUTHORITY: Cue.NOT_ALONE,
    ObjectionKind.STATUS_QUO: Cue.CONTENT,
}

# A reason to wait: a season, a budget period, a term of contract, or somebody else's word.
_WAITS = re.compile(
    r"年度|来期|予算|理事会|決算|繁忙|落ち着|まで(?:は)?.{0,6}(?:ない|ません|待|無理|動け|ず)|てから|でから|てない|次第|補助金|入札|審議|稟議"
    r"|本社|本部|委員会"
    r"|\b(?:until|till|before|fiscal|budget|freeze|frozen|harvest|season|board|committee|council|head office|vote"
    r"|trustees|approv\w+|next (?:year|spring|fall|quarter)|wait)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"結構です|いりません|要りません|必要(?:ない|ありません)|お断り|断|やめ(?:て|とき)|無理|もういい|勘弁|話は(?:ない|聞け)|できません|違います"
    r"|\b(?:no thanks?|no thank you|not interested|don't (?:want|need|call|bring|sell|pitch)|not buying|stop|forget it"
    r"|the answer is no|absolutely not|we're not|won't be|not going to|not a chance|nothing new|no more)\b",
    re.IGNORECASE,
)


def read_signals(conversation: Conversation, analysis: Analysis, pack: RulePack) -> tuple[GateSignal, ...]:
    """Return the signals of one meeting: the customer's words, and what is known of the customer."""
    turns = {turn.index: turn for turn in conversation.turns if turn.role is not Role.REP}
    spoken = (
        signal
        for labelled in analysis.turns
        if labelled.index in turns
        for signal in _of_turn(labelled, turns[labelled.index])
    )
    promised = (
        GateSignal(cue=Cue.OWN_STEP, turn=step.turns[0])
        for step in analysis.next_steps
        if step.owner is Owner.CUSTOMER and step.turns
    )
    signals = (*spoken, *promised, *_dated(conversation, analysis), *_known(conversation, pack))
    if not _is_settled(frozenset(turns), analysis, conversation.customer.nps):
        return signals
    return tuple(
        replace(signal, cue=Cue.SETTLED) if signal.cue is Cue.DISSATISFACTION else signal for signal in signals
    )


def words_count(labelled: LabelledTurn) -> bool:
    """Tell whether the words of a turn are read, and not its labels alone."""
    return _has(labelled, Signal.OBJECTION)


def is_read(labelled: LabelledTurn) -> bool:
    """Tell whether a turn says anything of the timing at all."""
    return bool(labelled.labels) or labelled.sentiment is Sentiment.POSITIVE


def ready_on(analysis: Analysis, held_on: dt.date | None) -> dt.date | None:
    """Return the last day that the customer named for deciding or starting, if it lies ahead."""
    named = [fact.date for fact in analysis.facts.timeline if fact.date and (held_on is None or fact.date > held_on)]
    return max(named, default=None)


def _of_turn(labelled: LabelledTurn, turn: Turn) -> Iterator[GateSignal]:
    for cue in {_CUES[score.signal] for score in labelled.labels if score.signal in _CUES}:
        yield GateSignal(cue=cue, turn=turn.index)
    if not words_count(labelled):
        return
    waits = _WAITS.search(turn.text) is not None
    if labelled.objection is None:  # a label that the user gave has no kind
        cue = Cue.NOT_YET if waits else Cue.OBJECTION
    else:
        cue = _HESITATES.get(labelled.objection, Cue.OBJECTION)
    yield GateSignal(cue=cue, turn=turn.index)
    if waits:
        yield GateSignal(cue=Cue.DEFERRAL, turn=turn.index)
    if _REFUSES.search(turn.text) or labelled.sentiment is Sentiment.NEGATIVE:
        yield GateSignal(cue=Cue.REFUSAL, turn=turn.index)


def _is_settled(theirs: frozenset[int], analysis: Analysis, nps: int | None) -> bool:
    """Tell whether the complaint of a meeting came early, was not heard again, and they were pleased after it.

    A detractor by far is not believed so easily. (Found on calls of unseen writers: of those wrongly on hold it tells
    half, of those rightly on hold none.)
    """
    said = [labelled for labelled in analysis.turns if labelled.index in theirs]
    last = max((labelled.index for labelled in said if _has(labelled, Signal.DISSATISFACTION)), default=-1)
    turns = analysis.turns[-1].index + 1 if analysis.turns else 0
    if last < 0 or last >= min(EARLY * turns, turns - PEACE) or (nps is not None and nps <= FAR_DETRACTOR):
        return False
    return any(
        labelled.sentiment is Sentiment.POSITIVE or _has(labelled, Signal.BUYING_SIGNAL, Signal.SUCCESS)
        for labelled in said
        if labelled.index > last
    )


def _has(labelled: LabelledTurn, *signals: Signal) -> bool:
    return any(score.signal in signals for score in labelled.labels)


def _dated(conversation: Conversation, analysis: Analysis) -> Iterator[GateSignal]:
    """Yield the customer's words for a day that presses, and for a beginning that is far off or has no date."""
    for fact in analysis.facts.timeline:
        turn, held_on = fact.turns[0] if fact.turns else -1, conversation.held_on
        ahead = (fact.date - held_on).days if fact.date and held_on else None
        if fact.date is None or (ahead is not None and ahead > SOON_DAYS):
            yield GateSignal(cue=Cue.DISTANT, turn=turn, detail=fact.text)
        elif ahead is not None and 0 <= ahead <= NEAR_DAYS:
            yield GateSignal(cue=Cue.NEAR_DATE, turn=turn, detail=fact.text)


def _known(conversation: Conversation, pack: RulePack) -> Iterator[GateSignal]:
    customer = conversation.customer
    if customer.nps is not None and loyalty_of(customer.nps) is Loyalty.DETRACTOR:
        yield GateSignal(cue=Cue.LOW_LOYALTY, detail=f"NPS {customer.nps}")
        if customer.nps <= FAR_DETRACTOR:
            yield GateSignal(cue=Cue.LOW_LOYALTY, detail=f"NPS {customer.nps} ≤ {FAR_DETRACTOR}")
    if customer.renewal_on and conversation.held_on:
        days = (customer.renewal_on - conversation.held_on).days
        if 0 <= days <= pack.renewal_days:
            yield GateSignal(cue=Cue.RENEWAL, detail=customer.renewal_on.isoformat())
