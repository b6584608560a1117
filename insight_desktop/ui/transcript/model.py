"""The lines of a transcript for Qt."""

import bisect
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from insight_desktop.ui import wording
from insight_desktop.ui.transcript.lines import Line

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for."""

    LINE = Qt.ItemDataRole.UserRole + 1


class TranscriptModel(QAbstractListModel):
    """Keeps the lines.

    Signals:
        text_edited(str, str): the user gave the line of this id another text.
    """

    text_edited = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._lines: list[Line] = []
        self._starts: list[float] = []
        self.is_editable = True

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Take another text; lines that are the same stay, so that the place and the selection do."""
        if self._lines and self._grow(lines):
            return
        self.beginResetModel()
        self._lines = list(lines)
        self._starts = [line.start for line in lines]
        self.endResetModel()

    def _grow(self, lines: Sequence[Line]) -> bool:
        """Put in the lines that are new; False where a line that is shown is not among them any more."""
        old = {line.id for line in self._lines}
        if [line.id for line in lines if line.id in old] != [line.id for line in self._lines]:
            return False
        place = 0
        while place < len(lines):
            if lines[place].id in old:
                if lines[place] is not self._lines[place] and lines[place] != self._lines[place]:
                    self._lines[place] = lines[place]
                    self.dataChanged.emit(self.index(place), self.index(place))
                place += 1
                continue
            last = place
            while last < len(lines) and lines[last].id not in old:
                last += 1
            self.beginInsertRows(QModelIndex(), place, last - 1)
            self._lines[place:place] = lines[place:last]
            self._starts[place:place] = [line.start for line in lines[place:last]]
            self.endInsertRows()
            place = last
        return True

    def append(self, lines: Sequence[Line]) -> None:
        """Add lines at the end, as they are transcribed."""
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines.extend(lines)
        self._starts.extend(line.start for line in lines)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line for the delegate, words for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            who = wording.speaker_name(line.speaker) if line.speaker else ""
            marks = ", ".join(wording.SIGNALS[score.signal].text for score in line.signals)
            return f"{wording.clock(line.start)} {who} {line.text} {marks}".strip()
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass a new text on; it comes back when it is stored."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line, text = self._lines[index.row()], str(value).strip()
        if text and text != line.text:
            self.text_edited.emit(line.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be edited once the transcript is complete."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable and index.isValid() else flags

    def line(self, row: int) -> Line | None:
        """Return a line."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_at(self, seconds: float) -> int:
        """Return the line that is said at a time, or the last one before."""
        return max(0, bisect.bisect_right(self._starts, seconds) - 1) if self._lines else -1
