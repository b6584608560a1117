"""Follows what waits for the CRM while other pages are open, and writes files by themselves when the user wishes it."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.export_inbox import export_automatically
from insight_desktop.exports import profile_reader
from insight_desktop.exports.writing import Written
from insight_desktop.ui import wording
from insight_desktop.ui.pages import Context

_COALESCE_MS = 400
_COUNTED = {ChangeKind.MEETING, ChangeKind.ANALYSIS, ChangeKind.EXPORT}


class ExportWatcher(QObject):
    """Counts and exports in the background.

    Signals:
        counted(int): so many meetings wait.
    """

    counted = Signal(int)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Count at once."""
        super().__init__(parent)
        self._context = context
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        self._soon.timeout.connect(self.count)
        context.changes.changed.connect(self._on_changed)
        context.preferences.changed.connect(self._on_preferences)
        context.queue.settled.connect(self._on_settled)
        self.count()

    def count(self) -> None:
        """Find out how many meetings wait for the target of the settings."""
        workspace, name = self._context.workspace, self._context.preferences.settings.export.profile

        def waiting() -> int:
            profile = profile_reader.load(name)
            return workspace.exports.waiting(profile.id, profile.target_name)

        self._context.operations.read(waiting, then=self.counted.emit, failed=self._on_unknown, key="export-count")

    def _on_unknown(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.counted.emit(0)

    def _on_changed(self, change: Change) -> None:
        if change.kinds & _COUNTED:
            self._soon.start()

    def _on_preferences(self, _settings: object) -> None:
        self._soon.start()

    def _on_settled(self, job: Job) -> None:
        wishes = self._context.preferences.settings.export
        if job.state is not JobState.DONE or not wishes.writes_automatically:
            return
        workspace, language = self._context.workspace, wording.language()
        now = dt.datetime.now(dt.UTC).astimezone()
        self._context.operations.change(
            lambda: export_automatically(workspace, MeetingId(job.meeting_id), wishes, language=language, now=now),
            then=self._on_written,
            announce=Change(kinds=frozenset({ChangeKind.EXPORT})),
        )

    def _on_written(self, written: Written | None) -> None:
        if written is not None:
            text = QCoreApplication.translate("ExportPage", "Saved {name} for the CRM.")
            self._context.frame.say(text.format(name=written.files[0].path.name))
