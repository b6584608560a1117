"""How long the window's page of customers keeps one waiting with 10,000 meetings: first paint, and the longest gap.

    python -m benchmarks.customer_page --folder FOLDER
    python -m benchmarks.customers_window FOLDER

The first command fills the folder. One customer after the other is chosen, on both sides of the page. Gaps are those
of `trends_window`: the clock's time, and the processor time of the main thread, which other work hardly changes.
"""

import argparse
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.trends_window import Gaps, told, wait
from insight_desktop.ui.application import Program, parser, preferences_of
from insight_desktop.ui.customers.view import CustomersView

CUSTOMERS = 20


def main() -> None:
    """Open the page, choose customers, print the times."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    options = arguments.parse_args()
    application = QApplication(["insight-desktop"])
    program = Program(application, options.folder, preferences_of(parser().parse_args([])), runs_jobs=False)
    program.window.show()
    program.open("today")
    while program.context is None:
        application.processEvents()
    wait(program)
    gaps = Gaps()
    began, used = time.perf_counter(), time.process_time()
    program.window.go("customers")
    wait(program, least_ms=0)
    application.processEvents()
    print(f"first paint: {told(began, used)}; longest gap {gaps.wall_ms:.0f} ms, processor {gaps.cpu_ms:.0f} ms")
    view = program.window.presenter("customers").widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)  # noqa: S101
    for tab in ("overview", "records"):
        view.show_tab(tab)
        wait(program)
        gaps = Gaps()
        began, used = time.perf_counter(), time.process_time()
        for row in range(1, CUSTOMERS + 1):
            view.choose_row(row)
            wait(program, least_ms=0)
        times = told(began, used)
        print(
            f"{tab}, {CUSTOMERS} customers: {times}; longest gap {gaps.wall_ms:.0f} ms, processor {gaps.cpu_ms:.0f} ms"
        )
    program.close()
    program.window.close()


if __name__ == "__main__":
    main()
