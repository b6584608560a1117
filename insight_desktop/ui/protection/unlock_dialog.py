"""Asks for a passphrase until it is right, or until the user gives up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from insight_desktop.ui.widgets.basics import Button, column, label, row
from insight_desktop.ui.widgets.dialog import Dialog

_WIDTH = 460


class UnlockDialog(Dialog):
    """One field.

    Signals:
        tried(str): the passphrase, or the recovery code, as typed.
    """

    tried = Signal(str)

    def __init__(self, parent: QWidget | None, explanation: str) -> None:
        """Say in a sentence what is locked."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self.setMinimumWidth(_WIDTH)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase or recovery code"))
        self.wrong = label("quiet", wraps=True)
        self.wrong.hide()
        self.field.textChanged.connect(lambda _text: self.wrong.hide())
        self._forgot = Button(self.tr("Passphrase forgotten?"), look="plain")
        self._cancel, self.unlock = Button(self.tr("Cancel")), Button(self.tr("Open"), look="primary")
        self._forgot.clicked.connect(self._on_forgot)
        self._cancel.clicked.connect(self.reject)
        self.unlock.clicked.connect(self._on_unlock)
        self.unlock.setDefault(True)
        self.forgotten = label(
            "small",
            self.tr(
                "Type the recovery code into the field instead; dashes and small letters do not matter. Then set a new "
                "passphrase in the settings. Without the passphrase and the code nobody can open the data."
            ),
            wraps=True,
        )
        self.forgotten.hide()
        layout = column(
            label("heading", self.tr("Enter the passphrase")),
            label("quiet", explanation, wraps=True),
            self.field,
            self.wrong,
            self.forgotten,
            gap=12,
            margins=(24, 20, 24, 20),
        )
        layout.addLayout(row(self._forgot, None, self._cancel, self.unlock))
        self.setLayout(layout)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)

    def show_wrong(self, sentence: str) -> None:
        """Say why it did not open, and let the user try again."""
        self._wait(False)
        self.wrong.setText(sentence)
        self.wrong.show()
        self.field.selectAll()
        self.field.setFocus()

    def _on_unlock(self) -> None:
        if self.field.text():
            self._wait(True)
            self.tried.emit(self.field.text())

    def _on_forgot(self) -> None:
        """Let the code be read while it is typed."""
        self.forgotten.show()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal)
        self.field.clear()
        self.field.setFocus()
        self.adjustSize()

    def _wait(self, waits: bool) -> None:  # noqa: FBT001 - private
        self.field.setEnabled(not waits)
        self.unlock.setEnabled(not waits)
