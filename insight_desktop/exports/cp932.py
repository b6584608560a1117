"""Writes CP932 (Windows-31J) as Japanese CRMs read it, and says which characters it had to replace.

Python's own codec differs in two ways that matter. It encodes six characters to bytes that decode as others, and it
writes 373 kanji such as 髙 as NEC-selected bytes, which not every reader knows; Windows and iconv write the
IBM-extension bytes.
"""

import re
import unicodedata
from functools import cache

GETA = "〓"
"""What printers put where they have no type; stands for a character that CP932 lacks."""

LOSSY = {"¢": "￠", "£": "￡", "¬": "￢", "‖": "∥", "−": "－", "〜": "～"}

_TABLE = {
    "—": "―", "–": "‐", "‑": "‐", "•": "・", "·": "・", "\u00a0": " ", "¥": "￥", "©": "(c)", "®": "(R)", "™": "(TM)",
    "€": "EUR", "㋿": "令和", "鷗": "鴎", "𠮷": "吉", "ゔ": "ヴ", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n",
}  # fmt: skip
_LEADS = (*range(0x81, 0xA0), *range(0xE0, 0xFD))
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFD))
_IBM_LEADS = (0xFA, 0xFB, 0xFC)
_NEC_LEADS = (0xED, 0xEE)
_DROPPED = {"Mn", "Mc", "Me", "Cf", "Cs", "Cc"}
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def _decoded(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("cp932")
    except UnicodeDecodeError:
        return ""


@cache
def _encodable() -> frozenset[str]:
    singles = [bytes((byte,)).decode("cp932") for byte in (*range(0x80), *range(0xA1, 0xE0))]
    doubles = (_decoded(lead, trail) for lead in _LEADS for trail in _TRAILS)
    return frozenset((*singles, *doubles)) - {""}


@cache
def _foreign() -> re.Pattern[str]:
    """Match one character that must be replaced."""
    codes = sorted(map(ord, _encodable()))
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile("[^" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges) + "]")


@cache
def _ibm_bytes() -> dict[str, bytes]:
    """Return the characters that Python writes as NEC-selected pairs, with their IBM-extension pairs."""
    pairs = ((_decoded(lead, trail), bytes((lead, trail))) for lead in _IBM_LEADS for trail in _TRAILS)
    return {text: data for text, data in pairs if text and text.encode("cp932")[0] in _NEC_LEADS}


@cache
def _nec_selected() -> re.Pattern[str]:
    return re.compile("([" + "".join(_ibm_bytes()) + "])")


@cache
def _replacement(character: str) -> str:
    listed = LOSSY.get(character, _TABLE.get(character))
    if listed is not None:
        return listed
    if unicodedata.category(character) in _DROPPED or ord(character) in _SKIN_TONES:
        return ""
    bare = "".join(part for part in unicodedata.normalize("NFD", character) if unicodedata.category(part) != "Mn")
    if bare and all(part in _encodable() for part in bare):
        return bare
    compatible = "".join(
        part if part in _encodable() else _TABLE.get(part, "") for part in unicodedata.normalize("NFKC", character)
    )
    return compatible if compatible and compatible != character else GETA


def substitute(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text as CP932 can hold it, and each replaced character with what stands for it now."""
    if text.isascii():
        return text, ()
    replaced: list[tuple[str, str]] = []

    def replace(match: re.Match[str]) -> str:
        new = _replacement(match[0])
        replaced.append((match[0], new))
        return new

    # The decodable set never holds the six lossy characters, so one search finds them as well.
    changed = _foreign().sub(replace, text)
    return changed, tuple(replaced)


def encode(text: str) -> bytes:
    """Return the bytes of a text, substituting what CP932 lacks."""
    safe, _ = substitute(text)
    if not _nec_selected().search(safe):
        return safe.encode("cp932")
    ibm = _ibm_bytes()
    return b"".join(ibm.get(part) or part.encode("cp932") for part in _nec_selected().split(safe))
