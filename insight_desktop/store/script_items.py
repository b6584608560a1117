"""What the manager wants to come up in meetings."""

from collections.abc import Iterable

from insight_desktop.domain.ids import ScriptItemId, new_id
from insight_desktop.domain.managing import ScriptItem
from insight_desktop.store import records
from insight_desktop.store.database import Database


class ScriptItems:
    """Keeps the list, in the manager's order."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[ScriptItem, ...]:
        """Return the items in order."""
        sql = "SELECT id, text FROM script_item WHERE deleted_at IS NULL ORDER BY position, id"
        return tuple(ScriptItem(**dict(row)) for row in self._db.rows(sql))

    def replace(self, texts: Iterable[str]) -> tuple[ScriptItem, ...]:
        """Make these the items; one whose text stays keeps its id."""
        wanted = tuple(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))
        known = {item.text: item.id for item in self.all()}
        moment = records.now()
        with self._db.atomic():
            for text, item_id in known.items():
                if text not in wanted:
                    records.trash(self._db, "script_item", item_id)
            for position, text in enumerate(wanted):
                item_id = known.get(text) or ScriptItemId(new_id())
                record = {"id": item_id, "changed_at": moment, "position": position, "text": text}
                self._db.put("script_item", record)
        return self.all()
