"""The manager's table of themes as CSV: a row a theme, a column a period."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import TrendPoint
from insight_desktop.exports.safe_csv import GUARD, is_dangerous

_HEADS = {
    "ja": ("話題", "種類", "顧客数", "商談数", "発言数", "動き"),
    "en": ("Theme", "Kind", "Customers", "Meetings", "Voices", "Movement"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is written of a theme."""

    name: str
    kind: InsightKind
    numbers: tuple[int, int, int]
    """Customers, meetings, voices."""
    movement: str
    points: tuple[TrendPoint, ...]


def themes_csv(rows: Iterable[Row], language: str) -> bytes:
    """Return the table in UTF-8 with the mark by which spreadsheets know it."""
    table = tuple(rows)
    starts: Sequence[dt.date] = [point.start for point in table[0].points] if table else []
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([*_HEADS[language], *(start.isoformat() for start in starts)])
    for row in table:
        writer.writerow(
            [
                GUARD + row.name if is_dangerous(row.name) else row.name,
                row.kind,
                *row.numbers,
                row.movement,
                *(point.customers for point in row.points),
            ]
        )
    return out.getvalue().encode("utf-8-sig")
