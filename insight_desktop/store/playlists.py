"""Stretches of meetings to listen to, in lists under names, and what people wrote at a moment."""

import sqlite3
from collections.abc import Iterable

from insight_desktop.domain.ids import CommentId, MeetingId, PlaylistId, new_id
from insight_desktop.domain.managing import Clip, Comment, Playlist, Remark
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Playlists:
    """Keeps lists of clips."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[Playlist, ...]:
        """Return the lists by name, with their clips; clips of trashed meetings are left out."""
        sql = """SELECT i.* FROM playlist_item i JOIN meeting m ON m.id = i.meeting_id
            WHERE i.deleted_at IS NULL AND m.deleted_at IS NULL ORDER BY i.position, i.id"""
        clips: dict[str, list[Clip]] = {}
        for row in self._db.rows(sql):
            clips.setdefault(row["playlist_id"], []).append(_clip(row))
        rows = self._db.rows("SELECT id, name FROM playlist WHERE deleted_at IS NULL ORDER BY name, id")
        return tuple(
            Playlist(id=PlaylistId(row["id"]), name=row["name"], clips=tuple(clips.get(row["id"], ()))) for row in rows
        )

    def add(self, name: str, clips: Iterable[Clip]) -> PlaylistId:
        """Put clips at the end of the list of this name, which is made if there is none."""
        old = self._db.row("SELECT id FROM playlist WHERE name = ? AND deleted_at IS NULL", (name,))
        playlist_id = PlaylistId(old["id"] if old else new_id())
        moment = records.now()
        with self._db.atomic():
            self._db.put("playlist", {"id": playlist_id, "changed_at": moment, "name": name})
            last = self._db.row("SELECT count(*) FROM playlist_item WHERE playlist_id = ?", (playlist_id,))
            for position, clip in enumerate(clips, start=last[0] if last else 0):
                self._db.put(
                    "playlist_item",
                    {
                        "id": new_id(),
                        "changed_at": moment,
                        "playlist_id": playlist_id,
                        "meeting_id": clip.meeting_id,
                        "start": clip.start,
                        "end": clip.end,
                        "words": clip.words,
                        "note": clip.note,
                        "position": position,
                    },
                )
        return playlist_id

    def trash(self, playlist_id: PlaylistId) -> bool:
        """Take a list away."""
        return records.trash(self._db, "playlist", playlist_id)

    def restore(self, playlist_id: PlaylistId) -> bool:
        """Bring a list back."""
        return records.restore(self._db, "playlist", playlist_id)


class Comments:
    """Keeps what was written at moments of meetings."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Comment, ...]:
        """Return a meeting's comments in order of the moments."""
        sql = "SELECT * FROM comment WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY start, id"
        return tuple(_comment(row) for row in self._db.rows(sql, (meeting_id,)))

    def newest(self, rep: str = "", limit: int = 50) -> tuple[Remark, ...]:
        """Return the last comments over all meetings, or over those of a rep; none of what is in the trash."""
        sql = """SELECT c.*, m.title, m.rep, m.started_at FROM comment c JOIN meeting m ON m.id = c.meeting_id
            WHERE c.deleted_at IS NULL AND m.deleted_at IS NULL AND ? IN ('', m.rep)
            ORDER BY c.made_at DESC, c.id DESC LIMIT ?"""
        return tuple(_remark(row) for row in self._db.rows(sql, (rep, limit)))

    def add(self, meeting_id: MeetingId, start: float, text: str, words: str = "") -> CommentId:
        """Write a comment at a moment."""
        comment_id, moment = CommentId(new_id()), records.now()
        record = {"id": comment_id, "changed_at": moment, "meeting_id": meeting_id, "start": start}
        self._db.put("comment", record | {"words": words, "text": text, "made_at": moment})
        return comment_id

    def write(self, comment_id: CommentId, text: str) -> bool:
        """Let a comment say something else; returns whether it is there."""
        sql = "UPDATE comment SET text = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL"
        return self._db.run(sql, (text, records.now(), comment_id)) > 0

    def trash(self, comment_id: CommentId) -> bool:
        """Take a comment away."""
        return records.trash(self._db, "comment", comment_id)

    def restore(self, comment_id: CommentId) -> bool:
        """Bring a comment back."""
        return records.restore(self._db, "comment", comment_id)


def _clip(row: sqlite3.Row) -> Clip:
    return Clip(
        meeting_id=MeetingId(row["meeting_id"]),
        start=row["start"],
        end=row["end"],
        words=row["words"],
        note=row["note"],
    )


def _comment(row: sqlite3.Row) -> Comment:
    return Comment(
        id=CommentId(row["id"]),
        meeting_id=MeetingId(row["meeting_id"]),
        start=row["start"],
        text=row["text"],
        made_at=records.moment(row["made_at"]),
        words=row["words"],
    )


def _remark(row: sqlite3.Row) -> Remark:
    return Remark(
        comment=_comment(row),
        title=row["title"],
        rep=row["rep"] or "",
        held_on=records.moment(row["started_at"]).astimezone().date(),
    )
