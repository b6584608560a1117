"""How well themes gather what belongs together: BCubed F1, beside BERTopic's recipe on the same vectors.

    python benchmarks/themes.py [--gold GOLD_DIR]

Train: in each annotated call the turns of one insight belong together, those of others do not; half of those turns are
the only one of their insight, so whoever gathers nothing, and whoever gathers all of a kind, stand beside. Concepts:
turns of many calls, marked by hand for `concepts.toml`, that say the same, amid all turns of insights, each in the
sentence that the program would keep of it; this is what themes are for. How near a voice must be is chosen on every
second concept (the best F1 with a precision of at least 0.9) and judged on the others; without a bound on precision the
best is one theme of nearly everything. Gold: the insights of all calls that carry the same `theme` belong together;
each of those marks occurs once, so whoever gathers nothing gets 1. BERTopic's recipe is UMAP to five dimensions, then
HDBSCAN (Grootendorst 2022); what it calls noise stands alone. Both see the same vectors and keep kinds apart.
(umap-learn and hdbscan are no part of the program: `pip install umap-learn hdbscan`.)
"""

import argparse
import datetime as dt
import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from many_meetings import KINDS, encoded
from numpy.typing import NDArray
from talk import Talk, talk

from insight_desktop.domain.conversation import Turn
from insight_desktop.domain.ids import InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.trend import Voice
from insight_desktop.insights.summaries import summary_of
from insight_desktop.trends.themes import NEAR, gather

DAY = dt.date(2026, 1, 1)
CONCEPTS = Path(__file__).with_name("concepts.toml")
GRID = (0.20, 0.22, 0.24, 0.25, 0.26, 0.27, 0.28, 0.30, 0.34)
LEAST_PRECISION = 0.9
Vectors = NDArray[np.float32]
Recipe = Callable[[Vectors, Sequence[str], Sequence[str]], list[object]]


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


def ours(vectors: Vectors, kinds: Sequence[str], texts: Sequence[str], near: float = NEAR) -> list[object]:
    """Return the theme of each item."""
    voices = [
        Voice(
            insight_id=InsightId(f"{n:06}"),
            meeting_id=MeetingId("m"),
            customer_id=None,
            kind=InsightKind(kind),
            summary=texts[n],
            held_on=DAY,
        )
        for n, kind in enumerate(kinds)
    ]
    theme_of = {
        member: centre.theme.id for centre in gather(voices, vectors, near=near) for member in centre.theme.members
    }
    return [theme_of[voice.insight_id] for voice in voices]


def bertopic(vectors: Vectors, kinds: Sequence[str], _texts: Sequence[str] = ()) -> list[object]:
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


def concepts(everything: Talk) -> tuple[Vectors, list[str], list[str]]:
    """Return the turns of insights and those that were marked by hand, with the name of their concept or none."""
    raw = tomllib.loads(CONCEPTS.read_text(encoding="utf-8"))
    names = {place: concept["name"] for concept in raw["concept"] for place in concept["turns"]}
    found = [
        (row, names.get(f"{everything.calls[call].id}#{everything.calls[call].turns.index(turn)}", ""))
        for row, (call, turn) in enumerate(everything.turns)
    ]
    kept = [(row, name) for row, name in found if name or everything.turns[row][1].insight is not None]
    languages = [everything.calls[everything.turns[row][0]].language for row, _ in kept]
    texts = [
        summary_of([Turn(index=0, speaker=SpeakerLabel("customer"), text=everything.turns[row][1].text)], language)
        for (row, _), language in zip(kept, languages, strict=True)
    ]
    return encoded(texts, languages), [name for _, name in kept], texts


def among(names: Sequence[str], wanted: Sequence[str], predicted: Sequence[object]) -> tuple[float, ...]:
    """Return BCubed of the turns of some concepts."""
    rows = [row for row, name in enumerate(names) if name in wanted]
    return bcubed([predicted[row] for row in rows], [names[row] for row in rows])


def judge_concepts(everything: Talk) -> None:
    """Choose the nearness on one half of the concepts and judge it on the other."""
    vectors, names, texts = concepts(everything)
    one_kind = [KINDS[0]] * len(names)
    known = sorted({name for name in names if name})
    halves = known[::2], known[1::2]
    by_near = {near: ours(vectors, one_kind, texts, near) for near in GRID}
    for near, predicted in by_near.items():
        print(f"concepts, nearness {near:.2f}: chosen on {told(among(names, halves[0], predicted))}")
    fitting = [near for near in GRID if among(names, halves[0], by_near[near])[0] >= LEAST_PRECISION]
    best = max(fitting, key=lambda near: among(names, halves[0], by_near[near])[2])
    for name, predicted in (
        (f"themes {best}", by_near[best]),
        (f"themes {NEAR}", ours(vectors, one_kind, texts)),
        ("BERTopic", bertopic(vectors, one_kind)),
    ):
        figures = " | ".join(told(among(names, half, predicted)) for half in halves)
        print(f"concepts, both halves: {name:11} {figures}")


def main() -> None:
    """Print both recipes on both data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    recipes: dict[str, Recipe] = {"themes": ours, "BERTopic": bertopic}
    plain: dict[str, Recipe] = {
        "nothing": lambda _vectors, kinds, _texts: list(range(len(kinds))),
        "a kind": lambda _vectors, kinds, _texts: list(kinds),
    }
    everything = talk()
    rows = [row for row, (_, turn) in enumerate(everything.turns) if turn.insight is not None]
    turns = [everything.turns[row] for row in rows]
    kinds = [next(kind for kind in KINDS if kind in turn.labels) for _, turn in turns]
    calls = [everything.calls[number].id for number, _ in turns]
    groups = [turn.insight or 0 for _, turn in turns]
    texts = [turn.text for _, turn in turns]
    for name, recipe in (recipes | plain).items():
        found = within_calls(recipe(everything.vectors[rows], kinds, texts), calls, groups)
        print(f"train, {len(rows)} turns in groups of a call: {name:9} {told(found)}")
    judge_concepts(everything)
    if options.gold:
        gold_texts, languages, gold_kinds, themes = gold(options.gold)
        vectors = encoded(gold_texts, languages)
        for name, recipe in recipes.items():
            found = bcubed(recipe(vectors, gold_kinds, gold_texts), themes)
            print(f"gold, {len(gold_texts)} insights by theme: {name:9} {told(found)}")


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
