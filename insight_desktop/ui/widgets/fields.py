"""One field of a form: declared as a value, shown as a label above its editor, with the fault below."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
    QWidgetAction,
)

from insight_desktop.ui.widgets.basics import IconButton, column, label, row

_PARAGRAPH_HEIGHT = 76


class Look(StrEnum):
    """How a field is written."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    DATE = "date"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field.

    Attributes:
        key: the name of the value.
        text: what the user calls it.
        look: how it is written.
        hint: an example, shown while it is empty.
        choices: values and their texts; of a line they are suggestions.
        needed: the sentence for an empty field; empty where it may be.
        read: turns the written text into the value; raises ValueError.
        write: the reverse.
        fault: the sentence for what `read` refuses.
        is_short: stands beside the next one.
    """

    key: str
    text: str
    look: Look = Look.LINE
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    needed: str = ""
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    fault: str = ""
    is_short: bool = False


class FieldEditor(QWidget):
    """The label, the editor and the fault of one field."""

    def __init__(self, field: Field, value: object) -> None:
        """Show the value."""
        super().__init__()
        self.field = field
        self._fault = label("fault", wraps=True)
        self._fault.hide()
        self.line = QLineEdit()
        self.paragraph, self.choice, self.tick = QPlainTextEdit(), QComboBox(), QCheckBox(field.text)
        self.editor: QWidget = {
            Look.LINE: self.line,
            Look.DATE: self.line,
            Look.PARAGRAPH: self.paragraph,
            Look.CHOICE: self.choice,
            Look.TICK: self.tick,
        }[field.look]
        self.editor.setAccessibleName(field.text)
        self._fill(value)
        self._before, self._shown, self._first = value, self._text().strip(), self._written()
        layout = column(gap=4)
        if field.look is not Look.TICK:
            name = label("quiet", field.text)
            name.setBuddy(self.editor)
            layout.addWidget(name)
        layout.addLayout(row(self.editor, self._calendar(), gap=4) if field.look is Look.DATE else row(self.editor))
        layout.addWidget(self._fault)
        layout.addStretch(1)
        self.setLayout(layout)

    def value(self) -> object:
        """Return what is written.

        Raises:
            ValueError: it cannot be read, or is needed and missing; the fault is shown.
        """
        self._tell("")
        if self.field.look is Look.TICK:
            return self.tick.isChecked()
        if self.field.look is Look.CHOICE:
            return self.choice.currentData()
        text = self._text().strip()
        if not text and self.field.needed:
            self._tell(self.field.needed)
            raise ValueError(self.field.needed)
        if text == self._shown:  # what nobody touched stays as it is, however it would be read
            return self._before
        named = {shown: value for value, shown in self.field.choices}
        try:
            return self.field.read(named.get(text, text))
        except ValueError:
            self._tell(self.field.fault)
            raise

    @property
    def is_changed(self) -> bool:
        """Whether the user wrote or chose anything else."""
        return self._written() != self._first

    def refuse(self, sentence: str) -> None:
        """Show why the value cannot be kept, and stand there."""
        self._tell(sentence)
        self.editor.setFocus()

    @property
    def fault(self) -> str:
        """The sentence that stands below; empty while nothing is wrong."""
        return self._fault.text()

    def _text(self) -> str:
        return self.paragraph.toPlainText() if self.field.look is Look.PARAGRAPH else self.line.text()

    def _written(self) -> object:
        match self.field.look:
            case Look.TICK:
                return self.tick.isChecked()
            case Look.CHOICE:
                return self.choice.currentIndex()
            case Look.LINE | Look.DATE | Look.PARAGRAPH:
                return self._text().strip()

    def _tell(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.editor.setProperty("isWrong", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def _fill(self, value: Any) -> None:
        field = self.field
        match field.look:
            case Look.TICK:
                self.tick.setChecked(bool(value))
            case Look.CHOICE:
                for key, shown in field.choices:
                    self.choice.addItem(shown, key)
                if self.choice.findData(value) < 0 and value:
                    self.choice.addItem(str(value), value)  # what no list foresees is kept
                self.choice.setCurrentIndex(max(0, self.choice.findData(value)))
            case Look.PARAGRAPH:
                self.paragraph.setPlainText(field.write(value))
                self.paragraph.setPlaceholderText(field.hint)
                self.paragraph.setFixedHeight(_PARAGRAPH_HEIGHT)
                self.paragraph.setTabChangesFocus(True)
            case Look.LINE | Look.DATE:
                written = "" if value is None else field.write(value)
                self.line.setText(dict(field.choices).get(written, written))
                self.line.setPlaceholderText(field.hint)
                if field.choices:
                    words = QCompleter([shown for _, shown in field.choices], self.line)
                    words.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                    words.setFilterMode(Qt.MatchFlag.MatchContains)
                    self.line.setCompleter(words)

    def _calendar(self) -> IconButton:
        """Return the button that opens a calendar."""
        button = IconButton("calendar")
        button.name(self.field.text)
        menu, days = QMenu(button), QCalendarWidget()
        days.setGridVisible(False)
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(days)
        menu.addAction(entry)

        def take(date: QDate) -> None:
            self.line.setText(date.toString("yyyy-MM-dd"))
            menu.close()

        def show() -> None:
            written = QDate.fromString(self.line.text().strip(), "yyyy-MM-dd")
            days.setSelectedDate(written if written.isValid() else QDate.currentDate())
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

        days.clicked.connect(take)
        button.clicked.connect(show)
        return button


def half_width(text: str) -> str:
    """Return digits and signs typed in full width as the plain ones."""
    return unicodedata.normalize("NFKC", text).strip()
