"""A table of words and numbers: what a chart shows, for the keyboard, for screen readers and for copying."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from insight_desktop.domain.table import Table, reads_as_number
from insight_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _NAME, _NARROW, _WIDE = 32, 220, 56, 420
_MEASURED = 60
_EMPTY = Table(corner="", heads=())


class _Role(IntEnum):
    """The roles that the model answers."""

    TEXT = Qt.ItemDataRole.DisplayRole
    TIP = Qt.ItemDataRole.ToolTipRole
    SPOKEN = Qt.ItemDataRole.AccessibleTextRole
    INK = Qt.ItemDataRole.ForegroundRole
    ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


class NumberModel(QAbstractTableModel):
    """The cells, with the rows' names as heads at the left; a screen reader hears a cell with both its heads."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.table = _EMPTY

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many cells a row has."""
        return 0 if parent.isValid() else len(self.table.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a head, or the name of a row."""
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.table.heads) if across else len(self.table.rows)):
            return None
        if role == _Role.ALIGNMENT:
            is_right = across and self._is_number(section)
            side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (_Role.TEXT, _Role.TIP):
            return None
        return self.table.heads[section] if across else self.table.rows[section].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, or the sentence that it is with its heads."""
        if not index.isValid():
            return None
        row = self.table.rows[index.row()]
        cell = row.cells[index.column()]
        if role in (_Role.TEXT, _Role.TIP):
            return str(cell)
        if role == _Role.SPOKEN:
            return f"{row.name}, {self.table.heads[index.column()]}: {cell}"
        if role == _Role.ALIGNMENT:
            side = Qt.AlignmentFlag.AlignRight if reads_as_number(cell) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.INK and cell == 0:
            return theme.colour("text_3")
        return None

    def _is_number(self, column: int) -> bool:
        return bool(self.table.rows) and reads_as_number(self.table.rows[0].cells[column])


class NumberTable(QTableView):
    """Shows a table; Ctrl+C copies it as a spreadsheet takes it.

    Signals:
        cell_chosen(str, int): the key of a row and a column, when the user comes to a cell.
        row_opened(str): the key of a row, on Enter or a double click.
    """

    cell_chosen = Signal(str, int)
    row_opened = Signal(str)

    def __init__(self, name_width: int = _NAME) -> None:
        """Build the table; the names of the rows are as wide as said."""
        super().__init__()
        self.cells = NumberModel()
        self.setProperty("look", "numbers")
        self.setModel(self.cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        names = self.verticalHeader()
        names.setDefaultSectionSize(_ROW)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setFixedWidth(name_width)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(lambda index: self.row_opened.emit(self.cells.table.rows[index.row()].key))

    def show_table(self, table: Table) -> None:
        """Show a table; where it has the same row and column, the user stays there."""
        at = self.currentIndex()
        key = self.cells.table.rows[at.row()].key if at.isValid() else ""
        is_new = table.heads != self.cells.table.heads or not self.cells.table.rows
        self.selectionModel().blockSignals(True)
        self.cells.show_table(table)
        place = next((n for n, row in enumerate(table.rows) if row.key == key), -1)
        if place >= 0 and at.column() < len(table.heads):
            self.setCurrentIndex(self.cells.index(place, at.column()))
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        if is_new:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole table with its heads; every other key moves."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(_tabbed(self.cells.table))
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Give each column the room of its first texts; Qt's own measure would take half a second for a long table."""
        metrics = QFontMetrics(theme.font())
        for column in range(self.cells.columnCount()):
            texts = {str(row.cells[column]) for row in self.cells.table.rows[:_MEASURED]}
            longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            head = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(_NARROW, min(_WIDE, max(longest + 24, head + 8))))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.cell_chosen.emit(self.cells.table.rows[current.row()].key, current.column())


def _tabbed(table: Table) -> str:
    lines = [(table.corner, *table.heads), *((row.name, *row.cells) for row in table.rows)]
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in line) for line in lines)
