"""How long the manager's page waits for its data, by the number of meetings, and what a new meeting costs.

    python benchmarks/trends.py [--meetings 1000 10000 100000] [--keep FOLDER]

For each size a workspace is built by `many_meetings.py`. «open» reads all columns and counts once, as the page does
when it is opened; «filter» counts after a touch of a filter, each field and some together; «drill» fetches the quotes
behind a theme; «patterns» compares won with lost meetings; «new meeting» lets eight insights join the themes;
«re-open» is the page after that meeting came. «same identity» is the share of unchanged insights that keep their theme.
"""

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import many_meetings
import numpy as np

from insight_desktop import overviews
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.trend_columns import TrendColumns
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.filters import FIELDS, TrendFilter, choose
from insight_desktop.trends.overview import Period, TrendTable

TODAY = many_meetings.LAST_DAY
ROUNDS = 5
LARGEST_WITH_TALK = 20_000
"""Above this the utterances are left out: the page does not read them, and they would take most of the time."""
CLOCK = [time.perf_counter]


def filters(table: TrendTable) -> list[tuple[TrendFilter, Period]]:
    """Return one filter for each field, each span and some together."""
    spans = [TrendFilter(since=TODAY - dt.timedelta(days=days)) for days in (91, 182, 365)]
    single = [choose(TrendFilter(), field, table.choices(field)[:1]) for field in FIELDS if table.choices(field)]
    others = [TrendFilter(outcomes=(Outcome.WON, Outcome.STRONG)), TrendFilter(kinds=(InsightKind.PAIN,))]
    both = [choose(spans[2], "segments", ("smb", "mid")), replace(single[0], kinds=(InsightKind.NEED,))]
    return [(TrendFilter(), Period.MONTH), (spans[0], Period.WEEK)] + [
        (wanted, Period.MONTH) for wanted in (*spans, *single, *others, *both)
    ]


def milliseconds(ask: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return how long each of several rounds took."""
    times = []
    for _ in range(rounds):
        began = CLOCK[0]()
        ask()
        times.append((CLOCK[0]() - began) * 1000)
    return times


def p95(times: list[float]) -> float:
    """Return the time under which nineteen of twenty lie."""
    return float(np.quantile(times, 0.95, method="higher"))


def measure(workspace: Workspace) -> dict[str, float]:
    """Return the milliseconds of one workspace."""
    overviews.trend_table(workspace)
    opened = milliseconds(lambda: overviews.trend_table(workspace).rows(TrendFilter(), Period.MONTH, TODAY))
    table = overviews.trend_table(workspace)
    touched = [
        t for wanted, period in filters(table) for t in milliseconds(lambda w=wanted, p=period: table.rows(w, p, TODAY))
    ]
    busiest = table.rows(TrendFilter(), Period.MONTH, TODAY)[0].theme_id
    drilled = milliseconds(lambda: overviews.quotes(workspace, table, TrendFilter(), busiest))
    compared = milliseconds(lambda: overviews.patterns(workspace, table), rounds=3)
    before = membership(workspace)
    builder = many_meetings.Builder(workspace, many_meetings.told_calls(), seed=time.time_ns())
    builder.customers(1)
    list(builder.meetings(1, many_meetings.Talk.TURNS))
    newest = MeetingId(workspace.db.rows("SELECT meeting_id FROM trend_place ORDER BY number DESC LIMIT 1")[0][0])
    joined = milliseconds(lambda: overviews.gather_themes(workspace, newest), rounds=1)
    again = milliseconds(lambda: overviews.trend_table(workspace).rows(TrendFilter(), Period.MONTH, TODAY), rounds=1)
    after = membership(workspace)
    return {
        "open": p95(opened),
        "filter": p95(touched),
        "drill": p95(drilled),
        "patterns": p95(compared),
        "new meeting": joined[0],
        "re-open": again[0],
        "same identity": sum(after.get(insight) == theme for insight, theme in before.items()) / len(before),
    }


def repeated(columns: TrendColumns, times: int) -> TrendColumns:
    """Return the columns of so many workspaces as one, each with meetings and customers of its own."""
    meetings, voices = columns.meetings, columns.voices
    count, most = len(meetings["day"]), int(max(meetings["number"].max(), meetings["customer"].max())) + 1
    own = {"number", "customer"}
    return TrendColumns(
        meetings={
            name: np.concatenate(
                [
                    np.where(column >= 0, column + n * most, column - n * most) if name in own else column
                    for n in range(times)
                ]
            ).astype(np.int32)
            for name, column in meetings.items()
        },
        metrics=np.concatenate([columns.metrics] * times),
        voices={
            name: np.concatenate([column + n * count if name == "meeting" else column for n in range(times)])
            for name, column in voices.items()
        },
        values=columns.values,
    )


def measure_repeated(workspace: Workspace, times: int) -> dict[str, float]:
    """Return the milliseconds of counting alone, at so many times the meetings."""
    columns = repeated(workspace.trends.columns(), times)
    names = workspace.themes.names()
    opened = milliseconds(lambda: TrendTable(columns, names).rows(TrendFilter(), Period.MONTH, TODAY), rounds=3)
    table = TrendTable(columns, names)
    touched = [
        t
        for wanted, period in filters(table)
        for t in milliseconds(lambda w=wanted, p=period: table.rows(w, p, TODAY), rounds=2)
    ]
    return {"meetings": len(columns.meetings["day"]), "open": p95(opened), "filter": p95(touched)}


def membership(workspace: Workspace) -> dict[str, str]:
    """Return the theme of each insight."""
    return {row[0]: row[1] for row in workspace.db.rows("SELECT insight_id, theme_id FROM theme_member")}


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--repeat", type=int, default=0, help="count also over the columns so many times")
    parser.add_argument("--cpu", action="store_true", help="count processor time, for a machine that is busy otherwise")
    parser.add_argument("--keep", type=Path, help="build the workspaces here, and use again those that are there")
    options = parser.parse_args()
    if options.cpu:
        CLOCK[0] = time.process_time
    with tempfile.TemporaryDirectory() as folder:
        for count in options.meetings:
            path = (options.keep or Path(folder)) / f"meetings-{count}"
            is_new = not path.exists()
            with Workspace.open(path) as workspace:
                if is_new:
                    talk = many_meetings.Talk.NONE if count > LARGEST_WITH_TALK else many_meetings.Talk.TURNS
                    many_meetings.build(workspace, count, talk)
                found = measure(workspace)
                if options.repeat:
                    print({name: round(value) for name, value in measure_repeated(workspace, options.repeat).items()})
            figures = "  ".join(
                f"{name} {value:.4f}" if name == "same identity" else f"{name} {value:.0f} ms"
                for name, value in found.items()
            )
            print(f"{count:>8,} meetings: {figures}", flush=True)


if __name__ == "__main__":
    main()
