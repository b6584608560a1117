"""Shows how far the encryption is; a program that is ended meanwhile goes on with it at the next start."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from insight_desktop.ui.widgets.basics import column, label
from insight_desktop.ui.widgets.dialog import Dialog

_STEPS, _WIDTH = 1000, 460


class ProtectionProgress(Dialog):
    """A bar without a way to stop it: half of the data encrypted is of no use."""

    def __init__(self, parent: QWidget | None, *, encrypts: bool) -> None:
        """Begin at nothing."""
        super().__init__(parent)
        said = self.tr("The data is being encrypted…") if encrypts else self.tr("The data is being decrypted…")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle("Insight Desktop")
        self.setMinimumWidth(_WIDTH)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(said)
        self.setLayout(
            column(
                label("heading", said, wraps=True),
                self._bar,
                label("quiet", self.tr("If the computer is switched off, it goes on later."), wraps=True),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )

    def advance(self, done: int, total: int) -> None:
        """Show a share."""
        self._bar.setValue(round(_STEPS * done / total) if total else _STEPS)

    def reject(self) -> None:
        """Stay: neither Escape nor the window's button ends it."""
