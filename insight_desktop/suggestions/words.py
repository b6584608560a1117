"""How much of some words was said; without any model."""

import re
import unicodedata

_STEM = 5
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "by",
        "for",
        "from",
        "have",
        "how",
        "in",
        "is",
        "it",
        "more",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "that",
        "the",
        "they",
        "to",
        "what",
        "who",
    ]
)


def folded(text: str) -> str:
    """Return a text without differences of width and case."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def language_of(text: str) -> str:
    """Return `ja` for a text with Japanese signs, else `en`."""
    return "ja" if _JAPANESE.search(text) else "en"


def overlap(phrase: str, said: str) -> float:
    """Return which share of a phrase's words (ja: pairs of characters) was said, 0 to 1."""
    wanted = _pieces(phrase)
    return len(wanted & _pieces(said)) / len(wanted) if wanted else 0.0


def _pieces(text: str) -> frozenset[str]:
    text = folded(text)
    if _JAPANESE.search(text):
        runs = re.findall(r"[\u30a1-\u30ff\u3400-\u9fffa-z0-9]+", text)
        return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    return frozenset(word[:_STEM] for word in re.findall(r"[a-z]+", text) if word not in _STOP)
