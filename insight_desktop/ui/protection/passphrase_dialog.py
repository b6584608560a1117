"""Says what a passphrase means and lets the user choose one, typed twice."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from insight_desktop.store.keyring import SHORTEST
from insight_desktop.ui.protection.strength import Strength, strength_of
from insight_desktop.ui.widgets.basics import Button, column, label, row
from insight_desktop.ui.widgets.dialog import Dialog

_WIDTH = 520
_STRENGTHS = {
    Strength.WEAK: QT_TRANSLATE_NOOP("PassphraseDialog", "Weak: easy to guess. Add more words."),
    Strength.FAIR: QT_TRANSLATE_NOOP("PassphraseDialog", "Fair: another word makes it strong."),
    Strength.STRONG: QT_TRANSLATE_NOOP("PassphraseDialog", "Strong"),
}


class PassphraseDialog(Dialog):
    """Two fields for the new passphrase, one for the old one where there is one.

    Signals:
        chosen(str, str): the old passphrase (empty where there was none) and the new one.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None, *, changes: bool = False) -> None:
        """Explain; `changes` asks for the passphrase that holds now."""
        super().__init__(parent)
        title = self.tr("Change the passphrase") if changes else self.tr("Protect with a passphrase")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.old = self._field(self.tr("Present passphrase or recovery code"))
        self.new, self.again = self._field(self.tr("New passphrase")), self._field(self.tr("The same once more"))
        self.state = label("small", wraps=True)
        self.wrong = label("quiet", wraps=True)
        self.wrong.hide()
        self.understood = QCheckBox(self.tr("I know that nobody can restore a lost passphrase"))
        self.understood.toggled.connect(lambda _on: self._judge())
        self._cancel = Button(self.tr("Cancel"))
        self.go = Button(self.tr("Change") if changes else self.tr("Go on"), look="primary")
        self._cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self._changes = changes
        layout = column(label("heading", title), gap=10, margins=(24, 20, 24, 20))
        layout.addWidget(label("quiet", self._explanation(), wraps=True))
        for field in (self.old, self.new, self.again) if changes else (self.new, self.again):
            layout.addWidget(label("small", field.accessibleName()))
            layout.addWidget(field)
        layout.addWidget(self.state)
        layout.addWidget(self.wrong)
        if not changes:
            layout.addWidget(self.understood)
        layout.addLayout(row(None, self._cancel, self.go))
        self.setLayout(layout)
        self._judge()

    def _explanation(self) -> str:
        if self._changes:
            return self.tr(
                "The data stays as it is; only what opens it changes. You get a new recovery code, and the old one "
                "opens nothing any more. Backups made before still ask for the old passphrase."
            )
        return self.tr(
            "All meetings, texts and sound are encrypted on this disk, and the program asks for the passphrase at each "
            "start. Without the passphrase or the recovery code nobody can open the data again, neither you nor we. "
            "Exported files and the settings stay as they are."
        )

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.textChanged.connect(lambda _text: self._judge())
        return field

    def _judge(self) -> None:
        """Say how strong it is, or what is missing."""
        if not hasattr(self, "go"):
            return
        new, again = self.new.text(), self.again.text()
        is_long, is_same = len(new) >= SHORTEST, new == again
        if new and not is_long:
            self.state.setText(self.tr("At least {count} characters, please.").format(count=SHORTEST))
        elif again and not is_same:
            self.state.setText(self.tr("The two are not the same yet."))
        elif new:
            self.state.setText(QCoreApplication.translate("PassphraseDialog", str(_STRENGTHS[strength_of(new)])))
        else:
            self.state.setText(self.tr("Four words that do not belong together are easy to remember."))
        is_ready = bool(self.old.text()) if self._changes else self.understood.isChecked()
        self.go.setEnabled(is_long and is_same and is_ready)

    def show_wrong(self, sentence: str) -> None:
        """Say why it was refused."""
        self.wrong.setText(sentence)
        self.wrong.show()
        self.old.setFocus()
        self.setEnabled(True)

    def _on_go(self) -> None:
        self.wrong.hide()
        self.setEnabled(False)
        self.chosen.emit(self.old.text(), self.new.text())
