"""Saves and prints what a tab of the page of trends shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtWidgets import QFileDialog, QWidget

from insight_desktop.domain.table import Table
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.table_csv import table_csv
from insight_desktop.ui.pages import Context
from insight_desktop.ui.trends.digest_files import pdf_of
from insight_desktop.ui.trends.paper import Paper, document_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A tab as it goes to a file or onto paper."""

    title: str
    chosen: str
    """What the filters let through, in words."""
    table: Table
    pictures: Mapping[str, QImage]
    """The chart of a row, by its key."""


class TableFiles(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, context: Context, view: QWidget) -> None:
        """Belong to the page."""
        super().__init__(view)
        self._context, self._view = context, view

    def save(self, kind: str, sheet: Sheet, everything: Callable[[], Table] | None = None) -> None:
        """Ask where to, and save as csv or pdf.

        Args:
            kind: csv or pdf.
            sheet: what is shown.
            everything: reads the table with the rows that the page leaves out; None: it leaves out none.
        """
        suggested = self._context.workspace.exports_dir / f"{sheet.title}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self._view, self.tr("Save"), str(suggested), f"*.{kind}")
        if path:
            self.write(kind, Path(path), sheet, everything)

    def write(self, kind: str, path: Path, sheet: Sheet, everything: Callable[[], Table] | None = None) -> None:
        """Write one of the files."""

        def write() -> None:
            if kind == "csv":
                write_whole(path, table_csv(everything() if everything else sheet.table))
            else:
                paper = document_of(sheet.title, sheet.chosen, sheet.table, sheet.pictures)
                write_whole(path, pdf_of(paper.document, _orientation(paper)))

        said = self.tr("Saved as {name}.").format(name=path.name)
        self._context.operations.work(write, then=lambda _done: self._context.frame.say(said))

    def print_sheet(self, sheet: Sheet) -> None:
        """Print what is shown; the system's dialog asks where."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        paper = document_of(sheet.title, sheet.chosen, sheet.table, sheet.pictures)
        printer = QPrinter()
        printer.setPageOrientation(_orientation(paper))
        if QPrintDialog(printer, self._view).exec():
            paper.document.print_(printer)


def _orientation(paper: Paper) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if paper.is_across else QPageLayout.Orientation.Portrait
