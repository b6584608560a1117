"""A field for the user's own wording, which says at once what of it pushes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from insight_desktop.suggestions.wordings import pushy
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, column, label, row

_HEIGHT = 76


class OwnWords(View):
    """The field, what pushes below it, and a button that copies it.

    Signals:
        written(str): the text is another one.
        copied(str): the text is wanted on the clipboard.
    """

    written = Signal(str)
    copied = Signal(str)

    def __init__(self, text: str) -> None:
        """Show what was written before."""
        super().__init__()
        self.field, self.fault, self.copy = QPlainTextEdit(), label("fault", wraps=True), IconButton("copy")
        self.field.setFixedHeight(_HEIGHT)
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.textChanged.connect(self._on_text)
        self.copy.clicked.connect(lambda: self.copied.emit(self.field.toPlainText().strip()))
        line = row(gap=8)
        line.addWidget(self.field, 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(gap=4)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        self.setLayout(layout)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        self.field.setPlaceholderText(self.tr("In your own words: what pushes is pointed out"))
        self.field.setAccessibleName(self.tr("In your own words"))
        self.copy.name(self.tr("Copy"))
        self._check()

    def _on_text(self) -> None:
        self._check()
        self.written.emit(self.field.toPlainText())

    def _check(self) -> None:
        text = self.field.toPlainText().strip()
        found = " ".join(wording.quoted(each) for each in pushy(text))
        self.fault.setText(self.tr("This pushes: {words}").format(words=found) if found else "")
        self.fault.setVisible(bool(found))
        self.field.setAccessibleDescription(self.fault.text())
        self.copy.setEnabled(bool(text))
