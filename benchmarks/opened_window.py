"""A window of the program on a workspace, and how long it keeps one waiting.

A timer looks every 2 ms whether the event loop runs. Beside the clock's time stands the processor time that the main
thread used between two looks, which other work on the machine hardly changes.
"""

import argparse
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from insight_desktop.ui.application import Program, parser, preferences_of

TICK_MS = 2


class Gaps:
    """The longest time between two looks at the clock."""

    def __init__(self) -> None:
        """Begin to look."""
        self.wall_ms = self.cpu_ms = 0.0
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._look)
        self._at = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def __str__(self) -> str:
        """Return the longest gap by the clock and of the processor."""
        return f"{self.wall_ms:.0f} ms, processor {self.cpu_ms:.0f} ms"

    def _look(self) -> None:
        at = (time.perf_counter(), time.thread_time())
        self.wall_ms = max(self.wall_ms, (at[0] - self._at[0]) * 1000)
        self.cpu_ms = max(self.cpu_ms, (at[1] - self._at[1]) * 1000)
        self._at = at


def wait(program: Program, least_ms: int = 50) -> None:
    """Let the window run until nothing is asked for."""
    loop = QEventLoop()
    QTimer.singleShot(least_ms, loop.quit)
    loop.exec()
    while not program.operations.is_idle:
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def told(began: float, used: float) -> str:
    """Return the milliseconds since then, by the clock and of the processor."""
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    return f"{wall * 1000:.0f} ms, processor {cpu * 1000:.0f} ms"


def told_folder(description: str | None) -> Path:
    """Return the workspace that the command line names."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("workspace", type=Path)
    folder: Path = arguments.parse_args().workspace
    return folder


@contextmanager
def opened(workspace: Path, page: str = "today") -> Iterator[Program]:
    """Open the program's window on a workspace, wait until the page is there, and close it in the end."""
    application = QApplication(["insight-desktop"])
    program = Program(application, workspace, preferences_of(parser().parse_args([])), runs_jobs=False)
    program.window.show()
    program.open(page)
    while program.context is None:
        application.processEvents()
    wait(program)
    yield program
    program.close()
    program.window.close()
