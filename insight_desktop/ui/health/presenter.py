"""Runs the check beside the window, and repairs what a button can repair."""

import datetime as dt
import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from insight_desktop import health
from insight_desktop.health import Finding
from insight_desktop.local_models import location
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.health.report import write_support_file
from insight_desktop.ui.health.view import HealthView, Repair
from insight_desktop.ui.pages import Context, Presenter


class HealthPresenter(Presenter):
    """Serves the health check."""

    def __init__(self, context: Context, view: HealthView) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view = view
        self.findings: tuple[Finding, ...] = ()
        view.again_requested.connect(self.refresh)
        view.support_requested.connect(self._on_support)
        view.repair_requested.connect(self.repair)

    def refresh(self) -> None:
        """Look again."""
        self.view.show_looking()
        folder = self.context.workspace.path
        self.context.operations.work(lambda: health.examine(folder), then=self._on_found, key="health")

    def _on_found(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        self.view.show_findings(findings)

    def repair(self, repair: str, name: str) -> None:
        """Do what a button says."""
        match Repair(repair):
            case Repair.MODEL:
                self.context.operations.work(lambda: _forget_made(name), then=lambda _value: self.refresh())
            case Repair.DATABASE:
                self.context.frame.replace_workspace(Workspace.restore_backup)
            case Repair.SPACE:
                self.context.frame.go("settings", "privacy")
            case Repair.DEVICES:
                self.refresh()

    def _on_support(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        now = dt.datetime.now().astimezone()
        chosen, _ = QFileDialog.getSaveFileName(
            self.view,
            QCoreApplication.translate("Health", "Make a support file"),
            str(Path(home) / f"insight-desktop-support-{now:%Y%m%d-%H%M}.zip"),
            "ZIP (*.zip)",
        )
        if chosen:
            self.write_support(Path(chosen))

    def write_support(self, target: Path) -> None:
        """Write the file for whoever helps."""
        findings, settings = self.findings, self.context.preferences.settings
        self.context.operations.work(
            lambda: write_support_file(target, findings, settings),
            then=lambda path: self.context.frame.say(
                QCoreApplication.translate("Health", "Written: {path}. Nothing of any meeting is in it.").format(
                    path=path
                )
            ),
        )


def _forget_made(name: str) -> None:
    """Delete a model that this program made or fetched; it is made again when it is needed, from what was installed."""
    for folder in (location.cached_folder(name), location.user_folder(name)):
        shutil.rmtree(folder, ignore_errors=True)
