"""Themes as rows for Qt; a screen reader hears each row as one sentence."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from insight_desktop.trends.overview import ThemeRow
from insight_desktop.ui import wording
from insight_desktop.ui.trends import periods
from insight_desktop.ui.widgets.rows_model import Index, RowsModel


class ThemeRole(IntEnum):
    """What a delegate may ask of a row."""

    ROW = Qt.ItemDataRole.UserRole + 1
    MOST = Qt.ItemDataRole.UserRole + 2
    """The highest point of all rows, so that every spark line has one scale."""


class ThemeModel(RowsModel[ThemeRow]):
    """Themes, the one with most customers first."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(lambda row: row.theme_id)
        self._most = 1

    def set_rows(self, rows: tuple[ThemeRow, ...]) -> None:
        """Show other themes."""
        self._most = max((point.customers for row in rows for point in row.points), default=1) or 1
        super().set_rows(rows)

    def theme(self, row: int) -> ThemeRow:
        """Return a row."""
        return self._rows[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the whole row, or a sentence."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind, moved = wording.insight_text(row.kind, row.objection), periods.movement_text(row.movement)
            parts = (f"{kind}: {row.name}", customers_text(row.customers), moved, periods.compared(row))
            return ", ".join(part for part in parts if part)
        if role == ThemeRole.ROW:
            return row
        return self._most if role == ThemeRole.MOST else None


def customers_text(count: int) -> str:
    """Return a number of customers in words."""
    return QCoreApplication.translate("Trends", "%n customer(s)", "", count)
