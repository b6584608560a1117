"""One line at the foot of the window that says what was done, with undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from insight_desktop.ui.widgets.basics import label, row

_SHOWN_MS, _LETTER_MS = 8000, 100
"""At least so long, and as long as somebody needs who reads ten letters a second."""
_WIDEST = 760


class Toast(QFrame):
    """Floats over its parent for some seconds."""

    def __init__(self, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("look", "toast")
        self._text = label()
        self._undo = QPushButton()
        self._undo.clicked.connect(self._on_undo)
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.setLayout(row(self._text, self._undo, gap=16, margins=(16, 8, 8, 8)))
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo_text: str = "", undo: Callable[[], None] | None = None) -> None:
        """Show a line; with `undo` it has a button."""
        self._text.setText(text)
        self._undo.setText(undo_text)
        self._undo.setVisible(undo is not None)
        self._action = undo
        self.layout().activate()  # type: ignore[union-attr]
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(_SHOWN_MS, _LETTER_MS * len(text)))

    def _on_undo(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _place(self) -> None:
        parent = self.parentWidget()
        room = min(parent.width() - 48, _WIDEST)  # type: ignore[union-attr]
        self._text.setWordWrap(False)
        is_long = self.sizeHint().width() > room
        self._text.setWordWrap(is_long)
        if is_long:
            self.resize(room, self.heightForWidth(room))
        else:
            self.resize(self.sizeHint())
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 64)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle while the window changes size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
