"""One folder that holds everything: the database, the audio and the exports."""

import contextlib
import logging
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId, TranscriptId
from insight_desktop.store import cipher, database, keyring, opened_files, protecting
from insight_desktop.store.analyses import Analyses
from insight_desktop.store.audio_files import AudioFiles
from insight_desktop.store.check_ins import CheckIns
from insight_desktop.store.corrections import Corrections
from insight_desktop.store.customer_details import DetailStore
from insight_desktop.store.customer_list import CustomerList
from insight_desktop.store.customer_states import CustomerStates
from insight_desktop.store.customers import Customers
from insight_desktop.store.database import Database
from insight_desktop.store.edits import Edits
from insight_desktop.store.exported import Exported
from insight_desktop.store.heard import Heard
from insight_desktop.store.jobs import Jobs
from insight_desktop.store.meanings import Meanings
from insight_desktop.store.meetings import Meetings
from insight_desktop.store.moments import Moments
from insight_desktop.store.offer_rules import OfferRuleStore
from insight_desktop.store.playlists import Comments, Playlists
from insight_desktop.store.products import Products
from insight_desktop.store.retention import Retention
from insight_desktop.store.saved_views import SavedViews
from insight_desktop.store.script_items import ScriptItems
from insight_desktop.store.search import Search
from insight_desktop.store.segment_rules import SegmentRules
from insight_desktop.store.speakers import Speakers
from insight_desktop.store.stories import Stories
from insight_desktop.store.suggestions import SuggestionLog
from insight_desktop.store.themes import Themes
from insight_desktop.store.trackers import Trackers
from insight_desktop.store.traits import Traits
from insight_desktop.store.transcripts import Transcripts
from insight_desktop.store.trend_columns import TrendStore
from insight_desktop.store.voices import Voices

log = logging.getLogger(__name__)

DATABASE_NAME = "insight.db"
_DAY_S = 86_400


class Workspace:
    """An open workspace; a context manager.

    Attributes:
        path: the folder.
        audio_dir: recordings and imported originals.
        exports_dir: where exports go by default.
        meetings: meetings, recordings, the list, the trash.
        moments: marks, pauses, gaps and agreements, at their place in the recording.
        speakers: who speaks in each meeting.
        transcripts: segments in versions.
        edits: what the user changes in transcripts, with undo.
        analyses: analyses with corrections laid over them.
        corrections: what the user corrects in analyses.
        customers: customers, contacts, deals, vocabulary.
        details: what is kept of each customer in lists.
        customer_list: the list of customers with counts.
        customer_states: what warnings look at.
        segment_rules: who belongs to which segment.
        heard: signals and people over the meetings of a customer.
        products: catalogues.
        suggestions: what became of suggestions.
        stories: what products did for other customers.
        check_ins: what was done about questions after a sale.
        offer_rules: when offers are to be made.
        voices: insights of all meetings, to be counted.
        themes: what gathers them.
        trends: columns over all meetings, to be counted.
        meanings: what utterances mean, to be found by it.
        traits: what the label network sees in them, for trackers.
        saved_views: the manager's filters under names.
        script: what should come up in meetings.
        trackers: concepts defined by sentences.
        playlists: stretches to listen to.
        comments: what was written at moments.
        jobs: the queue.
        search: full text.
        exports: what was written to which file.
        audio: the files of the audio store.
        retention: what has been kept for long enough.
    """

    def __init__(self, path: Path, db: Database) -> None:
        """Build the repositories on an open database; use `open`."""
        self.path = path
        self.audio_dir = path / "audio"
        self.exports_dir = path / "exports"
        self.db = db
        self.search = Search(db)
        self.meetings = Meetings(db, self.search)
        self.moments = Moments(db)
        self.speakers = Speakers(db)
        self.transcripts = Transcripts(db, self.search, self.speakers)
        self.edits = Edits(db, self.transcripts, self.speakers)
        self.analyses = Analyses(db, self.search, self.transcripts)
        self.corrections = Corrections(db, self.transcripts, self.analyses)
        self.customers = Customers(db, self.search)
        self.details = DetailStore(db, self.customers)
        self.customer_list = CustomerList(db)
        self.customer_states = CustomerStates(db)
        self.segment_rules = SegmentRules(db)
        self.heard = Heard(db)
        self.products = Products(db)
        self.suggestions = SuggestionLog(db)
        self.check_ins = CheckIns(db)
        self.stories = Stories(db)
        self.offer_rules = OfferRuleStore(db)
        self.voices = Voices(db)
        self.themes = Themes(db)
        self.trends = TrendStore(db)
        self.meanings = Meanings(db)
        self.traits = Traits(db)
        self.saved_views = SavedViews(db)
        self.script = ScriptItems(db)
        self.trackers = Trackers(db)
        self.playlists = Playlists(db)
        self.comments = Comments(db)
        self.jobs = Jobs(db)
        self.exports = Exported(db)
        self.audio = AudioFiles(path)
        self.retention = Retention(db, self.meetings, self.audio)
        self._claim = contextlib.ExitStack()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a workspace, made if it is new and migrated if it is old; a protected one must be unlocked before.

        Raises:
            KnownError: DATABASE_NEWER, DATABASE_DAMAGED (then `restore_backup` may help), PERMISSION_REFUSED,
                PASSPHRASE_NEEDED.
        """
        try:
            for folder in (path, path / "audio", path / "exports"):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path) from error
        if not keyring.is_protected(path):
            return cls(path, Database(path / DATABASE_NAME))
        protecting.resume(path)
        opened_files.remove_left_behind()
        opened = cls(path, Database(path / DATABASE_NAME))
        opened.audio.seal(opened.meetings.audio_paths())
        return opened

    @staticmethod
    def restore_backup(path: Path) -> Path | None:
        """Put the newest whole backup in the place of a damaged database, which is kept; None when there is none."""
        return database.restore(path / DATABASE_NAME)

    def back_up(self) -> Path:
        """Copy the database beside itself; the oldest of more than three copies go."""
        return database.back_up(self.db.connection, self.path / DATABASE_NAME)

    def claim(self) -> None:
        """Become the one process that runs jobs in this workspace, until it is closed or this process dies.

        Raises:
            KnownError: WORKSPACE_LOCKED while another process holds it; reading and editing need no claim.
        """
        self._claim.enter_context(database.exclusive(self.path / "jobs.lock", timeout=0))
        self._claim.callback(self._back_up_daily)

    def _back_up_daily(self) -> None:
        """Make the day's backup when the one process that worked here ends and nobody waits for it."""
        copies = database.backups(self.path / DATABASE_NAME)
        if copies and time.time() - copies[-1].stat().st_mtime < _DAY_S:
            return
        try:
            self.back_up()
        except (OSError, KnownError):
            log.exception("The daily backup could not be made")
        except cipher.errors():
            log.exception("The daily backup could not be made")

    def show_version(self, meeting_id: MeetingId, version: TranscriptId) -> None:
        """Go back to another version of a meeting's transcript; the analysis follows to its turns."""
        with self.db.atomic():
            self.transcripts.show(meeting_id, version)
            self.analyses.refresh(meeting_id)

    def purge(self, meeting_id: MeetingId) -> None:
        """Erase a trashed meeting for good, with its audio."""
        self.audio.delete(self.meetings.purge(meeting_id))

    def empty_trash(self) -> int:
        """Erase everything in the trash for good, from the backups too; returns how many meetings that were."""
        trashed = self.meetings.trashed()
        for summary in trashed:
            self.purge(summary.meeting.id)
        if trashed:
            self._forget_erased()
        return len(trashed)

    def _forget_erased(self) -> None:
        """Leave no copy of what was erased: neither in free pages, nor in the log of SQLite, nor in older backups."""
        old = database.backups(self.path / DATABASE_NAME)
        self.db.scrub()
        self.back_up()
        for copy in old:
            copy.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the database and give up the claim."""
        self._claim.close()
        self.db.close()
        opened_files.close()

    def __enter__(self) -> Self:
        """Return the workspace."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the workspace."""
        self.close()
