"""Why customers decided as they did, gathered from all meetings by the words with which they say so."""

import datetime as dt
import itertools
from dataclasses import dataclass

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.insights.decision_reasons import CUES, Side, decision_reason
from insight_desktop.store.search import Hit, HitKind
from insight_desktop.store.workspace import Workspace

_LANGUAGES = ("ja", "en")
_MOST_HITS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReason:
    """One reason and where it was said."""

    side: Side
    words: str
    meeting_id: MeetingId
    position: int
    start: float
    customer: str
    held_on: dt.date


def decision_reasons(
    workspace: Workspace, meetings: frozenset[MeetingId] | None = None, *, limit: int = 100
) -> tuple[DecisionReason, ...]:
    """Return the reasons that customers gave, the newest meeting first.

    Args:
        workspace: where to look.
        meetings: only in these; None: in all.
        limit: how many at most.
    """
    found: dict[str, DecisionReason] = {}
    for language in _LANGUAGES:
        for cue in CUES[language]:
            for hit in workspace.search.find(f'"{cue}"', kinds=(HitKind.SEGMENT,), limit=_MOST_HITS):
                if hit.segment_id is None or hit.segment_id in found:
                    continue
                reason = _reason(hit, language)
                if reason is not None and (meetings is None or reason.meeting_id in meetings):
                    found[hit.segment_id] = reason
    ordered = sorted(found.values(), key=lambda reason: (reason.held_on, reason.meeting_id, reason.position))
    return tuple(itertools.islice(reversed(ordered), limit))


def _reason(hit: Hit, language: str) -> DecisionReason | None:
    said = decision_reason(hit.text, language)
    is_ours = hit.speaker and role_of(SpeakerLabel(hit.speaker)) is Role.REP
    if said is None or is_ours or hit.meeting_id is None:
        return None
    moment = dt.datetime.fromisoformat(hit.started_at).astimezone()
    return DecisionReason(
        side=said[0],
        words=said[1],
        meeting_id=hit.meeting_id,
        position=hit.position or 0,
        start=hit.start or 0.0,
        customer=hit.customer_name,
        held_on=moment.date(),
    )
