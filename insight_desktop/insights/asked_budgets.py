"""An answer to the question what can be spent tells the budget, whatever its words are: «Nothing, this year»."""
# ruff: noqa: E501 -- tables of words

import re

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.money import has_amount
from insight_desktop.insights.speech import sentences

_ASKS = {
    "ja": re.compile(r"予算|(?:残り|出せ|用意|お考え|ご予定)[^。]{0,8}(?:お?いくら|どのくらい|どれくらい)|費用感"),
    "en": re.compile(
        r"\bbudget\w*\b|\b(?:is there|have you|have they) (?:any |the )?money\b|\bmoney(?:[- ]?wise| there| for (?:it|this|that))"
        r"|\bset aside\b|\bafford\b|\bput towards?\b"
        r"|\bwhat (?:have|has) (?:you|they|he|she|the \w+) got (?:for|to)\b"
        r"|\bwhat (?:would|could|can) (?:you|they|he|she|the \w+) (?:spend|pay|put|find|go to)\b"
        r"|\b(?:number|figure|price|sum)s? (?:in mind|pencilled|(?:you|they|he|she)(?:'d| would| were| was| had)|that (?:would|works))\b",
        re.IGNORECASE,
    ),
}
_LAST = 2
"""How many sentences back the question may stand."""


def answers_budget(conversation: Conversation, index: int) -> bool:
    """Tell whether the rep has just asked what can be spent, and the turn names an amount or that there is none."""
    if not index:
        return False
    asked, turn = conversation.turns[index - 1], conversation.turns[index]
    if turn.role is Role.REP or asked.role is not Role.REP:
        return False
    last = " ".join(sentences(asked.text)[-_LAST:])
    return _ASKS[conversation.language].search(last) is not None and has_amount(turn.text, conversation.language)
