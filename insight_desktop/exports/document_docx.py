"""A meeting as a Word file; the only importer of python-docx."""

import io
import re

import docx as python_docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from insight_desktop.exports.document import TRANSCRIPT_HEADING, Document

_FACES = {"ja": "Yu Gothic", "en": "Calibri"}
_INK = RGBColor(0x1D, 0x1C, 0x1A)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def docx(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes but for the time inside the archive."""
    word = python_docx.Document()
    _dress(word, document.language)
    word.core_properties.title = _xml(document.title)
    word.core_properties.author = ""
    word.core_properties.comments = ""
    word.add_heading(_xml(document.title), level=1)
    table = word.add_table(rows=0, cols=2)
    for name, value in document.facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = _xml(name), _xml(value)
        cells[0].width, cells[1].width = Mm(28), Mm(142)
    for section in document.sections:
        word.add_heading(_xml(section.heading), level=2)
        for item in section.items:
            word.add_paragraph(_xml(item), style="List Bullet")
    if document.spoken:
        word.add_heading(TRANSCRIPT_HEADING[document.language], level=2)
    for line in document.spoken:
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{line.clock}  ").font.color.rgb = RGBColor(0x57, 0x55, 0x4F)
        if line.speaker:
            paragraph.add_run(f"{_xml(line.speaker)}  ").bold = True
        paragraph.add_run(_xml(line.text))
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def _dress(word: Word, language: str) -> None:
    """Give the styles one face for both scripts, and the page of A4."""
    face = _FACES[language]
    for name, size in (("Normal", 10.5), ("Heading 1", 18), ("Heading 2", 12), ("List Bullet", 10.5)):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - they are in python-docx's own template
        style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:eastAsia", "w:ascii", "w:hAnsi"):
            fonts.set(qn(kind), face)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(20)


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
