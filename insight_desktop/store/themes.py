"""Themes over customers and who belongs to them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from insight_desktop.domain.ids import InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind, ObjectionKind
from insight_desktop.domain.trend import NamedTheme, StoredTheme, Theme
from insight_desktop.store import records
from insight_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedTheme:
    """A theme whose name may tell no more what it is about."""

    id: str
    name: str
    total: bytes
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """What a member of a theme says."""

    summary: str
    language: str
    subject: str
    """The key of `Insight.theme`."""
    vector: bytes


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
        rows = self._db.rows("SELECT * FROM theme WHERE deleted_at IS NULL ORDER BY id")
        return tuple(_stored(row, tuple(members.get(row["id"], ()))) for row in rows)

    def centres(self) -> tuple[StoredTheme, ...]:
        """Return every theme that takes new members, without those it has: quick, however many they are."""
        sql = """SELECT *, (SELECT count(*) FROM theme_member m WHERE m.theme_id = theme.id) AS size
            FROM theme WHERE deleted_at IS NULL AND merged_into IS NULL ORDER BY id"""
        return tuple(_stored(row, (), row["size"]) for row in self._db.rows(sql))

    def names(self) -> tuple[NamedTheme, ...]:
        """Return every theme's name and place, merged ones too."""
        sql = """SELECT id, name, kind, is_pinned, is_on_top, merged_into, objection FROM theme
            WHERE deleted_at IS NULL ORDER BY id"""
        return tuple(
            NamedTheme(
                id=row["id"],
                name=row["name"],
                kind=InsightKind(row["kind"]),
                pinned=bool(row["is_pinned"]),
                is_on_top=bool(row["is_on_top"]),
                merged_into=row["merged_into"],
                objection=ObjectionKind(row["objection"]) if row["objection"] else None,
            )
            for row in self._db.rows(sql)
        )

    def to_be_named(self, limit: int) -> tuple[UnnamedTheme, ...]:
        """Return themes that grew to twice the size at which the program named them last, the largest first."""
        sql = """SELECT t.id, t.name, t.total, count(m.insight_id) AS size FROM theme t
            JOIN theme_member m ON m.theme_id = t.id WHERE t.deleted_at IS NULL AND t.is_pinned = 0
            GROUP BY t.id HAVING size >= max(1, 2 * t.named_size) ORDER BY size DESC, t.id LIMIT ?"""
        return tuple(UnnamedTheme(**dict(row)) for row in self._db.rows(sql, (limit,)))

    def voiced(self, theme_id: str, limit: int) -> tuple[Voiced, ...]:
        """Return what living members of a theme say, the newest first."""
        sql = """SELECT i.summary, m.language, i.theme AS subject, i.vector FROM theme_member t
            JOIN insight i ON i.id = t.insight_id JOIN meeting m ON m.id = i.meeting_id
            WHERE t.theme_id = ? AND i.deleted_at IS NULL ORDER BY i.id DESC LIMIT ?"""
        return tuple(Voiced(**dict(row)) for row in self._db.rows(sql, (theme_id, limit)))

    def sample(self, count: int) -> tuple[Voiced, ...]:
        """Return about so many insights, evenly taken: how customers usually speak."""
        total = self._db.row("SELECT max(rowid) FROM insight")
        step = max(1, (total[0] or 0) // count if total else 1)
        sql = """SELECT i.summary, m.language, i.theme AS subject, x'' AS vector FROM insight i
            JOIN meeting m ON m.id = i.meeting_id WHERE i.rowid % ? = 0 AND i.deleted_at IS NULL LIMIT ?"""
        return tuple(Voiced(**dict(row)) for row in self._db.rows(sql, (step, count)))

    def name(self, theme_id: str, name: str, *, size: int, objection: str = "") -> None:
        """Give a theme the program's name, unless the manager named it meanwhile."""
        sql = """UPDATE theme SET name = ?, named_size = ?, objection = ?, changed_at = ?
            WHERE id = ? AND is_pinned = 0"""
        self._db.run(sql, (name, size, objection, records.now(), theme_id))

    def members(self, theme_id: str) -> tuple[tuple[InsightId, bytes], ...]:
        """Return a theme's own living members with their vectors."""
        sql = """SELECT i.id, i.vector FROM theme_member t JOIN insight i ON i.id = t.insight_id
            WHERE t.theme_id = ? AND i.deleted_at IS NULL ORDER BY i.id"""
        return tuple((InsightId(row["id"]), row["vector"]) for row in self._db.rows(sql, (theme_id,)))

    def of_meeting(self, meeting_id: MeetingId) -> dict[InsightId, str]:
        """Return the theme of each insight of a meeting, as it joined it."""
        sql = """SELECT t.insight_id, t.theme_id FROM theme_member t JOIN insight i ON i.id = t.insight_id
            WHERE i.meeting_id = ?"""
        return {InsightId(row["insight_id"]): row["theme_id"] for row in self._db.rows(sql, (meeting_id,))}

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

    def put_on_top(self, theme_id: str, *, on_top: bool) -> None:
        """Pin a theme above the others, or let it go."""
        sql = "UPDATE theme SET is_on_top = ?, changed_at = ? WHERE id = ?"
        self._db.run(sql, (int(on_top), records.now(), theme_id))

    def merge(self, theme_id: str, into: str) -> None:
        """Count a theme's voices under another from now on; new voices near either join the other."""
        moment = records.now()
        with self._db.atomic():
            self._db.run("UPDATE theme SET merged_into = ?, changed_at = ? WHERE id = ?", (into, moment, theme_id))
            self._add_totals(into, theme_id, 1)

    def unmerge(self, theme_id: str) -> None:
        """Take a merge back."""
        moment = records.now()
        with self._db.atomic():
            row = self._db.row("SELECT merged_into FROM theme WHERE id = ?", (theme_id,))
            if row is None or row["merged_into"] is None:
                return
            self._add_totals(row["merged_into"], theme_id, -1)
            self._db.run("UPDATE theme SET merged_into = NULL, changed_at = ? WHERE id = ?", (moment, theme_id))

    def _add_totals(self, theme_id: str, other: str, sign: int) -> None:
        rows = {
            row["id"]: row["total"]
            for row in self._db.rows("SELECT id, total FROM theme WHERE id IN (?, ?)", (theme_id, other))
        }
        first, second = (np.frombuffer(rows[each], "<f4") for each in (theme_id, other))
        total = (first + sign * second).astype("<f4").tobytes()
        self._db.run("UPDATE theme SET total = ?, changed_at = ? WHERE id = ?", (total, records.now(), theme_id))


def _stored(row: sqlite3.Row, members: tuple[InsightId, ...], size: int | None = None) -> StoredTheme:
    return StoredTheme(
        theme=Theme(
            id=row["id"],
            name=row["name"],
            kind=InsightKind(row["kind"]),
            members=members,
            pinned=bool(row["is_pinned"]),
        ),
        size=len(members) if size is None else size,
        total=row["total"],
    )
