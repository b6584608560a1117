"""Which products of the catalogue the rep speaks of in a meeting, and how the customer took it.

Reps seldom say a whole name: «there's Rota, for the shifts». A word that only one product's name holds stands for it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.denials import is_denial
from insight_desktop.suggestions.words import folded

_WORDS = re.compile(r"[\u30a1-\u30ff]{2,}|[\u4e00-\u9fff々]{2,}|[a-z][a-z0-9&+'-]{2,}")
_NOT = re.compile(r"\b(?:no|not|without|don't need|don't want)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.?!…:\n—–-])\s*[\"'«“‘(]*$")
_WANTED = frozenset({Signal.PAIN, Signal.NEED, Signal.EXPANSION_SIGNAL, Signal.BUYING_SIGNAL})
_OFTEN = 2
"""From so many mentions on one more says nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """How one product is spoken of."""

    whole: bool = False
    """Its whole name was said."""
    by_rep: int = 0
    """Turns in which the rep names it, at most 2."""
    share_by_rep: float = 0.0
    """The largest share of the words of its name in one turn of the rep, without words of most names: 0 to 1."""
    welcomed: bool = False
    """Right after the rep names it the customer tells a problem, a wish, growth, or that they lean to buy."""
    waved_off: int = 0
    """Mentions by the rep that say it is not needed, or that the customer denies at once; at most 2."""
    at: tuple[int, ...] = ()
    """Where the rep names it: places among the meeting's turns."""


def mentions(
    conversation: Conversation, analysis: Analysis, catalogue: Sequence[Product]
) -> Mapping[ProductId, Mention]:
    """Return for each product how it is spoken of."""
    words = _telling(catalogue)
    holders = Counter(word for found in words.values() for word in found)
    heard = _Heard(conversation, analysis)
    return {
        product.id: heard.mention(
            folded(product.name), words[product.id], frozenset(w for w in words[product.id] if holders[w] == 1)
        )
        for product in catalogue
    }


class _Heard:
    """The turns of a meeting, as names are looked for in them."""

    def __init__(self, conversation: Conversation, analysis: Analysis) -> None:
        self._turns = conversation.turns
        self._texts = [unicodedata.normalize("NFKC", turn.text) for turn in self._turns]
        self._lowered = [text.lower() for text in self._texts]
        self._folded = [folded(text) for text in self._texts]
        # Text from the recogniser may have no capitals within a sentence at all.
        self._has_capitals = any(_inner_capital(text) for text in self._texts)
        labels = {turn.index: {score.signal for score in turn.labels} for turn in analysis.turns}
        self._wanted = [bool(labels.get(turn.index, set()) & _WANTED) for turn in self._turns]

    def mention(self, name: str, words: frozenset[str], own: frozenset[str]) -> Mention:
        """Return how a product is spoken of; `own` are the words that no other product's name holds."""
        whole = welcomed = False
        waved_off = 0
        named: list[int] = []
        share_by_rep = 0.0
        for at, (turn, lowered) in enumerate(zip(self._turns, self._lowered, strict=True)):
            is_whole = bool(name) and name in self._folded[at]
            whole = whole or is_whole
            if turn.role is not Role.REP:
                continue
            found = {word for word in words if _place(word, lowered) is not None}
            share_by_rep = max(share_by_rep, len(found) / len(words) if words else 0.0)
            if not is_whole and not self._names(found, own, self._texts[at]):
                continue
            named.append(at)
            answer = self._answer(at)
            wanted = answer is not None and self._wanted[answer]
            welcomed = welcomed or wanted
            denied = answer is not None and not wanted and is_denial(self._texts[answer])
            waved_off += denied or _is_taken_back(found & own, lowered)
        return Mention(
            whole=whole,
            by_rep=min(_OFTEN, len(named)),
            share_by_rep=share_by_rep,
            welcomed=welcomed,
            waved_off=min(_OFTEN, waved_off),
            at=tuple(named),
        )

    def _names(self, found: set[str], own: frozenset[str], text: str) -> bool:
        """Return whether these words stand for the name: «plus» is one, «Plus» within a sentence may be a product."""
        telling = found & own
        if not telling:
            return False
        return len(found) > 1 or not self._has_capitals or any(_is_written_as_name(word, text) for word in telling)

    def _answer(self, at: int) -> int | None:
        """Return the customer's turn right after one of the rep."""
        following = at + 1
        is_theirs = following < len(self._turns) and self._turns[following].role is not Role.REP
        return following if is_theirs else None


def _telling(catalogue: Sequence[Product]) -> Mapping[ProductId, frozenset[str]]:
    """Return the words of each product's name without those that most names hold: the maker's."""
    named = {product.id: frozenset(_WORDS.findall(folded(product.name))) for product in catalogue}
    held = Counter(word for found in named.values() for word in found)
    return {
        product: frozenset(word for word in found if 2 * held[word] <= len(catalogue) or len(catalogue) == 1)
        for product, found in named.items()
    }


def _pattern(word: str) -> str:
    return rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" if word[0].isascii() else re.escape(word)


def _place(word: str, lowered: str) -> int | None:
    if word not in lowered:  # nearly always, and far cheaper than the pattern
        return None
    found = re.search(_pattern(word), lowered)
    return found.start() if found else None


def _is_written_as_name(word: str, text: str) -> bool:
    """Return whether a word stands there with a capital within a sentence, or in a script without capitals."""
    return not word[0].isascii() or any(
        text[found.start()].isupper() and not _SENTENCE_BEGINS.search(text[: found.start()])
        for found in re.finditer(_pattern(word), text, re.IGNORECASE)
        if found.start() == 0 or not text[found.start() - 1].isalnum()
    )


def _inner_capital(text: str) -> bool:
    return any(not _SENTENCE_BEGINS.search(text[: found.start()]) for found in re.finditer(r"\b[A-Z][a-z]{2,}", text))


def _is_taken_back(words: set[str], lowered: str) -> bool:
    """Return whether the rep says no of it in the same breath: «so no Rota for you»."""
    places = [place for word in words if (place := _place(word, lowered)) is not None]
    return any(_NOT.search(lowered[:place]) for place in places)
