"""What utterances mean, in 440 bytes each: the signs of 384 dimensions to look through, and small numbers to compare.

The signs of a vector say roughly where it points; comparing them costs a few machine words (Charikar 2002,
"Similarity estimation techniques from rounding algorithms"). The best few hundred are then compared exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store import records
from insight_desktop.store.database import Database

Floats = NDArray[np.float32]

WIDTH = 384
_SCALE = 400.0
"""Dimensions of a unit vector lie around 0.05, so that this spreads them over a byte; the few larger ones are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A segment to be entered."""

    number: int
    text: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeaningColumns:
    """All utterances, in the order of their meetings."""

    bits: NDArray[np.uint64]
    """utterances × 6"""
    meeting: NDArray[np.int32]
    """For each utterance the place of its meeting in `meeting_ids`."""
    segments: NDArray[np.int64]
    """For each utterance its segment's number."""
    first: NDArray[np.int64]
    """For each meeting the place of its first utterance."""
    numbers: NDArray[np.int64]
    """For each meeting the row that keeps its vectors."""
    meeting_ids: tuple[MeetingId, ...]


class Meanings:
    """Keeps meanings, a row a meeting; an edited transcript loses its row and is entered anew."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def waiting(self, limit: int = 20) -> tuple[MeetingId, ...]:
        """Return meetings with a whole transcript that have no meanings yet, the newest first."""
        sql = """SELECT m.id FROM meeting m JOIN transcript t ON t.meeting_id = m.id AND t.is_current = 1
            WHERE t.is_complete = 1 AND m.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM meaning e WHERE e.meeting_id = m.id) ORDER BY m.started_at DESC LIMIT ?"""
        return tuple(MeetingId(row[0]) for row in self._db.rows(sql, (limit,)))

    def utterances(self, meeting_id: MeetingId) -> tuple[Utterance, ...]:
        """Return what is to be entered of a meeting."""
        sql = """SELECT s.number, s.text, ifnull(s.speaker, '') AS speaker FROM segment s
            JOIN transcript t ON t.id = s.transcript_id
            WHERE t.meeting_id = ? AND t.is_current = 1 AND s.deleted_at IS NULL ORDER BY s.position"""
        return tuple(Utterance(**dict(row)) for row in self._db.rows(sql, (meeting_id,)))

    def put(self, meeting_id: MeetingId, segments: Sequence[int], vectors: Floats) -> None:
        """Enter a meeting: unit vectors, a row for each segment's number."""
        self._db.run(
            "INSERT OR REPLACE INTO meaning (meeting_id, segments, bits, vectors) VALUES (?, ?, ?, ?)",
            (
                meeting_id,
                np.asarray(segments, "<i8").tobytes(),
                np.packbits(vectors > 0, axis=1).tobytes(),
                np.clip(np.rint(vectors * _SCALE), -127, 127).astype(np.int8).tobytes(),
            ),
        )

    def columns(self) -> MeaningColumns:
        """Return every utterance of every meeting that is not in the trash."""
        sql = """SELECT e.number, e.meeting_id, e.segments, e.bits FROM meaning e JOIN meeting m ON m.id = e.meeting_id
            WHERE m.deleted_at IS NULL ORDER BY e.number"""
        rows = self._db.rows(sql)
        segments = np.frombuffer(b"".join(row["segments"] for row in rows), "<i8")
        counts = np.array([len(row["segments"]) // 8 for row in rows], np.int64)
        return MeaningColumns(
            bits=np.frombuffer(b"".join(row["bits"] for row in rows), "<u8").reshape(-1, WIDTH // 64),
            meeting=np.repeat(np.arange(len(rows), dtype=np.int32), counts),
            segments=segments,
            first=np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
            numbers=np.array([row["number"] for row in rows], np.int64),
            meeting_ids=tuple(MeetingId(row["meeting_id"]) for row in rows),
        )

    def vectors(self, columns: MeaningColumns, places: NDArray[np.integer]) -> Floats:
        """Return the meanings of some utterances, a row each; what is gone meanwhile is nothing."""
        meetings = columns.meeting[places]
        offsets = places - columns.first[meetings]
        wanted = [
            (int(columns.numbers[meeting]), int(offset) * WIDTH + 1)
            for meeting, offset in zip(meetings, offsets, strict=True)
        ]
        sql = """SELECT ifnull((SELECT substr(vectors, w.value ->> 1, :width) FROM meaning
            WHERE number = w.value ->> 0), zeroblob(:width)) FROM json_each(:wanted) w ORDER BY w.key"""
        rows = self._db.rows(sql, {"width": WIDTH, "wanted": records.as_list(wanted)})
        return widened(b"".join(row[0] for row in rows))

    def all_vectors(self, limit: int) -> Floats:
        """Return the meanings of about `limit` utterances, evenly taken: what talk is usually like."""
        total = self._db.row("SELECT count(*) FROM meaning")
        step = max(1, (total[0] if total else 0) * 40 // limit)
        rows = self._db.rows("SELECT vectors FROM meaning WHERE number % ? = 0", (step,))
        return widened(b"".join(row[0] for row in rows))[:limit]


def widened(vectors: bytes) -> Floats:
    """Return meanings as they are kept as numbers, a row each."""
    return np.frombuffer(vectors, np.int8).reshape(-1, WIDTH).astype(np.float32) / np.float32(_SCALE)
