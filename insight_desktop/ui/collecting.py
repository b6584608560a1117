"""Cyclic garbage is collected in the window's thread alone.

Python collects wherever an allocation happens to cross its threshold, so in a thread of the database as well. Where the
garbage holds a widget that thread destroys it: it waits for Python's lock with a lock of Qt in its hands, while the
window's thread waits for that one with Python's, and the program stands still for good.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 200
_ALL_EVERY_S = 30.0
"""A whole collection goes through everything; so often at most, as it makes the window wait."""


class Collector(QObject):
    """Does what Python's own collector does, by the same thresholds, while the program runs."""

    def __init__(self, parent: QObject) -> None:
        """Take over; the thread of `parent` is the window's."""
        super().__init__(parent)
        self._all_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect as much as is due."""
        counts, most = gc.get_count(), gc.get_threshold()
        now = time.monotonic()
        if counts[2] > most[2] and counts[1] > most[1] and now - self._all_at > _ALL_EVERY_S:
            self._all_at = now
            gc.collect(2)
        elif counts[1] > most[1]:
            gc.collect(1)
        elif counts[0] > most[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.enable()
