"""The Qt binding in use does not lose references."""

import sys

from PySide6.QtCore import QObject, Signal


class Emitter(QObject):
    fired = Signal(int)


def test_emit_keeps_true_alive() -> None:
    """PySide6 6.12.0 on CPython 3.11 dropped a reference per emit."""
    emitter = Emitter()
    before = sys.getrefcount(True)

    for _ in range(50):
        emitter.fired.emit(1)

    assert sys.getrefcount(True) > before - 10
