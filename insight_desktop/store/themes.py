"""Themes over customers and who belongs to them."""

from collections.abc import Iterable

from insight_desktop.domain.ids import InsightId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import StoredTheme, Theme
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Themes:
    """Keeps themes; which insight belongs where is decided by `trends.themes`."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[StoredTheme, ...]:
        """Return every theme with its living members."""
        members: dict[str, list[InsightId]] = {}
        sql = """SELECT t.theme_id, t.insight_id FROM theme_member t JOIN insight i ON i.id = t.insight_id
            WHERE i.deleted_at IS NULL ORDER BY t.insight_id"""
        for row in self._db.rows(sql):
            members.setdefault(row["theme_id"], []).append(InsightId(row["insight_id"]))
        return tuple(
            StoredTheme(
                theme=Theme(
                    id=row["id"],
                    name=row["name"],
                    kind=InsightKind(row["kind"]),
                    members=tuple(members.get(row["id"], ())),
                    pinned=bool(row["is_pinned"]),
                ),
                total=row["total"],
                spokesman=row["spokesman"],
            )
            for row in self._db.rows("SELECT * FROM theme WHERE deleted_at IS NULL ORDER BY id")
        )

    def save(self, themes: Iterable[StoredTheme]) -> None:
        """Write themes and their members; an insight belongs to one theme at a time."""
        moment = records.now()
        with self._db.atomic():
            for stored in themes:
                theme = stored.theme
                self._db.put(
                    "theme",
                    {
                        "id": theme.id,
                        "changed_at": moment,
                        "deleted_at": None,
                        "kind": theme.kind,
                        "name": theme.name,
                        "is_pinned": int(theme.pinned),
                        "total": stored.total,
                        "spokesman": stored.spokesman,
                    },
                )
                self._db.run_many(
                    "INSERT INTO theme_member (insight_id, theme_id) VALUES (?, ?) "
                    "ON CONFLICT (insight_id) DO UPDATE SET theme_id = excluded.theme_id",
                    [(member, theme.id) for member in theme.members],
                )

    def rename(self, theme_id: str, name: str) -> None:
        """Give a theme the manager's name, which stays."""
        sql = "UPDATE theme SET name = ?, is_pinned = 1, changed_at = ? WHERE id = ?"
        self._db.run(sql, (name, records.now(), theme_id))

    def remove(self, theme_id: str) -> None:
        """Leave a tombstone for a theme that was merged into another; its members must have moved."""
        records.trash(self._db, "theme", theme_id)
