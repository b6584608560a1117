"""A planned day that the other side says back in full: «the fifteenth» – «the fifteenth of November, right»."""

import re

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.date_words_en import MONTH
from insight_desktop.insights.dates import dates_ahead
from insight_desktop.insights.speech import without_fillers

_OPENS = {
    "ja": re.compile(r"(?:(?:はい|ええ|では|じゃあ?|そうすると|なるほど|承知しました|わかりました)[、。]?)*"),
    "en": re.compile(
        r"(?:(?:so|then|right|okay|ok|yes|yeah|good|great|by|on|that's|that is|which is|that'd be)[,.]? )*(?:the )?",
        re.IGNORECASE,
    ),
}
_ENDS = {
    "ja": re.compile(r"(?:まで|から)?(?:ですね?|でしょうか|ですか)(?:[。、]|$)|。|$"),
    "en": re.compile(r"(?:[.,?!;]|$| that is\b| is that\b)"),
}
_SAYS_MONTH = {"ja": re.compile(r"月の?[^かヶ月曜]+日"), "en": re.compile(MONTH, re.IGNORECASE)}


def day_said_back(conversation: Conversation, turn: Turn) -> DateMention | None:
    """Return the day, told with its month, that the other side repeats at once and alone; None where there is none."""
    held_on, language = conversation.held_on, conversation.language
    if held_on is None or turn.index + 1 >= len(conversation.turns):
        return None
    answer = conversation.turns[turn.index + 1]
    if (answer.role is Role.REP) == (turn.role is Role.REP):
        return None
    text = without_fillers(answer.text, language)
    first = next(iter(dates_ahead(text, held_on, language)), None)
    if first is None or first.precision is not Precision.DAY:
        return None
    told = text[first.start : first.end]
    alone = _OPENS[language].fullmatch(text[: first.start]) and _ENDS[language].match(text[first.end :])
    return first if alone and _SAYS_MONTH[language].search(told) else None
