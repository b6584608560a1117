"""Turns about the same thing become one insight with all its evidence.

Two turns of one kind are linked by a logistic model of their distance, the words that they share, and what is said
between them; groups grow by the mean link of their turns (average linkage), so that the result depends on no order.
The weights were learned on the annotated training calls, without sentence vectors: distance and words alone group the
turns of annotated labels at 0.94 insight F1.
"""

import bisect
import heapq
import itertools
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
    talk = _Talk(conversation)
    for kind, indexes in kinds.items():
        for group in groups(indexes, _link_in(talk, kind, indexes)):
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
    """Group turns by average linkage: join the two groups of the strongest mean link until none is strong enough.

    A join changes only the links of the joined group; the others wait in a heap, so that an hour takes no minute.
    """
    found = {index: [index] for index in sorted(set(indexes))}
    """Each group under its first turn."""
    links = {(a, b): link(a, b) for a, b in itertools.combinations(found, 2)}
    # Of equally strong links the earliest comes first; a group only grows, so its size tells an outdated entry.
    strongest = [(-strength, a, b, 1, 1) for (a, b), strength in links.items() if strength >= THRESHOLD]
    heapq.heapify(strongest)
    while strongest:
        _, a, b, *sizes = heapq.heappop(strongest)
        if [len(found.get(a, ())), len(found.get(b, ()))] != sizes:
            continue
        found[a] = sorted(found[a] + found.pop(b))
        for other in found:
            first, second = min(a, other), max(a, other)
            if first == second:
                continue
            strength = _mean_link(found[first], found[second], links)
            if strength >= THRESHOLD:
                heapq.heappush(strongest, (-strength, first, second, len(found[first]), len(found[second])))
    return list(found.values())


def _mean_link(first: Sequence[int], second: Sequence[int], links: dict[tuple[int, int], float]) -> float:
    pairs = [links[min(a, b), max(a, b)] for a in first for b in second]
    return sum(pairs) / len(pairs)


class _Talk:
    """What the links of a call ask of its turns, each read once."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        turns, language = conversation.turns, conversation.language
        self._of_rep = [place for place, turn in enumerate(turns) if turn.role is Role.REP]
        counts = itertools.accumulate((not _is_nod(turn, language) for turn in turns), initial=0)
        self._told_before = list(counts)
        self._taken_up: dict[int, int] = {}

    def words(self, index: int) -> frozenset[str]:
        """Return the words of a turn that carry its subject."""
        return content_words(self.conversation.turns[index].text, self.conversation.language)

    def has_only_nods(self, first: int, second: int) -> bool:
        """Tell whether nobody says anything of weight between two turns."""
        return self._told_before[first + 1] == self._told_before[second]

    def is_taken_up(self, first: int, second: int) -> bool:
        """Tell whether the rep repeats a word of the first turn before the second one."""
        if first not in self._taken_up:
            later = itertools.islice(self._of_rep, bisect.bisect_right(self._of_rep, first), None)
            words, never = self.words(first), len(self.conversation.turns)
            self._taken_up[first] = next((at for at in later if not words.isdisjoint(self.words(at))), never)
        return self._taken_up[first] < second


def _link_in(talk: _Talk, kind: InsightKind, indexes: Sequence[int]) -> Callable[[int, int], float]:
    places = {index: place for place, index in enumerate(indexes)}

    def link(first: int, second: int) -> float:
        neighbours = abs(places[second] - places[first]) == 1
        return _link(talk, kind, first, second, neighbours=neighbours)

    return link


def _link(talk: _Talk, kind: InsightKind, first: int, second: int, *, neighbours: bool) -> float:
    """Return how likely two turns of a kind speak of the same thing, 0 to 1.

    Args:
        talk: the call.
        kind: of both turns.
        first: index of the earlier turn.
        second: index of the later turn.
        neighbours: no other turn of that kind lies between them.

    """
    language = talk.conversation.language
    one, two = talk.conversation.turns[first], talk.conversation.turns[second]
    words_one, words_two = talk.words(first), talk.words(second)
    shared = len(words_one & words_two)
    distance = second - first
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
        "only_nods_between": talk.has_only_nods(first, second),
        "rep_takes_up": talk.is_taken_up(first, second),
        "english": language == "en",
        "second_is_short": len(two.text) < _SHORT[language],
        kind.value: True,
    }
    total = _BIAS + sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def _is_nod(turn: Turn, language: str) -> bool:
    return is_backchannel(turn.text, language) or len(turn.text) < _SHORT_BETWEEN[language]
