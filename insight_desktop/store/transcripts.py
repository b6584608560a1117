"""Transcripts in versions: segments stored as they come, and edits that are never lost."""

import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.domain.ids import MeetingId, SegmentId, TranscriptId, new_id
from insight_desktop.domain.speaker import Speaker, SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, StoredSegment, Transcript
from insight_desktop.store import codec, records
from insight_desktop.store.database import Database
from insight_desktop.store.search import HitKind, Search
from insight_desktop.store.segments import WRITTEN, carry_edits, insert_segments, segment_of
from insight_desktop.store.speakers import Speakers

LIVE_MODEL = "live"
"""What stands for the model of text that came while recording, until the transcription is done."""

_LABELS = """(SELECT json_group_array(speaker) FROM (SELECT speaker FROM segment
    WHERE transcript_id = t.id AND deleted_at IS NULL ORDER BY {order}, number))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptVersion:
    """One transcription of a meeting; the current one is shown."""

    id: TranscriptId
    language: str
    model: str
    made_at: str
    is_complete: bool
    is_current: bool
    edited: int
    """How many segments the user edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One segment as a conversation needs it."""

    turn: int
    speaker: SpeakerLabel | None
    text: str
    span: TimeSpan


class Transcripts:
    """Keeps transcripts and segments; who speaks is in `speakers`, edits by the user are in `edits`."""

    def __init__(self, db: Database, search: Search, speakers: Speakers) -> None:
        """Use the workspace's database."""
        self._db = db
        self._search = search
        self._speakers = speakers

    def begin(self, meeting_id: MeetingId, *, language: str, model: str = "") -> TranscriptId:
        """Return the unfinished transcript of a meeting, or begin a new one; it is shown when there is no other."""
        with self._db.atomic():
            row = self._open(meeting_id)
            if row is not None:
                return TranscriptId(row["id"])
            version = TranscriptId(new_id())
            shown = self._current(meeting_id) is None
            self._db.put(
                "transcript",
                {
                    "id": version,
                    "changed_at": records.now(),
                    "meeting_id": meeting_id,
                    "language": language,
                    "model": model,
                    "made_at": records.now(),
                    "is_current": int(shown),
                },
            )
        return version

    def append(self, meeting_id: MeetingId, segment: Segment) -> StoredSegment:
        """Store one more segment of the unfinished transcript, which must have begun."""
        return self.extend(meeting_id, (segment,))[0]

    def extend(self, meeting_id: MeetingId, segments: Iterable[Segment]) -> tuple[StoredSegment, ...]:
        """Store more segments of the unfinished transcript, which must have begun."""
        with self._db.atomic():
            row = self._open(meeting_id)
            if row is None:
                message = "append needs a transcript that has begun"
                raise ValueError(message)
            count = self._db.row("SELECT ifnull(max(position), -1) FROM segment WHERE transcript_id = ?", (row["id"],))
            first = (count[0] if count else -1) + 1
            stored = tuple(
                StoredSegment(id=SegmentId(new_id()), position=place, segment=segment)
                for place, segment in enumerate(segments, first)
            )
            insert_segments(self._db, row["id"], stored)
            if row["is_current"]:
                self._search.put_new(HitKind.SEGMENT, ((each.id, each.segment.text) for each in stored), meeting_id)
        return stored

    def complete(
        self,
        meeting_id: MeetingId,
        segments: Sequence[Segment],
        speakers: Sequence[Speaker] = (),
        *,
        model: str = "",
        is_count_sure: bool = True,
    ) -> tuple[StoredSegment, ...]:
        """Make these segments the meeting's transcript.

        Edits of the user go over where the words at that time are the same as before; the version that holds edits
        stays in `versions`. Names and roles that the user confirmed are kept, but for a third person who speaks no
        more.
        """
        with self._db.atomic():
            known = self._open(meeting_id) or self._current(meeting_id)
            model = model or (known["model"] if known else "")
            version = self.begin(meeting_id, language=self._language(meeting_id), model=model)
            partial = self._segments(version)
            shown = self.current(meeting_id)
            stored = carry_edits(
                (*partial, *shown),
                [StoredSegment(id=SegmentId(new_id()), position=i, segment=s) for i, s in enumerate(segments)],
            )
            if any(segment.is_edited for segment in partial):
                self._retire(version)
                version = self.begin(meeting_id, language=self._language(meeting_id), model=model)
            self._unindex(meeting_id)
            self._db.run("DELETE FROM segment WHERE transcript_id = ?", (version,))
            insert_segments(self._db, version, stored)
            self._show(meeting_id, version)
            self._db.run(
                """UPDATE transcript SET is_complete = 1, changed_at = ?, model = iif(? = '', model, ?),
                is_count_sure = ? WHERE id = ?""",
                (records.now(), model, model, int(is_count_sure), version),
            )
            self._db.run("DELETE FROM edit WHERE meeting_id = ?", (meeting_id,))
            self._search.put_new(HitKind.SEGMENT, ((each.id, each.segment.text) for each in stored), meeting_id)
            self._speakers.take_in(meeting_id, speakers, {each.segment.speaker for each in stored})
        return stored

    def describe(self, meeting_id: MeetingId, *, language: str, model: str) -> None:
        """Note what language the transcription found, and what model did it; empty means no news."""
        row = self._open(meeting_id) or self._current(meeting_id)
        if row is not None:
            self._db.run(
                "UPDATE transcript SET language = ?, model = ?, changed_at = ? WHERE id = ?",
                (language or row["language"], model or row["model"], records.now(), row["id"]),
            )

    def is_from_live(self, meeting_id: MeetingId) -> bool:
        """Tell whether the unfinished transcript was begun by the text that came while recording."""
        row = self._open(meeting_id)
        return row is not None and row["model"] == LIVE_MODEL

    def is_written(self, meeting_id: MeetingId) -> bool:
        """Tell whether the meeting is a chat or a survey."""
        row = self._current(meeting_id)
        return row is not None and row["model"] in WRITTEN

    def discard_unfinished(self, meeting_id: MeetingId) -> None:
        """Drop an unfinished transcript, so that the next transcription begins anew."""
        with self._db.atomic():
            row = self._open(meeting_id)
            if row is None:
                return
            if row["is_current"]:
                self._unindex(meeting_id)
            self._db.run("DELETE FROM segment WHERE transcript_id = ?", (row["id"],))
            self._db.run("DELETE FROM transcript WHERE id = ?", (row["id"],))

    def current(self, meeting_id: MeetingId) -> tuple[StoredSegment, ...]:
        """Return the segments that are shown: the complete transcript, or what there is of the first one."""
        row = self._current(meeting_id)
        if row is None:
            return ()
        return self._segments(row["id"], in_order_of="position" if row["is_complete"] else "start")

    def said(self, meeting_id: MeetingId, only: Container[int] | None = None) -> tuple[Said, ...] | None:
        """Return who said what and when, as it is shown, or None where there is no transcript.

        The times of words, which cost most of the reading, are left where they are.

        Args:
            meeting_id: the meeting.
            only: the turns that are wanted; None wants all.
        """
        row = self._current(meeting_id)
        if row is None:
            return None
        order = "position" if row["is_complete"] else "start"
        sql = f"""SELECT speaker, text, start, "end" FROM segment
            WHERE transcript_id = ? AND deleted_at IS NULL ORDER BY {order}, number"""  # noqa: S608 - names from our code
        return tuple(
            Said(
                turn=turn,
                speaker=SpeakerLabel(each["speaker"]) if each["speaker"] else None,
                text=each["text"],
                span=TimeSpan(start=each["start"], end=each["end"]),
            )
            for turn, each in enumerate(self._db.rows(sql, (row["id"],)))
            if only is None or turn in only
        )

    def labelled(self, meeting_id: MeetingId, signal: str) -> tuple[tuple[int, str], ...]:
        """Return the turns that carry a signal, and their words."""
        sql = """SELECT l.turn, s.text FROM turn_label l JOIN transcript t ON t.meeting_id = l.meeting_id
            AND t.is_current = 1 JOIN segment s ON s.transcript_id = t.id AND s.position = l.turn
            WHERE l.meeting_id = ? AND l.signal = ? AND s.deleted_at IS NULL ORDER BY l.turn"""
        return tuple((row["turn"], row["text"]) for row in self._db.rows(sql, (meeting_id, signal)))

    def spans(self, meeting_id: MeetingId, turns: Sequence[int]) -> tuple[TimeSpan, ...]:
        """Return when turns were said."""
        sql = """SELECT s.start, s."end" FROM segment s JOIN transcript t ON t.id = s.transcript_id
            WHERE t.meeting_id = ? AND t.is_current = 1 AND s.deleted_at IS NULL
            AND s.position IN (SELECT value FROM json_each(?)) ORDER BY s.position"""
        rows = self._db.rows(sql, (meeting_id, records.as_list(turns)))
        return tuple(TimeSpan(start=row["start"], end=row["end"]) for row in rows)

    def labels(self, meeting_id: MeetingId) -> tuple[SpeakerLabel | None, ...]:
        """Return who speaks in each segment that is shown, without reading what was said."""
        return self.labels_of((meeting_id,)).get(meeting_id, ())

    def labels_of(self, meeting_ids: Sequence[MeetingId]) -> Mapping[MeetingId, tuple[SpeakerLabel | None, ...]]:
        """Return the same for those meetings that have a transcript."""
        sql = f"""SELECT t.meeting_id,
                iif(t.is_complete, {_LABELS.format(order="position")}, {_LABELS.format(order="start")})
            FROM json_each(?) asked JOIN transcript t ON t.meeting_id = asked.value AND t.is_current = 1"""  # noqa: S608 - our own text
        rows = self._db.rows(sql, (records.as_list(meeting_ids),))
        return {meeting_id: codec.loads(tuple[SpeakerLabel | None, ...], labels) for meeting_id, labels in rows}

    def unfinished(self, meeting_id: MeetingId) -> tuple[StoredSegment, ...]:
        """Return the segments that an interrupted transcription stored, from which it goes on."""
        row = self._open(meeting_id)
        return () if row is None else self._segments(row["id"], in_order_of="start")

    def unfinished_after(self, meeting_id: MeetingId, position: int) -> tuple[StoredSegment, ...]:
        """Return what an unfinished transcript gained since the segment at a position, in the order it came."""
        row = self._open(meeting_id)
        if row is None:
            return ()
        sql = "SELECT * FROM segment WHERE transcript_id = ? AND position > ? AND deleted_at IS NULL ORDER BY position"
        return tuple(segment_of(found) for found in self._db.rows(sql, (row["id"], position)))

    def is_complete(self, meeting_id: MeetingId) -> bool:
        """Tell whether the transcript that is shown was finished."""
        row = self._current(meeting_id)
        return row is not None and bool(row["is_complete"])

    def transcript(self, meeting_id: MeetingId) -> Transcript | None:
        """Return the shown transcript as the value that exports take, or None."""
        row = self._current(meeting_id)
        if row is None:
            return None
        segments = tuple(stored.segment for stored in self.current(meeting_id))
        return Transcript(segments=segments, language=row["language"], model=row["model"])

    def versions(self, meeting_id: MeetingId) -> tuple[TranscriptVersion, ...]:
        """Return all transcriptions of a meeting, oldest first."""
        sql = """SELECT t.*, (SELECT count(*) FROM segment s WHERE s.transcript_id = t.id AND s.is_edited) AS edited
            FROM transcript t WHERE t.meeting_id = ? AND t.deleted_at IS NULL ORDER BY t.made_at"""
        return tuple(
            TranscriptVersion(
                id=row["id"],
                language=row["language"],
                model=row["model"],
                made_at=row["made_at"],
                is_complete=bool(row["is_complete"]),
                is_current=bool(row["is_current"]),
                edited=row["edited"],
            )
            for row in self._db.rows(sql, (meeting_id,))
        )

    def show(self, meeting_id: MeetingId, version: TranscriptId) -> None:
        """Go back to another version of the transcript."""
        with self._db.atomic():
            self._unindex(meeting_id)
            self._show(meeting_id, version)
            self._db.run("DELETE FROM edit WHERE meeting_id = ?", (meeting_id,))
            self._index(meeting_id, self._segments(version))

    def rewrite(self, meeting_id: MeetingId, segments: Iterable[StoredSegment]) -> None:
        """Store changed text or speakers of segments of the shown transcript, and keep the search index in step."""
        changed = tuple(segments)
        with self._db.atomic():
            for stored in changed:
                self._db.run(
                    """UPDATE segment SET text = ?, speaker = ?, words = ?, speaker_confidence = ?, original_text = ?,
                    is_edited = ?, changed_at = ? WHERE id = ?""",
                    (
                        stored.segment.text,
                        stored.segment.speaker,
                        codec.dumps(stored.segment.words),
                        stored.segment.speaker_confidence,
                        stored.original_text,
                        int(stored.is_edited),
                        records.now(),
                        stored.id,
                    ),
                )
            self._index(meeting_id, changed)

    def _language(self, meeting_id: MeetingId) -> str:
        row = self._db.row("SELECT language FROM meeting WHERE id = ?", (meeting_id,))
        return row["language"] if row else ""

    def _open(self, meeting_id: MeetingId) -> sqlite3.Row | None:
        sql = "SELECT * FROM transcript WHERE meeting_id = ? AND is_complete = 0 AND deleted_at IS NULL"
        return self._db.row(sql, (meeting_id,))

    def _current(self, meeting_id: MeetingId) -> sqlite3.Row | None:
        return self._db.row("SELECT * FROM transcript WHERE meeting_id = ? AND is_current = 1", (meeting_id,))

    def _show(self, meeting_id: MeetingId, version: TranscriptId) -> None:
        self._db.run("UPDATE transcript SET is_current = 0 WHERE meeting_id = ? AND id <> ?", (meeting_id, version))
        self._db.run("UPDATE transcript SET is_current = 1, changed_at = ? WHERE id = ?", (records.now(), version))

    def _retire(self, version: TranscriptId) -> None:
        self._db.run("UPDATE transcript SET is_complete = 1, changed_at = ? WHERE id = ?", (records.now(), version))

    def _segments(self, version: str, *, in_order_of: str = "position") -> tuple[StoredSegment, ...]:
        sql = f"SELECT * FROM segment WHERE transcript_id = ? AND deleted_at IS NULL ORDER BY {in_order_of}, number"  # noqa: S608 - names from our code
        return tuple(segment_of(row) for row in self._db.rows(sql, (version,)))

    def _index(self, meeting_id: MeetingId, segments: Iterable[StoredSegment]) -> None:
        for stored in segments:
            self._search.put(HitKind.SEGMENT, stored.id, stored.segment.text, meeting_id)

    def _unindex(self, meeting_id: MeetingId) -> None:
        for stored in self.current(meeting_id):
            self._search.remove(HitKind.SEGMENT, stored.id)
