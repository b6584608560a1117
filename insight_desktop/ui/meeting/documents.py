"""Writes one meeting as a file of a kind; Qt prints the PDF. Runs off the main thread."""

import os
import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.meeting import Meeting
from insight_desktop.exports.document import Document
from insight_desktop.exports.document_html import html
from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments, save
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui import theme

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LONGEST_BYTES = 200
"""Of a file's name: every system takes 255, and what is written aside is longer."""
_POINTS = 10
_WITH_TRANSCRIPT = {DocumentKind.WEB}


def file_name(meeting: Meeting, suffix: str) -> str:
    """Return a name for a document of the meeting that every system takes."""
    day = meeting.started_at.astimezone().date().isoformat()
    return f"{safe_stem(f'{day} {meeting.title}')}.{suffix}"


def safe_stem(name: str) -> str:
    """Return a name of a file, without its suffix, that every system takes."""
    return _UNSAFE.sub("_", name).encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(" .")


def write(workspace: Workspace, meeting_id: MeetingId, kind: DocumentKind, path: Path) -> Path:
    """Write one document and return where it lies.

    Raises:
        KnownError: EXPORT_FAILED, NOTHING_TO_EXPORT.
    """
    documents = MeetingDocuments(workspace, meeting_id)
    if kind is DocumentKind.PDF:
        save(path, pdf(documents.document()))
        return path
    return documents.write(kind, path, with_transcript=kind in _WITH_TRANSCRIPT)


def pdf(document: Document) -> bytes:
    """Return the document on A4, with the program's own faces in it."""
    handle, name = tempfile.mkstemp(suffix=".pdf")
    os.close(handle)
    path = Path(name)
    try:
        writer = QPdfWriter(name)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))  # Qt leaves 2 cm itself where a page has no size
        writer.setTitle(document.title)
        writer.setCreator("Insight Desktop")
        page = QTextDocument()
        face = theme.font()
        face.setPointSizeF(_POINTS)
        page.setDefaultFont(face)
        page.setHtml(html(document))
        page.print_(writer)
        del writer
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)
