"""Folds text for searching, so that width, case, kana and compatibility forms do not matter; keeps the way back."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HIRAGANA_FROM_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_LONGEST_SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Folded text and, for each of its characters, where it began in the original."""

    text: str
    offsets: tuple[int, ...]
    """One more than characters: the last is the length of the original."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that the folded characters [start, end) stand for."""
        last = self.offsets[end]
        if end < len(self.text) and end > start and self.offsets[end - 1] == last:
            last = next((offset for offset in self.offsets[end:] if offset > last), self.offsets[-1])
        return self.offsets[start], last


def fold(text: str) -> str:
    """Return the text as the search index holds it."""
    return _fold_run(text).translate(_HIRAGANA_FROM_KATAKANA)


def fold_with_offsets(text: str) -> Folded:
    """Return folded text that knows the way back to the original, for marking what was found."""
    pieces: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        piece = _fold_run(cluster).translate(_HIRAGANA_FROM_KATAKANA)
        pieces.append(piece)
        offsets.extend([start] * len(piece))
    return Folded(text="".join(pieces), offsets=(*offsets, len(text)))


def _fold_run(text: str) -> str:
    if unicodedata.is_normalized("NFKC", text):
        folded = text.casefold()
        if unicodedata.is_normalized("NFKC", folded):  # most text: no need to go character by character
            return folded
    return "".join(
        unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())
        for _, cluster in _clusters(text)
    )


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches that normalise alone as they do inside the text: a character and what composes with it."""
    start = 0
    for index in range(1, len(text)):
        if not _continues(text[index]):
            yield start, text[start:index]
            start = index
    if text:
        yield start, text[start:]


def _continues(character: str) -> bool:
    """Tell a mark, a half-width voicing mark, or a Hangul vowel or final: it may join the character before."""
    return character in "\uff9e\uff9f" or unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def terms(query: str) -> tuple[str, ...]:
    """Return the folded words of a query, each once; a stretch in quotes is one term."""
    found: dict[str, None] = {}
    for number, part in enumerate(query.replace("“", '"').replace("”", '"').split('"')):
        words = [part] if number % 2 else part.split()
        found |= dict.fromkeys(folded for word in words if (folded := fold(word).strip()))
    return tuple(found)


def is_short(term: str) -> bool:
    """Tell a term that threes of characters cannot find."""
    return len(term) <= _LONGEST_SHORT


def grams(folded: str) -> str:
    """Return the one- and two-character words of a text, for the index of short words.

    Between Latin letters or digits only a whole word of at most two counts: 「AI」 is not found inside «maintain».
    """
    found: dict[str, None] = {}
    for word in folded.split():
        for index, character in enumerate(word):
            first_latin = _is_latin(character)
            before = index > 0 and _is_latin(word[index - 1])
            after = word[index + 1] if index + 1 < len(word) else ""
            if not first_latin or not (before or _is_latin(after)):
                found[character] = None
            if not after:
                continue
            if not (first_latin and _is_latin(after)) or not (before or _is_latin(word[index + 2 : index + 3])):
                found[character + after] = None
    return " ".join(_as_token(gram) for gram in found)


def short_query(short: str) -> str:
    """Return the token of a short term in the index of short words."""
    return _as_token(short)


def _as_token(gram: str) -> str:
    """Return a gram as letters that every tokenizer keeps whole: its code points in hexadecimal."""
    return "x".join(f"{ord(character):x}" for character in gram)


def _is_latin(character: str) -> bool:
    return character != "" and character.isalnum() and ord(character) < 0x0250  # noqa: PLR2004 - end of Latin Extended-B
