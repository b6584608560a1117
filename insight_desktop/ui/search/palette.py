"""The palette: type to find a command, a meeting, or what somebody said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from insight_desktop.ui import theme
from insight_desktop.ui.widgets.basics import column

_TYPING_MS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the palette."""

    text: str
    icon: str
    run: Callable[[], None]
    detail: str = ""


class Palette(QDialog):
    """A field and a list.

    Signals:
        asked(str): the user typed; entries for the text are wanted.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Lie over the upper third of the window."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Popup)
        self.setProperty("look", "palette")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find a command, a meeting, or words that were said"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setWordWrap(False)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._run)
        self._entries: tuple[Entry, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(lambda: self.asked.emit(self._field.text()))
        self._field.textChanged.connect(lambda _text: self._typing.start())
        self._field.installEventFilter(self)
        self.setLayout(column(self._field, self._list, gap=4, margins=(8, 8, 8, 8)))
        self.setFixedSize(640, 420)

    def open_over(self) -> None:
        """Show itself, empty."""
        parent = self.parentWidget()
        corner = parent.mapToGlobal(parent.rect().topLeft())  # type: ignore[union-attr]
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + 80)  # type: ignore[union-attr]
        self._field.clear()
        self.asked.emit("")
        self.show()
        self._field.setFocus()

    def offer(self, entries: Sequence[Entry]) -> None:
        """Show the entries; the first is chosen."""
        self._entries = tuple(entries)
        self._list.clear()
        if not self._entries:
            self._list.addItem(self.tr("Nothing was found."))
        for entry in self._entries:
            item = QListWidgetItem(theme.icon(entry.icon), f"{entry.text}    {entry.detail}".strip())
            item.setToolTip(entry.text)
            self._list.addItem(item)
        if self._entries:
            self._list.setCurrentRow(0)

    def _run(self, _item: QListWidgetItem | None = None) -> None:
        place = self._list.currentRow()
        if 0 <= place < len(self._entries):
            self.hide()
            self._entries[place].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and run from the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)
