"""What every view shares: it writes its texts again when the language changes and its icons when the theme does."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
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


class LateView(View):
    """A view that lays out what it shows only once it is seen: a tab that nobody opens costs nothing."""

    _is_due = False

    def fill(self) -> None:
        """Lay everything out anew; each view says how."""
        raise NotImplementedError

    def fill_once_seen(self) -> None:
        """Lay out now where the view is seen, else as soon as it is."""
        self._is_due = True
        if self.isVisible():
            self._fill_if_due()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has come since the view was last seen."""
        self._fill_if_due()
        super().showEvent(event)

    def _fill_if_due(self) -> None:
        if self._is_due:
            self._is_due = False
            self.fill()
