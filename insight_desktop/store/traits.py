"""What the label network sees beneath its labels, in some 450 bytes an utterance, beside what utterances mean.

States and scores are kept as small numbers, word pieces as their numbers in the model's vocabulary. Another model sees
differently, so each meeting says which one read it; rows of a former model are passed over and made anew.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store.database import Database
from insight_desktop.store.meanings import widened

Floats = NDArray[np.float32]

STATES, SCORES = 384, 21
_WIDTH = STATES + SCORES
_STATE_SCALE, _SCORE_SCALE = 15.0, 10.0
_BATCH = 200
"""Meetings that are unpacked at a time."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TraitRows:
    """Utterances with their traits and meanings, one row each."""

    segments: NDArray[np.int64]
    meanings: Floats
    states: Floats
    scores: Floats
    piece_counts: NDArray[np.int64]
    pieces: NDArray[np.int64]
    """Of all utterances, one after the other."""


class Traits:
    """Keeps traits, a row a meeting, in the order of the meeting's meanings; gone with those."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def waiting(self, made_by: str, limit: int = 20) -> tuple[MeetingId, ...]:
        """Return meetings with meanings that this model has not read yet, the newest first."""
        sql = """SELECT e.meeting_id FROM meaning e JOIN meeting m ON m.id = e.meeting_id
            LEFT JOIN trait t ON t.meeting_id = e.meeting_id AND t.made_by = ?
            WHERE t.meeting_id IS NULL AND m.deleted_at IS NULL ORDER BY m.started_at DESC LIMIT ?"""
        return tuple(MeetingId(row[0]) for row in self._db.rows(sql, (made_by, limit)))

    def segments(self, meeting_id: MeetingId) -> tuple[int, ...]:
        """Return the segments that were entered for a meeting, in their order."""
        row = self._db.row("SELECT segments FROM meaning WHERE meeting_id = ?", (meeting_id,))
        return () if row is None else tuple(np.frombuffer(row[0], "<i8").tolist())

    def put(
        self, meeting_id: MeetingId, made_by: str, states: Floats, scores: Floats, pieces: Sequence[Sequence[int]]
    ) -> None:
        """Enter a meeting: a row, or a list of word pieces, for each segment that has a meaning."""
        small = np.concatenate([states * _STATE_SCALE, scores * _SCORE_SCALE], axis=1)
        sets = [sorted({piece for piece in each if piece < 1 << 16}) for each in pieces]
        numbers = [len(each) for each in sets] + [piece for each in sets for piece in each]
        self._db.run(
            "INSERT OR REPLACE INTO trait (meeting_id, made_by, states, pieces) VALUES (?, ?, ?, ?)",
            (
                meeting_id,
                made_by,
                np.clip(np.rint(small), -127, 127).astype(np.int8).tobytes(),
                np.array(numbers, "<u2").tobytes(),
            ),
        )

    def sample(self, made_by: str, utterances: int) -> TraitRows:
        """Return about so many utterances, evenly taken: what talk is usually like."""
        total = self._db.row("SELECT ifnull(sum(length(states)), 0) FROM trait WHERE made_by = ?", (made_by,))
        step = max(1, (total[0] if total else 0) // _WIDTH // utterances)
        return _unpacked(self._rows(made_by, "t.number % ? = 0", step, utterances))

    def batches(self, made_by: str) -> Iterator[TraitRows]:
        """Yield every utterance of every meeting that is not in the trash and that the model has read."""
        last = 0
        while rows := self._rows(made_by, "t.number > ?", last, _BATCH):
            last = rows[-1]["number"]
            yield _unpacked(rows)

    def _rows(self, made_by: str, where: str, value: int, limit: int) -> list[sqlite3.Row]:
        sql = f"""SELECT t.number, e.segments, e.vectors, t.states, t.pieces FROM trait t
            JOIN meaning e ON e.meeting_id = t.meeting_id JOIN meeting m ON m.id = t.meeting_id
            WHERE t.made_by = ? AND m.deleted_at IS NULL AND {where} ORDER BY t.number LIMIT ?"""  # noqa: S608 - from our code
        return self._db.rows(sql, (made_by, value, limit))


def _unpacked(rows: Sequence[sqlite3.Row]) -> TraitRows:
    small = np.frombuffer(b"".join(row["states"] for row in rows), np.int8).reshape(-1, _WIDTH).astype(np.float32)
    counts, pieces = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for row in rows:
        numbers = np.frombuffer(row["pieces"], "<u2").astype(np.int64)
        utterances = len(row["segments"]) // 8
        counts.append(numbers[:utterances])
        pieces.append(numbers[utterances:])
    return TraitRows(
        segments=np.frombuffer(b"".join(row["segments"] for row in rows), "<i8"),
        meanings=widened(b"".join(row["vectors"] for row in rows)),
        states=small[:, :STATES] / np.float32(_STATE_SCALE),
        scores=small[:, STATES:] / np.float32(_SCORE_SCALE),
        piece_counts=np.concatenate(counts),
        pieces=np.concatenate(pieces),
    )
