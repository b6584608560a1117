"""Makes written calls look like recogniser output: no punctuation, fillers, words misheard as their homophones."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable

_PUNCTUATION_JA = re.compile(r"[。、,.!?！？「」『』…・]")
_PUNCTUATION_EN = re.compile(r"[,.!?;:\"…—]|(?<!\w)-|-(?!\w)")
_FILLERS = {"ja": ("えー", "えっと", "あの", "まあ", "その", "なんか"), "en": ("um ", "uh ", "you know ", "like ")}
_KANJI = re.compile(r"[一-鿿]")
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_NUMBER = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?(?=[名人件本社台枚万円月日時分箱回年部割])")
_DIGIT = re.compile(r"[一二三四五六七八九](?=[名件台枚社箱回月日時割])")


class Homophones:
    """Words of the training text that sound the same, found with SudachiPy."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the texts once."""
        import sudachipy

        self._tokenizer = sudachipy.Dictionary(dict="core").create(sudachipy.SplitMode.C)
        by_reading: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, list[tuple[str, str]]] = {}
        for text in texts:
            words = [(word.surface(), word.reading_form()) for word in self._tokenizer.tokenize(text)]
            self._words[text] = words
            for surface, reading in words:
                if len(reading) > 1 and _KANJI.search(surface):
                    by_reading[reading].add(surface)
        self._by_reading = {reading: sorted(surfaces) for reading, surfaces in by_reading.items() if len(surfaces) > 1}

    def swap(self, text: str, chance: float, rng: random.Random) -> str:
        """Return the text with some words replaced."""
        return "".join(
            rng.choice(self._by_reading[reading])
            if _KANJI.search(surface) and reading in self._by_reading and rng.random() < chance
            else surface
            for surface, reading in self._words.get(text, [(text, "")])
        )


def recognised(text: str, language: str, rng: random.Random, homophones: Homophones | None = None) -> str:
    """Return the text as a recogniser might have written it."""
    if language == "en":
        text = _PUNCTUATION_EN.sub("", text).lower()
        words = text.split(" ")
        if rng.random() < 0.15:  # noqa: PLR2004
            words.insert(rng.randrange(len(words) + 1), rng.choice(_FILLERS["en"]).strip())
        return " ".join(word for word in words if word and rng.random() > 0.01)  # noqa: PLR2004
    if homophones:
        text = homophones.swap(text, 0.06, rng)
    if rng.random() < 0.5:  # noqa: PLR2004
        text = _NUMBER.sub(lambda m: _tens(m[1], m[2]), text)
        text = _DIGIT.sub(lambda m: m[0].translate(_DIGITS), text)
    text = _PUNCTUATION_JA.sub("", text)
    if rng.random() < 0.12:  # noqa: PLR2004
        text = rng.choice(_FILLERS["ja"]) + text
    return text


def _tens(tens: str | None, ones: str | None) -> str:
    return (tens.translate(_DIGITS) if tens else "1") + (ones.translate(_DIGITS) if ones else "0")
