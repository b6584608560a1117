"""How long the page of trends keeps one waiting: first paint, after a filter, in another form; the longest gap.

    python -m benchmarks.trends_window WORKSPACE

WORKSPACE is one of `many_meetings.py`.
"""

import time
from dataclasses import replace

from benchmarks.opened_window import Gaps, opened, told, told_folder, wait
from insight_desktop.trends.filters import choose
from insight_desktop.ui.trends.presenter import TrendsPresenter
from insight_desktop.ui.trends.values import CHARTS, LIST, TABLE, Asked

SEGMENTS = ("smb", "mid", "enterprise", "public")


def main() -> None:
    """Open the page, touch filters, go through the forms, print the times."""
    with opened(told_folder(__doc__)) as program:
        gaps = Gaps()
        began, used = time.perf_counter(), time.process_time()
        program.window.go("trends")
        wait(program, least_ms=0)
        print(f"first paint: {told(began, used)}")
        print(f"longest gap: {gaps}")
        presenter = program.window.presenter("trends")
        assert isinstance(presenter, TrendsPresenter)  # noqa: S101
        gaps = Gaps()
        for segment in SEGMENTS:
            began, used = time.perf_counter(), time.process_time()
            asked = Asked()
            presenter.view.filters.asked.emit(replace(asked, filters=choose(asked.filters, "segments", (segment,))))
            wait(program, least_ms=0)
            print(f"{segment}: {told(began, used)}")
        print(f"longest gap: {gaps}")
        for form in (CHARTS, TABLE, LIST):
            gaps = Gaps()
            began, used = time.perf_counter(), time.process_time()
            presenter.view.show_form(form)
            wait(program, least_ms=0)
            print(f"{form}: {told(began, used)}; longest gap: {gaps}")


if __name__ == "__main__":
    main()
