"""An editor for each kind of option; all speak the same way: `show_value`, and `edited` when the user changed it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from insight_desktop.ui.settings.texts import Words, choice_text
from insight_desktop.ui.widgets.basics import Button
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_WIDE, _TALL = 296, 108


class Field(QWidget):
    """One editor.

    Signals:
        edited(object): the user chose this value.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        """Lay out nothing yet."""
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def _take(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        self._layout.setAlignment(widget, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(widget)

    def show_value(self, value: Any) -> None:
        """Show what holds."""
        raise NotImplementedError

    def write(self, words: Words) -> None:
        """Write texts in the language of the window."""
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(words.title)
            proxy.setAccessibleDescription(words.help)


class EnumField(Field):
    """One of a few."""

    def __init__(self, kind: type[StrEnum]) -> None:
        """Offer every member."""
        super().__init__()
        self._kind, self._row = kind, ChoiceRow("segment")
        self._row.chosen.connect(lambda key: self.edited.emit(kind(key)))
        self._take(self._row)

    def show_value(self, value: Any) -> None:
        """Mark the choice."""
        self._row.choose(str(value))

    def write(self, words: Words) -> None:
        """Name the choices."""
        self._row.offer([Choice(member.value, choice_text(self._kind, member.value)) for member in self._kind])
        super().write(words)


class SwitchField(Field):
    """On or off."""

    def __init__(self) -> None:
        """Build the box."""
        super().__init__()
        self._box = QCheckBox()
        self._box.clicked.connect(lambda: self.edited.emit(self._box.isChecked()))
        self._take(self._box)

    def show_value(self, value: Any) -> None:
        """Tick the box or not."""
        self._box.setChecked(bool(value))


class NumberField(Field):
    """A number within its bounds."""

    def __init__(self, low: int, high: int, *, step: int = 1, suffix: str = "") -> None:
        """Build the field."""
        super().__init__()
        self._box = QSpinBox()
        self._box.setRange(low, high)
        self._box.lineEdit().setTextMargins(6, 0, 6, 0)
        self._box.setSingleStep(step)
        self._box.setSuffix(suffix)
        self._box.setFixedWidth(96)
        self._box.editingFinished.connect(lambda: self.edited.emit(self._box.value()))
        self._take(self._box)

    def show_value(self, value: Any) -> None:
        """Show the number."""
        self._box.setValue(int(value))

    def show_unit(self, text: str) -> None:
        """Write what is counted behind the number."""
        self._box.setSuffix(text)


class TextField(Field):
    """One line."""

    def __init__(self) -> None:
        """Build the line."""
        super().__init__()
        self._line = QLineEdit()
        self._line.setFixedWidth(_WIDE)
        self._line.editingFinished.connect(lambda: self.edited.emit(self._line.text().strip()))
        self._take(self._line)

    def show_value(self, value: Any) -> None:
        """Show the text, unless the user is typing."""
        if not self._line.hasFocus():
            self._line.setText(str(value))

    def write(self, words: Words) -> None:
        """Write the hint."""
        self._line.setPlaceholderText(words.placeholder)
        super().write(words)


class ListField(Field):
    """Words, one a line; kept when the field is left."""

    def __init__(self) -> None:
        """Build the field."""
        super().__init__()
        self._text = _Lines()
        self._text.setFixedSize(_WIDE, _TALL)
        self._text.setTabChangesFocus(True)
        self._text.left.connect(self._on_left)
        self._shown: tuple[str, ...] = ()
        self._take(self._text)

    def _on_left(self) -> None:
        words = tuple(dict.fromkeys(filter(None, map(str.strip, self._text.toPlainText().splitlines()))))
        if words != self._shown:
            self._shown = words
            self.edited.emit(words)

    def show_value(self, value: Any) -> None:
        """Show the words, unless the user is typing."""
        if not self._text.hasFocus():
            self._shown = tuple(value)
            self._text.setPlainText("\n".join(value))

    def write(self, words: Words) -> None:
        """Write the hint."""
        self._text.setPlaceholderText(words.placeholder)
        super().write(words)


class _Lines(QPlainTextEdit):
    """A text that says when it is left.

    Signals:
        left(): the keyboard went elsewhere.
    """

    left = Signal()

    def focusOutEvent(self, event: Any) -> None:
        """Tell it."""
        super().focusOutEvent(event)
        self.left.emit()


class ListedField(Field):
    """One of many that are known only while the program runs."""

    def __init__(self) -> None:
        """Build the list."""
        super().__init__()
        self._box = QComboBox()
        self._box.setFixedWidth(_WIDE)
        self._box.activated.connect(lambda _place: self.edited.emit(self._box.currentData()))
        self._take(self._box)

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer entries of key and text."""
        chosen = self._box.currentData()
        self._box.clear()
        for key, text in entries:
            self._box.addItem(text, key)
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        """Mark the entry; one that is not offered is offered by its key."""
        if value and self._box.findData(value) < 0:
            self._box.addItem(str(value), value)
        self._box.setCurrentIndex(self._box.findData(value))


class FolderField(Field):
    """A folder, or none."""

    def __init__(self) -> None:
        """Build the line and the button."""
        super().__init__()
        self._line, self._choose = QLineEdit(), Button(icon="folder-open")
        self._line.setFixedWidth(_WIDE - 100)
        self._line.editingFinished.connect(lambda: self.edited.emit(self._line.text().strip()))
        self._choose.clicked.connect(self._on_choose)
        self._take(self._choose)
        self._take(self._line)
        self._layout.insertWidget(0, self._line)

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._choose.text().strip(), self._line.text())
        if folder:
            self._line.setText(folder)
            self.edited.emit(folder)

    def show_value(self, value: Any) -> None:
        """Show the folder."""
        if not self._line.hasFocus():
            self._line.setText(str(value))

    def write(self, words: Words) -> None:
        """Write the hint and the button."""
        self._line.setPlaceholderText(words.placeholder)
        self._choose.setText(" " + self.tr("Choose…"))
        super().write(words)


def field_for(  # noqa: PLR0911 - one return a kind
    name: tuple[str, str], default: Any, low: int | None, high: int | None
) -> Field:
    """Return the editor of an option."""
    match (name, default):
        case (("transcription", "model") | ("export", "profile"), _):
            return ListedField()
        case (("export", "folder"), _):
            return FolderField()
        case (("general", "zoom"), _):
            return NumberField(low or 0, high or 0, step=10, suffix=" %")
        case (_, StrEnum()):
            return EnumField(type(default))
        case (_, bool()):
            return SwitchField()
        case (_, int()):
            return NumberField(low or 0, high or 0)
        case (_, tuple()):
            return ListField()
        case _:
            return TextField()
