"""One sentence for an insight, in the customer's own words."""

import math
import re
from collections.abc import Sequence

from insight_desktop.domain.conversation import Turn
from insight_desktop.insights.content_words import content_words
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import sentences, without_fillers

_BEST_LENGTH = {"ja": (14, 60), "en": (35, 150)}
_LONGEST = {"ja": 90, "en": 220}
_POINTING = re.compile(
    r"^(?:それ|そこ|その|あれ|あそこ|これ|ここ|そう|ええ|うん|はい|いや|だから|で、)|^(?:it|that|this|they|he|she|those|these|so|and|yeah|yes|no|well|which)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"かもしれ|かも(?:ね|な|。|、|$)|気がする|気はする|ような気|たぶん|多分|おそらく|恐らく|どうだろう|でしょうね|だろうね|んじゃないか|もし(?:も)?[^。]{0,12}(?:たら|なら)"
    r"|\b(?:maybe|perhaps|probably|might|i guess|i suppose|i'd imagine|could be|not sure)\b",
    re.IGNORECASE,
)


def summary_of(turns: Sequence[Turn], language: str) -> str:
    """Return the sentence of the turns that says most of what they share."""
    counts: dict[str, int] = {}
    for turn in turns:
        for word in content_words(turn.text, language):
            counts[word] = counts.get(word, 0) + 1
    best, best_score = "", float("-inf")
    for number, turn in enumerate(turns):
        for sentence in sentences(without_fillers(turn.text, language)):
            score = _worth(sentence, language, counts) - 0.05 * number
            if score > best_score:
                best, best_score = sentence, score
    return whole(best or turns[0].text.strip(), language)


def _worth(sentence: str, language: str, counts: dict[str, int]) -> float:
    words = content_words(sentence, language)
    shortest, longest = _BEST_LENGTH[language]
    score = math.sqrt(sum(counts.get(word, 0) for word in words))
    if len(sentence) < shortest:
        score -= 1.0
    elif len(sentence) > longest:
        score -= (len(sentence) - longest) / longest
    if _POINTING.match(sentence):
        score -= 0.6
    if questions(sentence, language):
        score -= 0.8
    return score


def whole(sentence: str, language: str) -> str:
    """Cut an overlong sentence (recogniser output has no full stops) at the end of a clause."""
    longest = _LONGEST[language]
    if len(sentence) <= longest:
        return sentence
    breaks = [
        m.end()
        for m in re.finditer(
            r"(?:けど|ので|から|まして|って|んで|し|が)(?=[^、。]{4})|[、。]|, |; | but | and ", sentence
        )
        if m.end() <= longest
    ]
    end = breaks[-1] if breaks else sentence.rfind(" ", 0, longest)
    return sentence[: end if end > 0 else longest].rstrip("、, ") + "…"


def is_implied(texts: Sequence[str], language: str) -> bool:
    """Tell whether every turn hedges, so that the insight is a supposition rather than a statement."""
    del language  # both languages' hedges are looked for: speakers mix them
    return all(_HEDGE.search(text) for text in texts)
