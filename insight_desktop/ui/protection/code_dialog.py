"""Shows the recovery code once, to be printed, saved or copied."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QWidget

from insight_desktop.ui.protection.code_paper import document_of
from insight_desktop.ui.widgets.basics import Button, column, label, row
from insight_desktop.ui.widgets.dialog import Dialog

_WIDTH = 520


class CodeDialog(Dialog):
    """The code, and the user's word that it is kept; nothing goes on without."""

    def __init__(self, parent: QWidget | None, code: str) -> None:
        """Show a code."""
        super().__init__(parent)
        self._code = code
        self.setWindowTitle(self.tr("Recovery code"))
        self.setMinimumWidth(_WIDTH)
        shown = label("strong", code, wraps=True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Recovery code"))
        self.told = label("small", wraps=True)
        self.told.hide()
        self._save, self._copy = Button(self.tr("Save as text…"), icon="download"), Button(self.tr("Copy"), icon="copy")
        self._print = Button(self.tr("Print…"), icon="printer")
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(code))
        self.kept = QCheckBox(self.tr("I have the code on paper or saved elsewhere"))
        self._cancel, self.go = Button(self.tr("Cancel")), Button(self.tr("Go on"), look="primary")
        self.go.setEnabled(False)
        self.kept.toggled.connect(self.go.setEnabled)
        self._cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        explanation = self.tr(
            "This code opens the data when the passphrase is forgotten. It is shown only now and kept nowhere. Print "
            "it or write it down, and keep it apart from this computer; whoever has it can open the data."
        )
        layout = column(gap=12, margins=(24, 20, 24, 20))
        layout.addWidget(label("heading", self.tr("Recovery code")))
        layout.addWidget(label("quiet", explanation, wraps=True))
        layout.addWidget(shown)
        layout.addLayout(row(self._print, self._save, self._copy, None))
        layout.addWidget(self.told)
        layout.addWidget(self.kept)
        layout.addLayout(row(None, self._cancel, self.go))
        self.setLayout(layout)

    def needs_no_consent(self) -> None:
        """Let it only be read: what it is for has happened already."""
        self._cancel.hide()

    def _on_save(self) -> None:
        name = self.tr("insight-desktop-recovery-code.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as text…"), name, "TXT (*.txt)")
        if chosen:
            self.save(Path(chosen))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.print_to(printer)

    def print_to(self, device: QPagedPaintDevice) -> None:
        """Put the code on a sheet of paper."""
        document_of(self._code, dt.datetime.now().astimezone().date()).print_(device)
        self.told.setText(self.tr("Sent to the printer. See that the sheet is there before you go on."))
        self.told.show()

    def save(self, target: Path) -> None:
        """Write the code to a file for printing."""
        text = self.tr("Recovery code of Insight Desktop (keep it apart from the computer):")
        try:
            target.write_text(f"{text}\n\n{self._code}\n", encoding="utf-8")
        except OSError:
            self.told.setText(self.tr("It could not be saved there. Choose another place."))
        else:
            self.told.setText(self.tr("Saved to “{path}”.").format(path=target))
        self.told.show()
