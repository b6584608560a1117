"""The list of suggestions for Qt."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.store.suggestions import ListedSuggestion
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.rows_model import Index, RowsModel


class SuggestionRole(IntEnum):
    """What a delegate may ask of a row."""

    LISTED = Qt.ItemDataRole.UserRole + 1
    PRODUCT = Qt.ItemDataRole.UserRole + 2
    MARK = Qt.ItemDataRole.UserRole + 3
    """Whether today is the day, or how far it came: a `Meaning`."""


class SuggestionModel(RowsModel[ListedSuggestion]):
    """Suggestions, one row each."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(lambda row: row.suggestion.id)
        self._names: dict[str, str] = {}
        self._timings: Mapping[SuggestionId, Timing] = {}

    def show_rows(self, rows: tuple[ListedSuggestion, ...], names: dict[str, str]) -> None:
        """Show other suggestions; `names` are the products' by id."""
        self._names = names
        self.set_rows(rows)

    def show_timings(self, timings: Mapping[SuggestionId, Timing]) -> None:
        """Say of offers that are still to be made whether today is the day."""
        self._timings = timings
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _mark(self, row: ListedSuggestion) -> wording.Meaning:
        """Return the verdict of a candidate; what has been done with an offer says more than that."""
        timing = self._timings.get(row.suggestion.id)
        is_candidate = row.suggestion.state is SuggestionState.CANDIDATE
        return wording.TIMINGS[timing] if timing and is_candidate else wording.SUGGESTION_STATES[row.suggestion.state]

    def suggestion_id(self, row: int) -> str:
        """Return the id of a row."""
        return self._rows[row].suggestion.id

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return customer and product, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        product = self._names.get(row.suggestion.product, row.suggestion.product)
        who = row.customer or row.meeting_title
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{who} · {product} · {self._mark(row).text}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{who}\n{product}"
            case _:
                told = {
                    SuggestionRole.LISTED: row,
                    SuggestionRole.PRODUCT: product,
                    SuggestionRole.MARK: self._mark(row),
                }
                return told.get(SuggestionRole(role)) if role in told else None
