"""What the user corrects in the machine's analysis; kept apart from it and laid over it whenever it is shown."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import CorrectionId, MeetingId, SegmentId


class CorrectionKind(StrEnum):
    """What was corrected; the comment says what `target`, `before` and `after` hold."""

    LABEL_ADDED = "label_added"  # target: the signal
    LABEL_REMOVED = "label_removed"  # target: the signal
    SENTIMENT_SET = "sentiment_set"  # before, after: the sentiments
    MINUTES_EDITED = "minutes_edited"  # target: the section; before, after: the line
    MINUTES_REMOVED = "minutes_removed"  # target: the section; before: the line
    MINUTES_ADDED = "minutes_added"  # target: the section; after: the line
    INSIGHT_CONFIRMED = "insight_confirmed"  # target: the kind; before: the summary
    INSIGHT_DISMISSED = "insight_dismissed"  # target: the kind; before: the summary
    INSIGHT_REWORDED = "insight_reworded"  # target: the kind; before, after: the summaries
    NEXT_STEP_CHANGED = "next_step_changed"  # target: the owner; before, after: what; due
    NEXT_STEP_REMOVED = "next_step_removed"  # before: what
    NEXT_STEP_ADDED = "next_step_added"  # target: the owner; after: what; due


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction, anchored to the words that it is about."""

    id: CorrectionId
    meeting_id: MeetingId
    kind: CorrectionKind
    segments: tuple[SegmentId, ...] = ()
    """The evidence."""
    target: str = ""
    before: str = ""
    after: str = ""
    due: dt.date | None = None
    made_at: dt.datetime | None = None
