"""Composition root: builds everything once, passes it on through constructors, opens the window."""

import argparse
import datetime as dt
import importlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.job import Job, JobState
from insight_desktop.settings.file import SettingsFile
from insight_desktop.settings.options import InterfaceLanguage, Theme
from insight_desktop.ui import logs, theme, wording
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.collecting import Collector
from insight_desktop.ui.errors import Errors
from insight_desktop.ui.language import Language, Languages
from insight_desktop.ui.main_window import MainWindow
from insight_desktop.ui.operations import Operations
from insight_desktop.ui.page_list import PAGES
from insight_desktop.ui.pages import Context
from insight_desktop.ui.preferences import Preferences
from insight_desktop.ui.single_instance import SingleInstance

RESTART = 75
"""Exit code of the event loop that asks for the program to be started again."""
_AS_IT_IS = 100
_SWITCH_S = 0.0005
"""How long another thread may make the window wait for the interpreter; Python's own 5 ms add up while painting."""

if TYPE_CHECKING:  # the store, the queue and their libraries are loaded once the window is shown
    from insight_desktop.processing import Processing
    from insight_desktop.store.workspace import Workspace
    from insight_desktop.ui.child_process import ChildProcess
    from insight_desktop.ui.importing.presenter import ImportPresenter
    from insight_desktop.ui.job_queue import JobQueue
    from insight_desktop.ui.meaning import MeaningService


class Program(QObject):
    """One running window with everything behind it.

    Signals:
        opened(): the workspace is open and the queue runs.
        left(int): the program should end with this code.
    """

    opened = Signal()
    left = Signal(int)

    def __init__(
        self, application: QApplication, workspace: Path, preferences: Preferences, *, runs_jobs: bool = True
    ) -> None:
        """Build the window; the workspace opens in the background."""
        super().__init__()
        sys.setswitchinterval(_SWITCH_S)
        self._collector = Collector(self)
        self._application, self._path, self.preferences = application, workspace, preferences
        self.languages = Languages(application)
        self.languages.use(preferences.language)
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self.changes = Changes()
        self.window = MainWindow(PAGES)
        self.errors = Errors(lambda: self.window)
        self.errors.told.connect(self.window.say)
        self.operations = Operations(self.changes, self.errors.show_error)
        self.queue: JobQueue | None = None
        self.meaning: MeaningService | None = None
        self.window.closing.connect(self.close)
        self.window.restart_requested.connect(self.restart)
        self.window.workspace_change_requested.connect(self.replace_workspace)
        self.window.theme_requested.connect(self._on_theme)
        self.window.language_requested.connect(self._on_language)
        self.window.use_keys(preferences.settings.shortcuts.keys)
        preferences.changed.connect(self._on_preferences)
        self._workspace: Workspace | None = None
        self.context: Context | None = None
        self._importing: ImportPresenter | None = None
        self._is_closed = False
        self._runs_jobs = runs_jobs

    def open(self, page: str = "today", argument: str = "") -> None:
        """Open the workspace and show a page."""
        self.window.go(page, argument)
        self._open_workspace()

    def _open_workspace(self) -> None:
        self.operations.read(self._load, then=self._on_opened, failed=self._on_not_opened)

    def _on_not_opened(self, error: Exception) -> None:
        """Ask for the passphrase of a protected workspace; anything else is told."""
        if not isinstance(error, KnownError) or error.code is not ErrorCode.PASSPHRASE_NEEDED:
            self.errors.show_error(error)
            return
        from insight_desktop.store import keyring
        from insight_desktop.ui.protection.asking import ask

        ask(
            self.window,
            self.operations,
            QCoreApplication.translate("MainWindow", "Your meetings are encrypted on this computer."),
            lambda secret: keyring.unlock(self._path, secret),
            then=self._open_workspace,
            given_up=self.window.close,
        )

    def _load(self) -> "tuple[Workspace, Processing]":
        from insight_desktop.processing import Processing
        from insight_desktop.store.workspace import Workspace

        workspace = Workspace.open(self._path)
        return workspace, Processing(workspace, lambda: self.preferences.settings.transcription.rivals)

    def _on_opened(self, loaded: "tuple[Workspace, Processing]") -> None:
        from insight_desktop.ui.job_queue import JobQueue
        from insight_desktop.ui.meaning import MeaningService
        from insight_desktop.ui.recording.recovery import recover

        workspace, processing = loaded
        self._workspace = workspace
        self.queue = JobQueue(self.operations, self._make_child)
        self.queue.progressed.connect(self.window.strip.show_running)
        self.queue.warned.connect(self.errors.show_error)
        self.queue.settled.connect(self._on_settled)
        self.queue.listed.connect(self.window.strip.show_jobs)
        self.window.strip.cancelled.connect(self.queue.cancel)
        self.window.strip.retried.connect(self.queue.retry)
        self.window.strip.moved.connect(self.queue.move)
        self.meaning = MeaningService(workspace, self.operations, self.changes, self)
        self.context = Context(
            workspace=workspace,
            processing=processing,
            operations=self.operations,
            changes=self.changes,
            queue=self.queue,
            meaning=self.meaning,
            preferences=self.preferences,
            frame=self.window,
        )
        self._serve(self.context)
        if self._runs_jobs:
            self.queue.open(workspace, processing)
            self.meaning.start()
        recover(self.context)
        self.operations.work(_load_pages)
        self._let_go(workspace)
        self._welcome(workspace)
        self.opened.emit()

    def _let_go(self, workspace: "Workspace") -> None:
        """Erase what the user no longer wants kept."""
        privacy, now = self.preferences.settings.privacy, dt.datetime.now(dt.UTC)

        def erase() -> None:
            days = {"audio_days": privacy.keep_audio_days, "trash_days": privacy.keep_trash_days}
            workspace.retention.erase(workspace.retention.expired(now, **days))

        if self._runs_jobs:
            self.operations.change(erase)

    def _welcome(self, workspace: "Workspace") -> None:
        """Show the first steps to who has neither settings nor meetings."""
        if self.preferences.is_new and self.window.page == "today":
            self.operations.read(
                lambda: workspace.meetings.list(limit=1).total,
                then=lambda count: None if count else self.window.go("welcome"),
            )

    def _serve(self, context: Context) -> None:
        from insight_desktop.ui.exporting.watcher import ExportWatcher
        from insight_desktop.ui.importing.presenter import ImportPresenter
        from insight_desktop.ui.search.presenter import PalettePresenter
        from insight_desktop.ui.widgets.keys import show_keys

        importing = ImportPresenter(context, self.window)
        self.window.import_requested.connect(importing.choose)
        self.window.files_dropped.connect(importing.take)
        self._importing = importing
        self.window.may_close = importing.may_close
        watcher = ExportWatcher(context, self.window)
        watcher.counted.connect(lambda number: self.window.sidebar.show_count("exports", number))
        palette = PalettePresenter(context, self.window, PAGES)
        self.window.palette_requested.connect(palette.open)
        self.window.keys_requested.connect(lambda: show_keys(self.window, self.window.keys))
        if any(page.id == "recording" for page in PAGES):
            self.window.record_requested.connect(lambda: self.window.go("recording"))
            self.window.record_at_once_requested.connect(lambda: self.window.go("recording", "now"))
        self.window.serve(context)

    def _make_child(self) -> "ChildProcess":
        from insight_desktop.ui.child_process import ChildProcess, command_of

        program, arguments = command_of("analysis")
        return ChildProcess(program, arguments)

    def _on_settled(self, job: Job) -> None:
        if job.state is JobState.FAILED and job.error_code:
            self.window.say(wording.sentence_of(job.error_code))
        queue = self.queue
        if job.state is JobState.CANCELLED and queue is not None:
            told = QCoreApplication.translate("MainWindow", "Stopped. What was done so far is kept.")
            self.window.say(told, lambda: queue.retry(job.id))

    def _on_preferences(self, _settings: object) -> None:
        if self.preferences.language is not self.languages.language:
            self.languages.use(self.preferences.language)
        self._dress()
        self.window.use_keys(self.preferences.settings.shortcuts.keys)

    def _dress(self) -> None:
        """Apply the theme that the user chose, or the system's."""
        theme.apply(self._application, self.preferences.theme)

    def _on_theme(self) -> None:
        self.preferences.set("general", "theme", Theme.LIGHT if theme.current().dark else Theme.DARK)

    def _on_language(self) -> None:
        is_japanese = self.preferences.language is Language.JAPANESE
        chosen = InterfaceLanguage.ENGLISH if is_japanese else InterfaceLanguage.JAPANESE
        self.preferences.set("general", "language", chosen)

    def restart(self) -> None:
        """Close the window and start the program again, unless it records or imports."""
        if not self._is_recording() and self.window.may_close():
            self.window.close()
            self.left.emit(RESTART)

    def replace_workspace(self, change: Callable[[Path], object]) -> None:
        """Close the workspace, let `change` work on its folder, and start again; an error is told before that."""
        workspace = self._workspace
        if workspace is None or self.queue is None or self._is_recording() or not self.window.may_close():
            return
        self.window.setEnabled(False)
        self.queue.close()

        def replaced() -> None:
            workspace.close()
            change(self._path)

        self.operations.read(replaced, then=lambda _value: self.restart(), failed=self._on_not_replaced)

    def _on_not_replaced(self, error: Exception) -> None:
        self.window.setEnabled(True)
        self.errors.explain(error)
        self.restart()

    def _is_recording(self) -> bool:
        presenter = self.window.presenter("recording")
        is_recording = bool(getattr(presenter, "is_recording", False))
        if is_recording:
            self.window.say(QCoreApplication.translate("MainWindow", "Stop the recording first."))
        return is_recording

    def close(self) -> None:
        """Stop the child, store what waits, close the database."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.queue is not None:
            self.queue.close()
        if self.meaning is not None:
            self.meaning.stop()
        if self._importing is not None:
            self._importing.arrivals.stop()
        self.operations.close(None if self._workspace is None else self._workspace.close)
        self._collector.stop()


def _load_pages() -> None:
    """Read the code of the largest pages ahead, so that opening them does not make the window stand still."""
    for page in ("meeting", "trends"):
        importlib.import_module(f"insight_desktop.ui.{page}.presenter")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the window's own arguments."""
    result = argparse.ArgumentParser(prog="insight-desktop")
    result.add_argument("--workspace", type=Path, default=None, metavar="DIR")
    result.add_argument("--data-dir", type=Path, default=None, metavar="DIR", help="settings and workspace together")
    result.add_argument("--ui", choices=("ja", "en"), default="")
    result.add_argument("--theme", choices=("light", "dark"), default="")
    return result


def preferences_of(options: argparse.Namespace) -> Preferences:
    """Load the settings that a command line names."""
    data_dir: Path | None = getattr(options, "data_dir", None)
    file = SettingsFile(data_dir / "settings.json" if data_dir else None)
    return Preferences(file, language=options.ui, theme=options.theme)


def workspace_of(options: argparse.Namespace) -> Path:
    """Return the workspace that a command line names."""
    if options.workspace is not None:
        return Path(options.workspace)
    data_dir: Path | None = getattr(options, "data_dir", None)
    return data_dir / "workspace" if data_dir else paths.default_workspace()


def main(arguments: Sequence[str]) -> int:
    """Open the window; returns when it is closed."""
    options = parser().parse_args(arguments)
    logs.begin()
    QApplication.setApplicationName("InsightDesktop")
    QApplication.setApplicationDisplayName("Insight Desktop")
    QApplication.setDesktopFileName("insight-desktop")
    preferences = preferences_of(options)
    _zoom(preferences)
    application = QApplication.instance() or QApplication(["insight-desktop"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody makes a smaller one before
    instance = SingleInstance(workspace_of(options), application)
    if not instance.is_first():
        return 0
    application.setWindowIcon(theme.program_icon())
    program = Program(application, workspace_of(options), preferences)
    instance.called.connect(program.window.showNormal)
    instance.called.connect(program.window.activateWindow)
    program.errors.install()
    program.left.connect(application.exit)
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "InsightDesktop", "window")
    program.window.restore(store)
    program.window.closing.connect(lambda: store.setValue("geometry", program.window.saveGeometry()))
    program.window.show()
    QTimer.singleShot(0, program.open)
    code = application.exec()
    program.close()
    instance.close()
    if code == RESTART:
        program_command = (
            [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "insight_desktop"]
        )
        subprocess.Popen([*program_command, *arguments], start_new_session=True)
        return 0
    return code


def _zoom(preferences: Preferences) -> None:
    """Let Qt draw everything larger or smaller; it reads this once, before the application is made."""
    if preferences.settings.general.zoom != _AS_IT_IS:
        os.environ["QT_SCALE_FACTOR"] = str(preferences.settings.general.zoom / 100)
    else:
        os.environ.pop("QT_SCALE_FACTOR", None)
