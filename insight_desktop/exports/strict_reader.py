"""Reads CSV bytes by RFC 4180 and nothing more lenient, to prove a file before anybody gets it.

A state machine over bytes of its own, independent of the writer and of the `csv` module, which repairs `"x"y` silently.
Every separator is below 0x30 or is 0x22, and neither UTF-8 nor CP932 uses those as a later byte of a character, so it
may look at bytes before decoding.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

BOM = b"\xef\xbb\xbf"
_QUOTE, _COMMA, _CR, _LF, _NUL = 0x22, 0x2C, 0x0D, 0x0A, 0x00
_LONE_CR = re.compile(r"\r(?!\n)")


class CsvFault(StrEnum):
    """What is wrong with a file."""

    BOM_MISSING = "bom_missing"
    BOM_UNDECLARED = "bom_undeclared"
    BARE_QUOTE = "bare_quote"
    TEXT_AFTER_QUOTE = "text_after_quote"
    QUOTE_OPEN = "quote_open"
    LONE_CR = "lone_cr"
    WRONG_NEWLINE = "wrong_newline"
    NUL = "nul"
    BLANK_LINE = "blank_line"
    RAGGED = "ragged"
    NO_FINAL_NEWLINE = "no_final_newline"
    UNDECODABLE = "undecodable"


class StrictCsvError(ValueError):
    """A file breaks a rule, at a byte of a record (both counted from 0)."""

    def __init__(self, fault: CsvFault, record: int) -> None:
        """Keep what and where."""
        self.fault = fault
        self.record = record
        super().__init__(f"{fault.value} in record {record}")


def _records(blocks: Iterable[bytes], newline: bytes) -> Iterator[list[bytes]]:  # noqa: C901, PLR0912, PLR0915 - one state machine
    """Yield the raw cells of each record."""
    state = "start"
    cell = bytearray()
    cells: list[bytes] = []
    number = 0
    ends_with_cr = newline == b"\r\n"
    for block in blocks:
        position, length = 0, len(block)
        while position < length:
            if state == "quoted":
                close = block.find(b'"', position)
                stop = close if close >= 0 else length
                cell += block[position:stop]
                position = stop + 1
                if close >= 0:
                    state = "closed"
                continue
            byte = block[position]
            position += 1
            if state == "cr":
                if byte != _LF:
                    raise StrictCsvError(CsvFault.LONE_CR, number)
            elif byte == _QUOTE:
                if state == "plain":
                    raise StrictCsvError(CsvFault.BARE_QUOTE, number)
                if state == "closed":
                    cell.append(_QUOTE)
                state = "quoted"
                continue
            elif byte == _COMMA:
                cells.append(bytes(cell))
                cell.clear()
                state = "start"
                continue
            elif byte == _CR and ends_with_cr:
                if state == "start" and not cells:
                    raise StrictCsvError(CsvFault.BLANK_LINE, number)
                state = "cr"
                continue
            elif byte == _LF and not ends_with_cr:
                if state == "start" and not cells:
                    raise StrictCsvError(CsvFault.BLANK_LINE, number)
            elif byte in (_CR, _LF):
                raise StrictCsvError(CsvFault.LONE_CR if byte == _CR else CsvFault.WRONG_NEWLINE, number)
            elif state == "closed":
                raise StrictCsvError(CsvFault.TEXT_AFTER_QUOTE, number)
            else:
                cell.append(byte)
                state = "plain"
                continue
            cells.append(bytes(cell))
            cell.clear()
            yield cells
            cells = []
            state = "start"
            number += 1
    if state == "quoted":
        raise StrictCsvError(CsvFault.QUOTE_OPEN, number)
    if state != "start" or cells:
        raise StrictCsvError(CsvFault.LONE_CR if state == "cr" else CsvFault.NO_FINAL_NEWLINE, number)


def _after_bom(blocks: Iterable[bytes], *, declared: bool) -> Iterator[bytes]:
    source = iter(blocks)
    head = b""
    for block in source:
        head += block
        if len(head) >= len(BOM):
            break
    if declared != head.startswith(BOM):
        raise StrictCsvError(CsvFault.BOM_MISSING if declared else CsvFault.BOM_UNDECLARED, 0)
    yield head[len(BOM) :] if declared else head
    yield from source


def _text(raw: bytes, codec: str, number: int) -> str:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        raise StrictCsvError(CsvFault.UNDECODABLE, number) from None
    if "\r" in text and _LONE_CR.search(text):
        raise StrictCsvError(CsvFault.LONE_CR, number)
    return text


def read(blocks: Iterable[bytes], *, encoding: str, newline: str = "\r\n") -> Iterator[tuple[str, ...]]:
    """Yield the records of a CSV, the header first.

    Args:
        blocks: the bytes, in pieces of any size.
        encoding: `utf-8`, `utf-8-bom` or `cp932`; says also whether a byte order mark must be there.
        newline: what must end each record.

    Raises:
        StrictCsvError: at the first broken rule.
    """
    codec = "cp932" if encoding == "cp932" else "utf-8"
    width = None
    raw_blocks = _after_bom(blocks, declared=encoding == "utf-8-bom")
    for number, cells in enumerate(_records(raw_blocks, newline.encode())):
        if width is not None and len(cells) != width:
            raise StrictCsvError(CsvFault.RAGGED, number)
        width = len(cells)
        if _NUL in b"".join(cells):
            raise StrictCsvError(CsvFault.NUL, number)
        yield tuple(_text(cell, codec, number) for cell in cells)
