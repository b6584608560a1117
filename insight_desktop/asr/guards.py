"""Keeps out what a transcriber invents where nobody speaks, and the loops it falls into.

Whisper learned from subtitles, so silence and noise may become the thanks at the end of a film. Words alone never
condemn a segment: a customer may really say ありがとうございました. The sound has to agree that nobody spoke.
"""

import re
import unicodedata
from dataclasses import dataclass

_PHANTOMS = frozenset(
    {
        "ご視聴ありがとうございました",
        "ご視聴ありがとうございます",
        "ご清聴ありがとうございました",
        "最後までご視聴いただきありがとうございます",
        "最後までご視聴いただきありがとうございました",
        "チャンネル登録よろしくお願いします",
        "チャンネル登録をお願いします",
        "高評価とチャンネル登録をお願いします",
        "字幕作成者",
        "おやすみなさい",
        "ありがとうございました",
        "はい",
        "音楽",
        "拍手",
        "次の動画でお会いしましょう",
        "thanksforwatching",
        "thankyouforwatching",
        "pleasesubscribe",
        "subtitlesbytheamaraorgcommunity",
        "thankyou",
        "you",
        "bye",
        "music",
        "applause",
    }
)
_FILM_WORDS = ("ご視聴", "チャンネル登録", "字幕", "amara.org", "for watching", "subscribe to")
"""Nobody says these in a sales meeting unless very clearly."""
_CERTAIN_NOISE = -1.5
_LIKELY_NOISE = -1.1
_LOOP = re.compile(r"(.{1,30}?)(?:[\s、。,.!?!?・]*\1){5,}", re.DOTALL)
_LOOP_CHARACTERS = 14
_FASTEST_CPS = 25.0
"""More characters a second than anybody speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acoustics:
    """What the sound and the model say about a segment's credibility."""

    log_probability: float
    """Mean over the tokens."""
    no_speech: float
    """The model's own probability that nobody speaks."""
    seconds: float


def is_phantom(text: str, acoustics: Acoustics) -> bool:
    """Tell whether a segment is an invention rather than speech."""
    letters = _letters(text)
    if not letters:
        return True
    if acoustics.log_probability < _CERTAIN_NOISE:
        return True
    if acoustics.log_probability < _LIKELY_NOISE and acoustics.no_speech > 0.3:  # noqa: PLR2004
        return True
    if any(word in text.lower() for word in _FILM_WORDS):
        return acoustics.log_probability < -0.3 or acoustics.no_speech > 0.3 or _is_too_fast(letters, acoustics)  # noqa: PLR2004
    if letters in _PHANTOMS:
        return acoustics.no_speech > 0.6 or acoustics.log_probability < -1.0 or _is_too_fast(letters, acoustics)  # noqa: PLR2004
    return False


def loop_of(text: str) -> tuple[int, int] | None:
    """Return the characters that merely repeat what stands before them, or None."""
    for found in _LOOP.finditer(text):
        if len(found.group()) >= _LOOP_CHARACTERS and _letters(found.group(1)):
            return (found.end(1), found.end())
    return None


def without_loop(text: str) -> str:
    """Return the text with each loop said once."""
    while (loop := loop_of(text)) is not None:
        text = text[: loop[0]] + text[loop[1] :]
    return text


def _is_too_fast(letters: str, acoustics: Acoustics) -> bool:
    return len(letters) > _FASTEST_CPS * max(acoustics.seconds, 0.05)


def _letters(text: str) -> str:
    """Return the letters and digits alone, folded, so that punctuation and brackets do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())
