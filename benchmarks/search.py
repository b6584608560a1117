"""Search over many utterances: how long it takes, how large the index is, beside a plain LIKE scan of the same file.

    python benchmarks/search.py [--utterances 500000] [--workspace DIR]

A workspace that is there already is used again.
"""

import argparse
import datetime as dt
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from insight_desktop.domain.ids import MeetingId, new_id
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.store.workspace import Workspace

PER_MEETING = 100
ROUNDS = 3
WORDS: dict[str, list[str]] = json.loads(Path(__file__).with_name("search_words.json").read_text(encoding="utf-8"))
RARE = ("ゼロトラスト", "亜鉛鍍金", "Zanzibar", "quasar", "凪")
QUERIES = {
    "two letters, common (予算)": ("予算", "在庫", "値引", "DX", "AI", "月末", "です"),
    "one letter (凪)": ("凪", "締", "社", "い"),
    "Japanese word (データベース)": ("データベース", "さーばー", "値引き", "ﾈｯﾄﾜｰｸ", "経費精算", "困っています"),
    "English word (renewal)": ("renewal", "Budget", "latency", "works really", "engineer"),
    "several words (予算 サーバー)": ("予算 サーバー", "DX 困って", "budget spring", "在庫 歩留まり", "AI えっと 画面"),
    "rare or absent": (*RARE, "存在しない言葉", "xylophone", "ゼロトラスト 予算", "凪 です"),
}


def build(workspace: Workspace, utterances: int) -> float:
    """Fill the workspace; returns the seconds it took."""
    chance = random.Random(7)  # noqa: S311 - a repeatable corpus
    began = time.perf_counter()
    for number in range(utterances // PER_MEETING):
        is_english = number % 4 == 0
        meeting = Meeting(
            id=MeetingId(new_id()),
            title=f"会議 {number}",
            started_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=number),
            language="en" if is_english else "ja",
        )
        segments = [
            Segment(
                span=TimeSpan(start=float(place * 4), end=float(place * 4 + 3)),
                text=utterance(chance, is_english=is_english),
                speaker=SpeakerLabel(("rep", "customer")[place % 2]),
                channel=place % 2,
            )
            for place in range(PER_MEETING)
        ]
        with workspace.db.atomic():
            workspace.meetings.save(meeting)
            workspace.transcripts.complete(meeting.id, segments)
    workspace.search.optimise()
    return time.perf_counter() - began


def utterance(chance: random.Random, *, is_english: bool) -> str:
    """Return something that somebody might say; some words are common, others rare, as in life."""
    rare = f" {chance.choice(RARE)}" if chance.random() < 0.0002 else ""  # noqa: PLR2004 - one in five thousand
    if is_english:
        things = f"{common(chance, WORDS['en_things'])} and {common(chance, WORDS['en_things'])}"
        return f"{things} {chance.choice(WORDS['en_ends'])}{rare}"
    count = f"{chance.randint(2, 900)}件の" if chance.random() < 0.3 else ""  # noqa: PLR2004 - a third has a number
    things = f"{common(chance, WORDS['ja_things'])}と{common(chance, WORDS['ja_things'])}"
    return f"{chance.choice(WORDS['ja_starts'])}{count}{things}{chance.choice(WORDS['ja_ends'])}{rare}"


def common(chance: random.Random, words: list[str]) -> str:
    """Return a word, the first ones far more often than the last."""
    return words[min(int(chance.paretovariate(0.6)) - 1, len(words) - 1)]


def measure(
    ask: Callable[[str], object], queries: tuple[str, ...], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return the milliseconds of each query, several times over."""
    times = []
    for _ in range(ROUNDS):
        for query in queries:
            began = clock()
            ask(query)
            times.append((clock() - began) * 1000)
    return times


def scan(workspace: Workspace, query: str) -> int:
    """Do what a program without an index does."""
    words = query.split()
    clauses = " AND ".join(["text LIKE ?"] * len(words))
    sql = f"SELECT id, text FROM segment WHERE {clauses} ORDER BY number DESC LIMIT 50"  # noqa: S608 - made of marks
    return len(workspace.db.rows(sql, [f"%{word}%" for word in words]))


def percentile(times: list[float], share: float) -> float:
    """Return the time under which this share of the queries lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def main() -> None:
    """Build what is missing and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--utterances", type=int, default=500_000)
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--cpu", action="store_true", help="count processor time, for a machine that is busy otherwise")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Workspace.open(options.workspace or Path(folder)) as workspace:
        if workspace.meetings.list(limit=1).total == 0:
            seconds = build(workspace, options.utterances)
            print(f"built in {seconds:.0f} s ({seconds / options.utterances * 1e6:.0f} µs an utterance)")
        stored = workspace.db.rows("SELECT count(*) FROM segment")[0][0]
        sizes = (
            workspace.db.rows(
                "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'document%' OR name LIKE 'sqlite_autoindex_document%'"
            )
            if has_dbstat(workspace)
            else None
        )
        size = f", index {sizes[0][0] / stored:.0f} bytes an utterance" if sizes else ""
        print(f"{stored:,} utterances{size}")
        clock = time.process_time if options.cpu else time.perf_counter
        print(f"{'query':34} {'p50 ms':>8} {'p95 ms':>8}   {'LIKE p50':>9} {'LIKE p95':>9}")
        everything: list[float] = []
        for kind, queries in QUERIES.items():
            found = measure(lambda query: workspace.search.find(query, limit=50), queries, clock)
            scanned = measure(lambda query: scan(workspace, query), queries, clock)
            everything += found
            print(
                f"{kind:34} {statistics.median(found):8.1f} {percentile(found, 0.95):8.1f}   "
                f"{statistics.median(scanned):9.1f} {percentile(scanned, 0.95):9.1f}"
            )
        print(f"{'all':34} {statistics.median(everything):8.1f} {percentile(everything, 0.95):8.1f}")


def has_dbstat(workspace: Workspace) -> bool:
    """Tell whether this SQLite can say how large its tables are."""
    return any(row[0] == "ENABLE_DBSTAT_VTAB" for row in workspace.db.rows("PRAGMA compile_options"))


if __name__ == "__main__":
    main()
