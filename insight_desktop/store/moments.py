"""Noted places of recordings: marks, pauses, gaps, the agreement to record."""

import sqlite3
from collections.abc import Iterable

from insight_desktop.domain.ids import MeetingId, MomentId, new_id
from insight_desktop.domain.moment import Moment, MomentKind
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Moments:
    """Keeps moments; a removed one can be taken back."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Moment, ...]:
        """Return the moments of a meeting in the order of time."""
        sql = "SELECT * FROM moment WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY at, id"
        return tuple(_moment(row) for row in self._db.rows(sql, (meeting_id,)))

    def add(
        self, meeting_id: MeetingId, kind: MomentKind, at: float, *, seconds: float = 0.0, text: str = ""
    ) -> Moment:
        """Note a place."""
        moment = Moment(
            id=MomentId(new_id()), meeting_id=meeting_id, kind=kind, at=round(at, 3), seconds=seconds, text=text
        )
        self.save((moment,))
        return moment

    def save(self, moments: Iterable[Moment]) -> None:
        """Insert or update moments."""
        with self._db.atomic():
            for moment in moments:
                self._db.put(
                    "moment",
                    {
                        "id": moment.id,
                        "changed_at": records.now(),
                        "deleted_at": None,
                        "meeting_id": moment.meeting_id,
                        "kind": moment.kind,
                        "at": moment.at,
                        "seconds": moment.seconds,
                        "text": moment.text,
                    },
                )

    def remove(self, moment_id: MomentId) -> bool:
        """Leave a tombstone; returns whether the moment was there."""
        return records.trash(self._db, "moment", moment_id)

    def restore(self, moment_id: MomentId) -> bool:
        """Take a removed moment back; returns whether it was removed."""
        return records.restore(self._db, "moment", moment_id)


def _moment(row: sqlite3.Row) -> Moment:
    return Moment(
        id=row["id"],
        meeting_id=row["meeting_id"],
        kind=MomentKind(row["kind"]),
        at=row["at"],
        seconds=row["seconds"],
        text=row["text"],
    )
