"""A CSV before it comes in: what its columns hold, and what would become of each row; afterwards the report."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QStackedWidget, QWidget

from insight_desktop.crm.importing import OWN_FIELD, Problem
from insight_desktop.crm.tables import Table
from insight_desktop.import_run import ImportReport
from insight_desktop.ui.importing.csv_words import FATES, KIND_NAMES, field_name, problem_text, summary
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.ui.widgets.gradual import Steps
from insight_desktop.ui.widgets.scrolling import ScrollArea

_SIZE = (880, 640)
_ROWS, _PROBLEMS = 10, 50
_BOX = 190
_AT_ONCE = 12
"""Columns built without a pause."""


class CsvDialog(Dialog):
    """The columns at the left, the rows at the right.

    Signals:
        kind_chosen(str): the file holds something else.
        mapping_changed(dict[str, str]): header to field, empty for a column that is not used.
        import_requested(): bring it in.
        undo_requested(): take back what was brought in.
        left(): closed, imported or not.
    """

    kind_chosen = Signal(str)
    mapping_changed = Signal(object)
    import_requested = Signal()
    undo_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, file_name: str) -> None:
        """Start without a table."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import a CSV"))
        self.take_room(*_SIZE)
        self.boxes: dict[int, QComboBox] = {}
        self._table: Table | None = None
        self._chosen: list[str] = []
        self._steps = Steps(self)
        self.kinds = ChoiceRow("segment")
        self.kinds.offer([Choice(kind, name()) for kind, name in KIND_NAMES.items()])
        self.kinds.chosen.connect(self.kind_chosen)
        self._facts, self._tells = label("small"), label("quiet", wraps=True)
        head = column(gap=8, margins=(20, 16, 20, 12))
        head.addLayout(row(label("heading", file_name), None, self.kinds, gap=12))
        head.addWidget(self._facts)
        self._columns, self._rows = QGridLayout(), QGridLayout()
        body = row(gap=0)
        body.addWidget(_scrolled(self._columns), 5)
        body.addWidget(frame("column"))
        body.addWidget(_scrolled(self._rows), 6)
        looking = QWidget()
        looking.setLayout(body)
        self._report = column(gap=8, margins=(20, 16, 20, 16))
        told = QWidget()
        told.setLayout(self._report)
        self._stack = QStackedWidget()
        self._stack.addWidget(looking)
        self._stack.addWidget(told)
        self.cancel, self.undo = Button(self.tr("Cancel")), Button(self.tr(" Undo"), icon="undo-2")
        self.bring = Button(self.tr("Import"), look="primary")
        self.cancel.clicked.connect(self.reject)
        self.undo.clicked.connect(self.undo_requested)
        self.bring.clicked.connect(self.import_requested)
        self.undo.hide()
        outer = column(gap=0)
        outer.addLayout(head)
        outer.addWidget(frame("line"))
        outer.addWidget(self._stack, 1)
        outer.addWidget(frame("line"))
        foot = row(self._tells, self.undo, self.cancel, self.bring, gap=8, margins=(20, 12, 20, 16))
        foot.setStretch(0, 1)
        outer.addLayout(foot)
        self.setLayout(outer)
        self.finished.connect(lambda _code: self.left.emit())

    def show_table(self, kind: str, table: Table, fields: Mapping[str, object]) -> None:
        """Show what each column was taken for."""
        self._table = table
        self.kinds.choose(kind)
        facts = self.tr("Rows: {rows} · columns: {columns} · encoding: {encoding}")
        count = len(table.rows)
        self._facts.setText(
            facts.format(
                rows=f"{count:,}", columns=len(table.headers), encoding=table.encoding.upper().removesuffix("-SIG")
            )
        )
        _clear(self._columns)
        self.boxes = {}
        self._chosen = [field or "" for field in table.columns]
        self._columns.addWidget(label("caption", self.tr("Column")), 0, 0)
        self._columns.addWidget(label("caption", self.tr("Holds")), 0, 1)
        self._columns.setColumnStretch(0, 1)
        self._columns.setRowStretch(len(table.headers) + 1, 1)
        choices = [("", self.tr("(not used)")), *((field, field_name(field)) for field in fields)]
        own = self.tr("(a field of its own)") if kind == "customers" else ""
        samples = table.samples()
        self._steps.take(
            partial(self._show_columns, range(first, min(first + _AT_ONCE, len(samples))), samples, choices, own)
            for first in range(0, len(samples), _AT_ONCE)
        )

    def _show_columns(
        self,
        places: Iterable[int],
        samples: Sequence[Sequence[str]],
        choices: Sequence[tuple[str, str]],
        own: str,
    ) -> None:
        headers = self._table.headers if self._table else ()
        for place in places:
            box = QComboBox()
            for field, text in choices:
                box.addItem(text, field)
            if own:
                box.addItem(own, f"{OWN_FIELD}{headers[place]}")
            box.setCurrentIndex(max(0, box.findData(self._chosen[place])))
            box.setAccessibleName(headers[place])
            box.setFixedWidth(_BOX)
            box.currentIndexChanged.connect(lambda _index, number=place: self._on_changed(number))
            words = label("small", " · ".join(samples[place]), wraps=True)
            said = QWidget()
            said.setLayout(column(label("strong", headers[place], wraps=True), words, gap=0))
            self._columns.addWidget(said, place + 1, 0)
            self._columns.addWidget(box, place + 1, 1, Qt.AlignmentFlag.AlignTop)
            self.boxes[place] = box

    def show_plan(self, report: ImportReport) -> None:
        """Show what an import would do."""
        _clear(self._rows)
        self._rows.addWidget(label("caption", self.tr("What will happen")), 0, 0, 1, 2)
        faults: dict[int, list[Problem]] = {}
        for problem in report.problems:
            faults.setdefault(problem.line, []).append(problem)
        known = {each.line: each for each in report.rows}
        place = 1
        for line in sorted({*known, *faults})[:_ROWS]:
            each = known.get(line)
            words = column(gap=0)
            if each is not None:
                meaning = FATES[each.fate]
                self._rows.addWidget(Badge(*meaning()), place, 0, Qt.AlignmentFlag.AlignTop)
                words.addWidget(label("strong", each.name, wraps=True))
                if each.of and each.of != each.name:
                    words.addWidget(label("small", self.tr("Is {name}").format(name=each.of), wraps=True))
            else:
                self._rows.addWidget(Badge(self.tr("Left out"), "circle-x", "dissatisfaction"), place, 0)
            for fault in faults.get(line, ()):
                words.addWidget(label("fault", problem_text(fault), wraps=True))
            said = QWidget()
            said.setLayout(words)
            self._rows.addWidget(said, place, 1)
            place += 1
        self._rows.setColumnStretch(1, 1)
        self._rows.setRowStretch(place, 1)
        self._tells.setText(summary(report))
        self.bring.setEnabled(bool(report.rows))

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be imported as it stands."""
        _clear(self._rows)
        self._rows.addWidget(label("fault", sentence, wraps=True), 0, 0, 1, 2)
        self._rows.setRowStretch(1, 1)
        self._tells.setText("")
        self.bring.setEnabled(False)

    def show_working(self, *, brings: bool) -> None:
        """Say that it takes a moment: to bring it in, or to see what would become of it."""
        self._tells.setText(self.tr("Importing …") if brings else self.tr("Looking what would become of each row …"))
        self.bring.setEnabled(False)

    def show_report(self, report: ImportReport) -> None:
        """Show what was done; it can be taken back."""
        empty(self._report)
        self._report.addWidget(label("heading", self.tr("Imported")))
        self._report.addWidget(label("", summary(report), wraps=True))
        lines = [problem_text(problem) for problem in report.problems[:_PROBLEMS]]
        lines += [
            self.tr("Several customers are named “{name}”; the oldest was taken.").format(name=name)
            for name in report.ambiguous[:_PROBLEMS]
        ]
        lines += [self.tr("No longer in the catalogue: {name}").format(name=name) for name in report.removed]
        if report.table.unused:
            lines.append(self.tr("Columns not used: {names}").format(names=", ".join(report.table.unused)))
        for text in lines:
            self._report.addWidget(label("small", text, wraps=True))
        self._report.addStretch(1)
        self._stack.setCurrentIndex(1)
        self._tells.setText("")
        self.kinds.setEnabled(False)
        self.bring.hide()
        self.undo.show()
        self.cancel.setText(self.tr("Close"))

    def show_undone(self) -> None:
        """Say that everything is as it was."""
        self.undo.hide()
        self._tells.setText(QCoreApplication.translate("CsvDialog", "Taken back; everything is as it was."))

    def mapping(self) -> dict[str, str]:
        """Return the field of each header as it is chosen."""
        headers = self._table.headers if self._table else ()
        return dict(zip(headers, self._chosen, strict=True))

    def _on_changed(self, number: int) -> None:
        """Let a field stand in one column only."""
        chosen = self._chosen[number] = self.boxes[number].currentData()
        for place, field in enumerate(self._chosen):
            if place != number and chosen and field == chosen:
                self._chosen[place] = ""
                if place in self.boxes:
                    self.boxes[place].blockSignals(True)
                    self.boxes[place].setCurrentIndex(0)
                    self.boxes[place].blockSignals(False)
        self.mapping_changed.emit(self.mapping())


def _clear(grid: QGridLayout) -> None:
    """Take everything out, and the room that was left below it."""
    empty(grid)
    for place in range(grid.rowCount()):
        grid.setRowStretch(place, 0)


def _scrolled(grid: QGridLayout) -> ScrollArea:
    grid.setContentsMargins(20, 12, 16, 12)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    inner = QWidget()
    inner.setProperty("look", "page")
    inner.setLayout(grid)
    return ScrollArea(inner)
