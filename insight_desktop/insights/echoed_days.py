"""A day that the other side only says again: «you'll have it by the eleventh» – «I'll hold you to the eleventh»."""

import re
from collections.abc import Mapping, Sequence

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import NextStep
from insight_desktop.insights.due_dates import due_of
from insight_desktop.nlp.morphemes import morphemes

_DEED_EN = re.compile(r"\b(?:i|we|let)\b(?!'ll hold you\b|'d be grateful\b)", re.IGNORECASE)
"""Whoever speaks of themselves may do something too."""
_DEED_JA = ("動詞-一般", "名詞-普通名詞-サ変可能")
"""Verbs with a meaning of their own, and what is done with する; です, ございます and お願いします do nothing."""
_ASKING_JA = "願"


def without_echoes(
    conversation: Conversation, steps: Sequence[NextStep]
) -> tuple[list[NextStep], dict[int, tuple[int, ...]]]:
    """Return the promises that are more than a day said again, and by the turn of each the turns that say its day."""
    kept: list[NextStep] = []
    echoes: dict[int, tuple[int, ...]] = {}
    for step in steps:
        before = next(
            (other for other in reversed(kept) if _is_echo(conversation, other, step, _last(other, echoes))), None
        )
        if before is None:
            kept.append(step)
        else:
            turn = before.turns[-1]
            echoes[turn] = (*echoes.get(turn, ()), *step.turns)
    return kept, echoes


def _last(step: NextStep, echoes: Mapping[int, tuple[int, ...]]) -> int:
    return max(step.turns[-1], *echoes.get(step.turns[-1], (0,)))


def _is_echo(conversation: Conversation, before: NextStep, step: NextStep, last: int) -> bool:
    """Tell whether a turn names the day of the promise just before it again and does nothing of its own."""
    if step.due is None or step.due != before.due or conversation.held_on is None:
        return False
    first, second = conversation.turns[last], conversation.turns[step.turns[0]]
    if second.index != first.index + 1 or first.speaker == second.speaker:
        return False
    named = due_of(second.text, conversation.held_on, conversation.language, anchor=before.due)
    return named is not None and named.date == step.due and not _does_something(second.text, conversation.language)


def _does_something(text: str, language: str) -> bool:
    if language == "ja":
        return any(word.kind.startswith(_DEED_JA) and _ASKING_JA not in word.text for word in morphemes(text))
    return _DEED_EN.search(text) is not None
