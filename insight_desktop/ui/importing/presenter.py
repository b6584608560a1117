"""Imports many files one after the other beside the database, and tells what came of each."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from insight_desktop import text_meetings
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.processing import Imported, ImportOptions
from insight_desktop.ui import wording
from insight_desktop.ui.importing.arrivals import Arrivals
from insight_desktop.ui.importing.csv_import import CsvImport
from insight_desktop.ui.importing.failures import Failures
from insight_desktop.ui.main_window import MainWindow
from insight_desktop.ui.pages import Context

PATTERNS = (
    "*.wav *.mp3 *.m4a *.aac *.flac *.ogg *.opus *.wma *.aiff *.mp4 *.mov *.mkv *.webm *.avi *.m4v *.3gp *.amr *.caf"
)
_TEXTS = "*.txt *.vtt *.srt *.csv"
TABLES = (".csv", ".tsv")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")
"""No sound either; the import of tables says how to save them."""


class ImportPresenter(QObject):
    """Takes files from the dialog or the pointer."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        """Serve the window."""
        super().__init__(window)
        self._context, self._window = context, window
        self.arrivals = Arrivals(context.operations, context.processing, self)
        self.arrivals.progressed.connect(window.strip.show_arriving)
        self.arrivals.stopped.connect(self._on_stopped)
        window.strip.arrival_stopped.connect(self.arrivals.stop)
        self._is_warned = False
        self._csv = CsvImport(context, window)
        self._csv.survey_found.connect(self._take_text)

    def choose(self) -> None:
        """Ask for files."""
        translate = QCoreApplication.translate
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            translate("Import", "Import recordings"),
            "",
            f"{translate('Import', 'Recordings, chats, surveys')} ({PATTERNS} {_TEXTS});;"
            f"{translate('Import', 'All files')} (*)",
        )
        self.take(tuple(Path(name) for name in names))

    def take(self, paths: tuple[Path, ...]) -> None:
        """Import each file; folders give the files in them."""
        tables = tuple(path for path in paths if path.suffix.lower() in (*TABLES, *_SHEETS))
        paths = tuple(path for path in paths if path not in tables)
        if tables:
            self._csv.take(tables)
        texts = tuple(path for path in paths if path.suffix.lower() in text_meetings.SUFFIXES)
        paths = tuple(path for path in paths if path not in texts)
        for path in texts:
            self._take_text(path)
        self._take_sounds(_files(paths))
        for path in paths:
            if path.is_dir() and not _files((path,)):
                text = QCoreApplication.translate("Import", "There is no recording in the folder “{name}”.")
                self._window.say(text.format(name=path.name))

    def _take_sounds(self, files: list[Path]) -> None:
        settings = self._context.preferences.settings
        options = ImportOptions(language=settings.transcription.language, rep=settings.general.rep_name)
        failures = Failures(len(files), self._window.say)

        def imported(found: Imported) -> None:
            self._announce(found)
            failures.came(found)

        self.arrivals.take(files, options, then=imported, failed=failures.failed, stopped=failures.passed)

    def may_close(self) -> bool:
        """Tell whether nothing is on its way; otherwise say so once, and stop it when the user closes again."""
        if not self.arrivals.is_busy:
            return True
        if self._is_warned:
            self.arrivals.stop()
            return True
        self._is_warned = True
        self._window.say(
            QCoreApplication.translate("Import", "Still importing. Close again to stop; your files stay as they are.")
        )
        return False

    def _on_stopped(self, files: int) -> None:
        self._window.say(QCoreApplication.translate("Import", "Stopped. %n file(s) not imported.", "", files))

    def _take_text(self, path: Path) -> None:
        """Make meetings of a chat or of answers."""
        work, name = self._context.workspace, self._context.preferences.settings.general.rep_name
        self._context.operations.change(
            lambda: text_meetings.import_text(work, path, ImportOptions(rep=name)),
            then=self._on_texts,
            failed=self._on_failed,
        )

    def _on_texts(self, found: tuple[Imported, ...]) -> None:
        """Tell how many meetings were made; they go back to the trash with one button."""
        self._announce(found[0])
        if found[0].is_duplicate:
            text = QCoreApplication.translate("Import", "“{title}” is already here.")
            self._window.say(text.format(title=found[0].meeting.title))
        new = tuple(each.meeting.id for each in found if not each.is_duplicate)
        if new:
            told = QCoreApplication.translate("Import", "%n meeting(s) made of the file.", "", len(new))
            told_before = tuple(each.before for each in found if each.before is not None)
            if told_before:
                self._context.changes.announce(Change(kinds=frozenset({ChangeKind.CUSTOMER})))
            self._window.say(told, lambda: self._take_back(new, told_before))

    def _take_back(self, meetings: tuple[MeetingId, ...], told_before: tuple[Customer, ...]) -> None:
        work = self._context.workspace

        def take_back() -> None:
            for meeting in meetings:
                work.meetings.trash(meeting)
            for customer in reversed(told_before):
                text_meetings.forget_loyalty(work, customer)

        kinds = {ChangeKind.MEETING, ChangeKind.CUSTOMER} if told_before else {ChangeKind.MEETING}
        self._context.operations.change(
            take_back, announce=Change(kinds=frozenset(kinds), ids=frozenset() if told_before else frozenset(meetings))
        )

    def _announce(self, imported: Imported) -> None:
        kinds = frozenset({ChangeKind.MEETING, ChangeKind.JOB})
        self._context.changes.announce(Change(kinds=kinds, ids=frozenset({imported.meeting.id})))
        self._context.queue.wake()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._window.say(wording.sentence(error))


def _files(paths: tuple[Path, ...]) -> list[Path]:
    suffixes = {pattern.removeprefix("*") for pattern in PATTERNS.split()}
    found: list[Path] = []
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in suffixes) if path.is_dir() else [path]
        found.extend(inside)
    return found
