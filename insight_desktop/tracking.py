"""What the manager's own concepts find: trackers of some sentences, and the items of the script."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from insight_desktop import finding
from insight_desktop.domain.ids import ScriptItemId
from insight_desktop.domain.managing import ScriptItem, Tracker
from insight_desktop.domain.meeting import Outcome
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.store.search import Hit
from insight_desktop.store.trend_columns import OUTCOMES
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.concepts import Concept, learn
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.meaning_index import Floats, MeaningIndex
from insight_desktop.trends.overview import TrendTable

BACKGROUND = 4000
CAME_UP = 0.45
"""Cosine from which something of the script came up in a meeting."""
_MOST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedHit:
    """An utterance that a tracker found."""

    hit: Hit
    score: float
    is_above: bool
    """Whether it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """What a tracker finds over all history."""

    tracker: Tracker
    threshold: float
    hits: tuple[TrackedHit, ...]
    """The best first, with some below the threshold, so that the border can be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """How an item of the script goes with outcomes."""

    item: ScriptItem
    came_up: int
    """Meetings."""
    meetings: int
    won_with: int
    won_without: int
    decided_with: int
    decided_without: int
    examples: tuple[Hit, ...] = ()


def concept_of(tracker: Tracker, workspace: Workspace, embedder: Embedder) -> Concept:
    """Return what a tracker's sentences stand for."""

    def rows(texts: tuple[str, ...]) -> Floats | None:
        return finding.directions(list(texts), embedder) if texts else None

    examples = finding.directions(list(tracker.examples), embedder)
    background = workspace.meanings.all_vectors(BACKGROUND)
    concept = learn(examples, background, rows(tracker.accepted), rows(tracker.rejected))
    return concept if tracker.threshold is None else replace(concept, threshold=tracker.threshold)


def track(
    tracker: Tracker, workspace: Workspace, index: MeaningIndex, embedder: Embedder, *, limit: int = 60
) -> Tracked:
    """Return what a tracker finds in all meetings, in both languages at once."""
    concept = concept_of(tracker, workspace, embedder)
    near = index.nearest(concept.direction, limit, least=-1.0)
    score_of: dict[int | None, float] = {each.segment: each.likeness for each in near}
    hits = workspace.search.segments([each.segment for each in near])
    judged = {*tracker.rejected}
    return Tracked(
        tracker=tracker,
        threshold=concept.threshold,
        hits=tuple(
            TrackedHit(hit=hit, score=score_of[hit.number], is_above=score_of[hit.number] >= concept.threshold)
            for hit in hits
            if hit.text not in judged
        ),
    )


def script_rows(
    workspace: Workspace, table: TrendTable, index: MeaningIndex, embedder: Embedder, wanted: TrendFilter | None = None
) -> tuple[ScriptRow, ...]:
    """Return for each item of the script in how many meetings it came up, and how those ended."""
    meetings = table.columns.meetings
    chosen = table.finder.mask(wanted or TrendFilter())
    spoken = script_meetings(workspace, index, embedder)
    ids = workspace.trends.meeting_ids(meetings["number"][chosen].tolist())
    entered = set(index.columns.meeting_ids)
    rows = []
    won = np.isin(meetings["outcome"], [OUTCOMES.index(each) for each in (Outcome.WON, Outcome.STRONG)])
    decided = meetings["outcome"] != OUTCOMES.index(Outcome.UNSET)
    known = chosen & np.array([ids.get(int(number)) in entered for number in meetings["number"]], np.bool_)
    for item in workspace.script.all():
        found = spoken[item.id]
        has = known & np.array([ids.get(int(number)) in found.meetings for number in meetings["number"]], np.bool_)
        lacks = known & ~has
        rows.append(
            ScriptRow(
                item=item,
                came_up=int(has.sum()),
                meetings=int(known.sum()),
                won_with=int((has & won).sum()),
                decided_with=int((has & decided).sum()),
                won_without=int((lacks & won).sum()),
                decided_without=int((lacks & decided).sum()),
                examples=workspace.search.segments(found.segments[:3]),
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Where an item of the script came up."""

    meetings: frozenset[str]
    segments: tuple[int, ...]
    """The nearest first."""


def script_meetings(workspace: Workspace, index: MeaningIndex, embedder: Embedder) -> Mapping[ScriptItemId, Spoken]:
    """Return where each item of the script came up, by meaning."""
    items = workspace.script.all()
    vectors = finding.directions([item.text for item in items], embedder)
    found = {}
    for item, vector in zip(items, vectors, strict=True):
        near = index.nearest(vector, _MOST, least=CAME_UP)
        found[item.id] = Spoken(
            meetings=frozenset(each.meeting_id for each in near), segments=tuple(each.segment for each in near[:20])
        )
    return found
