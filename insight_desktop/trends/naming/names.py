"""Names a theme by the phrase that its voices share and others lack (class-based tf-idf, Grootendorst 2022)."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.insights.speech import without_fillers
from insight_desktop.trends.naming import english, japanese
from insight_desktop.trends.naming.subjects import headed, phrase_of, subject_name

Phrases = Iterator[tuple[str, frozenset[str], bool]]

_OF_LANGUAGE: Mapping[str, Callable[[str], Phrases]] = {"ja": japanese.phrases, "en": english.phrases}
_PREDICATE = 1.35
"""How much more a phrase is worth that says what happens, not only what it is about."""
_KEPT = 0.75
"""Part of the best phrase's worth from which on the name that a theme has is still good."""
_MOST = 60
_ALONE = 0.7
"""How much less a word counts: one that a single voice uses tells little of what they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one voice of a theme said."""

    text: str
    language: str
    nearness: float = 1.0
    """Cosine to the theme's centre."""
    subject: str = ""
    """The key of `Insight.theme`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """In how many of some sentences each content word stands."""

    sentences: int
    found: Mapping[str, int]

    @classmethod
    def of(cls, said: Iterable[Said]) -> "Rarity":
        """Count sentences of all themes."""
        counts = [_words(each.text, each.language) for each in said]
        return cls(sentences=len(counts), found=Counter(word for words in counts for word in words))

    def weight(self, word: str) -> float:
        """Return the inverse document frequency of a word."""
        return math.log((1 + self.sentences) / (1 + self.found.get(word, 0))) + 0.5


def name_of(said: Sequence[Said], rarity: Rarity, former: str = "") -> str:
    """Return the subject and the phrase that tell best what the voices share; empty where none tells anything.

    Args:
        said: what the theme's voices said.
        rarity: of words among all themes.
        former: the name that the theme has; it stays while it is nearly as good as the best.
    """
    nearest = sorted(said, key=lambda each: (-each.nearness, each.text))[:_MOST]
    language = _main_language(nearest)
    former = phrase_of(former)
    own = list({each.text: each for each in reversed(nearest) if each.language == language}.values())
    head = subject_name({each.text: each.subject for each in nearest}.values(), language)
    share = Counter(word for each in own for word in _words(each.text, language))
    alone = _ALONE if len(own) > 2 else 0.0  # noqa: PLR2004 - of two voices one word in both would be all
    weights = {word: (count - alone) / len(own) * rarity.weight(word) for word, count in share.items()}
    worths: dict[str, float] = {}
    for each in own:
        for phrase, words, tells in _OF_LANGUAGE[language](without_fillers(each.text, language)):
            worth = _worth(phrase, words, weights, language) * (_PREDICATE if tells else 1.0) * (1 + each.nearness)
            worths[_shown(phrase)] = max(worth, worths.get(_shown(phrase), 0.0))
    if not worths:
        return head
    best = max(worths, key=lambda phrase: (worths[phrase], -len(phrase), phrase))
    return headed(head, former if former in worths and worths[former] >= _KEPT * worths[best] else best, language)


def _worth(phrase: str, words: frozenset[str], weights: Mapping[str, float], language: str) -> float:
    """Return the weight of the words, less what the phrase holds besides."""
    total = sum(weights.get(word, 0.0) for word in words)
    ballast = len(phrase) / japanese.LONGEST if language == "ja" else len(phrase.split()) - len(words)
    return total / (1 + 0.25 * ballast) / math.sqrt(max(1, len(words)))


def _main_language(said: Sequence[Said]) -> str:
    counts = Counter(each.language if each.language in _OF_LANGUAGE else "ja" for each in said)
    return max(sorted(counts, reverse=True), key=counts.__getitem__)


def _words(text: str, language: str) -> frozenset[str]:
    plain = without_fillers(text, language)
    return english.words(plain) if language == "en" else japanese.words(plain)


def _shown(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
