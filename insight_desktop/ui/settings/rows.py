"""One option as a line of the page: its name, a sentence, its editor, and the way back to the default."""

from dataclasses import Field as DataField
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.ui.settings.fields import field_for
from insight_desktop.ui.settings.texts import OPTIONS
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, column, frame, label, row

_NAME_WIDTH = 260


class OptionRow(View):
    """A line of the settings.

    Signals:
        edited(str, str, object): group, name, value.
    """

    edited = Signal(str, str, object)

    def __init__(self, group: str, declared: DataField[Any]) -> None:
        """Build the editor that the option's kind wants."""
        super().__init__()
        self.key = (group, declared.name)
        self._default = declared.default
        self.field = field_for(self.key, declared.default, declared.metadata["low"], declared.metadata["high"])
        self.field.edited.connect(lambda value: self.edited.emit(group, declared.name, value))
        self._name, self._help = label("strong", wraps=True), label("small", wraps=True)
        self._reset = IconButton("rotate-ccw")
        self._reset.clicked.connect(lambda: self.edited.emit(group, declared.name, self._default))
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        names = QWidget()
        names.setFixedWidth(_NAME_WIDTH)
        names.setLayout(column(self._name, self._help, gap=2))
        line = row(gap=16)
        line.addWidget(names, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show what holds, and the way back where it is not the default."""
        self.field.show_value(value)
        self._reset.setVisible(value != self._default)

    def says(self, text: str) -> bool:
        """Tell whether the words of a search are about this option."""
        words = OPTIONS[self.key]
        hay = " ".join((words.title, words.help, *words, *self.key)).casefold()
        return all(part in hay for part in text.casefold().split())

    def retranslate(self) -> None:
        """Write the texts."""
        words = OPTIONS[self.key]
        self._name.setText(words.title)
        self._help.setText(words.help)
        self._help.setVisible(bool(words.help))
        self._reset.name(self.tr("Back to the default: {option}").format(option=words.title))
        self.field.write(words)


class Card(View):
    """A heading with lines under it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.heading = label("heading")
        self._inner: QVBoxLayout = column(self.heading, gap=18, margins=(20, 16, 20, 20))
        card = frame("card")
        card.setLayout(self._inner)
        self.setLayout(column(card, gap=0))

    def add(self, widget: QWidget) -> None:
        """Add a line."""
        self._inner.addWidget(widget)
