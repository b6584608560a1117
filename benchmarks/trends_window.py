"""How long the window's page of trends keeps one waiting: first paint, after a filter, and the longest gap.

    python benchmarks/trends_window.py WORKSPACE

WORKSPACE is one of `many_meetings.py`. A timer looks every 2 ms whether the event loop runs. Beside the clock's time
stands the processor time that the main thread used between two looks, which other work on the machine hardly changes.
"""

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from insight_desktop.trends.filters import choose
from insight_desktop.ui.application import Program, parser, preferences_of
from insight_desktop.ui.trends.presenter import TrendsPresenter
from insight_desktop.ui.trends.values import Asked

TICK_MS = 2
SEGMENTS = ("smb", "mid", "enterprise", "public")


class Gaps:
    """The longest time between two looks at the clock."""

    def __init__(self) -> None:
        """Begin to look."""
        self.wall_ms = self.cpu_ms = 0.0
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._look)
        self._at = (time.perf_counter(), time.thread_time())
        self._timer.start()

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


def main() -> None:
    """Open the page, touch filters, print the times."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("workspace", type=Path)
    options = arguments.parse_args()
    application = QApplication(["insight-desktop"])
    program = Program(application, options.workspace, preferences_of(parser().parse_args([])), runs_jobs=False)
    program.window.show()
    program.open("today")
    while program.context is None:
        application.processEvents()
    wait(program)
    gaps = Gaps()
    began, used = time.perf_counter(), time.process_time()
    program.window.go("trends")
    wait(program, least_ms=0)
    application.processEvents()
    print(f"first paint: {told(began, used)}")
    print(f"longest gap: {gaps.wall_ms:.0f} ms, processor {gaps.cpu_ms:.0f} ms")
    presenter = program.window.presenter("trends")
    assert isinstance(presenter, TrendsPresenter)  # noqa: S101
    gaps = Gaps()
    for segment in SEGMENTS:
        began, used = time.perf_counter(), time.process_time()
        asked = Asked()
        presenter.view.filters.asked.emit(replace(asked, filters=choose(asked.filters, "segments", (segment,))))
        wait(program, least_ms=0)
        print(f"{segment}: {told(began, used)}")
    print(f"longest gap: {gaps.wall_ms:.0f} ms, processor {gaps.cpu_ms:.0f} ms")
    program.close()
    program.window.close()


if __name__ == "__main__":
    main()
