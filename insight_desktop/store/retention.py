"""Lets go of what the user no longer wants kept: sound after so many days, the trash after so many."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store import records
from insight_desktop.store.audio_files import AudioFiles
from insight_desktop.store.database import Database
from insight_desktop.store.meetings import Meetings

_EXPIRED_SOUND = """SELECT r.path FROM recording r JOIN meeting m ON m.id = r.meeting_id
    WHERE r.path <> '' AND r.deleted_at IS NULL AND m.started_at < :before AND m.is_protected = 0
    AND EXISTS (SELECT 1 FROM analysis a WHERE a.meeting_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM job j WHERE j.meeting_id = m.id AND j.state IN ('queued', 'running', 'interrupted'))
    AND NOT EXISTS (SELECT 1 FROM recording o JOIN meeting n ON n.id = o.meeting_id WHERE o.path = r.path
        AND (n.is_protected = 1 OR n.started_at >= :before))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """What has been kept for as long as the user wished."""

    sounds: tuple[str, ...] = ()
    """Paths of recordings whose meeting has its text and minutes."""
    trashed: tuple[MeetingId, ...] = ()
    """Meetings that have been in the trash for long enough."""


class Retention:
    """Finds what has expired, and erases it."""

    def __init__(self, db: Database, meetings: Meetings, audio: AudioFiles) -> None:
        """Use the workspace's database and its audio."""
        self._db, self._meetings, self._audio = db, meetings, audio

    def expired(self, now: dt.datetime, *, audio_days: int, trash_days: int) -> Expired:
        """Return what has expired; 0 days of audio keep it forever."""
        sounds: list[str] = []
        if audio_days > 0:
            before = records.at(now - dt.timedelta(days=audio_days))
            found = (row[0] for row in self._db.rows(_EXPIRED_SOUND, {"before": before}))
            sounds = [path for path in dict.fromkeys(found) if self._audio.absolute(path).is_file()]
        sql = "SELECT id FROM meeting WHERE deleted_at < ? AND purged_at IS NULL ORDER BY id"
        since = records.at(now - dt.timedelta(days=trash_days))
        return Expired(sounds=tuple(sounds), trashed=tuple(MeetingId(row[0]) for row in self._db.rows(sql, (since,))))

    def erase(self, expired: Expired) -> None:
        """Delete the sounds, and erase the meetings from the trash for good."""
        self._audio.delete(expired.sounds)
        for meeting_id in expired.trashed:
            self._audio.delete(self._meetings.purge(meeting_id))
