"""The list of suggestions for Qt."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from insight_desktop.store.suggestions import ListedSuggestion
from insight_desktop.ui.widgets.rows_model import Index, RowsModel


class SuggestionRole(IntEnum):
    """What a delegate may ask of a row."""

    LISTED = Qt.ItemDataRole.UserRole + 1
    PRODUCT = Qt.ItemDataRole.UserRole + 2


class SuggestionModel(RowsModel[ListedSuggestion]):
    """Suggestions, one row each."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(lambda row: row.suggestion.id)
        self._names: dict[str, str] = {}

    def show_rows(self, rows: tuple[ListedSuggestion, ...], names: dict[str, str]) -> None:
        """Show other suggestions; `names` are the products' by id."""
        self._names = names
        self.set_rows(rows)

    def suggestion_id(self, row: int) -> str:
        """Return the id of a row."""
        return self._rows[row].suggestion.id

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return customer and product, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        product = self._names.get(row.suggestion.product, row.suggestion.product)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.customer or row.meeting_title} · {product}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.customer or row.meeting_title}\n{product}"
            case SuggestionRole.LISTED:
                return row
            case SuggestionRole.PRODUCT:
                return product
        return None
