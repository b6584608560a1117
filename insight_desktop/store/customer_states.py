"""What is counted of each customer's meetings, for warnings."""

import datetime as dt

from insight_desktop.domain.digest import CustomerState
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.store import records
from insight_desktop.store.database import Database

_SQL = """
WITH held AS (
    SELECT m.id, m.customer_id, m.started_at, m.outcome,
        row_number() OVER (PARTITION BY m.customer_id ORDER BY m.started_at DESC, m.id DESC) AS back
    FROM meeting m WHERE m.deleted_at IS NULL AND m.customer_id IS NOT NULL),
met AS (SELECT customer_id, count(*) AS meetings FROM held GROUP BY customer_id),
due AS (
    SELECT h.customer_id, count(*) AS overdue, min(n.due) AS oldest FROM next_step n JOIN held h ON h.id = n.meeting_id
    WHERE n.deleted_at IS NULL AND n.done_at IS NULL AND n.owner = 'rep' AND n.due < :today AND n.due >= :forgotten
    GROUP BY h.customer_id)
SELECT c.id, c.name, met.meetings, h.id AS meeting, h.started_at, h.outcome IN ('won', 'lost') AS is_decided,
    max((SELECT count(*) FROM contact p WHERE p.customer_id = c.id AND p.deleted_at IS NULL),
        (SELECT count(DISTINCT CASE s.name WHEN '' THEN s.label ELSE s.name END) FROM speaker s
         JOIN held o ON o.id = s.meeting_id WHERE o.customer_id = c.id AND s.role = 'customer'
         AND s.deleted_at IS NULL)) AS contacts,
    EXISTS (SELECT 1 FROM turn_label l JOIN held o ON o.id = l.meeting_id
        WHERE o.customer_id = c.id AND l.signal = 'budget') AS price_spoken,
    ifnull(due.overdue, 0) AS overdue, due.oldest,
    EXISTS (SELECT 1 FROM insight i WHERE i.meeting_id = h.id AND i.kind = 'dissatisfaction' AND i.deleted_at IS NULL)
        AS is_dissatisfied,
    ifnull((SELECT count(*) FROM analysis a, json_each(a.corrected, '$.minutes') line
        WHERE a.meeting_id = h.id AND line.value ->> '$.section' = 'open_questions'), 0) AS unanswered
FROM customer c JOIN held h ON h.customer_id = c.id AND h.back = 1 JOIN met ON met.customer_id = c.id
LEFT JOIN due ON due.customer_id = c.id
WHERE c.deleted_at IS NULL AND (h.started_at >= :forgotten OR due.overdue > 0)
"""


class CustomerStates:
    """Reads what the rules of warnings look at."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self, today: dt.date, *, forgotten_days: int) -> tuple[CustomerState, ...]:
        """Return the customers that were met, or promised something, within so many days."""
        values = {"today": today.isoformat(), "forgotten": (today - dt.timedelta(days=forgotten_days)).isoformat()}
        return tuple(
            CustomerState(
                customer_id=CustomerId(row["id"]),
                name=row["name"],
                meetings=row["meetings"],
                last_meeting=MeetingId(row["meeting"]),
                last_on=records.moment(row["started_at"]).astimezone().date(),
                is_decided=bool(row["is_decided"]),
                contacts=row["contacts"],
                price_spoken=bool(row["price_spoken"]),
                overdue=row["overdue"],
                oldest_due=records.date_or_none(row["oldest"]),
                is_dissatisfied=bool(row["is_dissatisfied"]),
                unanswered=row["unanswered"],
            )
            for row in self._db.rows(_SQL, values)
        )
