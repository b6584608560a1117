"""The first rows of the file for Qt."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from insight_desktop.exports.preview import PreviewCell, PreviewRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PreviewRole(IntEnum):
    """What a delegate may ask of a cell."""

    CELL = Qt.ItemDataRole.UserRole + 1


class PreviewModel(QAbstractTableModel):
    """Cells as they would be written."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[PreviewRow, ...] = ()

    def show_rows(self, headers: tuple[str, ...], rows: tuple[PreviewRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._headers, self._rows = headers, rows
        self.endResetModel()

    def cell(self, index: Index) -> PreviewCell:
        """Return one cell."""
        return self._rows[index.row()].cells[index.column()]

    def telling(self) -> QModelIndex:
        """Return the first cell with something to know, else the longest of the first row."""
        for place, row in enumerate(self._rows):
            for number, cell in enumerate(row.cells):
                if cell.findings:
                    return self.index(place, number)
        lengths = [len(cell.text) for cell in self._rows[0].cells]
        return self.index(0, lengths.index(max(lengths)))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns the file has."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a header of the file, or the number of a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._headers[section] if 0 <= section < len(self._headers) else None
        return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, or the whole cell."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).text[:200]
        return self.cell(index) if role == PreviewRole.CELL else None
