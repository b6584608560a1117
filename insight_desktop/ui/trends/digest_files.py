"""Saves and prints the page of the week."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from insight_desktop import digesting
from insight_desktop.domain.digest import Digest
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.digest_text import digest_html, digest_markdown
from insight_desktop.trends.overview import TrendTable
from insight_desktop.ui import wording
from insight_desktop.ui.pages import Context
from insight_desktop.ui.trends.paper import paper_font
from insight_desktop.ui.trends.values import Asked

_MARGIN_MM = 16.0
_UPRIGHT = QPageLayout.Orientation.Portrait


class DigestFiles(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, context: Context, view: QWidget) -> None:
        """Belong to the page."""
        super().__init__(view)
        self._context, self._view = context, view

    def save(self, kind: str, table: TrendTable | None, asked: Asked) -> None:
        """Save as html, pdf, md or wav."""
        if table is None:
            return
        today = dt.datetime.now().astimezone().date()
        first = today - dt.timedelta(days=today.weekday())
        suggested = self._context.workspace.exports_dir / f"week-{first:%Y-%m-%d}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self._view, self.tr("Save"), str(suggested), f"*.{kind}")
        if path:
            self.write(kind, Path(path), table, asked, today)

    def write(self, kind: str, path: Path, table: TrendTable, asked: Asked, today: dt.date) -> None:
        """Write one of the files."""
        work, language = self._context.workspace, wording.language()

        def write() -> None:
            digest = digesting.week_digest(work, table, today, asked.filters)
            if kind == "wav":
                digesting.write_digest_reel(work, digest, path)
                return
            content = {
                "html": lambda: digest_html(digest, language).encode(),
                "md": lambda: digest_markdown(digest, language).encode(),
                "pdf": lambda: pdf_of(document_of(digest, language)),
            }[kind]()
            write_whole(path, content)

        said = self.tr("Saved as {name}.").format(name=path.name)
        self._context.operations.work(write, then=lambda _done: self._context.frame.say(said))

    def print_page(self, table: TrendTable | None, asked: Asked) -> None:
        """Print the page; the system's dialog asks where."""
        if table is None:
            return
        work, today = self._context.workspace, dt.datetime.now().astimezone().date()
        self._context.operations.read(
            lambda: digesting.week_digest(work, table, today, asked.filters), then=self._print
        )

    def _print(self, digest: Digest) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self._view).exec():
            document_of(digest, wording.language()).print_(printer)


def document_of(digest: Digest, language: str) -> QTextDocument:
    """Return the page as Qt lays it out."""
    document = QTextDocument()
    document.setDefaultFont(paper_font())
    document.setHtml(digest_html(digest, language))
    return document


def pdf_of(document: QTextDocument, orientation: QPageLayout.Orientation = _UPRIGHT) -> bytes:
    """Return a page as PDF, A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(orientation)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document.print_(writer)
    buffer.close()
    return bytes(data.data())
