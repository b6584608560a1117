"""Concepts that the manager defines by sentences."""

import sqlite3

from insight_desktop.domain.ids import TrackerId, new_id
from insight_desktop.domain.managing import Tracker
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Trackers:
    """Keeps trackers; what they find is looked up when it is asked for."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[Tracker, ...]:
        """Return the trackers by name."""
        rows = self._db.rows("SELECT * FROM tracker WHERE deleted_at IS NULL ORDER BY name, id")
        return tuple(_tracker(row) for row in rows)

    def add(self, name: str, examples: tuple[str, ...]) -> Tracker:
        """Begin a tracker."""
        return self.save(Tracker(id=TrackerId(new_id()), name=name, examples=examples))

    def save(self, tracker: Tracker) -> Tracker:
        """Keep a tracker as it is now."""
        self._db.put(
            "tracker",
            {
                "id": tracker.id,
                "changed_at": records.now(),
                "name": tracker.name,
                "examples": records.as_list(tracker.examples),
                "accepted": records.as_list(tracker.accepted),
                "rejected": records.as_list(tracker.rejected),
                "threshold": tracker.threshold,
            },
        )
        return tracker

    def trash(self, tracker_id: TrackerId) -> bool:
        """Take a tracker away."""
        return records.trash(self._db, "tracker", tracker_id)

    def restore(self, tracker_id: TrackerId) -> bool:
        """Bring a tracker back."""
        return records.restore(self._db, "tracker", tracker_id)


def _tracker(row: sqlite3.Row) -> Tracker:
    return Tracker(
        id=TrackerId(row["id"]),
        name=row["name"],
        examples=records.texts(row["examples"]),
        accepted=records.texts(row["accepted"]),
        rejected=records.texts(row["rejected"]),
        threshold=row["threshold"],
    )
