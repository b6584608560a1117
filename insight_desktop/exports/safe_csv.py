"""Quotes cells, and guards people who open a file in a spreadsheet against cells that would be run as formulas.

The rule is OWASP's (CSV injection), with the full-width forms which Japanese spreadsheets also take as operators.
"""

import re

# A spreadsheet may trim what stands before the operator, so blanks and invisible characters do not hide it.
_DANGEROUS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff'\"]*[=+\-@＝＋－＠−﹢﹣﹦﹫]|[\t\r\n]")
_NEEDS_QUOTES = re.compile(r"[\",;\t|\r\n]|^\s|\s$")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
"""A number may begin with a minus and still be no formula."""
GUARD = "'"


def is_dangerous(cell: str) -> bool:
    """Return whether a spreadsheet could take the cell for a formula."""
    return bool(_DANGEROUS.match(cell))


def quote(cell: str) -> str:
    """Return the cell in quotes, its own quotes doubled."""
    return '"' + cell.replace('"', '""') + '"'


def quote_where_needed(cell: str) -> str:
    """Return the cell, quoted if a reader of any locale could break it; an empty cell stays bare."""
    return quote(cell) if _NEEDS_QUOTES.search(cell) else cell


def record(cells: tuple[str, ...], *, newline: str, everywhere: bool) -> str:
    """Return one line of a file with its newline."""
    if everywhere or cells == ("",):
        # A lone empty cell would be a blank line, at which some readers stop.
        return ",".join(map(quote, cells)) + newline
    return ",".join(map(quote_where_needed, cells)) + newline
