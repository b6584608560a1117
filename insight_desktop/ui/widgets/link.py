"""A title that is a button: it ends in dots where there is no room for it, and says itself whole on hovering."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from insight_desktop.ui.widgets.basics import Button

_LEAST, _ROUND_ICON = 48, 22


class Link(Button):
    """A button that looks like a link and may be narrower than its words."""

    def __init__(self, text: str = "", *, icon: str = "", ink: str = "text_2") -> None:
        """Show the words."""
        super().__init__(icon=icon, look="link", ink=ink)
        self._whole = self._hint = ""
        self._left = _ROUND_ICON if icon else 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self.setAccessibleName(text.strip())
        self._fit()
        self.updateGeometry()

    def explain(self, hint: str) -> None:
        """Say on hovering what a click does."""
        self._hint = hint
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for room for all words."""
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + self._left + 6)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Be content with the first words."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room = self.width() - self._left - 4
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        is_whole = shown == self._whole or not self.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
        written = (self._whole if is_whole else shown).replace("&", "&&")  # a name's own, not a key's mark
        if self.text() != written:
            self.setText(written)
        self.setToolTip("\n".join(part for part in ("" if is_whole else self._whole.strip(), self._hint) if part))
