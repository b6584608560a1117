"""Matches the columns of a CSV downloaded from the CRM to what a meeting offers."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from insight_desktop.exports.template import Match
from insight_desktop.ui.exporting.fields import FIELDS, field_name
from insight_desktop.ui.exporting.reading import ReadTemplate
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.ui.widgets.scrolling import ScrollArea

_SIZE = (640, 620)


class TemplateDialog(Dialog):
    """One line a column.

    Signals:
        accepted_as(ReadTemplate): the matches as the user wants them.
    """

    accepted_as = Signal(object)

    def __init__(self, parent: QWidget, read: ReadTemplate) -> None:
        """Show the proposals."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Template of the CRM"))
        self.take_room(*_SIZE)
        self._read = read
        self.title = QLineEdit(read.title)
        self.title.setAccessibleName(self.tr("Name"))
        self.boxes = [self._box(match) for match in read.matches]
        self._cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Use this template"), look="primary")
        self._cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        explanation = label(
            "quiet",
            self.tr("The header line stays as it is, byte for byte. Choose what each column holds; the rest is blank."),
            wraps=True,
        )
        head = column(gap=10, margins=(20, 16, 20, 12))
        head.addWidget(label("heading", self.tr("What do the columns hold?")))
        head.addWidget(explanation)
        head.addLayout(row(label("quiet", self.tr("Name")), self.title, gap=12))
        outer = column(gap=0)
        outer.addLayout(head)
        outer.addWidget(frame("line"))
        outer.addWidget(self._columns(), 1)
        outer.addWidget(frame("line"))
        outer.addLayout(row(None, self._cancel, self.save, margins=(20, 12, 20, 16)))
        self.setLayout(outer)

    @staticmethod
    def _box(match: Match) -> QComboBox:
        box = QComboBox()
        for field in FIELDS:
            box.addItem(field_name(field), field)
        meaning = (match.field, match.type)
        box.setCurrentIndex(FIELDS.index(meaning) if meaning in FIELDS else 0)
        box.setAccessibleName(match.header)
        box.setFixedWidth(240)
        return box

    def _columns(self) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, (match, box) in enumerate(zip(self._read.matches, self.boxes, strict=True)):
            grid.addWidget(label("", match.header, wraps=True), place, 0)
            if match.required:
                grid.addWidget(Badge(self.tr("required"), "", "pain"), place, 1)
            grid.addWidget(box, place, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self.boxes), 1)
        return ScrollArea(inner)

    def _on_save(self) -> None:
        chosen = [box.currentData() for box in self.boxes]
        matches = tuple(
            replace(match, field=field[0], type=field[1])
            for match, field in zip(self._read.matches, chosen, strict=True)
        )
        title = " ".join(self.title.text().split()) or self._read.title
        self.accepted_as.emit(replace(self._read, matches=matches, title=title))
        self.accept()
