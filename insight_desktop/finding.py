"""Search by words and by meaning together, over all meetings."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.insights.speech import is_backchannel, without_fillers
from insight_desktop.insights.transcripts import language_of
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.meaning import centred, language_means
from insight_desktop.store.search import Hit
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.meaning_index import Floats, MeaningIndex

NEAR = 0.35
"""Cosine under which nothing is called near in meaning."""
_DEPTH = 60
_FUSION = 30.0
"""Reciprocal rank fusion (Cormack et al. 2009): how little the first ranks stand out."""
_MOST_LOOKED_AT = 2000


class How(StrEnum):
    """By what a hit was found."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """Where to look; what is empty does not filter."""

    meetings: frozenset[MeetingId] | None = None
    role: Role | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit, and how it was found."""

    hit: Hit
    how: How


def find(
    workspace: Workspace,
    query: str,
    index: MeaningIndex | None = None,
    embedder: Embedder | None = None,
    *,
    wanted: SearchFilter | None = None,
    limit: int = 50,
) -> tuple[Found, ...]:
    """Return what holds the words of the query or means the same, the best first.

    Without an index or an encoder words alone are searched.
    """
    filters = wanted or SearchFilter()
    ranks: dict[str, float] = {}
    hits: dict[str, Hit] = {}
    ways: dict[str, set[How]] = {}

    def rank(way: How, found: tuple[Hit, ...]) -> None:
        for place, hit in enumerate(found):
            key = hit.segment_id or f"{hit.kind}:{hit.meeting_id or hit.customer_id}"
            if way is How.WORDS or key not in hits:
                hits[key] = hit
            ranks[key] = ranks.get(key, 0.0) + 1 / (_FUSION + place)
            ways.setdefault(key, set()).add(way)

    rank(How.WORDS, _by_words(workspace, query, filters))
    if index is not None and embedder is not None and query.strip():
        rank(How.MEANING, _by_meaning(workspace, query, index, embedder, filters))
    order = sorted(ranks, key=lambda key: -ranks[key])[:limit]
    return tuple(Found(hit=hits[key], how=How.BOTH if len(ways[key]) > 1 else next(iter(ways[key]))) for key in order)


def _by_words(workspace: Workspace, query: str, filters: SearchFilter) -> tuple[Hit, ...]:
    if filters == SearchFilter():
        return workspace.search.find(query, limit=_DEPTH)
    hits = workspace.search.find(query, limit=_MOST_LOOKED_AT)
    return tuple(hit for hit in hits if _passes(hit, filters))[:_DEPTH]


def _by_meaning(
    workspace: Workspace, query: str, index: MeaningIndex, embedder: Embedder, filters: SearchFilter
) -> tuple[Hit, ...]:
    within = None if filters.meetings is None else index.mask(filters.meetings)
    loose = filters.role is not None or filters.since is not None or filters.until is not None
    near = index.nearest(direction(query, embedder), _DEPTH * (4 if loose else 1), within=within, least=NEAR)
    found = workspace.search.segments([each.segment for each in near])
    return tuple(hit for hit in found if _passes(hit, filters))[:_DEPTH]


def _passes(hit: Hit, filters: SearchFilter) -> bool:
    day = dt.datetime.fromisoformat(hit.started_at).astimezone().date() if hit.started_at else None
    return (
        (filters.meetings is None or hit.meeting_id in filters.meetings)
        and (filters.role is None or role_of(SpeakerLabel(hit.speaker)) is filters.role)
        and (filters.since is None or (day is not None and day >= filters.since))
        and (filters.until is None or (day is not None and day <= filters.until))
    )


def direction(text: str, embedder: Embedder) -> Floats:
    """Return what a text of either language means, as a vector of length one."""
    return np.asarray(directions([text], embedder)[0])


def directions(texts: list[str], embedder: Embedder) -> Floats:
    """Return what texts of either language mean, one row each."""
    return centred(embedder.encode(texts), [language_of([text]) for text in texts], language_means())


def enter_meanings(
    workspace: Workspace, embedder: Embedder, *, limit: int = 20, stop: Callable[[], bool] = lambda: False
) -> int:
    """Enter the utterances of meetings that were not entered yet, the newest meetings first.

    Returns:
        How many meetings were entered; 0 once all are.
    """
    done = 0
    for meeting_id in workspace.meanings.waiting(limit):
        if stop():
            break
        meeting = workspace.meetings.get(meeting_id)
        language = meeting.language if meeting and meeting.language in language_means() else "ja"
        said = [each for each in workspace.meanings.utterances(meeting_id) if not is_backchannel(each.text, language)]
        texts = [without_fillers(each.text, language) for each in said]
        rows = centred(embedder.encode(texts), [language] * len(texts), language_means())
        workspace.meanings.put(meeting_id, [each.number for each in said], rows)
        done += 1
    return done
