"""Decides for the page of exports: reads the inbox, rehearses, saves, and keeps what the CRM said."""

import datetime as dt
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import MeetingId
from insight_desktop.export_inbox import free_path, target_folder
from insight_desktop.exporting import ExportRequest, Rehearsal, export_meetings, rehearse
from insight_desktop.exports.crm_csv import ExportOptions
from insight_desktop.exports.writing import Written
from insight_desktop.ui import wording
from insight_desktop.ui.exporting import reading
from insight_desktop.ui.exporting.template_dialog import TemplateDialog
from insight_desktop.ui.exporting.values import ExportPage, Saved, Wish
from insight_desktop.ui.exporting.view import ExportView
from insight_desktop.ui.pages import Context, Presenter

_SETTLE_MS = 150
"""Several ticks in a row are rehearsed once."""


class ExportPresenter(Presenter):
    """Serves the page."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.MEETING, ChangeKind.ANALYSIS, ChangeKind.CUSTOMER, ChangeKind.EXPORT}
    )

    def __init__(self, context: Context, view: ExportView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._page: ExportPage | None = None
        self._preferred: frozenset[str] = frozenset()
        self._saved: Saved | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._wait.timeout.connect(self.rehearse)
        view.target.profile_chosen.connect(self.choose_profile)
        view.target.wished.connect(lambda _wish: self.refresh())
        view.target.template_requested.connect(self.choose_template)
        view.target.automatic_chosen.connect(self.set_automatic)
        view.target.folder_requested.connect(self.choose_folder)
        view.inbox.chosen.connect(lambda _ids: self._wait.start())
        view.inbox.meeting_opened.connect(self._open_meeting)
        view.report.meeting_opened.connect(self._open_meeting)
        view.footer.save_requested.connect(self.ask_where)
        view.footer.folder_opened.connect(self._show_folder)
        view.footer.imported_told.connect(self.tell_imported)
        view.footer.closed.connect(self._close_saved)
        view.import_requested.connect(context.frame.import_files)

    def open(self, argument: str) -> None:
        """Show the inbox; with an argument only that meeting is ticked."""
        self._preferred = frozenset(argument.split(",")) if argument else frozenset()
        super().open(argument)

    def refresh(self) -> None:
        """Read the inbox."""
        workspace, wishes, options = self.context.workspace, self.context.preferences.settings.export, self._options()
        self.context.operations.read(
            lambda: reading.read(workspace, wishes, options), then=self._show, key="export-page"
        )

    def _options(self) -> ExportOptions:
        wish: Wish = self.view.target.wish
        return ExportOptions(language=wording.language(), encoding=wish.encoding, with_transcript=wish.with_transcript)

    def _show(self, page: ExportPage) -> None:
        self._page = page
        preferred, self._preferred = self._preferred, frozenset()
        self.view.show_page(page, preferred)

    def request(self) -> ExportRequest | None:
        """Return what the ticks and choices ask for; None when nothing is ticked."""
        page, chosen = self._page, self.view.inbox.model.chosen
        if page is None or not chosen:
            return None
        return ExportRequest(
            profile=page.profile,
            options=self._options(),
            meeting_ids=tuple(MeetingId(each) for each in chosen),
            with_unchanged=True,
        )

    def rehearse(self) -> None:
        """Find out what would be written."""
        request, workspace = self.request(), self.context.workspace
        if request is None:
            self._show_rehearsal(reading.NOTHING)
            return
        self.view.show_rehearsal(None, {})
        self.context.operations.read(
            lambda: rehearse(workspace, request), then=self._show_rehearsal, key="export-rehearsal"
        )

    def _show_rehearsal(self, rehearsal: Rehearsal) -> None:
        titles: dict[str, str] = (
            {row.meeting.meeting_id: row.meeting.title for row in self._page.rows} if self._page else {}
        )
        self.view.show_rehearsal(rehearsal, titles)

    def choose_profile(self, profile: str) -> None:
        """Take another target and remember it."""
        self.context.preferences.set("export", "profile", profile)
        self._close_saved()
        self.refresh()

    def ask_where(self) -> None:
        """Ask for the place of the file, then save."""
        request = self.request()
        if request is None:
            return
        folder = target_folder(self.context.workspace, self.context.preferences.settings.export)
        proposal = free_path(folder, request, dt.datetime.now().astimezone())
        name, _ = QFileDialog.getSaveFileName(self.view, "", str(proposal), "CSV (*.csv)")
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the ticked meetings."""
        request, workspace = self.request(), self.context.workspace
        if request is None:
            return
        now = dt.datetime.now(dt.UTC).astimezone()
        self.context.operations.change(
            lambda: export_meetings(workspace, request, path, now=now),
            then=self._on_written,
            announce=Change(kinds=frozenset({ChangeKind.EXPORT})),
        )

    def _on_written(self, written: Written) -> None:
        files = written.files
        self._saved = Saved(
            names=tuple(file.path.name for file in files),
            folder=str(files[0].path.parent),
            rows=written.report.rows,
            checksums=tuple(file.sha256 for file in files),
        )
        self.view.footer.show_saved(self._saved)

    def tell_imported(self, is_imported: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Keep whether the CRM took the file; what it refused waits again."""
        saved, exports = self._saved, self.context.workspace.exports
        if saved is None:
            return

        def keep() -> None:
            for checksum in saved.checksums:
                exports.set_imported(checksum, imported=is_imported)

        self.context.operations.change(keep, announce=Change(kinds=frozenset({ChangeKind.EXPORT})))
        translate = QCoreApplication.translate
        self.context.frame.say(
            translate("ExportPage", "Noted. These meetings count as exported.")
            if is_imported
            else translate("ExportPage", "Noted. These meetings wait again.")
        )
        self._close_saved()

    def _close_saved(self) -> None:
        self._saved = None
        self.view.footer.show_saved(None)

    def _show_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._saved.folder))

    def _open_meeting(self, meeting_id: str) -> None:
        self.context.frame.go("meeting", meeting_id)

    def set_automatic(self, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Write files by themselves, or no longer."""
        self.context.preferences.set("export", "writes_automatically", on)
        self.refresh()

    def choose_folder(self) -> None:
        """Ask where files are written by themselves."""
        wishes = self.context.preferences.settings.export
        folder = QFileDialog.getExistingDirectory(self.view, "", str(target_folder(self.context.workspace, wishes)))
        if folder:
            self.context.preferences.set("export", "folder", folder)
            self.refresh()

    def choose_template(self) -> None:
        """Ask for the CRM's own CSV, match its columns, and take it as the target."""
        name, _ = QFileDialog.getOpenFileName(self.view, "", "", "CSV (*.csv *.txt);;* (*)")
        if name:
            self.context.operations.read(lambda: reading.read_template(Path(name)), then=self._match)

    def _match(self, read: reading.ReadTemplate) -> None:
        dialog = TemplateDialog(self.view, read)
        dialog.accepted_as.connect(self._adopt)
        dialog.open()

    def _adopt(self, read: reading.ReadTemplate) -> None:
        self.context.operations.read(lambda: reading.adopt(read), then=self.choose_profile)
