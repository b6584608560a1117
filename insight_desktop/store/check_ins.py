"""What was done about the questions after a sale; which there are follows from the sale itself."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from insight_desktop.domain.ids import SuggestionId, new_id
from insight_desktop.store import records
from insight_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInMark:
    """What the user did about one question."""

    is_done: bool = False
    due: dt.date | None = None
    """The day that it was put off to."""


class CheckIns:
    """Keeps marks; one a sale and step."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def marks(self) -> Mapping[tuple[SuggestionId, int], CheckInMark]:
        """Return the marks by sale and step, the step as days after the sale."""
        rows = self._db.rows("SELECT * FROM check_in WHERE deleted_at IS NULL")
        return {
            (SuggestionId(row["suggestion_id"]), int(row["days"])): CheckInMark(
                is_done=bool(row["is_done"]), due=records.date_or_none(row["due"])
            )
            for row in rows
        }

    def mark(self, suggestion_id: SuggestionId, days: int, mark: CheckInMark) -> CheckInMark:
        """Note what was done; returns the former mark, for taking it back."""
        former = self.marks().get((suggestion_id, days), CheckInMark())
        sql = "SELECT id FROM check_in WHERE suggestion_id = ? AND days = ?"
        with self._db.atomic():
            known = self._db.row(sql, (suggestion_id, days))
            self._db.put(
                "check_in",
                {
                    "id": known["id"] if known else new_id(),
                    "changed_at": records.now(),
                    "deleted_at": None,
                    "suggestion_id": suggestion_id,
                    "days": days,
                    "is_done": int(mark.is_done),
                    "due": records.text_or_none(mark.due),
                },
            )
        return former
