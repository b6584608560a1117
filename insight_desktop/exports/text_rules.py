"""The steps that every text goes through before it is a cell, in their one order, and how long text is shortened.

Clean-up, CP932 substitution, the profile's replacements, HTML escape, newlines; the formula guard and the length come
after, in `crm_csv`, because they look at whole cells.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from insight_desktop.exports import cp932
from insight_desktop.exports.graphemes import boundary

ELLIPSIS = "…"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
_UNTIDY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_FOLDED = re.compile(r"[ \u3000]*[\n\t][\s\u3000]*")
_OPEN_ENTITY = re.compile(r"&[a-z0-9#]{0,6}\Z")
_OPEN_TAG = re.compile(r"<[a-z]{0,2}\Z")


class LengthUnit(StrEnum):
    """What a CRM counts."""

    UTF16 = "utf16"
    CODEPOINT = "codepoint"
    BYTE = "byte"


class CellNewline(StrEnum):
    """How a new line inside a cell is written."""

    LF = "lf"
    CRLF = "crlf"
    SPACE = "space"
    BR = "br"


_NEWLINES = {CellNewline.LF: "\n", CellNewline.CRLF: "\r\n", CellNewline.SPACE: " ", CellNewline.BR: "<br>"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRules:
    """What a profile asks of all its texts."""

    to_cp932: bool = False
    replace: Mapping[str, str] = field(default_factory=dict)
    html: bool = False
    cell_newline: CellNewline = CellNewline.LF
    unit: LengthUnit = LengthUnit.UTF16

    @property
    def newline(self) -> str:
        """What stands between two lines of a cell."""
        return _NEWLINES[self.cell_newline]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text after the steps, and what they altered."""

    text: str
    controls: int = 0
    """Characters removed because no cell may hold them."""
    substituted: tuple[tuple[str, str], ...] = ()
    replaced: int = 0


def clean(text: str) -> tuple[str, int]:
    """Return the text in NFC without control characters, and how many were removed."""
    removed = 0
    if _UNTIDY.search(text):
        text = _LINE_ENDS.sub("\n", text)
        text, removed = _CONTROLS.subn("", text)
    return unicodedata.normalize("NFC", text), removed


def prepare(text: str, rules: TextRules, *, one_line: bool) -> Prepared:
    """Take a text through the steps; `one_line` folds its newlines to spaces."""
    text, controls = clean(text)
    substituted: tuple[tuple[str, str], ...] = ()
    if rules.to_cp932:
        text, substituted = cp932.substitute(text)
    replaced = 0
    for old, new in rules.replace.items():
        replaced += text.count(old)
        text = text.replace(old, new)
    if replaced and rules.to_cp932:
        text, again = cp932.substitute(text)
        substituted += again
    if rules.html and not one_line:
        # Only notes are rich text; a title or a name would show the entities.
        text = html.escape(text, quote=False)
    if one_line:
        text = _FOLDED.sub(" ", text).strip()
    elif rules.newline != "\n":
        text = text.replace("\n", rules.newline)
    return Prepared(text=text, controls=controls, substituted=substituted, replaced=replaced)


def measure(text: str, rules: TextRules) -> int:
    """Return the length of a finished text in the CRM's unit."""
    if rules.unit is LengthUnit.CODEPOINT or (text.isascii() and not rules.to_cp932):
        return len(text)
    if rules.unit is LengthUnit.UTF16:
        return len(text.encode("utf-16-le")) // 2
    return len(cp932.encode(text) if rules.to_cp932 else text.encode())


def _leading(text: str, room: int, rules: TextRules) -> str:
    """Return the first `room` units of a text; a character that is cut through goes."""
    match rules.unit:
        case LengthUnit.CODEPOINT:
            return text[:room]
        case LengthUnit.UTF16:
            return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
        case LengthUnit.BYTE:
            codec = "cp932" if rules.to_cp932 else "utf-8"
            data = cp932.encode(text) if rules.to_cp932 else text.encode()
            return data[:room].decode(codec, "ignore")


def cut(text: str, limit: int, rules: TextRules, *, ellipsis: bool = True) -> str:
    """Return at most `limit` units of a text, ended where a reader sees a character end.

    Never ends inside a surrogate pair, an HTML entity or a `<br>`.
    """
    if measure(text, rules) <= limit:
        return text
    tail = ELLIPSIS if ellipsis and measure(ELLIPSIS, rules) <= limit else ""
    room = limit - measure(tail, rules)
    kept = text[: boundary(text, len(_leading(text, room, rules)))]
    if rules.html:
        # The escaped text holds no other & or <; in a one-line text a few more characters may go, never fewer.
        kept = _OPEN_TAG.sub("", _OPEN_ENTITY.sub("", kept))
    return kept.rstrip("\r") + tail
