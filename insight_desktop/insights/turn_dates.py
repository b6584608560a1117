"""The time that a turn of a call plans for, where the turns before and the customer's contract give it a day."""

import datetime as dt
import re
from dataclasses import replace

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.insights.confirmed_days import day_said_back
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.dates import dates_ahead
from insight_desktop.insights.plan_dates import plan_of, plans_of

_NEAR = 2
_REFERS = {
    "ja": re.compile(
        r"(?:その|そん|同じ)(?:日|とき|時|頃|ころ|月|あたり|へん)|それまで|間に合|開始日|期限|期日|^(?:はい|ええ|うん|そう)[、。]?"
    ),
    "en": re.compile(
        r"\b(?:then|that (?:day|date|week|month|one)|precisely|exactly|no later|on the dot|on time|deadline|in time)\b"
        r"|^(?:yes|yeah|yep|right|correct|that's it)\b",
        re.IGNORECASE,
    ),
}
"""A turn without a day of its own that speaks of the one named before."""

_RENEWAL = {
    "ja": re.compile(
        r"契約(?:の|が)?(?:切れる|満了(?:する)?|終わる)(?:日|とき|時|まで|前)?|契約満了"
        r"|更新(?:の(?:とき|時|日|タイミング|時期)|まで|日|時期|時に)"
    ),
    "en": re.compile(
        r"\b(?:when|until|till|before|by the time) (?:the |our |this )?"
        r"(?:contract|licen[cs]e|subscription|agreement)(?:['’]s| is)? (?:up|over|ends|runs out|expires|renews)\b"
        r"|\b(?:at|by|until|till|before) (?:the )?renewal\b|\brenewal (?:date|time)\b",
        re.IGNORECASE,
    ),
}
"""The day on which the customer's contract is renewed, meant without being named."""


def plans_at(conversation: Conversation, turn: Turn) -> tuple[DateMention, ...]:
    """Return the times that a turn plans for, the surest last.

    A bare day or «then» takes its month from the turns just before; what the other side says back in full is the day.
    """
    if conversation.held_on is None:
        return ()
    told = _told(conversation, turn, conversation.held_on)
    back = day_said_back(conversation, turn)
    if back is None:
        return told
    best = replace(told[-1], first=back.date, last=back.date, precision=back.precision) if told else _unplaced(back)
    return (*(other for other in told[:-1] if other.date != best.date), best)


def _unplaced(mention: DateMention) -> DateMention:
    """Return a time without its characters, which stand in another turn."""
    return replace(mention, start=0, end=0)


def _told(conversation: Conversation, turn: Turn, held_on: dt.date) -> tuple[DateMention, ...]:
    anchor = anchor_before(conversation, turn.index)
    mentions = plans_of(turn.text, held_on, conversation.language, anchor=anchor)
    if mentions:
        return mentions
    renewal = _renewal(conversation, turn)
    if renewal is not None:
        return (renewal,)
    if not _REFERS[conversation.language].search(turn.text):
        return ()
    for index in range(turn.index - 1, max(-1, turn.index - 1 - _NEAR), -1):
        mention = plan_of(conversation.turns[index].text, held_on, conversation.language)
        if mention is not None:
            return (_unplaced(mention),) if mention.precision is not Precision.VAGUE else ()
    return ()


def anchor_before(conversation: Conversation, index: int, *, days_only: bool = False) -> dt.date | None:
    """Return the last month or day named in the turns just before."""
    held_on = conversation.held_on
    if held_on is None:
        return None
    for earlier in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        mentions = dates_ahead(conversation.turns[earlier].text, held_on, conversation.language)
        for mention in reversed(mentions):
            if mention.date is None or mention.precision is Precision.LONGER:
                continue
            if not days_only or mention.precision is Precision.DAY:
                return mention.date
    return None


def _renewal(conversation: Conversation, turn: Turn) -> DateMention | None:
    day, words = conversation.customer.renewal_on, _RENEWAL[conversation.language].search(turn.text)
    if day is None or words is None or conversation.held_on is None or day < conversation.held_on:
        return None
    return DateMention(first=day, last=day, start=words.start(), end=words.end(), precision=Precision.DAY)
