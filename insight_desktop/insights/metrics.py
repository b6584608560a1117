"""How a conversation went, in numbers.

Definitions (times in seconds; None where the transcript has no times):

- talk ratio: the rep's speaking time as a share of both sides' speaking time (Gong, MiiTel «Talk:Listen»).
- longest monologue: the longest stretch in which the rep speaks and the customer only gives backchannels (Gong).
- questions: sentences that ask something, each side's (Gong «question rate» counts the rep's); needs no times.
- digging depth: the longest run of questions of the rep, each asked right after the customer answered the one before.
- patience: the mean time between the end of a customer's turn and the rep's answer; an answer that starts before that
  end counts as 0 (Gong).
- interruptions: turns that start while the other side still speaks for at least half a second more, and that are no
  backchannel (revenue.io: active listening is no interruption).
- overlap: the sum of the stretches in which both sides speak for at least 1 s (MiiTel).
- silence: the sum of the stretches in which nobody speaks for at least 3 s (MiiTel).
- interactivity: changes of the speaking side a minute, backchannels left out (after Dynamics 365 «switches per hour»).
- speaking rate: characters without punctuation (ja) or words (en) a minute of that side's speech (Dynamics 365).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import Metrics
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import is_backchannel

OVERLAP_S = 1.0
SILENCE_S = 3.0
INTERRUPTION_S = 0.5
_MINUTE_S = 60.0
_NOT_SPOKEN = re.compile(r"[\s、。,.!?!?…・「」『』()()—\-〜~]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """A turn of a known side with its times."""

    role: Role
    span: TimeSpan
    text: str
    backchannel: bool


def measure(conversation: Conversation) -> Metrics:
    """Return the numbers of a conversation."""
    asked = {
        role: sum(len(questions(t.text, conversation.language)) for t in conversation.turns if t.role is role)
        for role in (Role.REP, Role.CUSTOMER)
    }
    depth = _digging_depth(conversation)
    spoken = _spoken(conversation)
    if not spoken:
        return Metrics(questions_rep=asked[Role.REP], questions_customer=asked[Role.CUSTOMER], digging_depth=depth)
    rep = [turn for turn in spoken if turn.role is Role.REP]
    customer = [turn for turn in spoken if turn.role is Role.CUSTOMER]
    rep_s, customer_s = _length(rep), _length(customer)
    both_s = rep_s + customer_s
    told = [turn for turn in spoken if not turn.backchannel]
    minutes = (max(turn.span.end for turn in spoken) - min(turn.span.start for turn in spoken)) / _MINUTE_S
    return Metrics(
        talk_ratio_rep=_rounded(rep_s / both_s) if both_s else None,
        longest_monologue_s=_rounded(_longest_monologue(told)),
        questions_rep=asked[Role.REP],
        questions_customer=asked[Role.CUSTOMER],
        digging_depth=depth,
        patience_s=_patience(told),
        interruptions=_interruptions(spoken),
        overlap_s=_rounded(_overlap(rep, customer)),
        silence_s=_rounded(_silence(spoken)),
        interactivity_per_min=_rounded(_switches(told) / minutes) if minutes else None,
        speaking_rate_rep=_rate(rep, conversation.language),
        speaking_rate_customer=_rate(customer, conversation.language),
    )


def of_writing(metrics: Metrics) -> Metrics:
    """Return what can be counted of a chat or a survey: who asked how much; nobody's time."""
    return Metrics(
        questions_rep=metrics.questions_rep,
        questions_customer=metrics.questions_customer,
        digging_depth=metrics.digging_depth,
    )


def _digging_depth(conversation: Conversation) -> int:
    """Return how many questions of the rep followed each other with nothing but the customer's answers between."""
    deepest = depth = 0
    for turn in conversation.turns:
        if turn.role is Role.REP and not is_backchannel(turn.text, conversation.language):
            depth = depth + 1 if questions(turn.text, conversation.language) else 0
            deepest = max(deepest, depth)
    return deepest


def _spoken(conversation: Conversation) -> list[_Spoken]:
    def value(turn: Turn, span: TimeSpan) -> _Spoken:
        backchannel = is_backchannel(turn.text, conversation.language)
        return _Spoken(role=turn.role, span=span, text=turn.text, backchannel=backchannel)

    found = [value(t, t.span) for t in conversation.turns if t.span is not None and t.role is not Role.UNKNOWN]
    return sorted(found, key=lambda turn: (turn.span.start, turn.span.end))


def _rounded(value: float) -> float:
    return round(value, 3)


def _merged(turns: Iterable[_Spoken]) -> list[TimeSpan]:
    """Return the stretches in which any of the turns is spoken."""
    spans: list[TimeSpan] = []
    for span in sorted(turn.span for turn in turns):
        if spans and span.start <= spans[-1].end:
            spans[-1] = spans[-1].union(span)
        else:
            spans.append(span)
    return spans


def _length(turns: Iterable[_Spoken]) -> float:
    return sum(span.duration for span in _merged(turns))


def _longest_monologue(told: Sequence[_Spoken]) -> float:
    longest = 0.0
    start: float | None = None
    for turn in told:
        if turn.role is not Role.REP:
            start = None
            continue
        start = turn.span.start if start is None else start
        longest = max(longest, turn.span.end - start)
    return longest


def _patience(told: Sequence[_Spoken]) -> float | None:
    waits = [
        max(0.0, after.span.start - before.span.end)
        for before, after in pairwise(told)
        if before.role is Role.CUSTOMER and after.role is Role.REP
    ]
    return _rounded(sum(waits) / len(waits)) if waits else None


def _interruptions(spoken: Sequence[_Spoken]) -> int:
    count = 0
    running: dict[Role, float] = {}
    for turn in spoken:
        other = Role.CUSTOMER if turn.role is Role.REP else Role.REP
        if not turn.backchannel and running.get(other, 0.0) - turn.span.start >= INTERRUPTION_S:
            count += 1
        if not turn.backchannel:
            running[turn.role] = max(running.get(turn.role, 0.0), turn.span.end)
    return count


def _overlap(rep: Iterable[_Spoken], customer: Iterable[_Spoken]) -> float:
    theirs = _merged(customer)
    shared = (mine.overlap(other) for mine in _merged(rep) for other in theirs)
    return sum(length for length in shared if length >= OVERLAP_S)


def _silence(spoken: Iterable[_Spoken]) -> float:
    spans = _merged(spoken)
    gaps = (after.start - before.end for before, after in pairwise(spans))
    return sum(gap for gap in gaps if gap >= SILENCE_S)


def _switches(told: Sequence[_Spoken]) -> int:
    return sum(before.role is not after.role for before, after in pairwise(told))


def _rate(turns: Sequence[_Spoken], language: str) -> float | None:
    minutes = sum(turn.span.duration for turn in turns) / _MINUTE_S
    if not minutes:
        return None
    units = sum(
        len(_NOT_SPOKEN.sub("", turn.text)) if language == "ja" else len(_WORD.findall(turn.text)) for turn in turns
    )
    return _rounded(units / minutes)
