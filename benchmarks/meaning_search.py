"""Search by words and meaning over many utterances: how long, how large, and how much of the exact answer is found.

    python benchmarks/meaning_search.py --workspace DIR [--cpu]

DIR is a workspace that `search.py --workspace DIR` built (500,000 utterances in full text). Each utterance gets
a meaning: that of an annotated turn, moved a little. Timed are queries of `search.py` and plain sentences, encoded anew
each time. «recall» is how many of the ten nearest by exact comparison are among the ten returned.
"""

import argparse
import statistics
import time
from pathlib import Path

import numpy as np
from many_meetings import told_calls
from search import QUERIES, percentile

from insight_desktop import finding
from insight_desktop.nlp.light_encoder import LightEmbedder
from insight_desktop.store.meanings import WIDTH
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.meaning_index import MeaningIndex

SENTENCES = (
    "値段が高くて社内で通らない",
    "導入している会社の話を聞きたい",
    "月末の締めに時間がかかる",
    "I would like to talk to one of your customers",
    "It is too expensive for a team of our size",
    "The support never calls back",
)
SPREAD = 0.03
ROUNDS = 3
_SECTION = 100
_TEN = 10


def enter(workspace: Workspace) -> None:
    """Give each utterance a meaning."""
    chance = np.random.default_rng(7)
    pool = np.concatenate([told.vectors for told in told_calls()])
    while waiting := workspace.meanings.waiting(_SECTION):
        with workspace.db.atomic():
            for meeting_id in waiting:
                numbers = [each.number for each in workspace.meanings.utterances(meeting_id)]
                rows = pool[chance.integers(len(pool), size=len(numbers))]
                rows = rows + SPREAD * chance.standard_normal(rows.shape, np.float32)
                workspace.meanings.put(meeting_id, numbers, rows / np.linalg.norm(rows, axis=1, keepdims=True))


def recall(workspace: Workspace, index: MeaningIndex, embedder: LightEmbedder) -> float:
    """Return the mean share of the ten nearest that the index finds."""
    everything = np.concatenate(
        [
            np.frombuffer(row[0], np.int8).reshape(-1, WIDTH)
            for row in workspace.db.rows("SELECT vectors FROM meaning ORDER BY number")
        ]
    )
    shares = []
    for sentence in SENTENCES:
        vector = finding.direction(sentence, embedder)
        exact = np.concatenate([part.astype(np.float32) @ vector for part in np.array_split(everything, 20)])
        best = set(index.columns.segments[np.argsort(-exact)[:_TEN]].tolist())
        found = {near.segment for near in index.nearest(vector, _TEN)}
        shares.append(len(best & found) / _TEN)
    return float(np.mean(shares))


def main() -> None:
    """Enter what is missing and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workspace", type=Path, required=True)
    parser.add_argument("--cpu", action="store_true", help="count processor time, for a machine that is busy otherwise")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.perf_counter
    with Workspace.open(options.workspace) as workspace:
        enter(workspace)
        embedder = LightEmbedder()
        embedder.encode(["warm"])
        began = clock()
        index = MeaningIndex(workspace.meanings)
        opened = clock() - began
        sizes = workspace.db.rows("SELECT sum(length(segments) + length(bits) + length(vectors)) FROM meaning")
        print(
            f"{len(index):,} utterances, {sizes[0][0] / len(index):.0f} bytes of meaning each, read in {opened:.2f} s"
        )
        for kind, queries in {**QUERIES, "sentences": SENTENCES}.items():
            times = []
            for _ in range(ROUNDS):
                for query in queries:
                    began = clock()
                    finding.find(workspace, query, index, embedder)
                    times.append((clock() - began) * 1000)
            print(f"{kind:34} p50 {statistics.median(times):6.1f} ms  p95 {percentile(times, 0.95):6.1f} ms")
        print(f"recall of the ten nearest: {recall(workspace, index, embedder):.3f}")


if __name__ == "__main__":
    main()
