"""A meeting as one web page that needs nothing besides; Qt prints the same page as PDF."""

from collections.abc import Iterator
from html import escape

from insight_desktop.exports.document import TRANSCRIPT_HEADING, Document

_STYLE = """
body { font-family: "BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif;
  color: #1d1c1a; line-height: 1.6; max-width: 44em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; margin: 0 0 0.4em; }
h2 { font-size: 1.1em; margin: 1.4em 0 0.3em; border-bottom: 1px solid #d2d0c9; padding-bottom: 0.2em; }
ul { margin: 0.3em 0; padding-left: 1.4em; }
.facts td { padding: 0 1.2em 0.1em 0; vertical-align: top; }
.facts td:first-child, .at { color: #57554f; white-space: nowrap; }
.spoken td { padding: 0.15em 0.9em 0.15em 0; vertical-align: top; }
.who { font-weight: bold; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } }
"""


def html(document: Document) -> str:
    """Return the whole page."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{escape(document.title)}</h1>"
    yield '<table class="facts">'
    for name, value in document.facts:
        yield f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>"
    yield "</table>"
    for section in document.sections:
        yield f"<h2>{escape(section.heading)}</h2>\n<ul>"
        yield from (f"<li>{escape(item)}</li>" for item in section.items)
        yield "</ul>"
    if document.spoken:
        yield f'<h2>{TRANSCRIPT_HEADING[document.language]}</h2>\n<table class="spoken">'
        for line in document.spoken:
            who = f'<td class="who">{escape(line.speaker)}</td>'
            yield f'<tr><td class="at">{line.clock}</td>{who}<td>{escape(line.text)}</td></tr>'
        yield "</table>"
    yield "</body>\n</html>"
