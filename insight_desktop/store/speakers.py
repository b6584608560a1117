"""Who speaks in each meeting: names, sides, and what the user said of them."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from insight_desktop.domain.ids import MeetingId, new_id
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Speakers:
    """Keeps the people who speak; what the user confirmed survives a new transcription."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Speaker, ...]:
        """Return the people who speak, reps first."""
        sql = """SELECT * FROM speaker WHERE meeting_id = ? AND deleted_at IS NULL
            ORDER BY role = 'customer', role = 'unknown', label"""
        return tuple(
            Speaker(label=row["label"], name=row["name"], role=Role(row["role"]), confidence=row["confidence"])
            for row in self._db.rows(sql, (meeting_id,))
        )

    def save(self, meeting_id: MeetingId, speakers: Iterable[Speaker], *, confirmed: bool) -> None:
        """Insert or update speakers; confirmed ones are the user's word and survive a new transcription."""
        with self._db.atomic():
            for speaker in speakers:
                old = self._db.row(
                    "SELECT id FROM speaker WHERE meeting_id = ? AND label = ?", (meeting_id, speaker.label)
                )
                record = {
                    "id": new_id() if old is None else old["id"],
                    "changed_at": records.now(),
                    "deleted_at": None,
                    "meeting_id": meeting_id,
                    "label": speaker.label,
                    "name": speaker.name,
                    "role": speaker.role,
                    "confidence": speaker.confidence,
                    "is_confirmed": int(confirmed),
                }
                self._db.put("speaker", record)

    def drop(self, meeting_id: MeetingId, labels: Iterable[SpeakerLabel]) -> None:
        """Leave tombstones of speakers who were merged into others."""
        moment = records.now()
        self._db.run_many(
            "UPDATE speaker SET deleted_at = ?, changed_at = ? WHERE meeting_id = ? AND label = ?",
            [(moment, moment, meeting_id, label) for label in labels],
        )

    def take_in(
        self, meeting_id: MeetingId, speakers: Sequence[Speaker], speaking: Container[SpeakerLabel | None]
    ) -> None:
        """Take in who speaks in a new transcription.

        Names and roles that the user confirmed are kept, but for a third person who speaks no more.
        """
        rows = self._db.rows("SELECT * FROM speaker WHERE meeting_id = ? AND is_confirmed = 1", (meeting_id,))
        confirmed = {row["label"] for row in rows}
        named = {
            row["label"]: row["name"]
            for row in self._db.rows(
                "SELECT label, name FROM speaker WHERE meeting_id = ? AND name <> ''", (meeting_id,)
            )
        }
        fresh = [speaker for speaker in speakers if speaker.label not in confirmed]
        kept = {speaker.label for speaker in speakers} | {
            each for each in confirmed if each in speaking or each in (REP, CUSTOMER)
        }
        gone = [speaker.label for speaker in self.of_meeting(meeting_id) if speaker.label not in kept]
        self.drop(meeting_id, gone)
        self.save(meeting_id, [replace(s, name=s.name or named.get(s.label, "")) for s in fresh], confirmed=False)

    def confirmed_rep_channel(self, meeting_id: MeetingId) -> int | None:
        """Return the channel on which the rep speaks by the user's word, or None when the user said nothing."""
        sql = """SELECT s.channel FROM segment s JOIN transcript t ON t.id = s.transcript_id
            JOIN speaker p ON p.meeting_id = t.meeting_id AND p.label = s.speaker AND p.is_confirmed = 1
            WHERE t.meeting_id = ? AND t.is_current = 1 AND p.role = 'rep' AND s.channel IS NOT NULL
            AND p.deleted_at IS NULL GROUP BY s.channel ORDER BY count(*) DESC LIMIT 1"""
        row = self._db.row(sql, (meeting_id,))
        return None if row is None else row["channel"]

    def is_rep_confirmed(self, meeting_id: MeetingId) -> bool:
        """Tell whether the user said who the rep is."""
        sql = """SELECT 1 FROM speaker WHERE meeting_id = ? AND role = 'rep' AND is_confirmed = 1
            AND deleted_at IS NULL"""
        return self._db.row(sql, (meeting_id,)) is not None

    def is_count_sure(self, meeting_id: MeetingId) -> bool:
        """Tell whether the number of voices is beyond doubt in the transcript that is shown."""
        sql = "SELECT is_count_sure FROM transcript WHERE meeting_id = ? AND is_current = 1"
        row = self._db.row(sql, (meeting_id,))
        return row is None or bool(row["is_count_sure"])

    def settle_count(self, meeting_id: MeetingId) -> None:
        """Note that the number of voices is right, by the user's word."""
        self._db.run(
            "UPDATE transcript SET is_count_sure = 1, changed_at = ? WHERE meeting_id = ? AND is_current = 1",
            (records.now(), meeting_id),
        )
