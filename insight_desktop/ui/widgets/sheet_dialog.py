"""A form made of fields that are declared as values; nothing is kept until each of them can be."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.ui.widgets.fields import Field, FieldEditor
from insight_desktop.ui.widgets.scrolling import ScrollArea

Check = Callable[[Mapping[str, object]], tuple[str, str] | None]
"""Looks at all values together; returns the key of the field at fault and the sentence."""
_WIDTH, _TALLEST = 480, 700
_AROUND = 130
"""The head and the buttons."""


class SheetDialog(Dialog):
    """A form.

    Signals:
        saved(dict[str, object]): every value by the key of its field.
    """

    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, object],
        *,
        check: Check | None = None,
    ) -> None:
        """Show the values."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._check = check
        self.editors = {field.key: FieldEditor(field, values.get(field.key)) for field in fields}
        self.cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), look="primary")
        self.save.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.unsaved = label("quiet", self.tr("Not saved yet. Close again to drop what you changed."), wraps=True)
        self.unsaved.hide()
        self.save.clicked.connect(self._on_save)
        inner = QWidget()
        inner.setProperty("look", "page")
        body = self._lay_out(fields)
        body.setContentsMargins(20, 4, 20, 16)
        inner.setLayout(body)
        scroll = ScrollArea(inner)
        scroll.setAccessibleName(title)
        head = label("heading", title, wraps=True)
        head.setContentsMargins(20, 16, 20, 12)
        outer = column(head, scroll, frame("line"), gap=0)
        outer.setStretch(1, 1)
        buttons = row(self.unsaved, None, self.cancel, self.save, margins=(20, 12, 20, 16))
        buttons.setStretch(0, 9)
        outer.addLayout(buttons)
        self.setLayout(outer)
        self._inner = inner
        self._fit()
        next(iter(self.editors.values())).editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let `Esc` close the form, but not at once where something would be lost."""
        if event.key() == Qt.Key.Key_Escape and self._warns():
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Do the same where the window's own cross is pressed."""
        if self._warns():
            event.ignore()
            return
        super().closeEvent(event)

    def _warns(self) -> bool:
        """Say once that what was changed is not saved; return whether it was said just now."""
        if self.unsaved.isVisible() or not any(editor.is_changed for editor in self.editors.values()):
            return False
        self.unsaved.show()
        return True

    def _lay_out(self, fields: Sequence[Field]) -> QVBoxLayout:
        """Put the fields below each other, short ones side by side."""
        layout = column(gap=12)
        waiting: list[QWidget] = []
        for field in fields:
            waiting.append(self.editors[field.key])
            if not field.is_short:
                beside = row(*waiting, gap=12)
                for place in range(len(waiting)):
                    beside.setStretch(place, 1)
                layout.addLayout(beside)
                waiting = []
        if waiting:
            layout.addLayout(row(*waiting, gap=12))
        layout.addStretch(1)
        return layout

    def _fit(self) -> None:
        """Be as high as the fields and their faults ask for."""
        self._inner.layout().activate()  # type: ignore[union-attr]
        high = max(self._inner.sizeHint().height(), self._inner.heightForWidth(_WIDTH - 20))
        self.take_room(_WIDTH, max(self.height() * self.isVisible(), min(_TALLEST, high + _AROUND)))

    def _on_save(self) -> None:
        values: dict[str, object] = {}
        wrong: list[FieldEditor] = []
        for key, editor in self.editors.items():
            try:
                values[key] = editor.value()
            except ValueError:
                wrong.append(editor)
        if wrong:
            wrong[0].editor.setFocus()
            self._fit()
            return
        fault = self._check(values) if self._check else None
        if fault is not None:
            self.editors[fault[0]].refuse(fault[1])
            self._fit()
            return
        self.saved.emit(values)
        self.accept()
