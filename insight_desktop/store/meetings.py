"""Meetings and their recordings; the list of meetings in one quick query."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from insight_desktop.domain.ids import CustomerId, DealId, MeetingId, RecordingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.job import JobState, Stage
from insight_desktop.domain.meeting import Channel, Example, Meeting, Outcome, Recording
from insight_desktop.store import folding, records
from insight_desktop.store.database import Database
from insight_desktop.store.search import HitKind, Search

_PAGE = 200
"""Meetings fetched at a time where all of them are gone through."""


class MeetingSort(StrEnum):
    """By what the list is ordered."""

    STARTED = "m.started_at"
    TITLE = "m.folded"
    CUSTOMER = "c.folded"
    SECONDS = "seconds"
    OUTCOME = "m.outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFilter:
    """Which meetings the list shows; an empty field does not filter."""

    text: str = ""
    """Words in the title, memo, tags, rep or the customer's name; what was said is found by `search`."""
    outcomes: frozenset[Outcome] = frozenset()
    customer_id: CustomerId | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    """Exclusive."""
    example: Example | None = None
    in_trash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummary:
    """One row of the list of meetings."""

    meeting: Meeting
    customer_name: str = ""
    deal_name: str = ""
    seconds: float = 0.0
    segments: int = 0
    insights: tuple[tuple[InsightKind, int], ...] = ()
    open_steps: int = 0
    is_analysed: bool = False
    job_state: JobState | None = None
    """Of the meeting's last job."""
    job_stage: Stage | None = None
    job_share: float = 0.0
    job_error: str = ""
    deleted_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """A page of the list and how many meetings the filter lets through."""

    meetings: tuple[MeetingSummary, ...]
    total: int


class Meetings:
    """Keeps meetings and recordings."""

    def __init__(self, db: Database, search: Search) -> None:
        """Use the workspace's database."""
        self._db = db
        self._search = search

    def get(self, meeting_id: MeetingId) -> Meeting | None:
        """Return a meeting, also one in the trash."""
        row = self._db.row("SELECT * FROM meeting WHERE id = ?", (meeting_id,))
        return None if row is None else _meeting(row)

    def save(self, meeting: Meeting) -> Meeting:
        """Insert or update a meeting and return it with its time of change."""
        changed_at = records.now()
        record = {
            "id": meeting.id,
            "title": meeting.title,
            "folded": folding.fold(" ".join((meeting.title, meeting.rep, meeting.memo, *meeting.tags))),
            "started_at": records.at(meeting.started_at),
            "language": meeting.language,
            "channel": meeting.channel,
            "customer_id": meeting.customer_id,
            "deal_id": meeting.deal_id,
            "rep": meeting.rep,
            "outcome": meeting.outcome,
            "example": meeting.example,
            "memo": meeting.memo,
            "tags": records.as_list(meeting.tags),
            "is_protected": int(meeting.is_protected),
            "changed_at": changed_at,
        }
        with self._db.atomic():
            self._db.put("meeting", record)
            self._search.put(HitKind.TITLE, meeting.id, meeting.title, meeting.id)
            self._search.put(HitKind.MEMO, meeting.id, meeting.memo, meeting.id)
        saved = self.get(meeting.id)
        assert saved is not None  # noqa: S101 - it was written in the line above
        return saved

    def list(
        self,
        filters: MeetingFilter | None = None,
        *,
        sort: MeetingSort = MeetingSort.STARTED,
        descending: bool = True,
        limit: int = 100,
        offset: int = 0,
    ) -> MeetingPage:
        """Return a page of meetings with what the list shows of each."""
        where, values = _where(filters or MeetingFilter())
        direction = "DESC" if descending else "ASC"
        joined = "FROM meeting m LEFT JOIN customer c ON c.id = m.customer_id LEFT JOIN deal d ON d.id = m.deal_id"
        seconds = ""
        if sort is MeetingSort.SECONDS:
            seconds = ", (SELECT max(r.seconds) FROM recording r WHERE r.meeting_id = m.id) AS seconds"
        page = (
            f"SELECT m.*, c.name AS customer_name, d.name AS deal_name{seconds} {joined} WHERE {where} "
            f"ORDER BY {sort.value} {direction}, m.id {direction} LIMIT :limit OFFSET :offset"
        )
        rows = self._db.rows(_COUNTED.format(page=page), values | {"limit": limit, "offset": offset})
        total = self._db.row(f"SELECT count(*) {joined} WHERE {where}", values)
        return MeetingPage(meetings=tuple(_summary(row) for row in rows), total=total[0] if total else 0)

    def read_pages(
        self, filters: MeetingFilter | None = None, *, only: Sequence[MeetingId] = ()
    ) -> Iterator[tuple[tuple[Meeting, float], ...]]:
        """Yield pages of the meetings that were analysed with their seconds, fetched as they are taken.

        So memory stays flat, and what belongs to the meetings of a page can be looked up at once.

        Args:
            filters: which ones, oldest first.
            only: these instead, in this order, whatever the filters say.
        """
        where, values = _where(filters or MeetingFilter())
        ids = only or [
            row["id"]
            for row in self._db.rows(
                f"SELECT m.id FROM meeting m LEFT JOIN customer c ON c.id = m.customer_id WHERE {where} "  # noqa: S608 - our own text
                "ORDER BY m.started_at, m.id",
                values,
            )
        ]
        sql = """SELECT m.*, (SELECT max(r.seconds) FROM recording r WHERE r.meeting_id = m.id AND r.deleted_at IS NULL)
                AS length_s FROM json_each(?) asked JOIN meeting m ON m.id = asked.value
            WHERE EXISTS (SELECT 1 FROM analysis a WHERE a.meeting_id = m.id) ORDER BY asked.key"""
        for start in range(0, len(ids), _PAGE):
            rows = self._db.rows(sql, (records.as_list(ids[start : start + _PAGE]),))
            yield tuple((_meeting(row), row["length_s"] or 0.0) for row in rows)

    def newest_read(self, customer_id: CustomerId) -> MeetingId | None:
        """Return the newest meeting with a customer that was analysed."""
        sql = """SELECT m.id FROM meeting m JOIN analysis a ON a.meeting_id = m.id
            WHERE m.customer_id = ? AND m.deleted_at IS NULL ORDER BY m.started_at DESC, m.id DESC LIMIT 1"""
        row = self._db.row(sql, (customer_id,))
        return MeetingId(row["id"]) if row else None

    def with_complaints(self, customer_id: CustomerId, since: dt.datetime) -> tuple[MeetingId, ...]:
        """Return the meetings since a moment with a dissatisfaction after which no success was told, newest first."""
        sql = """SELECT m.id FROM meeting m WHERE m.customer_id = ? AND m.deleted_at IS NULL AND m.started_at >= ?
            AND EXISTS (SELECT 1 FROM turn_label t WHERE t.meeting_id = m.id AND t.signal = 'dissatisfaction')
            AND NOT EXISTS (SELECT 1 FROM meeting later JOIN turn_label t ON t.meeting_id = later.id
                WHERE later.customer_id = m.customer_id AND later.started_at > m.started_at
                AND later.deleted_at IS NULL AND t.signal = 'success')
            ORDER BY m.started_at DESC, m.id DESC"""
        return tuple(MeetingId(row["id"]) for row in self._db.rows(sql, (customer_id, records.at(since))))

    def summary(self, meeting_id: MeetingId) -> MeetingSummary | None:
        """Return one meeting as the list shows it."""
        page = (
            "SELECT m.*, c.name AS customer_name, d.name AS deal_name FROM meeting m "
            "LEFT JOIN customer c ON c.id = m.customer_id LEFT JOIN deal d ON d.id = m.deal_id WHERE m.id = :id"
        )
        row = self._db.row(_COUNTED.format(page=page), {"id": meeting_id})
        return None if row is None else _summary(row)

    def set_outcome(self, meeting_id: MeetingId, outcome: Outcome) -> None:
        """Set what became of the meeting."""
        self._set(meeting_id, "outcome", outcome)

    def alike(self, title: str, started_at: dt.datetime) -> tuple[Meeting, ...]:
        """Return the meetings of this title that began at this moment."""
        sql = "SELECT * FROM meeting WHERE started_at = ? AND title = ? AND deleted_at IS NULL"
        return tuple(_meeting(row) for row in self._db.rows(sql, (records.at(started_at), title)))

    def set_outcome_of_deal(self, deal_id: DealId, outcome: Outcome) -> tuple[MeetingId, ...]:
        """Say of a deal's meetings what became of them, where nothing was said yet; returns those."""
        sql = "SELECT id FROM meeting WHERE deal_id = ? AND outcome = ?"
        unsaid = tuple(MeetingId(row["id"]) for row in self._db.rows(sql, (deal_id, Outcome.UNSET)))
        for meeting_id in unsaid:
            self.set_outcome(meeting_id, outcome)
        return unsaid

    def set_example(self, meeting_id: MeetingId, example: Example) -> None:
        """Mark the meeting as a good or bad example, or as none."""
        self._set(meeting_id, "example", example)

    def set_customer(
        self, meeting_id: MeetingId, customer_id: CustomerId | None, deal_id: DealId | None = None
    ) -> None:
        """Link the meeting to a customer and a deal, or to none."""
        self._db.run(
            "UPDATE meeting SET customer_id = ?, deal_id = ?, changed_at = ? WHERE id = ?",
            (customer_id, deal_id, records.now(), meeting_id),
        )

    def trash(self, meeting_id: MeetingId) -> bool:
        """Move a meeting to the trash; returns whether it was there to be moved."""
        return records.trash(self._db, "meeting", meeting_id)

    def restore(self, meeting_id: MeetingId) -> bool:
        """Take a meeting out of the trash with everything it had; returns whether it lay there."""
        sql = """UPDATE meeting SET deleted_at = NULL, changed_at = ?
            WHERE id = ? AND deleted_at IS NOT NULL AND purged_at IS NULL"""
        return self._db.run(sql, (records.now(), meeting_id)) > 0

    def purge(self, meeting_id: MeetingId) -> tuple[str, ...]:
        """Erase a trashed meeting's contents for good, leaving a bare tombstone; returns its audio files' paths."""
        row = self._db.row("SELECT 1 FROM meeting WHERE id = ? AND deleted_at IS NOT NULL", (meeting_id,))
        if row is None:
            return ()
        changed = records.now()
        with self._db.atomic():
            paths = tuple(recording.path for recording in self.recordings(meeting_id))
            self._search.remove_meeting(meeting_id)
            for table in (
                "moment",
                "check_in",
                "suggestion_event",
                "suggestion",
                "next_step",
                "fact",
                "insight",
                "correction",
                "analysis",
            ):
                key = _THROUGH.get(table, "meeting_id = :id")
                self._db.run(f"DELETE FROM {table} WHERE {key}", {"id": meeting_id})  # noqa: S608 - names from our code
            for table in ("playlist_item", "comment", "meaning"):
                self._db.run(f"DELETE FROM {table} WHERE meeting_id = ?", (meeting_id,))  # noqa: S608 - names from our code
            for table in ("turn_label", "turn_mood", "edit", "speaker", "segment", "transcript", "job", "export_row"):
                key = _THROUGH.get(table, "meeting_id = :id")
                self._db.run(f"DELETE FROM {table} WHERE {key}", {"id": meeting_id})  # noqa: S608 - names from our code
            self._db.run(
                "UPDATE recording SET path = '', sha256 = '', original_name = '', seconds = 0, changed_at = :now, "
                "deleted_at = coalesce(deleted_at, :now) WHERE meeting_id = :id",
                {"id": meeting_id, "now": changed},
            )
            self._db.run(
                "UPDATE meeting SET title = '', folded = '', memo = '', rep = '', tags = '[]', customer_id = NULL, "
                "deal_id = NULL, changed_at = :now, purged_at = :now WHERE id = :id",
                {"id": meeting_id, "now": changed},
            )
        return tuple(path for path in paths if path and not self._is_used(path))

    def trashed(self) -> tuple[MeetingSummary, ...]:
        """Return what lies in the trash."""
        return self.list(MeetingFilter(in_trash=True), limit=10_000).meetings

    def add_recording(self, recording: Recording) -> None:
        """Insert or update a recording."""
        columns = ("id", "meeting_id", "path", "seconds", "channels", "sha256", "original_name", "rep_channel")
        record: dict[str, Any] = {name: getattr(recording, name) for name in columns}
        self._db.put("recording", record | {"changed_at": records.now()})

    def recordings(self, meeting_id: MeetingId) -> tuple[Recording, ...]:
        """Return the recordings of a meeting, oldest first."""
        sql = "SELECT * FROM recording WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY id"
        return tuple(_recording(row) for row in self._db.rows(sql, (meeting_id,)))

    def with_audio(self, sha256: str) -> tuple[Meeting, ...]:
        """Return the living meetings that hold the same audio, to recognise duplicates."""
        sql = """SELECT DISTINCT m.* FROM meeting m JOIN recording r ON r.meeting_id = m.id
            WHERE r.sha256 = ? AND r.deleted_at IS NULL AND m.deleted_at IS NULL ORDER BY m.id"""
        return tuple(_meeting(row) for row in self._db.rows(sql, (sha256,)))

    def audio_paths(self) -> frozenset[str]:
        """Return every path that a recording names, trash included."""
        return frozenset(row[0] for row in self._db.rows("SELECT path FROM recording WHERE path <> ''"))

    def _is_used(self, path: str) -> bool:
        return self._db.row("SELECT 1 FROM recording WHERE path = ?", (path,)) is not None

    def _set(self, meeting_id: MeetingId, column: str, value: str) -> None:
        sql = f"UPDATE meeting SET {column} = ?, changed_at = ? WHERE id = ?"  # noqa: S608 - names from our code
        self._db.run(sql, (value, records.now(), meeting_id))


_THROUGH = {
    "segment": "transcript_id IN (SELECT id FROM transcript WHERE meeting_id = :id)",
    "check_in": "suggestion_id IN (SELECT id FROM suggestion WHERE meeting_id = :id)",
    "suggestion_event": "suggestion_id IN (SELECT id FROM suggestion WHERE meeting_id = :id)",
}

_COUNTED = """
WITH page AS MATERIALIZED ({page})
SELECT page.*,
  (SELECT max(r.seconds) FROM recording r WHERE r.meeting_id = page.id AND r.deleted_at IS NULL) AS length_s,
  (SELECT count(*) FROM segment s JOIN transcript t ON t.id = s.transcript_id
    WHERE t.meeting_id = page.id AND t.is_current = 1 AND s.deleted_at IS NULL) AS segments,
  (SELECT json_group_object(kind, n) FROM (SELECT kind, count(*) AS n FROM insight i
    WHERE i.meeting_id = page.id AND i.deleted_at IS NULL GROUP BY kind)) AS insights,
  (SELECT count(*) FROM next_step n WHERE n.meeting_id = page.id AND n.done_at IS NULL
    AND n.deleted_at IS NULL) AS open_steps,
  EXISTS (SELECT 1 FROM analysis a WHERE a.meeting_id = page.id) AS is_analysed,
  j.state AS job_state, j.stage AS job_stage, j.done_s, j.total_s, j.error_code
FROM page LEFT JOIN job j ON j.id = (SELECT id FROM job WHERE meeting_id = page.id ORDER BY created_at DESC LIMIT 1)
"""


def _where(filters: MeetingFilter) -> tuple[str, dict[str, Any]]:
    clauses = ["m.deleted_at IS NOT NULL AND m.purged_at IS NULL" if filters.in_trash else "m.deleted_at IS NULL"]
    values: dict[str, Any] = {}
    for number, term in enumerate(folding.terms(filters.text)):
        clauses.append(f"(instr(m.folded, :term{number}) OR instr(ifnull(c.folded, ''), :term{number}))")
        values[f"term{number}"] = term
    if filters.outcomes:
        clauses.append("m.outcome IN (SELECT value FROM json_each(:outcomes))")
        values["outcomes"] = records.as_list(sorted(filters.outcomes))
    if filters.customer_id is not None:
        clauses.append("m.customer_id = :customer")
        values["customer"] = filters.customer_id
    if filters.since is not None:
        clauses.append("m.started_at >= :since")
        values["since"] = records.at(filters.since)
    if filters.until is not None:
        clauses.append("m.started_at < :until")
        values["until"] = records.at(filters.until)
    if filters.example is not None:
        clauses.append("m.example = :example")
        values["example"] = filters.example
    return " AND ".join(clauses), values


def _meeting(row: sqlite3.Row) -> Meeting:
    return Meeting(
        id=row["id"],
        title=row["title"],
        started_at=records.moment(row["started_at"]),
        language=row["language"],
        channel=Channel(row["channel"]) if row["channel"] else None,
        customer_id=row["customer_id"],
        deal_id=row["deal_id"],
        rep=row["rep"],
        outcome=Outcome(row["outcome"]),
        example=Example(row["example"]),
        memo=row["memo"],
        tags=records.texts(row["tags"]),
        is_protected=bool(row["is_protected"]),
        changed_at=records.moment(row["changed_at"]),
    )


def _summary(row: sqlite3.Row) -> MeetingSummary:
    counts: dict[str, int] = json.loads(row["insights"] or "{}")
    state = row["job_state"]
    return MeetingSummary(
        meeting=_meeting(row),
        customer_name=row["customer_name"] or "",
        deal_name=row["deal_name"] or "",
        seconds=row["length_s"] or 0.0,
        segments=row["segments"],
        insights=tuple((kind, counts[kind]) for kind in InsightKind if kind in counts),
        open_steps=row["open_steps"],
        is_analysed=bool(row["is_analysed"]),
        job_state=JobState(state) if state else None,
        job_stage=Stage(row["job_stage"]) if state else None,
        job_share=min(1.0, row["done_s"] / row["total_s"]) if state and row["total_s"] > 0 else 0.0,
        job_error=row["error_code"] or "",
        deleted_at=records.moment_or_none(row["deleted_at"]),
    )


def _recording(row: sqlite3.Row) -> Recording:
    return Recording(
        id=RecordingId(row["id"]),
        meeting_id=MeetingId(row["meeting_id"]),
        path=row["path"],
        seconds=row["seconds"],
        channels=row["channels"],
        sha256=row["sha256"],
        original_name=row["original_name"],
        rep_channel=row["rep_channel"],
    )
