"""Decides how a meeting goes out: to the page of exports, as a text to paste, as a document where the user wants it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments, MessageKind
from insight_desktop.ui.meeting import documents
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingHandingOut(QObject):
    """Serves the menu of exports of the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView, changes: MeetingChanges) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._context, self._view, self._changes = context, view, changes
        view.header.export_requested.connect(self.export)

    def export(self, what: str) -> None:
        """Go to the page of exports, copy a text, or write a document where the user wants it."""
        workspace, meeting_id, found = self._context.workspace, self._changes.meeting_id, self._changes.content
        if found is None:
            return
        action, _, kind = what.partition(":")
        if action == "crm":
            self._context.frame.go("exports", meeting_id)
        elif action == "copy":
            self._context.operations.read(
                lambda: MeetingDocuments(workspace, meeting_id).message(MessageKind(kind)), then=self._on_message
            )
        else:
            proposal = workspace.exports_dir / documents.file_name(found.summary.meeting, kind)
            name, _ = QFileDialog.getSaveFileName(self._view, "", str(proposal), f"*.{kind}")
            if name:
                self.save_document(DocumentKind(kind), Path(name))

    def save_document(self, kind: DocumentKind, path: Path) -> None:
        """Write a document."""
        workspace, meeting_id = self._context.workspace, self._changes.meeting_id
        self._context.operations.read(lambda: documents.write(workspace, meeting_id, kind, path), then=self._on_written)

    def _on_message(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._context.frame.say(QCoreApplication.translate("Meeting", "Copied. Paste it where you need it."))

    def _on_written(self, path: Path) -> None:
        text = QCoreApplication.translate("Meeting", "Saved as {name}.")
        self._context.frame.say(text.format(name=path.name))
