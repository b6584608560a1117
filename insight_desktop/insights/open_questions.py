"""Questions of the customer that the rep put off, or passed over.

A question counts as open when the rep's next words put it off («I'll check», 確認します), or when the rep answers with nothing
but a nod, a question of their own or another subject's first words. A stall signal (Modulate's «unaddressed question»).
"""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import is_backchannel

_PUT_OFF = {
    "ja": re.compile(
        r"確認(?:し|いた|さ)|確かめ(?:て|ま)|調べ(?:て|ま)|持ち帰|聞いて(?:み|お)|分かりかね|わかりかね|即答|後日|のちほど|追って"
        r"|お調べ|問い合わせ(?:て|ま)|社内で|上の者|技術の者に|わかりません|分かりません|自信がな"
    ),
    "en": re.compile(
        r"\b(?:i'?ll (?:check|find out|ask|look into|have to check|get back|come back)|let me (?:check|find out|ask)|not sure"
        r"|i don'?t (?:know|want to (?:guess|tell you wrong))|get back to you|i'?d have to (?:check|ask)|find out for you)\b",
        re.IGNORECASE,
    ),
}
_SHORTEST = {"ja": 8, "en": 16}
_SMALL_TALK = {
    "ja": re.compile(
        r"ですよね|でしょ[?。]|じゃない(?:です)?か|わかる|聞こえ|お元気|暑|寒|お茶|コーヒー|よろしいですか"
    ),
    "en": re.compile(
        r"\b(?:isn't it|aren't they|don't you|right|you know|can you hear|how are you|is that|coffee|tea)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that still wants an answer."""

    text: str
    turns: tuple[int, ...]
    worth: float


def open_questions(conversation: Conversation) -> tuple[OpenQuestion, ...]:
    """Return the customer's questions that were put off or passed over, in order."""
    found = []
    language = conversation.language
    for turn in conversation.turns:
        if turn.role is Role.REP:
            continue
        asked = [q for q in questions(turn.text, language) if len(q) >= _SHORTEST[language]]
        if not asked or _SMALL_TALK[language].search(asked[-1]):
            continue
        answer = _answer(conversation.turns, turn.index)
        if answer is None:
            continue
        if _PUT_OFF[language].search(answer.text):
            found.append(OpenQuestion(text=asked[-1], turns=(turn.index, answer.index), worth=0.9))
        elif is_backchannel(answer.text, language) and _moves_on(conversation.turns, answer.index, language):
            found.append(OpenQuestion(text=asked[-1], turns=(turn.index,), worth=0.5))
    return tuple(found)


def _answer(turns: Sequence[Turn], index: int) -> Turn | None:
    """Return the next turn when it is the rep's; a colleague of the customer may answer instead."""
    following = turns[index + 1] if index + 1 < len(turns) else None
    return following if following is not None and following.role is Role.REP else None


def _moves_on(turns: Sequence[Turn], index: int, language: str) -> bool:
    """Tell whether after a nod the customer speaks of something else, rather than going on with what they asked."""
    following = next((turn for turn in turns[index + 1 :] if turn.role is Role.REP), None)
    return following is not None and bool(questions(following.text, language))
