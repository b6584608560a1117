"""One option as a line of the page: its name, a sentence, its editor, and the way back to the default."""

from dataclasses import Field as DataField
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.ui.settings.fields import Field, NumberField, field_for
from insight_desktop.ui.settings.texts import OPTIONS, Words, translated
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, column, frame, label, row

_NAME_WIDTH = 220


class SettingRow(View):
    """A line of the settings: what it is called, what it does, its editor, the way back.

    Signals:
        changed(object): the user wants this value.
        reset_wanted(): the user wants the value that it came with.
    """

    changed = Signal(object)
    reset_wanted = Signal()

    def __init__(self, words: Words, field: Field, default: Any, *, keys: tuple[str, ...] = ()) -> None:
        """Build the line; a search finds it by `keys` too."""
        super().__init__()
        self._words, self._default, self._keys = words, default, keys
        self.field = field
        self.field.edited.connect(self.changed)
        self._name, self._help = label("strong", wraps=True), label("small", wraps=True)
        self._reset = IconButton("rotate-ccw")
        self._reset.clicked.connect(self.reset_wanted)
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
        """Tell whether the words of a search are about this line."""
        hay = " ".join((self._words.title, self._words.help, *self._words, *self._keys)).casefold()
        return all(part in hay for part in text.casefold().split())

    def retranslate(self) -> None:
        """Write the texts."""
        words = self._words
        self._name.setText(words.title)
        self._help.setText(words.help)
        self._help.setVisible(bool(words.help))
        reset = QCoreApplication.translate("OptionRow", "Back to the default: {option}")
        self._reset.name(reset.format(option=words.title))
        self.field.write(words)


class OptionRow(SettingRow):
    """One option of the user's settings.

    Signals:
        edited(str, str, object): group, name, value.
    """

    edited = Signal(str, str, object)

    def __init__(self, group: str, declared: DataField[Any]) -> None:
        """Build the editor that the option's kind wants."""
        self.key = (group, declared.name)
        field = field_for(self.key, declared.default, declared.metadata["low"], declared.metadata["high"])
        super().__init__(OPTIONS[self.key], field, declared.default, keys=self.key)
        self.changed.connect(lambda value: self.edited.emit(group, declared.name, value))
        self.reset_wanted.connect(lambda: self.edited.emit(group, declared.name, self._default))


class LimitRow(SettingRow):
    """One limit of the rules for offers; its default is that of the kind of business."""

    def __init__(self, words: Words, field: NumberField, unit: str) -> None:
        """Count in a unit, which is a source text."""
        self._unit = unit
        super().__init__(words, field, 0)

    def show_limit(self, value: int, default: int) -> None:
        """Show what holds, and what the business has."""
        self._default = default
        self.show_value(value)

    def retranslate(self) -> None:
        """Write the texts."""
        super().retranslate()
        if isinstance(self.field, NumberField):
            self.field.show_unit(translated(self._unit))


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
