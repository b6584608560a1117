"""The list of customers with what one wants to see of each at a glance, in one query."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import CustomerId
from insight_desktop.store import folding, records
from insight_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSummary:
    """One row of the list of customers."""

    id: CustomerId
    name: str
    segment: str
    meetings: int
    last_met: dt.datetime | None
    open_steps: int


class CustomerList:
    """Reads the list of customers, the one met last first."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def rows(self, text: str = "") -> tuple[CustomerSummary, ...]:
        """Return the customers whose name holds `text`, letters folded."""
        found = self._db.rows(
            """SELECT c.id, c.name, c.segment, count(m.id) AS meetings, max(m.started_at) AS last_met,
            (SELECT count(*) FROM next_step n JOIN meeting x ON x.id = n.meeting_id WHERE x.customer_id = c.id
             AND x.deleted_at IS NULL AND n.done_at IS NULL AND n.deleted_at IS NULL) AS open_steps
            FROM customer c LEFT JOIN meeting m ON m.customer_id = c.id AND m.deleted_at IS NULL
            WHERE c.deleted_at IS NULL AND instr(c.folded, ?) > 0 GROUP BY c.id
            ORDER BY last_met IS NULL, last_met DESC, c.folded""",
            (folding.fold(text.strip()),),
        )
        return tuple(
            CustomerSummary(
                id=CustomerId(row["id"]),
                name=row["name"],
                segment=row["segment"],
                meetings=row["meetings"],
                last_met=records.moment_or_none(row["last_met"]),
                open_steps=row["open_steps"],
            )
            for row in found
        )
