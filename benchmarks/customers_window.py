"""How long the window's page of customers keeps one waiting with 10,000 meetings: first paint, and the longest gap.

    python -m benchmarks.customer_page --folder WORKSPACE
    python -m benchmarks.customers_window WORKSPACE

The first command fills the workspace. One customer after the other is chosen, on both sides of the page.
"""

import time

from benchmarks.opened_window import Gaps, opened, told, told_folder, wait
from insight_desktop.ui.customers.view import CustomersView

CUSTOMERS = 20


def main() -> None:
    """Open the page, choose customers, print the times."""
    with opened(told_folder(__doc__)) as program:
        gaps = Gaps()
        began, used = time.perf_counter(), time.process_time()
        program.window.go("customers")
        wait(program, least_ms=0)
        print(f"first paint: {told(began, used)}; longest gap {gaps}")
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
            print(f"{tab}, {CUSTOMERS} customers: {told(began, used)}; longest gap {gaps}")


if __name__ == "__main__":
    main()
