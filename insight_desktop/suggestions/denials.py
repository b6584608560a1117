"""What the rep asked about and the customer waved off: a problem that is not there is no reason to offer."""

import re
from collections.abc import Iterator

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.speaker import Role

_VOICED = frozenset({Signal.PAIN, Signal.NEED, Signal.EXPANSION_SIGNAL, Signal.BUYING_SIGNAL, Signal.DISSATISFACTION})
_DENIES = re.compile(
    r"^(?:あ[ー、]?|え[ーっ、]*)?(?:いや|いえ|いいえ|ううん|んー?、?(?:特に|別に)|特に|別に)"
    r"|困って(?:い?ない|(?:は)?(?:い)?ません)|足りて|間に合って|今のままで|このままで|十分です"
    r"|(?:要ら|いら)(?:ない|ん)|(?:要り|いり)ません|必要(?:ない|ありません)|不便は(?:ない|ありません)"
    r"|問題(?:は)?(?:ない|ありません)|大丈夫です|結構です"
    r"|^(?:oh,? |well,? |um,? |ah,? )?(?:no\b|nope|nah|not really|not at all)"
    r"|\b(?:don't (?:need|want|have that)|doesn't bother|not a problem|isn't a problem|no problem|we're fine"
    r"|that's fine|works fine|is fine|are fine|happy with|rather not|no trouble|no need)\b",
    re.IGNORECASE,
)


def is_denial(text: str) -> bool:
    """Return whether an answer says no, or that there is no trouble."""
    return _DENIES.search(text) is not None


def denied(conversation: Conversation, analysis: Analysis) -> tuple[str, ...]:
    """Return what was waved off: the customer's denial together with the rep's words that it answers."""
    return tuple(_denied(conversation, analysis))


def _denied(conversation: Conversation, analysis: Analysis) -> Iterator[str]:
    labels = {turn.index: {score.signal for score in turn.labels} for turn in analysis.turns}
    asked = ""
    for turn in conversation.turns:
        if turn.role is Role.REP:
            asked = turn.text
        elif asked and is_denial(turn.text) and not labels.get(turn.index, set()) & _VOICED:
            yield f"{asked} {turn.text}"
