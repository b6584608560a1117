"""The list of customers for Qt."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from insight_desktop.account_numbers import ListedCustomer
from insight_desktop.store.customer_list import CustomerSummary
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.rows_model import Index, RowsModel


class CustomerRole(IntEnum):
    """What a delegate may ask of a row."""

    LISTED = Qt.ItemDataRole.UserRole + 1


class CustomerModel(RowsModel[ListedCustomer]):
    """Customers, one row each."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(lambda row: row.summary.id)

    def summary(self, row: int) -> CustomerSummary:
        """Return a row."""
        return self._rows[row].summary

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.summary.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.summary.name}\n{second_line(row)}"
        return row if role == CustomerRole.LISTED else None


def second_line(listed: ListedCustomer) -> str:
    """Return the stage, when one met last, and how many promises are open; before the first promise, how often."""
    summary, parts = listed.summary, [wording.JOURNEYS[listed.stage].text]
    if summary.last_met:
        parts.append(wording.day(summary.last_met.astimezone().date()))
    if summary.open_steps:
        parts.append(QCoreApplication.translate("Customers", "%n open", "", summary.open_steps))
    else:
        parts.append(QCoreApplication.translate("Customers", "%n meeting(s)", "", summary.meetings))
    return " · ".join(part for part in parts if part)
