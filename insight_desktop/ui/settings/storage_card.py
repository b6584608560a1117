"""Where the data lies, how much it is, and what can be done with all of it at once."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from insight_desktop.ui.settings.rows import Card
from insight_desktop.ui.widgets.basics import Button, label, row

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """What the card shows."""

    folder: str
    bytes_used: int = 0
    free_bytes: int = 0
    expired_sounds: int = 0
    """Recordings whose sound goes at the next start."""


class StorageCard(Card):
    """The folder and its buttons.

    Signals:
        shown(): show the folder.
        moved(): the workspace should lie elsewhere.
        saved(): make a backup.
        restored(): take a backup back.
    """

    shown = Signal()
    moved = Signal()
    saved = Signal()
    restored = Signal()

    def __init__(self) -> None:
        """Lay out the lines."""
        super().__init__()
        self._storage: Storage | None = None
        self._folder, self._size = label("strong", wraps=True), label("small", wraps=True)
        self._show, self._move = Button(icon="folder-open"), Button(icon="arrow-left-right")
        self._save, self._restore = Button(icon="download"), Button(icon="rotate-ccw")
        for button, signal in (
            (self._show, self.shown),
            (self._move, self.moved),
            (self._save, self.saved),
            (self._restore, self.restored),
        ):
            button.clicked.connect(signal)
        self._note = label("small", wraps=True)
        self.add(self._folder)
        self.add(self._size)
        self._inner.addLayout(row(self._show, self._move, self._save, self._restore, None, gap=8))
        self.add(self._note)
        self.retranslate()

    def show_storage(self, storage: Storage) -> None:
        """Show folder and sizes."""
        self._storage = storage
        self._folder.setText(storage.folder)
        text = self.tr("{used} MB used, {free} GB free").format(
            used=f"{storage.bytes_used / _MEGA:,.0f}", free=f"{storage.free_bytes / 1000 / _MEGA:,.1f}"
        )
        if storage.expired_sounds:
            text += "  ·  " + self.tr(
                "The sound of %n recording(s) goes at the next start.", "", storage.expired_sounds
            )
        self._size.setText(text)

    def retranslate(self) -> None:
        """Write the texts."""
        if not hasattr(self, "_note"):
            return
        self.heading.setText(self.tr("Where it lies"))
        self._show.setText(" " + self.tr("Show the folder"))
        self._move.setText(" " + self.tr("Move…"))
        self._save.setText(" " + self.tr("Back up…"))
        self._restore.setText(" " + self.tr("Restore…"))
        self._note.setText(
            self.tr(
                "A backup is one file with all meetings, sound and exports; keep it on another disk. Restoring keeps "
                "what was here before in a folder beside it."
            )
        )
        if self._storage is not None:
            self.show_storage(self._storage)
