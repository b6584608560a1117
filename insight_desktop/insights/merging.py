"""Turns about the same thing become one insight with all its evidence.

Two turns of one kind are linked by a logistic model of their distance, the words that they share, and what is said
between them; groups grow by the mean link of their turns (average linkage), so that the result depends on no order.
The weights were learned on the annotated training calls, without sentence vectors: distance and words alone group the
turns of annotated labels at 0.94 insight F1.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, ObjectionKind
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.content_words import content_words
from insight_desktop.insights.speech import is_backchannel
from insight_desktop.insights.summaries import is_implied, summary_of
from insight_desktop.insights.themes import theme_of
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import meanings

THRESHOLD = 0.5
_SHORT = {"ja": 20, "en": 50}
_SHORT_BETWEEN = {"ja": 16, "en": 30}
_MOST_SHARED = 3
_NEAR, _NOT_FAR, _FARTHER, _FAR = 2, 4, 6, 10

_BIAS = -1.48
_WEIGHTS = {
    "next_turn": -0.04,
    "not_far": 0.28,
    "farther": -0.85,
    "far": -1.69,
    "very_far": -1.08,
    "neighbours": 0.10,
    "near_neighbours": 2.02,
    "shares_words": -0.40,
    "shared_words": 0.88,
    "shared_part": 0.75,
    "same_speaker": 0.56,
    "opens_subject": -2.35,
    "only_nods_between": 0.98,
    "rep_takes_up": 0.41,
    "pain": -0.27,
    "need": -2.26,
    "success": -0.36,
    "dissatisfaction": 0.41,
    "english": -0.23,
    "second_is_short": 1.20,
}

_OPENS_SUBJECT = re.compile(
    r"^(?:それと|それから|あと|もう一つ|もうひとつ|もういっこ|ほかに|他に|別の話|話変わ|ついでに|それに|ちなみに|それより|けど|ただ)"
    r"|^(?:and another|another thing|the other thing|also|oh,? and|besides|plus|separately|different)",
    re.IGNORECASE,
)


def merge(
    conversation: Conversation, labelled: Sequence[LabelledTurn], embedder: Embedder | None = None
) -> tuple[Insight, ...]:
    """Return the insights of a call, in order of their first turn; with an embedder each carries its meaning."""
    kinds = {
        kind: sorted({turn.index for turn in labelled if any(s.signal.value == kind.value for s in turn.labels)})
        for kind in InsightKind
    }
    objections = {turn.index: turn.objection for turn in labelled if turn.objection is not None}
    confidence = {(turn.index, score.signal.value): score.confidence for turn in labelled for score in turn.labels}
    found = []
    for kind, indexes in kinds.items():
        for group in groups(indexes, _link_in(conversation, kind, indexes)):
            turns = [conversation.turns[index] for index in group]
            sureness = max(confidence[index, kind.value] for index in group)
            texts = [turn.text for turn in turns]
            found.append(
                Insight(
                    kind=kind,
                    turns=tuple(group),
                    summary=summary_of(turns, conversation.language),
                    theme=_objection(group, objections) if kind is InsightKind.OBJECTION else theme_of(texts),
                    confidence=sureness,
                    hypothesis=is_implied(texts, conversation.language),
                )
            )
    found.sort(key=lambda insight: (insight.turns, insight.kind.value))
    return _with_vectors(found, conversation.language, embedder)


def _objection(group: Sequence[int], known: Mapping[int, ObjectionKind]) -> str:
    """Return the kind that most turns of an objection are of, the first one's where they disagree evenly."""
    kinds = [known[index] for index in group if index in known]
    return max(kinds, key=kinds.count).value if kinds else ""


def _with_vectors(found: Sequence[Insight], language: str, embedder: Embedder | None) -> tuple[Insight, ...]:
    if embedder is None:
        return tuple(found)
    vectors = meanings([insight.summary for insight in found], language, embedder)
    return tuple(replace(insight, vector=vector) for insight, vector in zip(found, vectors, strict=True))


def groups(indexes: Sequence[int], link: Callable[[int, int], float]) -> list[list[int]]:
    """Group turns by average linkage: join the two groups of the strongest mean link until none is strong enough."""
    found = [[index] for index in sorted(set(indexes))]
    links = {(a, b): link(a, b) for n, (a,) in enumerate(found) for (b,) in found[n + 1 :]}
    while len(found) > 1:
        strength, first, second = max(
            (_mean_link(found[x], found[y], links), -x, -y) for x in range(len(found)) for y in range(x + 1, len(found))
        )
        if strength < THRESHOLD:
            break
        joined = sorted(found[-first] + found[-second])
        found = sorted([group for n, group in enumerate(found) if n not in (-first, -second)] + [joined])
    return found


def _mean_link(first: Sequence[int], second: Sequence[int], links: dict[tuple[int, int], float]) -> float:
    pairs = [links[min(a, b), max(a, b)] for a in first for b in second]
    return sum(pairs) / len(pairs)


def _link_in(conversation: Conversation, kind: InsightKind, indexes: Sequence[int]) -> Callable[[int, int], float]:
    places = {index: place for place, index in enumerate(indexes)}

    def link(first: int, second: int) -> float:
        neighbours = abs(places[second] - places[first]) == 1
        return link_of(conversation, kind, first, second, neighbours=neighbours)

    return link


def link_of(conversation: Conversation, kind: InsightKind, first: int, second: int, *, neighbours: bool) -> float:
    """Return how likely two turns of a kind speak of the same thing, 0 to 1.

    Args:
        conversation: the call.
        kind: of both turns.
        first: index of the earlier turn.
        second: index of the later turn.
        neighbours: no other turn of that kind lies between them.

    """
    language = conversation.language
    one, two = conversation.turns[first], conversation.turns[second]
    between = conversation.turns[first + 1 : second]
    words_one, words_two = content_words(one.text, language), content_words(two.text, language)
    shared = len(words_one & words_two)
    distance = second - first
    rep_words = [content_words(turn.text, language) for turn in between if turn.role is Role.REP]
    features = {
        "next_turn": distance == 1,
        "not_far": _NEAR < distance <= _NOT_FAR,
        "farther": _NOT_FAR < distance <= _FARTHER,
        "far": _FARTHER < distance <= _FAR,
        "very_far": distance > _FAR,
        "neighbours": neighbours,
        "near_neighbours": neighbours and distance <= _NEAR,
        "shares_words": shared > 0,
        "shared_words": min(shared, _MOST_SHARED),
        "shared_part": shared / max(1, min(len(words_one), len(words_two))),
        "same_speaker": one.speaker == two.speaker,
        "opens_subject": _OPENS_SUBJECT.match(two.text) is not None,
        "only_nods_between": all(_is_nod(turn, language) for turn in between),
        "rep_takes_up": any(words & words_one for words in rep_words),
        "english": language == "en",
        "second_is_short": len(two.text) < _SHORT[language],
        kind.value: True,
    }
    total = _BIAS + sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def _is_nod(turn: Turn, language: str) -> bool:
    return is_backchannel(turn.text, language) or len(turn.text) < _SHORT_BETWEEN[language]
