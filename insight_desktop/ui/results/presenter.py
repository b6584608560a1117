"""Decides what the page of results shows, and writes it as CSV."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from insight_desktop import offer_results
from insight_desktop.domain.change import ChangeKind
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.table_csv import table_csv
from insight_desktop.offer_results import OfferResults
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.results import words
from insight_desktop.ui.results.view import OfferResultsView


class OfferResultsPresenter(Presenter):
    """Counts again when something changed."""

    shows: ClassVar = frozenset({ChangeKind.SUGGESTION, ChangeKind.CUSTOMER, ChangeKind.MEETING})

    def __init__(self, context: Context, view: OfferResultsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._found = OfferResults()
        view.export_requested.connect(self._on_export)
        view.suggestions_requested.connect(lambda: context.frame.go("suggestions"))

    def refresh(self) -> None:
        """Count again."""
        work = self.context.workspace
        self.context.operations.read(lambda: offer_results.results(work), then=self._show, key="results")

    def _show(self, found: OfferResults) -> None:
        self._found = found
        self.view.show_results(found)

    def _on_export(self) -> None:
        title = QCoreApplication.translate("OfferResults", "What came of the offers")
        suggested = self.context.workspace.exports_dir / f"{title}.csv"
        path, _ = QFileDialog.getSaveFileName(self.view, title, str(suggested), "CSV (*.csv)")
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write what is shown."""
        content = table_csv(words.table(self._found))
        told = QCoreApplication.translate("OfferResults", "Saved: {name}").format(name=path.name)
        self.context.operations.work(
            lambda: write_whole(path, content), then=lambda _nothing: self.context.frame.say(told)
        )
