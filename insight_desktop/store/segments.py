"""Segments as rows of the database, and the user's text carried over to segments that were written anew."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, StoredSegment, Word
from insight_desktop.store import codec, records
from insight_desktop.store.database import Database

WRITTEN = CHAT, SURVEY = "chat", "survey"
"""What stands for a transcript's model where people wrote: nothing was said, so nothing can be heard or timed."""
_SAME_TIME_S = 0.3
"""A segment that begins this near to a former one may be the same."""


def insert_segments(db: Database, version: str, segments: Iterable[StoredSegment]) -> None:
    """Store segments as those of a version of a transcript."""
    moment = records.now()
    db.run_many(
        """INSERT INTO segment (id, changed_at, transcript_id, position, start, "end", channel, speaker, text,
        words, confidence, speaker_confidence, original_text, is_edited) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
        [
            (
                stored.id,
                moment,
                version,
                stored.position,
                stored.segment.span.start,
                stored.segment.span.end,
                stored.segment.channel,
                stored.segment.speaker,
                stored.segment.text,
                codec.dumps(stored.segment.words),
                stored.segment.confidence,
                stored.segment.speaker_confidence,
                stored.original_text,
                int(stored.is_edited),
            )
            for stored in segments
        ],
    )


def segment_of(row: sqlite3.Row) -> StoredSegment:
    """Return the segment that a row holds."""
    return StoredSegment(
        id=row["id"],
        position=row["position"],
        segment=Segment(
            span=TimeSpan(start=row["start"], end=row["end"]),
            text=row["text"],
            words=codec.loads(tuple[Word, ...], row["words"]),
            speaker=row["speaker"],
            channel=row["channel"],
            confidence=row["confidence"],
            speaker_confidence=row["speaker_confidence"],
        ),
        original_text=row["original_text"],
        is_edited=bool(row["is_edited"]),
    )


def carry_edits(old: Iterable[StoredSegment], new: Sequence[StoredSegment]) -> tuple[StoredSegment, ...]:
    """Return the new segments with the user's text wherever the machine wrote again what the user had corrected."""
    edited = [segment for segment in old if segment.is_edited]
    carried = []
    for fresh in new:
        match = next((former for former in edited if _is_same(former, fresh)), None)
        if match is None:
            carried.append(fresh)
            continue
        segment = replace(fresh.segment, text=match.segment.text)
        carried.append(replace(fresh, segment=segment, original_text=match.original_text, is_edited=True))
    return tuple(carried)


def _is_same(former: StoredSegment, fresh: StoredSegment) -> bool:
    return (
        former.segment.channel == fresh.segment.channel
        and abs(former.segment.span.start - fresh.segment.span.start) < _SAME_TIME_S
        and former.original_text.strip() == fresh.segment.text.strip()
    )
