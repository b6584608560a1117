"""The one signal that says what changed; views decide whether they show it."""

from PySide6.QtCore import QObject, Signal

from insight_desktop.domain.change import Change


class Changes(QObject):
    """Announces what operations altered.

    Signals:
        changed(Change): something of the store is different now.
    """

    changed = Signal(object)

    def announce(self, change: Change) -> None:
        """Tell every view."""
        self.changed.emit(change)
