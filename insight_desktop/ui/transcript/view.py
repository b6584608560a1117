"""The transcript: click a word to hear it, follow the sound, edit in place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView

from insight_desktop.ui.transcript.delegate import TranscriptDelegate
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.transcript.model import TranscriptModel

_BATCH = 12


class TranscriptView(QListView):
    """A list of lines.

    Signals:
        word_clicked(float): play from this second.
        speaker_clicked(Line, QPoint): the user wants to say who this is; the point is on the screen.
        line_chosen(Line): the current line changed.
    """

    word_clicked = Signal(float)
    speaker_clicked = Signal(object, QPoint)
    line_chosen = Signal(object)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.lines = TranscriptModel(self)
        self.setModel(self.lines)
        self._delegate = TranscriptDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self.follows = True
        self._wanted: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_wanted)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self._relay = QTimer(self, singleShot=True, interval=60)
        self._relay.timeout.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._on_current)
        for keys, step in (("J", 1), ("K", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=step: self._move(by))
        edit = QShortcut(QKeySequence("E"), self)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self.edit(self.currentIndex()))

    def show_lines(self, lines: Sequence[Line], *, is_editable: bool) -> None:
        """Show a transcript."""
        self._wanted = None
        self.lines.is_editable = is_editable
        self.lines.show_lines(lines)

    def show_time(self, seconds: float) -> None:
        """Mark the word that is being said, and follow it."""
        row = self.lines.row_at(seconds)
        line = self.lines.line(row)
        old = self._delegate.playing
        if line is None:
            return
        word = line.word_playing(seconds)
        playing = (line.id, word.first, word.last) if word else None
        if playing == old:
            return
        self._delegate.playing = playing
        self.viewport().update()
        if self.follows and playing and (old is None or old[0] != playing[0]):
            self._reveal(row)

    def _reveal(self, row: int) -> None:
        area = self.visualRect(self.lines.index(row))
        if not self.viewport().rect().contains(area):
            self.scrollTo(self.lines.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def light(self, rows: Sequence[int], *, reveals: bool = True) -> None:
        """Show which lines an insight rests on."""
        lines = [line for row in rows if (line := self.lines.line(row)) is not None]
        self._delegate.lit = frozenset(line.id for line in lines)
        self.viewport().update()
        if reveals and lines:
            index = self.lines.index(lines[0].position)
            self.setCurrentIndex(index)
            self._wanted = lines[0].position
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        """Lines get their heights batch by batch: the wanted one stays in the middle until the user scrolls."""
        if self._wanted is not None:
            index = self.lines.index(self._wanted)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_scrolled(self) -> None:
        self._wanted = None

    def restyle(self) -> None:
        """Paint in the new theme."""
        self._delegate.forget()
        self.viewport().update()

    def _move(self, step: int) -> None:
        row = min(max(0, self.currentIndex().row() + step), self.lines.rowCount() - 1)
        self.setCurrentIndex(self.lines.index(row))

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.lines.line(current.row())
        if line is not None:
            self.line_chosen.emit(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Play the word, or ask who speaks."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        line = self.lines.line(index.row())
        if line is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        area = self.visualRect(index)
        if self._delegate.is_on_name(area, at.x()):
            self.speaker_clicked.emit(line, event.globalPosition().toPoint())
            return
        character = self._delegate.character_at(line, area, at.x(), at.y())
        if character is not None:
            word = line.word_at(character)
            self.word_clicked.emit(word.start if word else line.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._relay.start()
