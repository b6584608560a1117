"""Brings CSV files in one after the other, with the code of the command line: look, choose columns, try out, import."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from insight_desktop import importing
from insight_desktop.crm.kinds import kind_of
from insight_desktop.crm.surveys import is_survey
from insight_desktop.crm.tables import Table, read_table
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.import_run import ImportReport
from insight_desktop.importing import KINDS
from insight_desktop.ui import wording
from insight_desktop.ui.importing.csv_dialog import CsvDialog
from insight_desktop.ui.importing.csv_words import field_name
from insight_desktop.ui.pages import Context

SURVEY = "survey"
_CHANGED = Change(
    kinds=frozenset({ChangeKind.CUSTOMER, ChangeKind.SUGGESTION, ChangeKind.MEETING}),
)


class CsvImport(QObject):
    """Takes one file; the next one follows when its dialog is closed.

    Signals:
        survey_found(Path): a file holds answers of a survey; it is not looked at here.
    """

    survey_found = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Serve a page."""
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._waiting: list[Path] = []
        self._path, self._kind, self._wanted = Path(), "", ""
        self._mapping: dict[str, str] = {}
        self._dialog: CsvDialog | None = None
        self._done: ImportReport | None = None

    def choose(self, kind: str = "") -> None:
        """Ask for files; `kind` is what they hold, where the user came for that."""
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            QCoreApplication.translate("CsvDialog", "Import a CSV"),
            "",
            QCoreApplication.translate("CsvDialog", "CSV files") + " (*.csv *.tsv *.txt)",
        )
        self.take(tuple(Path(name) for name in names), kind)

    def take(self, paths: tuple[Path, ...], kind: str = "") -> None:
        """Bring these files in, one after the other."""
        self._waiting += paths
        self._wanted = kind
        if self._dialog is None:
            self._next()

    def _next(self) -> None:
        self._dialog = None
        if self._waiting:
            self._path, self._kind, self._mapping, self._done = self._waiting.pop(0), self._wanted, {}, None
            self._look()

    def _look(self) -> None:
        path, kind, mapping = self._path, self._kind, dict(self._mapping)

        def look() -> tuple[str, Table]:
            first = read_table(path, {}, needed=())
            if not kind and is_survey(first.headers):
                return SURVEY, first
            known = kind or kind_of(first.headers)
            return known, read_table(path, KINDS[known].headers, needed=(), mapping=mapping)

        self._context.operations.work(look, then=self._on_looked, failed=self._on_failed)

    def _on_looked(self, looked: tuple[str, Table]) -> None:
        self._kind, table = looked
        if self._kind == SURVEY:
            self.survey_found.emit(self._path)
            self._next()
            return
        if self._dialog is None:
            dialog = CsvDialog(self._parent, self._path.name)
            dialog.kind_chosen.connect(self._on_kind)
            dialog.mapping_changed.connect(self._on_mapping)
            dialog.import_requested.connect(self._on_import)
            dialog.undo_requested.connect(self._on_undo)
            dialog.left.connect(self._next)
            self._dialog = dialog
            dialog.open()
        self._dialog.show_table(self._kind, table, KINDS[self._kind].headers)
        self._try_out()

    def _try_out(self) -> None:
        work, kind, path, mapping = self._context.workspace, self._kind, self._path, dict(self._mapping)
        chosen = set(self._dialog.mapping().values()) if self._dialog else set()
        missing = [field_name(field) for field in KINDS[kind].needed if field not in chosen]
        if missing and self._dialog is not None:
            sentence = QCoreApplication.translate("CsvDialog", "Choose the column that holds: {names}")
            self._dialog.show_fault(sentence.format(names=", ".join(missing)))
            return
        if self._dialog is not None:
            self._dialog.show_working(brings=False)
        self._context.operations.read(
            lambda: importing.plan(work, kind, path, mapping),
            then=self._on_planned,
            failed=self._on_unplanned,
            key="csv plan",
        )

    def _on_planned(self, report: ImportReport) -> None:
        if self._dialog is not None:
            self._dialog.show_plan(report)

    def _on_unplanned(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._dialog is not None:
            self._dialog.show_fault(wording.sentence(error))

    def _on_kind(self, kind: str) -> None:
        self._kind, self._mapping = kind, {}
        self._look()

    def _on_mapping(self, mapping: Mapping[str, str]) -> None:
        self._mapping = dict(mapping)
        self._try_out()

    def _on_import(self) -> None:
        work, kind, path, mapping = self._context.workspace, self._kind, self._path, dict(self._mapping)
        if self._dialog is not None:
            self._dialog.show_working(brings=True)
        self._context.operations.change(
            lambda: KINDS[kind].run(work, path, mapping),
            announce=_CHANGED,
            then=self._on_imported,
            failed=self._on_unplanned,
        )

    def _on_imported(self, report: ImportReport) -> None:
        self._done = report
        if self._dialog is not None:
            self._dialog.show_report(report)

    def _on_undo(self) -> None:
        work, done = self._context.workspace, self._done
        if done is not None:
            self._done = None
            self._context.operations.change(
                lambda: importing.take_back(work, done), announce=_CHANGED, then=self._on_undone
            )

    def _on_undone(self, _nothing: object) -> None:
        if self._dialog is not None:
            self._dialog.show_undone()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.frame.say(wording.sentence(error))
        if self._dialog is None:
            self._next()
