"""Exports 10,000 meetings of a workspace: time, processor time and peak memory, against 1,000 for how memory grows.

The meetings are as the analysis leaves them: each with its words and a verdict, every third with an offer, so that
today's verdict is weighed for each.

    python benchmarks/export.py [--meetings 10000] [--profile salesforce_task]

Each size runs in a process of its own. Reach: 10,000 meetings in at most 10 s, memory flat.
"""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import MeetingId, ProductId, RecordingId, new_id
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, NextStep, Owner, Signal, SignalScore
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker
from insight_desktop.domain.suggestion import ProposedProduct, SuggestionKind, Suggestions, Timing
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.exporting import ExportRequest, export_meetings
from insight_desktop.exports import profile_reader
from insight_desktop.store.workspace import Workspace

TURNS = 40
LABELS = (SignalScore(signal=Signal.PAIN, confidence=0.9),)
OFFER = ProposedProduct(product=ProductId("P-1"), kind=SuggestionKind.CROSS_SELL, because=(3,), solves="集計に時間")
SPEAKERS = (Speaker(label=REP, role=Role.REP), Speaker(label=CUSTOMER, role=Role.CUSTOMER))
START = dt.datetime(2024, 1, 1, 9, tzinfo=dt.UTC)


def segments(number: int) -> tuple[Segment, ...]:
    """Return what is said in a meeting."""
    return tuple(
        Segment(
            span=TimeSpan(start=10.0 * turn, end=10.0 * turn + 8),
            text=f"月末の集計に三日かかっていて、棚卸しの数が合わないんです({number}-{turn})",
            speaker=CUSTOMER if turn % 2 else REP,
        )
        for turn in range(TURNS)
    )


def fill(folder: Path, meetings: int) -> None:
    """Make a workspace of finished meetings whose minutes are as long as real ones."""
    with Workspace.open(folder) as workspace, workspace.db.atomic():
        customers = [workspace.customers.find_or_make(f"株式会社{number:03d}商事") for number in range(100)]
        for number in range(meetings):
            meeting_id = MeetingId(new_id())
            workspace.meetings.save(
                Meeting(
                    id=meeting_id,
                    title=f"定例 {number}",
                    started_at=START + dt.timedelta(hours=number),
                    customer_id=customers[number % len(customers)].id,
                    rep="中村 太郎",
                )
            )
            workspace.meetings.add_recording(
                Recording(
                    id=RecordingId(new_id()),
                    meeting_id=meeting_id,
                    path="",
                    seconds=1800,
                    channels=1,
                    sha256=str(number),
                )
            )
            workspace.transcripts.complete(meeting_id, segments(number), SPEAKERS, model="whisper-base")
            workspace.analyses.save(
                meeting_id,
                Analysis(
                    suggestions=Suggestions(
                        timing=Timing.NOW if number % 3 == 0 else Timing.LATER,
                        timing_why="いまは提案の時期ではありません。",
                        proposed=(OFFER,) if number % 3 == 0 else (),
                    ),
                    turns=tuple(
                        LabelledTurn(index=turn, labels=LABELS if turn % 4 == 1 else ()) for turn in range(TURNS)
                    ),
                    insights=tuple(
                        Insight(kind=kind, turns=(3,), summary=f"月末の集計に三日かかっている({number})")
                        for kind in (InsightKind.PAIN, InsightKind.NEED)
                    ),
                    next_steps=(NextStep(turns=(9,), owner=Owner.REP, what="見積もりを送る", due=dt.date(2026, 1, 9)),),
                    summary="\n".join(f"- 棚卸しと集計に時間がかかる。担当 {line}" for line in range(20)),
                ),
            )


def measure(folder: Path, profile: str) -> dict[str, float]:
    """Export everything once and return what it cost."""
    with Workspace.open(folder) as workspace:
        request = ExportRequest(profile=profile_reader.load(profile), with_unchanged=True)
        before = resource.getrusage(resource.RUSAGE_SELF)
        began = time.perf_counter()
        written = export_meetings(workspace, request, folder / "out.csv", now=START)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "rows": written.report.rows,
        "wall_s": round(wall, 2),
        "cpu_s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "peak_mb": round(after.ru_maxrss / 1024, 1),
    }


def main() -> None:
    """Measure two sizes, each in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    parser.add_argument("--profile", default="salesforce_task")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.profile)))
        return
    for meetings in (options.meetings // 10, options.meetings):
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), meetings)
            command = [sys.executable, __file__, "--measure", folder, "--profile", options.profile]
            print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


if __name__ == "__main__":
    main()
