"""The foot of the page: how much will be written and the one button; after saving, what became of the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from insight_desktop.ui.exporting.values import Saved
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, label, row

_RIGHT = Qt.TextElideMode.ElideRight


class ExportFooter(View):
    """Saves, then asks whether the CRM took it.

    Signals:
        save_requested(): write the file.
        folder_opened(): show the folder of the saved file.
        imported_told(bool): whether the CRM took the file.
        closed(): back to the next export.
    """

    save_requested = Signal()
    folder_opened = Signal()
    imported_told = Signal(bool)
    closed = Signal()

    def __init__(self) -> None:
        """Lay out both states."""
        super().__init__()
        self._rows = 0
        self._personal: tuple[str, ...] = ()
        self._saved: Saved | None = None
        self._count, self._private = label("strong"), label("small")
        self.save = Button(look="primary", icon="file-output", ink="on_accent")
        self.save.clicked.connect(self.save_requested)
        before = QWidget()
        words = column(self._count, self._private, gap=2)
        line = row(gap=16, margins=(16, 10, 16, 10))
        line.addLayout(words, 1)
        line.addWidget(self.save)
        before.setLayout(line)
        self._done, self._asked = label("strong"), label("quiet")
        self._open = Button(icon="folder-open")
        self._yes, self._no = Button(icon="check"), Button(icon="x")
        self._close = Button(look="plain")
        self._open.clicked.connect(self.folder_opened)
        self._yes.clicked.connect(lambda: self.imported_told.emit(True))
        self._no.clicked.connect(lambda: self.imported_told.emit(False))
        self._close.clicked.connect(self.closed)
        after = QWidget()
        told = column(self._done, self._asked, gap=2)
        line = row(IconLabel("circle-check", "customer", 20), gap=12, margins=(16, 10, 16, 10))
        line.addLayout(told, 1)
        for button in (self._open, self._yes, self._no, self._close):
            line.addWidget(button)
        after.setLayout(line)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(before)
        self._layers.addWidget(after)
        self.retranslate()

    def show_count(self, rows: int, personal: tuple[str, ...], *, is_known: bool) -> None:
        """Show how many rows would be written and which columns hold personal data."""
        self._rows, self._personal = rows, personal
        self.save.setEnabled(is_known and rows > 0)
        self.retranslate()

    def show_saved(self, saved: Saved | None) -> None:
        """Show what was saved; None goes back."""
        self._saved = saved
        self._layers.setCurrentIndex(0 if saved is None else 1)
        self.retranslate()
        if saved is not None:
            self._open.setFocus()

    def retranslate(self) -> None:
        """Write the texts."""
        self._count.setText(self.tr("%n row(s)", "", self._rows))
        names = self.tr(", ").join(self._personal)
        text = self.tr("Personal data in: {names}").format(names=names) if names else ""
        self._private.setToolTip(text)
        metrics = self._private.fontMetrics()
        self._private.setText(metrics.elidedText(text, _RIGHT, max(200, self.width() - 320)))
        self.save.setText(" " + self.tr("Save the CSV…"))
        if self._saved is not None:
            names = self.tr(", ").join(self._saved.names)
            done = self.tr("%n row(s) saved in {name}.", "", self._saved.rows)
            self._done.setText(done.format(name=names))
            self._done.setToolTip(self._saved.folder)
        self._asked.setText(self.tr("Import it into the CRM. Did it take the file?"))
        self._open.setText(" " + self.tr("Show the folder"))
        self._yes.setText(" " + self.tr("It did"))
        self._no.setText(" " + self.tr("It did not"))
        self._close.setText(self.tr("Later"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self.retranslate()
