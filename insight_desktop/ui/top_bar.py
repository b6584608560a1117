"""The header of the window: where one is, search, import, record."""

from PySide6.QtCore import Signal

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

    def show_title(self, title: str, *, parent: str = "") -> None:
        """Say which page is open."""
        self._title.setText(parent or title)

    def retranslate(self) -> None:
        """Write the texts."""
        self._search.setText("  " + self.tr("Search all meetings") + "    Ctrl+K")
        self._search.setAccessibleName(self.tr("Search all meetings"))
        self._import.setText(" " + self.tr("Import"))
        self._import.setToolTip(self.tr("Import recordings") + "  Ctrl+O")
        self._record.setText(" " + self.tr("Record"))
        self._record.setToolTip(self.tr("Record a meeting") + "  R")
