"""The first ten rows of the file, and the chosen cell in full with what was altered in it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableView, QTextEdit

from insight_desktop import export_wording
from insight_desktop.exports.preview import PreviewCell, PreviewRow
from insight_desktop.exports.report import Finding
from insight_desktop.ui import wording
from insight_desktop.ui.exporting.cell_delegate import CellDelegate, altered_format, ranges
from insight_desktop.ui.exporting.preview_model import PreviewModel
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import column, frame, label, row

_ROW, _WIDE, _NARROW, _CELL = 32, 260, 96, 150


class PreviewView(View):
    """A table and the cell below it."""

    def __init__(self) -> None:
        """Lay out the table."""
        super().__init__()
        self.model = PreviewModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setCornerButtonEnabled(False)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self._header, self._findings = label("strong"), label("small", wraps=True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_CELL)
        self._cell: PreviewCell | None = None
        head = row(self._header, gap=12)
        head.addWidget(self._findings, 1)
        below = column(gap=6, margins=(16, 10, 16, 12))
        below.addLayout(head)
        below.addWidget(self._text)
        outer = column(self.table, frame("line"), gap=0)
        outer.setStretch(0, 1)
        outer.addLayout(below)
        self.setLayout(outer)
        self.retranslate()

    def show_rows(self, headers: tuple[str, ...], rows: tuple[PreviewRow, ...]) -> None:
        """Show the rows and the first cell that was altered."""
        old = self.model.headerData(0, Qt.Orientation.Horizontal), self.model.columnCount()
        self.model.show_rows(headers, rows)
        self.table.verticalHeader().setFixedWidth(32)
        if old != (headers[0] if headers else None, len(headers)) or not self.table.columnWidth(0):
            self._fit()
        if rows:
            self.table.setCurrentIndex(self.model.telling())
        else:
            self._show_cell(None)

    def _fit(self) -> None:
        for number in range(self.model.columnCount()):
            wanted = self.table.sizeHintForColumn(number) + 24
            head = self.table.horizontalHeader().sectionSizeHint(number)
            self.table.setColumnWidth(number, max(_NARROW, min(_WIDE, max(wanted, head))))

    def _on_current(self, current: QModelIndex) -> None:
        self._show_cell(self.model.cell(current) if current.isValid() else None)

    def _show_cell(self, cell: PreviewCell | None) -> None:
        self._cell = cell
        self._header.setText(cell.header if cell else "")
        self._findings.setText("  ·  ".join(finding_text(each) for each in cell.findings) if cell else "")
        self._text.setPlainText(cell.text if cell else "")
        self._mark()

    def _mark(self) -> None:
        if self._cell is None:
            self._text.setExtraSelections([])
            return
        selections = []
        for start, length in ranges(self._cell.text, self._cell.marks):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, altered_format()
            selections.append(selection)
        self._text.setExtraSelections(selections)

    def restyle(self) -> None:
        """Mark in the new colours."""
        if hasattr(self, "_cell"):
            self._mark()

    def retranslate(self) -> None:
        """Write the texts."""
        self.table.setAccessibleName(self.tr("The first rows of the file"))
        self._text.setAccessibleName(self.tr("The chosen cell in full"))
        self._show_cell(self._cell)


def finding_text(finding: Finding) -> str:
    """Return what happened, with its particulars."""
    text = export_wording.EXPORT_FINDINGS[finding.kind.value][wording.language()]
    lengths = f" ({finding.before} → {finding.after})" if finding.before is not None else ""
    detail = f": {finding.detail}" if finding.detail else ""
    return f"{text}{detail}{lengths}"
