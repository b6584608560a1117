"""A tab of the page of trends on paper: a heading, what was filtered by, and the table with its small charts."""

import datetime as dt
import html
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF, QTextDocument

from insight_desktop.domain.table import Cell, Table, reads_as_number
from insight_desktop.domain.trend import Pattern
from insight_desktop.ui.theme import FAMILIES
from insight_desktop.ui.tokens import LIGHT

WIDTH, HEIGHT = 120, 26
MOST_ROWS = 60
"""Rows that are printed; a file holds all."""
_SCALE, _PICTURE_PERCENT, _WIDEST = 4, 20, 34
_NARROWEST, _UPRIGHT = 8, 96
"""Letters of the narrowest column, and of all columns that fit on upright paper."""
_POINTS = 8.5
_STYLE = """body{color:#1d1c1a} h1{font-size:15pt;margin:0} p{color:#57554f;margin:0 0 8px 0}
th{text-align:left;color:#57554f} td,th{padding:3px 8px 3px 0}"""


class Paper(NamedTuple):
    """A document, and how the sheet lies."""

    document: QTextDocument
    is_across: bool


def paper_font() -> QFont:
    """Return the font for paper: in points, for the pixels of the window's font would be a hair there."""
    face = QFont(list(FAMILIES))
    face.setPointSizeF(_POINTS)
    return face


def document_of(title: str, chosen: str, table: Table, pictures: Mapping[str, QImage]) -> Paper:
    """Return a tab as Qt lays it out, and whether it wants the paper across."""
    document = QTextDocument()
    document.setDefaultFont(paper_font())
    rows = table.rows[:MOST_ROWS]
    has_pictures = any(row.key in pictures for row in rows)
    columns: list[tuple[Cell, ...]] = [(table.corner, *(row.name for row in rows))]
    columns += [(head, *(row.cells[n] for row in rows)) for n, head in enumerate(table.heads[: table.series])]
    picture_percent = _PICTURE_PERCENT if has_pictures else 0
    weights = _weights(columns)
    widths = [weight * (100 - picture_percent) // sum(weights) for weight in weights]
    widths += [picture_percent] if has_pictures else []
    lines = [_line("th", [column[0] for column in columns], columns, widths, "")]
    for number, row in enumerate(rows):
        picture = ""
        if row.key in pictures:
            url = f"chart-{number}"
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(url), pictures[row.key])
            picture = f'<img src="{url}" width="{WIDTH}" height="{HEIGHT}">'
        lines.append(_line("td", [row.name, *row.cells[: table.series]], columns, widths, picture))
    more = len(table.rows) - len(rows)
    rest = QCoreApplication.translate("Trends", "%n more row(s) are in the CSV file.", "", more) if more > 0 else ""
    today = dt.datetime.now().astimezone().date()
    document.setHtml(
        f"<style>{_STYLE}</style><h1>{html.escape(title)}</h1>"
        f"<p>{html.escape(' ・ '.join(part for part in (chosen, today.isoformat()) if part))}</p>"
        f'<table width="100%">{"".join(lines)}</table><p>{html.escape(rest)}</p>'
    )
    return Paper(document, is_across=sum(weights) > _UPRIGHT)


def _line(
    tag: str, cells: Sequence[Cell], columns: Sequence[Sequence[Cell]], widths: Sequence[int], picture: str
) -> str:
    """Return a row; a column is aligned by its first cell under the head."""
    parts = []
    for cell, column, width in zip(cells, columns, widths, strict=False):
        side = "right" if len(column) > 1 and column is not columns[0] and reads_as_number(column[1]) else "left"
        parts.append(f'<{tag} width="{width}%" align="{side}">{html.escape(str(cell))}</{tag}>')
    if len(widths) > len(columns):
        parts.append(f'<{tag} width="{widths[-1]}%">{picture}</{tag}>')
    return f"<tr>{''.join(parts)}</tr>"


def _weights(columns: Sequence[Sequence[Cell]]) -> list[int]:
    """Return how much room columns want by what stands in them; letters of Japanese are twice as wide."""
    weights = []
    for head, *cells in columns:
        longest = max((_width(str(cell)) for cell in cells), default=0)
        words = max((_width(word) for word in str(head).split()), default=0)
        weights.append(max(_NARROWEST, min(_WIDEST, max(longest, words) + 4)))
    return weights


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def bars_picture(values: Sequence[int], most: int, slots: int, tone: str) -> QImage:
    """Return bars on a scale up to `most`, the newest at the right."""
    image, painter = _begin()
    step = WIDTH / slots
    for place, value in enumerate(reversed(values[-slots:])):
        height = value / most * (HEIGHT - 2)
        box = QRectF(WIDTH - (place + 1) * step + 1, HEIGHT - 1 - height, step - 2, height)
        painter.fillRect(box, QColor(LIGHT.tones[tone].ink))
    painter.fillRect(QRectF(0, HEIGHT - 1, WIDTH, 0.5), QColor(LIGHT.hairline_strong))
    painter.end()
    return image


def interval_picture(pattern: Pattern) -> QImage:
    """Return a dot at the difference and a line over its interval."""
    image, painter = _begin()
    middle = HEIGHT / 2

    def place(value: float) -> float:
        return 4 + (value + 1) / 2 * (WIDTH - 8)

    painter.setPen(QPen(QColor(LIGHT.hairline_strong), 0.7, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(place(0), 2), QPointF(place(0), HEIGHT - 2))
    tone = "neutral" if not pattern.claimed else "success" if pattern.difference > 0 else "dissatisfaction"
    ink = QColor(LIGHT.tones[tone].ink)
    painter.setPen(QPen(ink, 1.4))
    painter.drawLine(QPointF(place(pattern.low), middle), QPointF(place(pattern.high), middle))
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(place(pattern.difference), middle), 2.6, 2.6)
    painter.end()
    return image


def line_picture(values: Sequence[float | None]) -> QImage:
    """Return the months as a line; what is not known is passed over."""
    image, painter = _begin()
    known = [value for value in values if value is not None]
    if known:
        low, room = min(known), (max(known) - min(known)) or 1.0
        step = (WIDTH - 4) / max(1, len(values) - 1)
        places = [
            QPointF(2 + n * step, HEIGHT - 3 - (value - low) / room * (HEIGHT - 6))
            for n, value in enumerate(values)
            if value is not None
        ]
        painter.setPen(QPen(QColor(LIGHT.accent), 1.2))
        painter.drawPolyline(QPolygonF(places))
    painter.end()
    return image


def _begin() -> tuple[QImage, QPainter]:
    image = QImage(WIDTH * _SCALE, HEIGHT * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    return image, painter
