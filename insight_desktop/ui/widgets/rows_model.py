"""A list of frozen rows for Qt; what a page shows of a row is told by its own model."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = TypeVar("Row")


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows that are replaced together; `data` is the page's.

    Args:
        id_of: the id of a row.
    """

    def __init__(self, id_of: Callable[[Row], str]) -> None:
        """Start empty."""
        super().__init__()
        self._id_of = id_of
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, wanted: str) -> int:
        """Return where the row of an id stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if self._id_of(row) == wanted), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)
