"""What was written into which file, so that nothing goes to a CRM twice."""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from insight_desktop.domain.ids import MeetingId, new_id
from insight_desktop.store import records
from insight_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedRow:
    """One row of one exported file."""

    meeting_id: MeetingId
    profile: str
    profile_version: str
    target: str
    row_key: str
    row_sha256: str
    file_sha256: str
    file_name: str
    """Without its folder."""
    written_at: dt.datetime
    is_imported: bool | None = None
    """What the user said: whether the CRM took it; None while unsaid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exportable:
    """A finished meeting, and when it went out last, if ever."""

    meeting_id: MeetingId
    title: str
    started_at: dt.datetime
    customer: str
    written_at: dt.datetime | None = None
    file_name: str = ""
    is_imported: bool | None = None


_EXPORTABLE = """SELECT m.id, m.title, m.started_at, ifnull(c.name, '') AS customer, e.written_at, e.file_name,
        e.is_imported
    FROM meeting m JOIN analysis a ON a.meeting_id = m.id LEFT JOIN customer c ON c.id = m.customer_id
    LEFT JOIN (SELECT meeting_id, max(written_at) AS written_at, file_name, is_imported FROM export_row
        WHERE profile = :profile AND target = :target AND deleted_at IS NULL GROUP BY meeting_id) e
        ON e.meeting_id = m.id
    WHERE m.deleted_at IS NULL"""


_COLUMNS = (
    "id",
    "changed_at",
    "meeting_id",
    "profile",
    "profile_version",
    "target",
    "row_key",
    "row_sha256",
    "file_sha256",
    "file_name",
    "written_at",
    "is_imported",
)


class Exported:
    """Keeps the ledger of exports."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def add(self, rows: Iterable[ExportedRow]) -> None:
        """Note the rows of a file that was written."""
        moment = records.now()
        self._db.put_many("export_row", _COLUMNS, (_values(row, moment) for row in rows))

    def hashes(self, profile: str, target: str) -> dict[str, str]:
        """Return, by row key, the hash of what was last written of each row; not of what the CRM refused."""
        # beside a lone max SQLite gives the columns of the row that has it
        sql = """SELECT row_key, row_sha256 FROM (SELECT row_key, row_sha256, is_imported, max(written_at || id)
                FROM export_row WHERE profile = ? AND target = ? AND deleted_at IS NULL GROUP BY row_key)
            WHERE ifnull(is_imported, 1)"""
        return {row["row_key"]: row["row_sha256"] for row in self._db.rows(sql, (profile, target))}

    def exportable(self, profile: str, target: str) -> tuple[Exportable, ...]:
        """Return every finished meeting, the newest first, with its last export to a target."""
        rows = self._db.rows(f"{_EXPORTABLE} ORDER BY m.started_at DESC, m.id", {"profile": profile, "target": target})
        return tuple(_exportable(row) for row in rows)

    def waiting(self, profile: str, target: str) -> int:
        """Return how many finished meetings never went to a target."""
        sql = f"SELECT count(*) AS n FROM ({_EXPORTABLE} AND (e.written_at IS NULL OR e.is_imported = 0))"  # noqa: S608 - our own text
        row = self._db.row(sql, {"profile": profile, "target": target})
        return int(row["n"]) if row else 0

    def of_meeting(self, meeting_id: MeetingId) -> tuple[ExportedRow, ...]:
        """Return where a meeting was written to, the newest first."""
        sql = "SELECT * FROM export_row WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY written_at DESC, id"
        return tuple(_row(row) for row in self._db.rows(sql, (meeting_id,)))

    def set_imported(self, file_sha256: str, *, imported: bool) -> None:
        """Note the user's word on whether the CRM took a file."""
        self._db.run(
            "UPDATE export_row SET is_imported = ?, changed_at = ? WHERE file_sha256 = ?",
            (int(imported), records.now(), file_sha256),
        )


def _values(row: ExportedRow, changed_at: str) -> tuple[object, ...]:
    """Return the values of `_COLUMNS`."""
    return (
        new_id(),
        changed_at,
        row.meeting_id,
        row.profile,
        row.profile_version,
        row.target,
        row.row_key,
        row.row_sha256,
        row.file_sha256,
        row.file_name,
        records.at(row.written_at),
        None if row.is_imported is None else int(row.is_imported),
    )


def _exportable(row: sqlite3.Row) -> Exportable:
    return Exportable(
        meeting_id=row["id"],
        title=row["title"],
        started_at=records.moment(row["started_at"]),
        customer=row["customer"],
        written_at=records.moment_or_none(row["written_at"]),
        file_name=row["file_name"] or "",
        is_imported=None if row["is_imported"] is None else bool(row["is_imported"]),
    )


def _row(row: sqlite3.Row) -> ExportedRow:
    return ExportedRow(
        meeting_id=row["meeting_id"],
        profile=row["profile"],
        profile_version=row["profile_version"],
        target=row["target"],
        row_key=row["row_key"],
        row_sha256=row["row_sha256"],
        file_sha256=row["file_sha256"],
        file_name=row["file_name"],
        written_at=records.moment(row["written_at"]),
        is_imported=None if row["is_imported"] is None else bool(row["is_imported"]),
    )
