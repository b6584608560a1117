"""Filters of the manager's page under names."""

from insight_desktop.domain.ids import SavedViewId, new_id
from insight_desktop.domain.managing import SavedView
from insight_desktop.store import records
from insight_desktop.store.database import Database


class SavedViews:
    """Keeps views; one name, one view."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[SavedView, ...]:
        """Return the views by name."""
        sql = "SELECT id, name, body FROM saved_view WHERE deleted_at IS NULL ORDER BY name, id"
        return tuple(SavedView(**dict(row)) for row in self._db.rows(sql))

    def save(self, name: str, body: str) -> SavedView:
        """Keep a view, in place of the one of the same name."""
        old = next((view for view in self.all() if view.name == name), None)
        view = SavedView(id=old.id if old else SavedViewId(new_id()), name=name, body=body)
        record = {"id": view.id, "name": name, "body": body, "changed_at": records.now()}
        self._db.put("saved_view", record)
        return view

    def trash(self, view_id: SavedViewId) -> bool:
        """Take a view away."""
        return records.trash(self._db, "saved_view", view_id)

    def restore(self, view_id: SavedViewId) -> bool:
        """Bring a view back."""
        return records.restore(self._db, "saved_view", view_id)
