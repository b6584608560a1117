"""A table of the manager's page as CSV that spreadsheets open without asking."""

from insight_desktop.domain.table import Cell, Table
from insight_desktop.exports.safe_csv import GUARD, NUMBER, is_dangerous, record

_NEWLINE = "\r\n"


def table_csv(table: Table) -> bytes:
    """Return the table in UTF-8 with the mark by which spreadsheets know it."""
    lines = [(table.corner, *table.heads), *((row.name, *row.cells) for row in table.rows)]
    text = "".join(record(tuple(map(_cell, line)), newline=_NEWLINE, everywhere=True) for line in lines)
    return text.encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    text = " ".join(str(cell).split())
    return GUARD + text if is_dangerous(text) and not NUMBER.fullmatch(text) else text
