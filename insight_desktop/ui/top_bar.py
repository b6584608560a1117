"""The header of the window: where one is, search, import, record."""

from PySide6.QtCore import Signal

from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, label, row


class TopBar(View):
    """One line above every page.

    Signals:
        search_requested(): open the palette.
        import_requested(): choose files.
        record_requested(): begin a recording.
    """

    search_requested = Signal()
    import_requested = Signal()
    record_requested = Signal()

    def __init__(self, *, can_record: bool) -> None:
        """Show the record button only where there is a page behind it."""
        super().__init__()
        self.setFixedHeight(52)
        self._recording: tuple[int, bool] | None = None
        self._title = label("heading")
        self._search = Button(icon="search", look="search")
        self._search.setMinimumWidth(300)
        self._search.clicked.connect(self.search_requested)
        self._import = Button(icon="upload")
        self._import.clicked.connect(self.import_requested)
        self._record = Button(icon="circle-dot", look="record", ink="recording")
        if not can_record:
            self._record.hide()
        self._record.clicked.connect(self.record_requested)
        self.setLayout(row(self._title, None, self._search, self._import, self._record, gap=8, margins=(24, 0, 16, 0)))
        self.retranslate()

    def show_recording(self, seconds: float | None, *, is_paused: bool = False) -> None:
        """Light the button while a recording runs, on whatever page one is; None says that none runs."""
        state = None if seconds is None else (int(seconds), is_paused)
        if state == self._recording:
            return
        was_lit = self._recording is not None and not self._recording[1]
        self._recording = state
        is_lit = state is not None and not is_paused
        self._record.set_icon("circle-pause" if is_paused else "circle-dot", "surface" if is_lit else "recording")
        if is_lit is not was_lit:
            self._record.setProperty("look", "recording" if is_lit else "record")
            self._record.style().polish(self._record)
        self._write_record()

    def _write_record(self) -> None:
        if self._recording is None:
            self._record.setText(" " + self.tr("Record"))
            self._record.setToolTip(self.tr("Record a meeting") + "  R")
            return
        seconds, is_paused = self._recording
        text = self.tr("Paused {time}") if is_paused else self.tr("Recording {time}")
        self._record.setText(" " + text.format(time=wording.clock(seconds)))
        self._record.setToolTip(self.tr("Show the recording") + "  R")

    def show_title(self, title: str, *, parent: str = "") -> None:
        """Say which page is open."""
        self._title.setText(parent or title)

    def retranslate(self) -> None:
        """Write the texts."""
        self._search.setText("  " + self.tr("Search all meetings") + "    Ctrl+K")
        self._search.setAccessibleName(self.tr("Search all meetings"))
        self._import.setText(" " + self.tr("Import"))
        self._import.setToolTip(self.tr("Import recordings") + "  Ctrl+O")
        self._write_record()
