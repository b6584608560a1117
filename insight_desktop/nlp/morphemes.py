"""Japanese words with their kinds; the only importer of sudachipy.

SudachiPy alone splits a hundred thousand characters a second, where the full GiNZA pipeline parses two hundred.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LONGEST_BYTES = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Morpheme:
    """A Japanese word as it stands in the text."""

    text: str
    kind: str
    """The first parts of speech, such as `名詞-固有名詞-一般`."""
    lemma: str
    """The dictionary's one spelling of the word."""
    base: str
    """The dictionary form, in the spelling that stands in the text."""
    inflection: str
    """How the word is inflected, such as `五段-カ行`; `*` where it is not."""
    known: bool
    start: int
    end: int


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary().create(), SplitMode.C


@lru_cache(maxsize=4096)
def morphemes(text: str) -> tuple[Morpheme, ...]:
    """Split a Japanese text into words."""
    tokenizer, mode = _tokenizer()
    cut = text.encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return tuple(
        Morpheme(
            text=word.surface(),
            kind="-".join(word.part_of_speech()[:3]),
            lemma=word.normalized_form(),
            base=word.dictionary_form(),
            inflection=word.part_of_speech()[4],
            known=not word.is_oov(),
            start=word.begin(),
            end=word.end(),
        )
        for word in tokenizer.tokenize(cut, mode)
    )
