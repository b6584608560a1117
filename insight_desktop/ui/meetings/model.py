"""The list of meetings for Qt; each row is one summary of the store."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import wording

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1


class MeetingsModel(QAbstractListModel):
    """Keeps the rows; a new list with the same meetings changes rows in place, so that selection stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[MeetingSummary, ...] = ()

    def show_meetings(self, rows: Sequence[MeetingSummary]) -> None:
        """Take a new list."""
        rows = tuple(rows)
        if [row.meeting.id for row in rows] == [row.meeting.id for row in self._rows]:
            changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
            self._rows = rows
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the meetings."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the summary for the delegate, words for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        summary = self._rows[index.row()]
        if role == Role.SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.meeting.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{summary.meeting.title}\n{facts_of(summary)}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            meeting = summary.meeting
            outcome = wording.OUTCOMES[meeting.outcome].text
            return f"{meeting.title}, {summary.customer_name}, {wording.moment(meeting.started_at)}, {outcome}"
        return None

    def summary(self, row: int) -> MeetingSummary | None:
        """Return a row's summary."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, meeting_id: MeetingId) -> int:
        """Return where a meeting is, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.meeting.id == meeting_id), -1)


def facts_of(summary: MeetingSummary) -> str:
    """Return whom one met, about what, and how, in one line."""
    meeting = summary.meeting
    parts = (summary.customer_name, summary.deal_name, wording.manner(meeting), meeting.rep)
    return "  ·  ".join(part for part in parts if part)
