"""The meetings of the inbox for Qt: those of one state, each with a tick."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from insight_desktop.export_inbox import InboxRow, InboxState

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class InboxRole(IntEnum):
    """What a delegate may ask of a row."""

    ROW = Qt.ItemDataRole.UserRole + 1


class InboxModel(QAbstractListModel):
    """Rows with ticks.

    Signals:
        ticked(): other meetings are chosen.
    """

    ticked = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: tuple[InboxRow, ...] = ()
        self._chosen: frozenset[str] = frozenset()

    def show_rows(self, rows: tuple[InboxRow, ...], chosen: frozenset[str]) -> None:
        """Show other meetings; nobody is told."""
        self.beginResetModel()
        self._rows, self._chosen = rows, chosen
        self.endResetModel()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the meetings that are ticked, the oldest first, as they go into the file."""
        ids = [row.meeting.meeting_id for row in self._rows if row.meeting.meeting_id in self._chosen]
        return tuple(reversed(ids))

    def row_at(self, place: int) -> InboxRow:
        """Return one row."""
        return self._rows[place]

    def toggle(self, index: Index) -> None:
        """Tick a meeting or take the tick away."""
        meeting_id = self._rows[index.row()].meeting.meeting_id
        self._chosen ^= {meeting_id}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def choose_all(self, *, on: bool) -> None:
        """Tick all, or none."""
        self._chosen = frozenset(row.meeting.meeting_id for row in self._rows) if on else frozenset()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many meetings there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the tick, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.meeting.title
            case Qt.ItemDataRole.CheckStateRole:
                is_on = row.meeting.meeting_id in self._chosen
                return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(
                    part for part in (row.meeting.title, row.meeting.customer, row.meeting.file_name) if part
                )
            case InboxRole.ROW:
                return row
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_on = Qt.CheckState(value) is Qt.CheckState.Checked
        if is_on != (self._rows[index.row()].meeting.meeting_id in self._chosen):
            self.toggle(index)
        return True


def count_of(rows: tuple[InboxRow, ...], state: InboxState) -> int:
    """Return how many meetings are in a state."""
    return sum(row.state is state for row in rows)
