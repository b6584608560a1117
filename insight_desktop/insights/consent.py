"""Whether the opening of a conversation asks to record it, and what the other side answers."""

import re
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.speech import normalised

OPENING_S = 300.0
OPENING_TURNS = 40
"""Where turns have no times."""
_REACH = 4
"""The answer comes within so many turns."""

_ASKS_JA = re.compile(
    r"(?:録音|録画|ろくおん|レコーディング|収録|文字起こし).{0,24}"
    r"(?:よろしい|宜しい|いいです|良いです|いいでしょう|大丈夫|構い|かまい|差し支え|差支え|問題ない|問題あり|可能"
    r"|させて(?:いただ|頂|もら|くださ|下さ)|して(?:おり|い)ます|しています|してますが|ご了承|ご許可|許可|お許し|お願い|取ら|撮ら|録ら|回し)"
    r"|(?:録ら|撮ら)せて(?:いただ|頂|もら)"
)
_ASKS_EN = re.compile(
    r"(?:may|can|could|mind|okay|ok|all ?right|fine|happy|comfortable|permission|object|good with"
    r"|let you know|going to)\b.{0,60}\brecord(?:ing|ed)?\b"
    r"|\brecord(?:ing|ed)?\b.{0,60}\b(?:okay|ok|all ?right|fine|mind|permission|object|good with you)\b"
    r"|\b(?:call|meeting|conversation|session)\b.{0,20}\b(?:is|being|be)\b.{0,10}\brecorded\b",
    re.IGNORECASE,
)
_NO_JA = re.compile(
    r"控え|ひかえ|遠慮|やめて|止めて|困り|困る|だめ|ダメ|駄目|NG|嫌です|いやです|録音はちょっと|録音なし|できません|難しい"
)
_YES_JA = re.compile(
    r"はい|ええ|うん|もちろん|勿論|どうぞ|大丈夫|構いません|かまいません|構わない|問題(?:ない|あり?ません)|承知|了解|いいです|良いです|オッケー|OK"
    r"|お願いし|よろしいです|差し支え(?:ない|あり?ません)|それで結構"
)
_NO_EN = re.compile(
    r"\b(?:rather not|prefer not|rather you didn'?t|prefer you didn'?t|please don'?t|not comfortable|can'?t agree"
    r"|no recording|we don'?t allow)\b",
    re.IGNORECASE,
)
_YES_EN = re.compile(
    r"\b(?:yes|yeah|yep|sure|of course|go ahead|fine|no problem|okay|ok|absolutely|certainly|not at all|no objection"
    r"|don'?t mind|happy with that|please do|all good|works for me)\b",
    re.IGNORECASE,
)
_BARE_NO_EN = re.compile(r"^\s*(?:no|nope)\b[\s.,!]*$", re.IGNORECASE)
_MIND_EN = re.compile(r"\b(?:mind|object)\b", re.IGNORECASE)


class Answer(StrEnum):
    """What the other side said to the question."""

    AGREED = "agreed"
    REFUSED = "refused"
    UNCLEAR = "unclear"
    """No answer was understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedConsent:
    """The question whether one may record, and its answer."""

    asked: int
    """The turn that asks."""
    answer: Answer
    answered: int | None = None
    """The turn that answers."""


def find_consent(conversation: Conversation) -> AskedConsent | None:
    """Return the question and the answer, or None where nobody asked in the opening."""
    asks = _ASKS_JA if conversation.language == "ja" else _ASKS_EN
    for turn in conversation.turns:
        if not _is_opening(turn):
            break
        if turn.role is not Role.CUSTOMER and asks.search(normalised(turn.text)):
            return _answer_to(turn, conversation)
    return None


def _is_opening(turn: Turn) -> bool:
    return turn.span.start < OPENING_S if turn.span is not None else turn.index < OPENING_TURNS


def _answer_to(asked: Turn, conversation: Conversation) -> AskedConsent:
    later = conversation.turns[asked.index + 1 : asked.index + 1 + _REACH]
    for turn in later:
        if turn.speaker == asked.speaker:
            continue
        answer = _understood(turn.text, asked.text, conversation.language)
        if answer is not Answer.UNCLEAR:
            return AskedConsent(asked=asked.index, answer=answer, answered=turn.index)
    return AskedConsent(asked=asked.index, answer=Answer.UNCLEAR)


def _understood(text: str, question: str, language: str) -> Answer:
    plain = normalised(text)
    if language == "ja":
        refuses, agrees = _NO_JA.search(plain), _YES_JA.search(plain)
    else:
        refuses, agrees = _NO_EN.search(plain), _YES_EN.search(plain)
        if _BARE_NO_EN.match(plain):
            # «Do you mind if we record?» — «No.»
            return Answer.AGREED if _MIND_EN.search(question) else Answer.REFUSED
    if refuses:
        return Answer.REFUSED
    return Answer.AGREED if agrees else Answer.UNCLEAR
