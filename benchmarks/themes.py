"""How well themes gather what belongs together: BCubed F1, beside BERTopic's recipe on the same vectors.

    python benchmarks/themes.py [--gold GOLD_DIR]

Train: in each annotated call the turns of one insight belong together, those of others do not. Gold: the insights
of all calls that carry the same `theme` belong together. BERTopic's recipe is UMAP to five dimensions, then HDBSCAN
(Grootendorst 2022); what it calls noise stands alone. Both see the same vectors and keep kinds apart. (umap-learn and
hdbscan are no part of the program: `pip install umap-learn hdbscan`.)
"""

import argparse
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from many_meetings import KINDS, encoded
from numpy.typing import NDArray
from talk import talk

from insight_desktop.domain.ids import InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import Voice
from insight_desktop.trends.themes import gather

DAY = dt.date(2026, 1, 1)
Vectors = NDArray[np.float32]


def bcubed(predicted: Sequence[object], truth: Sequence[object]) -> tuple[float, float, float]:
    """Return precision, recall and F1 (Bagga and Baldwin 1998)."""
    clusters, groups = defaultdict(set), defaultdict(set)
    for item, (mine, real) in enumerate(zip(predicted, truth, strict=True)):
        clusters[mine].add(item)
        groups[real].add(item)
    shared = [
        (len(clusters[mine] & groups[real]), len(clusters[mine]), len(groups[real]))
        for mine, real in zip(predicted, truth, strict=True)
    ]
    precision = float(np.mean([both / mine for both, mine, _ in shared]))
    recall = float(np.mean([both / real for both, _, real in shared]))
    return precision, recall, 2 * precision * recall / (precision + recall)


def ours(vectors: Vectors, kinds: Sequence[str]) -> list[object]:
    """Return the theme of each item."""
    voices = [
        Voice(
            insight_id=InsightId(f"{n:06}"),
            meeting_id=MeetingId("m"),
            customer_id=None,
            kind=InsightKind(kind),
            summary="",
            held_on=DAY,
        )
        for n, kind in enumerate(kinds)
    ]
    theme_of = {member: centre.theme.id for centre in gather(voices, vectors) for member in centre.theme.members}
    return [theme_of[voice.insight_id] for voice in voices]


def bertopic(vectors: Vectors, kinds: Sequence[str]) -> list[object]:
    """Return the topic of each item by BERTopic's recipe with its default settings."""
    from hdbscan import HDBSCAN
    from umap import UMAP

    smaller = min(10, max(2, len(vectors) // 20))
    reduced = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=42).fit_transform(
        vectors
    )
    topics = HDBSCAN(min_cluster_size=smaller, metric="euclidean", cluster_selection_method="eom").fit_predict(reduced)
    return [
        f"noise{n}" if topic < 0 else (topic, kind) for n, (topic, kind) in enumerate(zip(topics, kinds, strict=True))
    ]


def within_calls(predicted: Sequence[object], calls: Sequence[str], groups: Sequence[int]) -> tuple[float, ...]:
    """Return BCubed where items of different calls are not compared."""
    mine = [(call, cluster) for call, cluster in zip(calls, predicted, strict=True)]
    real = [(call, group) for call, group in zip(calls, groups, strict=True)]
    return bcubed(mine, real)


def main() -> None:
    """Print both recipes on both data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    recipes: dict[str, Callable[[Vectors, Sequence[str]], list[object]]] = {"themes": ours, "BERTopic": bertopic}
    everything = talk()
    rows = [row for row, (_, turn) in enumerate(everything.turns) if turn.insight is not None]
    turns = [everything.turns[row] for row in rows]
    kinds = [next(kind for kind in KINDS if kind in turn.labels) for _, turn in turns]
    calls = [everything.calls[number].id for number, _ in turns]
    groups = [turn.insight or 0 for _, turn in turns]
    for name, recipe in recipes.items():
        found = within_calls(recipe(everything.vectors[rows], kinds), calls, groups)
        print(f"train, {len(rows)} turns in groups of a call: {name:9} {told(found)}")
    if options.gold:
        texts, languages, gold_kinds, themes = gold(options.gold)
        vectors = encoded(texts, languages)
        for name, recipe in recipes.items():
            found = bcubed(recipe(vectors, gold_kinds), themes)
            print(f"gold, {len(texts)} insights by theme: {name:9} {told(found)}")


def told(found: tuple[float, ...]) -> str:
    """Return precision, recall and F1 as words."""
    return "P {:.3f} R {:.3f} F1 {:.3f}".format(*found)


def gold(folder: Path) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the insights of the gold calls: words, language, kind, theme."""
    found: list[tuple[str, str, str, str]] = []
    for path in sorted(folder.glob("*.json")):
        call = json.loads(path.read_text(encoding="utf-8"))
        language = call.get("language") or path.name[:2]
        found += [
            (insight["summary"], language, insight["kind"], insight["theme"])
            for insight in call["insights"]
            if insight["kind"] in KINDS
        ]
    texts, languages, kinds, themes = (list(column) for column in zip(*found, strict=True))
    return texts, languages, kinds, themes


if __name__ == "__main__":
    main()
