"""The insights of all meetings, flat, as trends and accounts count them."""

import datetime as dt
import sqlite3
from collections.abc import Sequence

from insight_desktop.domain.ids import CustomerId, InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import Voice
from insight_desktop.store import records
from insight_desktop.store.database import Database

_SELECT = """SELECT i.id, i.meeting_id, i.position, i.kind, i.summary, i.theme, i.turns, {vector} AS vector,
    m.started_at, m.language, m.rep, m.outcome, m.customer_id,
    coalesce(nullif(c.segment, ''), c.ruled_segment) AS segment, c.industry, c.current_products
    FROM insight i JOIN meeting m ON m.id = i.meeting_id LEFT JOIN customer c ON c.id = m.customer_id
    WHERE i.deleted_at IS NULL AND m.deleted_at IS NULL"""


class Voices:
    """Reads insights with what is known of their meeting and customer."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[Voice, ...]:
        """Return every insight of every meeting that is not in the trash, without vectors."""
        return tuple(_voice(row) for row in self._db.rows(_SELECT.format(vector="x''")))

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Voice, ...]:
        """Return the insights of a meeting, with vectors."""
        sql = _SELECT.format(vector="i.vector") + " AND i.meeting_id = ? ORDER BY i.position"
        return tuple(_voice(row) for row in self._db.rows(sql, (meeting_id,)))

    def at(self, places: Sequence[tuple[int, int]]) -> tuple[Voice, ...]:
        """Return the insights at places of the trend columns (number of the meeting, place), in the order asked for."""
        sql = _SELECT.format(vector="x''").replace(
            "FROM insight i",
            """, p.number FROM json_each(:wanted) w JOIN trend_place p ON p.number = w.value ->> 0
            JOIN insight i ON i.meeting_id = p.meeting_id AND i.position = w.value ->> 1""",
        )
        wanted = records.as_list(places)
        found = {(row["number"], row["position"]): _voice(row) for row in self._db.rows(sql, {"wanted": wanted})}
        return tuple(found[place] for place in places if place in found)

    def without_theme(self, meeting_id: MeetingId | None = None) -> tuple[Voice, ...]:
        """Return the insights, of one meeting or of all, that have a vector but no theme yet."""
        alone = " AND length(i.vector) > 0 AND NOT EXISTS (SELECT 1 FROM theme_member t WHERE t.insight_id = i.id)"
        one = " AND i.meeting_id = :meeting" if meeting_id else ""
        sql = _SELECT.format(vector="i.vector") + alone + one
        return tuple(_voice(row) for row in self._db.rows(sql, {"meeting": meeting_id} if meeting_id else {}))


def _voice(row: sqlite3.Row) -> Voice:
    started: dt.datetime = records.moment(row["started_at"])
    return Voice(
        insight_id=InsightId(row["id"]),
        meeting_id=MeetingId(row["meeting_id"]),
        customer_id=None if row["customer_id"] is None else CustomerId(row["customer_id"]),
        kind=InsightKind(row["kind"]),
        summary=row["summary"],
        held_on=started.astimezone().date(),
        language=row["language"],
        segment=row["segment"] or "",
        industry=row["industry"] or "",
        products=records.texts(row["current_products"] or "[]"),
        rep=row["rep"],
        outcome=Outcome(row["outcome"]),
        theme=row["theme"],
        turns=records.numbers(row["turns"]),
        vector=row["vector"],
    )
