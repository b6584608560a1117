"""What the manager's own concepts find: trackers of some sentences, and the items of the script."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from insight_desktop import finding
from insight_desktop.domain.ids import ScriptItemId
from insight_desktop.domain.managing import ScriptItem, Tracker
from insight_desktop.domain.meeting import Outcome
from insight_desktop.hearing import Listener, heard
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.store.search import Hit
from insight_desktop.store.trend_columns import OUTCOMES
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.concepts import Concept, learn
from insight_desktop.trends.features import Script
from insight_desktop.trends.few_shot import FEEDBACK, FewShot, Heard, Judged, threshold, together
from insight_desktop.trends.few_shot import learn as learn_few
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.meaning_index import Floats, MeaningIndex
from insight_desktop.trends.overview import TrendTable

BACKGROUND = 4000
CAME_UP = 0.45
"""Cosine from which something of the script came up in a meeting."""
_MOST = 20_000
_CANDIDATES = 5
"""Candidates, for each hit that is wanted, that are ranked anew after the first look."""
_STEEPNESS = 4.0


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
    tracker: Tracker,
    workspace: Workspace,
    index: MeaningIndex,
    embedder: Embedder,
    listener: Listener | None = None,
    *,
    limit: int = 60,
) -> Tracked:
    """Return what a tracker finds in all meetings, in both languages at once.

    With a listener attitude and rare words count too; without one, or before it has heard enough, meaning alone does.
    """
    usual = listener.usual() if listener is not None else None
    if listener is None or usual is None:
        concept = concept_of(tracker, workspace, embedder)
        near = index.nearest(concept.direction, limit, least=-1.0)
        return _tracked(tracker, workspace, {each.segment: each.likeness for each in near}, concept.threshold)
    rejected = listener.sentences(tracker.rejected) if tracker.rejected else None
    judged = Judged(wanted=listener.sentences((*tracker.examples, *tracker.accepted)), rejected=rejected)
    few_shot, scores = _looked_through(workspace, listener.made_by, learn_few(judged, usual), limit)
    border = threshold(judged, usual, few_shot)
    shown = {segment: _shown(score, border) for segment, score in scores.items()}
    return _tracked(tracker, workspace, shown, 0.5 if tracker.threshold is None else tracker.threshold)


def _looked_through(
    workspace: Workspace, made_by: str, concept: FewShot, limit: int
) -> tuple[FewShot, dict[int, float]]:
    """Rank all history, then the best of it anew after a look at its best hits."""
    candidates: list[tuple[float, int, Heard]] = []
    for rows in workspace.traits.batches(made_by):
        everyone = heard(rows)
        scores = concept.scores(everyone)
        best = np.argsort(-scores, kind="stable")[: _CANDIDATES * limit]
        kept = everyone.at(best)
        candidates += [
            (-float(scores[place]), int(rows.segments[place]), kept.at(np.array([row])))
            for row, place in enumerate(best)
        ]
        candidates = sorted(candidates, key=lambda each: each[:2])[: _CANDIDATES * limit]
    pulled = concept.pulled(together([each for _, _, each in candidates[:FEEDBACK]])) if candidates else concept
    again = pulled.scores(together([each for _, _, each in candidates])) if candidates else ()
    order = sorted((-float(score), segment) for score, (_, segment, _) in zip(again, candidates, strict=True))
    return pulled, {segment: -score for score, segment in order[:limit]}


def _shown(score: float, border: float) -> float:
    """Return a score from 0 to 1 whose middle is the border."""
    return float(1 / (1 + np.exp((border - score) * _STEEPNESS / max(border, 1.0))))


def _tracked(tracker: Tracker, workspace: Workspace, scores: Mapping[int, float], border: float) -> Tracked:
    judged = {*tracker.rejected}
    found = [(hit, scores[hit.number]) for hit in workspace.search.segments(list(scores)) if hit.number is not None]
    return Tracked(
        tracker=tracker,
        threshold=border,
        hits=tuple(
            TrackedHit(hit=hit, score=score, is_above=score >= border) for hit, score in found if hit.text not in judged
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
    nearest: Mapping[str, int] = field(default_factory=dict)
    """For each meeting the segment that is nearest."""


def script_meetings(workspace: Workspace, index: MeaningIndex, embedder: Embedder) -> Mapping[ScriptItemId, Spoken]:
    """Return where each item of the script came up, by meaning."""
    items = workspace.script.all()
    vectors = finding.directions([item.text for item in items], embedder)
    found = {}
    for item, vector in zip(items, vectors, strict=True):
        near = index.nearest(vector, _MOST, least=CAME_UP)
        nearest: dict[str, int] = {}
        for each in near:
            nearest.setdefault(each.meeting_id, each.segment)
        found[item.id] = Spoken(
            meetings=frozenset(nearest), segments=tuple(each.segment for each in near[:20]), nearest=nearest
        )
    return found


def script_features(
    workspace: Workspace, table: TrendTable, index: MeaningIndex, spoken: Mapping[ScriptItemId, Spoken]
) -> Script:
    """Return where the items of the script came up, as winning patterns count it."""
    ids = workspace.trends.meeting_ids(table.columns.meetings["number"].tolist())
    number_of = {ident: number for number, ident in ids.items()}
    return Script(
        came_up={
            item: frozenset(number_of[each] for each in found.meetings if each in number_of)
            for item, found in spoken.items()
        },
        entered=frozenset(number_of[each] for each in index.columns.meeting_ids if each in number_of),
    )
