"""How the user wants the minutes: which sections, in what order, how they are called, how long they may be."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from insight_desktop.insights.minutes_template import (
    MinutesTemplate,
    SectionTemplate,
    forget_template,
    load_template,
    save_template,
    shipped_template,
)
from insight_desktop.ui.widgets.basics import Button, IconButton, column, empty, label, row
from insight_desktop.ui.widgets.dialog import Dialog

_WIDTH = 560
_FIELD = 104
_MOST_LINES = 20
_SHORTEST, _LONGEST = 100, 10_000


class TemplateDialog(Dialog):
    """One line a section.

    Signals:
        saved(bool): the template is kept; true when this meeting shall be written anew.
    """

    saved = Signal(bool)

    def __init__(self, parent: QWidget, language: str) -> None:
        """Show the template that holds; titles are those of a language."""
        super().__init__(parent)
        self._language = language
        self._template = load_template()
        self.setWindowTitle(self.tr("Form of the minutes"))
        self.setMinimumWidth(_WIDTH)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.length = QLineEdit()
        self.length.setFixedWidth(_FIELD)
        self.length.setValidator(QIntValidator(_SHORTEST, _LONGEST, self))
        self.length.setText(str(self._template.longest(language)))
        self.again = QCheckBox(self.tr("Write this meeting's minutes anew as well"))
        self.again.setChecked(True)
        standard, cancel = Button(self.tr("Standard")), Button(self.tr("Cancel"))
        self.save_button = Button(self.tr("Save"), look="primary")
        standard.clicked.connect(self._on_standard)
        cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        hint = self.tr("Sections without a tick are left out. Where space is short, the surest lines stay.")
        layout = column(label("quiet", hint, wraps=True), gap=14, margins=(24, 20, 24, 20))
        layout.addLayout(self.grid)
        self.length.setAccessibleName(self.tr("Longest, in characters"))
        layout.addLayout(row(label("quiet", self.tr("Longest, in characters")), self.length, None))
        layout.addWidget(self.again)
        layout.addLayout(row(standard, None, cancel, self.save_button))
        self.setLayout(layout)
        self._boxes: list[tuple[QCheckBox, QLineEdit, QComboBox]] = []
        self._fill()

    @property
    def template(self) -> MinutesTemplate:
        """The template as the fields say now."""
        sections = tuple(
            self._named(section, title.text().strip(), lines.currentIndex() + 1 if wanted.isChecked() else 0)
            for section, (wanted, title, lines) in zip(self._template.sections, self._boxes, strict=True)
        )
        lengths = dict(self._template.length) | {self._language: self._longest()}
        return MinutesTemplate(sections=sections, length=tuple(lengths.items()))

    def _longest(self) -> int:
        """Return the length as typed; one that is no sensible number leaves what held."""
        if self.length.hasAcceptableInput():
            return int(self.length.text())
        return self._template.longest(self._language)

    def _named(self, section: SectionTemplate, title: str, lines: int) -> SectionTemplate:
        titles = dict(section.titles)
        if title:
            titles[self._language] = title
        return replace(section, titles=tuple(titles.items()), lines=lines)

    def _fill(self) -> None:
        empty(self.grid)
        self._boxes = []
        for place, section in enumerate(self._template.sections):
            wanted, title, lines = QCheckBox(), QLineEdit(section.title(self._language)), QComboBox()
            wanted.setChecked(section.lines > 0)
            wanted.setAccessibleName(section.title(self._language))
            title.setAccessibleName(self.tr("Title"))
            lines.addItems([self.tr("%n line(s)", "", n + 1) for n in range(_MOST_LINES)])
            lines.setCurrentIndex(min(max(1, section.lines), _MOST_LINES) - 1)
            lines.setFixedWidth(_FIELD)
            lines.setEnabled(section.lines > 0)
            wanted.toggled.connect(lines.setEnabled)
            up, down = IconButton("chevron-up"), IconButton("chevron-down")
            up.name(self.tr("Up"))
            down.name(self.tr("Down"))
            up.setEnabled(place > 0)
            down.setEnabled(place < len(self._template.sections) - 1)
            up.clicked.connect(partial(self.move_section, place, -1))
            down.clicked.connect(partial(self.move_section, place, 1))
            for at, widget in enumerate((wanted, title, lines, up, down)):
                self.grid.addWidget(widget, place, at)
            self._boxes.append((wanted, title, lines))

    def move_section(self, place: int, step: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        """Change the order."""
        self._template = self.template
        sections = list(self._template.sections)
        sections[place], sections[place + step] = sections[place + step], sections[place]
        self._template = replace(self._template, sections=tuple(sections))
        self._fill()

    def _on_standard(self) -> None:
        self._template = shipped_template()
        self.length.setText(str(self._template.longest(self._language)))
        self._fill()

    def _on_save(self) -> None:
        if self.template == shipped_template():
            forget_template()
        else:
            save_template(self.template)
        self.saved.emit(self.again.isChecked())
        self.accept()
