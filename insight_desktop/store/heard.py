"""Signals and people over the meetings of a customer, or of all of them, to be counted."""

import datetime as dt

from insight_desktop.domain.heard import HeardSignal, Presence
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.insight import Signal
from insight_desktop.store import records
from insight_desktop.store.database import Database

_OF_ONE = "AND m.customer_id = ?"
_SIGNALS = """
SELECT m.customer_id, m.id, m.started_at, l.signal, ifnull(p.name, '') AS name, s.speaker, min(l.turn) AS turn
FROM meeting m JOIN turn_label l ON l.meeting_id = m.id
JOIN transcript t ON t.meeting_id = m.id AND t.is_current = 1
JOIN segment s ON s.transcript_id = t.id AND s.position = l.turn AND s.deleted_at IS NULL
LEFT JOIN speaker p ON p.meeting_id = m.id AND p.label = s.speaker AND p.deleted_at IS NULL
WHERE m.deleted_at IS NULL AND m.customer_id IS NOT NULL AND m.started_at >= ? {of_one}
AND s.speaker IS NOT NULL AND s.speaker NOT LIKE 'rep%' AND ifnull(p.role, '') <> 'rep'
GROUP BY m.id, l.signal, ifnull(nullif(p.name, ''), s.speaker)
"""
_PRESENT = """
SELECT DISTINCT m.id, m.started_at, p.name FROM meeting m JOIN speaker p ON p.meeting_id = m.id
WHERE m.deleted_at IS NULL AND m.started_at >= ? AND m.customer_id = ?
AND p.deleted_at IS NULL AND p.name <> '' AND p.role <> 'rep'
"""


class Heard:
    """Reads what was said by whom."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def signals(self, since: dt.date, customer_id: CustomerId | None = None) -> tuple[HeardSignal, ...]:
        """Return the signals since a day, once a person, meeting and kind; of one customer, or of all."""
        of_one = () if customer_id is None else (customer_id,)
        sql = _SIGNALS.format(of_one=_OF_ONE if of_one else "")
        return tuple(
            HeardSignal(
                customer_id=CustomerId(row["customer_id"]),
                meeting_id=MeetingId(row["id"]),
                held_on=records.moment(row["started_at"]).astimezone().date(),
                signal=Signal(row["signal"]),
                person=row["name"] or row["speaker"],
                turn=row["turn"],
                is_named=bool(row["name"]),
            )
            for row in self._db.rows(sql, (since.isoformat(), *of_one))
        )

    def presences(self, since: dt.date, customer_id: CustomerId) -> tuple[Presence, ...]:
        """Return who of the customer's side spoke in which meeting since a day, by name."""
        return tuple(
            Presence(
                meeting_id=MeetingId(row["id"]),
                held_on=records.moment(row["started_at"]).astimezone().date(),
                person=row["name"],
            )
            for row in self._db.rows(_PRESENT, (since.isoformat(), customer_id))
        )

    def reps(self) -> tuple[str, ...]:
        """Return the names of those who held meetings for us."""
        sql = "SELECT DISTINCT rep FROM meeting WHERE rep <> '' AND deleted_at IS NULL ORDER BY rep"
        return tuple(row["rep"] for row in self._db.rows(sql))

    def people(self) -> tuple[tuple[CustomerId, str], ...]:
        """Return the names of all people kept, and at which customer."""
        sql = """SELECT p.customer_id, p.name FROM contact p JOIN customer c ON c.id = p.customer_id
            WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY p.name, p.id"""
        return tuple((CustomerId(row["customer_id"]), row["name"]) for row in self._db.rows(sql))
