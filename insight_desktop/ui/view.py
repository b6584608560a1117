"""What every view shares: it writes its texts again when the language changes and its icons when the theme does."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class View(QWidget):
    """A widget with texts in two languages and icons in two themes."""

    def retranslate(self) -> None:
        """Write every text; called once by the view itself and again when the language changes."""

    def restyle(self) -> None:
        """Tint what the style sheet does not reach."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)
