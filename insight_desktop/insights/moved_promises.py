"""A promise whose day the other side cannot have, and that is promised again at once for another one."""

import re

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import NextStep
from insight_desktop.insights.dates import find_dates

_ANSWER, _AGAIN = 1, 2
"""How many turns after the promise the other side answers, and the speaker takes another day."""
_OPENING = {
    "ja": re.compile(
        r"^(?:ああ|あ|はい|そうですか|なるほど)?[、。]?(?:では|じゃ|じゃあ|それでは|それじゃ|そんなら|ほな|ほんなら|なら)"
    ),
    "en": re.compile(
        r"^(?:(?:ah|oh|right|okay|ok|fine|sure|no problem)[,.]? )?"
        r"(?:then|so|make it|how about|shall we say|let's say)\b",
        re.IGNORECASE,
    ),
}
_CANNOT = {
    "ja": re.compile(
        r"だめ|ダメ|駄目|無理|あかん|忙し|いっぱい|都合|おらん|いない|おりません|休み|出張|間に合わ|難し|厳し|埋まって"
    ),
    "en": re.compile(
        r"\b(?:can't|cannot|won't|no good|busy|booked|away|off|doesn't work|not free|out that|impossible)\b",
        re.IGNORECASE,
    ),
}


def is_moved(conversation: Conversation, before: NextStep, step: NextStep) -> bool:
    """Tell whether a promise takes the place of the one just before because of its day."""
    turns, held_on = conversation.turns, conversation.held_on
    if held_on is None or before.due is None or step.due in (None, before.due) or before.owner is not step.owner:
        return False
    first, second = turns[before.turns[-1]], turns[step.turns[0]]
    if second.index - first.index != _AGAIN or first.speaker != second.speaker:
        return False
    answer = turns[first.index + _ANSWER]
    if answer.role is first.role or not _OPENING[conversation.language].search(second.text):
        return False
    named = {mention.date for mention in find_dates(answer.text, held_on, conversation.language)}
    return before.due in named or _CANNOT[conversation.language].search(answer.text) is not None
