"""Rows of buttons of which one, or any, are chosen: segments, tabs, filter chips."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QWidget

from insight_desktop.ui import theme
from insight_desktop.ui.widgets.basics import Button
from insight_desktop.ui.widgets.wrapping import WrappingRow

_PIXELS = {"segment": 12, "chip": 12, "tab": 13}
_AROUND = {"segment": 24, "chip": 24, "tab": 10}


class Choice(NamedTuple):
    """One button: what it stands for, what it says, its icon and the icon's colour."""

    key: str
    text: str
    icon: str = ""
    ink: str = "text_2"


class ChoiceRow(QWidget):
    """Buttons side by side.

    Signals:
        chosen(str): the user pressed the button of this key; empty when it was switched off.
    """

    chosen = Signal(str)

    def __init__(self, look: str, *, gap: int = 0, may_be_none: bool = False) -> None:
        """Start empty; `look` is segment, tab or chip."""
        super().__init__()
        self._look, self._may_be_none = look, may_be_none
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(not may_be_none)
        self._layout = WrappingRow(gap=gap)
        self.setLayout(self._layout)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these choices; the buttons are kept where the keys are the same."""
        if list(self._buttons) != [choice.key for choice in choices]:
            self._build(choices)
        for choice in choices:
            button = self._buttons[choice.key]
            button.setText(f" {choice.text}" if choice.icon and choice.text else choice.text)
            button.setAccessibleName(choice.text)
            button.setMinimumWidth(self._width_of(choice))
            if choice.icon:
                button.set_icon(choice.icon, choice.ink)

    def _build(self, choices: Sequence[Choice]) -> None:
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.deleteLater()
        self._buttons = {}
        for place, choice in enumerate(choices):
            button = Button(choice.text, look=self._look)
            button.setCheckable(True)
            edge = "first" if place == 0 else "last" if place == len(choices) - 1 else ""
            button.setProperty("edge", edge)
            button.clicked.connect(lambda _checked=False, key=choice.key: self._on_clicked(key))
            self._group.addButton(button)
            self._layout.addWidget(button)
            self._buttons[choice.key] = button

    def _width_of(self, choice: Choice) -> int:
        """Leave room for the bold text of a chosen button, which Qt's size hint does not count."""
        words = QFontMetrics(theme.font(_PIXELS[self._look], QFont.Weight.DemiBold)).horizontalAdvance(choice.text)
        return words + _AROUND[self._look] + (26 if choice.icon and choice.text else 0)

    def _on_clicked(self, key: str) -> None:
        button = self._buttons[key]
        if self._may_be_none:
            is_on = button.isChecked()
            self.choose(key if is_on else "")
            self.chosen.emit(key if is_on else "")
            return
        self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Mark a choice without telling anybody; an empty key marks none."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(exclusive)

    def button(self, key: str) -> Button:
        """Return the button of a key, for tool tips."""
        return self._buttons[key]
