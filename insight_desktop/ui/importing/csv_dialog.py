"""A CSV before it comes in: what its columns hold, and what would become of each row; afterwards the report."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from insight_desktop.crm.importing import OWN_FIELD
from insight_desktop.crm.tables import Table
from insight_desktop.importing import ImportReport
from insight_desktop.ui.importing.csv_words import FATES, KIND_NAMES, field_name, problem_text, summary
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_SIZE = (880, 640)
_ROWS, _PROBLEMS = 10, 50
_BOX = 190


class CsvDialog(QDialog):
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
        self.resize(*_SIZE)
        self.boxes: dict[int, QComboBox] = {}
        self._table: Table | None = None
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
        facts = self.tr("{rows} rows · {columns} columns · encoding {encoding}")
        count = len(table.rows)
        self._facts.setText(
            facts.format(rows=f"{count:,}", columns=len(table.headers), encoding=table.encoding.upper())
        )
        empty(self._columns)
        self.boxes = {}
        self._columns.addWidget(label("caption", self.tr("Column")), 0, 0)
        self._columns.addWidget(label("caption", self.tr("Holds")), 0, 1)
        for place, (header, samples) in enumerate(zip(table.headers, table.samples(), strict=True)):
            box = QComboBox()
            box.addItem(self.tr("(not used)"), "")
            for field in fields:
                box.addItem(field_name(field), field)
            if kind == "customers":
                box.addItem(self.tr("(a field of its own)"), f"{OWN_FIELD}{header}")
            box.setCurrentIndex(max(0, box.findData(table.columns[place] or "")))
            box.setAccessibleName(header)
            box.setFixedWidth(_BOX)
            box.currentIndexChanged.connect(lambda _index, number=place: self._on_changed(number))
            said = QWidget()
            said.setLayout(column(label("strong", header), label("small", " · ".join(samples), wraps=True), gap=0))
            self._columns.addWidget(said, place + 1, 0)
            self._columns.addWidget(box, place + 1, 1, Qt.AlignmentFlag.AlignTop)
            self.boxes[place] = box
        self._columns.setColumnStretch(0, 1)
        self._columns.setRowStretch(len(table.headers) + 1, 1)

    def show_plan(self, report: ImportReport) -> None:
        """Show what an import would do."""
        empty(self._rows)
        self._rows.addWidget(label("caption", self.tr("What will happen")), 0, 0, 1, 2)
        faults = {problem.line: problem for problem in reversed(report.problems)}
        known = {each.line: each for each in report.rows}
        place = 1
        for line in sorted({*known, *faults})[:_ROWS]:
            each, fault = known.get(line), faults.get(line)
            words = column(gap=0)
            if each is not None:
                meaning = FATES[each.fate]
                self._rows.addWidget(Badge(*meaning()), place, 0, Qt.AlignmentFlag.AlignTop)
                words.addWidget(label("strong", each.name, wraps=True))
                if each.of and each.of != each.name:
                    words.addWidget(label("small", self.tr("Is {name}").format(name=each.of), wraps=True))
            else:
                self._rows.addWidget(Badge(self.tr("Left out"), "circle-x", "dissatisfaction"), place, 0)
            if fault is not None:
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
        empty(self._rows)
        self._rows.addWidget(label("fault", sentence, wraps=True), 0, 0, 1, 2)
        self._rows.setRowStretch(1, 1)
        self._tells.setText("")
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
        return {headers[place]: box.currentData() for place, box in self.boxes.items()}

    def _on_changed(self, number: int) -> None:
        """Let a field stand in one column only."""
        chosen = self.boxes[number].currentData()
        for place, box in self.boxes.items():
            if place != number and chosen and box.currentData() == chosen:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self.mapping_changed.emit(self.mapping())


def _scrolled(grid: QGridLayout) -> QScrollArea:
    grid.setContentsMargins(20, 12, 16, 12)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    inner = QWidget()
    inner.setProperty("look", "page")
    inner.setLayout(grid)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll
