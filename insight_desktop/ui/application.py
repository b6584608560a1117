"""Composition root: builds everything once, passes it on through constructors, opens the window."""

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from insight_desktop import paths
from insight_desktop.domain.job import Job, JobState
from insight_desktop.settings.file import SettingsFile
from insight_desktop.ui import theme, wording
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.errors import Errors
from insight_desktop.ui.language import Languages
from insight_desktop.ui.main_window import MainWindow
from insight_desktop.ui.operations import Operations
from insight_desktop.ui.page_list import PAGES
from insight_desktop.ui.pages import Context
from insight_desktop.ui.preferences import Preferences
from insight_desktop.ui.single_instance import SingleInstance

_SWITCH_S = 0.0005
"""How long another thread may make the window wait for the interpreter; Python's own 5 ms add up while painting."""

if TYPE_CHECKING:  # the store, the queue and their libraries are loaded once the window is shown
    from insight_desktop.processing import Processing
    from insight_desktop.store.workspace import Workspace
    from insight_desktop.ui.child_process import ChildProcess
    from insight_desktop.ui.job_queue import JobQueue
    from insight_desktop.ui.meaning import MeaningService


class Program(QObject):
    """One running window with everything behind it.

    Signals:
        opened(): the workspace is open and the queue runs.
    """

    opened = Signal()

    def __init__(
        self, application: QApplication, workspace: Path, preferences: Preferences, *, runs_jobs: bool = True
    ) -> None:
        """Build the window; the workspace opens in the background."""
        super().__init__()
        sys.setswitchinterval(_SWITCH_S)
        self._application, self._path, self.preferences = application, workspace, preferences
        self.languages = Languages(application)
        self.languages.use(preferences.language)
        theme.apply(application, preferences.theme)
        self.changes = Changes()
        self.window = MainWindow(PAGES)
        self.errors = Errors(lambda: self.window)
        self.errors.told.connect(self.window.say)
        self.operations = Operations(self.changes, self.errors.show_error)
        self.queue: JobQueue | None = None
        self.meaning: MeaningService | None = None
        self.window.closing.connect(self.close)
        preferences.changed.connect(self._on_preferences)
        self._workspace: Workspace | None = None
        self.context: Context | None = None
        self._is_closed = False
        self._runs_jobs = runs_jobs

    def open(self, page: str = "today", argument: str = "") -> None:
        """Open the workspace and show a page."""
        self.window.go(page, argument)
        self.operations.read(self._load, then=self._on_opened)

    def _load(self) -> "tuple[Workspace, Processing]":
        from insight_desktop.processing import Processing
        from insight_desktop.store.workspace import Workspace

        workspace = Workspace.open(self._path)
        return workspace, Processing(workspace)

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
        self.opened.emit()

    def _serve(self, context: Context) -> None:
        from insight_desktop.ui.exporting.watcher import ExportWatcher
        from insight_desktop.ui.importing.presenter import ImportPresenter
        from insight_desktop.ui.search.presenter import PalettePresenter
        from insight_desktop.ui.widgets.keys import show_keys

        importing = ImportPresenter(context, self.window)
        self.window.import_requested.connect(importing.choose)
        self.window.files_dropped.connect(importing.take)
        watcher = ExportWatcher(context, self.window)
        watcher.counted.connect(lambda number: self.window.sidebar.show_count("exports", number))
        palette = PalettePresenter(context, self.window, PAGES)
        self.window.palette_requested.connect(palette.open)
        self.window.keys_requested.connect(lambda: show_keys(self.window))
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

    def _on_preferences(self, _settings: object) -> None:
        if self.preferences.language is not self.languages.language:
            self.languages.use(self.preferences.language)
        theme.apply(self._application, self.preferences.theme)

    def close(self) -> None:
        """Stop the child, store what waits, close the database."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.queue is not None:
            self.queue.close()
        if self.meaning is not None:
            self.meaning.stop()
        workspace = self._workspace
        if workspace is not None:
            self.operations.read(workspace.close, then=_nothing)
        self.operations.close()


def _load_pages() -> None:
    """Read the code of the largest page ahead, so that opening it does not make the window stand still."""
    importlib.import_module("insight_desktop.ui.trends.presenter")


def _nothing(_value: object) -> None:
    """Wait for nothing."""


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
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    QApplication.setApplicationName("InsightDesktop")
    QApplication.setApplicationDisplayName("Insight Desktop")
    application = QApplication.instance() or QApplication(["insight-desktop"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody makes a smaller one before
    instance = SingleInstance(workspace_of(options), application)
    if not instance.is_first():
        return 0
    program = Program(application, workspace_of(options), preferences_of(options))
    instance.called.connect(program.window.showNormal)
    instance.called.connect(program.window.activateWindow)
    program.errors.install()
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "InsightDesktop", "window")
    program.window.restore(store)
    program.window.closing.connect(lambda: store.setValue("geometry", program.window.saveGeometry()))
    program.window.show()
    QTimer.singleShot(0, program.open)
    code = application.exec()
    program.close()
    instance.close()
    return code
