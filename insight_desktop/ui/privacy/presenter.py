"""Reads the proof anew whenever the page is opened, and does what the user wants deleted."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from insight_desktop.diarization import voiceprint
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.privacy import values
from insight_desktop.ui.privacy.enrolment import EnrolmentDialog
from insight_desktop.ui.privacy.view import PrivacyView


class PrivacyPresenter(Presenter):
    """Serves the privacy page."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset({ChangeKind.MEETING})

    def __init__(self, context: Context, view: PrivacyView) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view = view
        view.checked.connect(lambda: self._look_at_models(thorough=True))
        view.voice_requested.connect(self.enrol)
        view.voice_forgotten.connect(self._forget)
        view.trash_emptied.connect(self.empty_trash)

    def refresh(self) -> None:
        """Read what holds."""
        workspace = self.context.workspace
        self.context.operations.read(lambda: values.read(workspace), then=self.view.show_privacy, key="privacy")
        self._look_at_models()

    def _look_at_models(self, *, thorough: bool = False) -> None:
        self.view.show_checking()
        self.context.operations.work(
            lambda: values.read_models(thorough=thorough), then=self.view.show_models, key="models"
        )

    def enrol(self) -> None:
        """Open the dialog that listens to the user for half a minute."""
        dialog = EnrolmentDialog(self.view.window(), self.context)
        dialog.enrolled.connect(self._on_enrolled)
        dialog.open()

    def _on_enrolled(self) -> None:
        self.context.frame.say(QCoreApplication.translate("Privacy", "Your voice is enrolled."))
        self.refresh()

    def _forget(self) -> None:
        voiceprint.forget()
        self.context.frame.say(QCoreApplication.translate("Privacy", "Your voice is deleted."))
        self.refresh()

    def empty_trash(self) -> None:
        """Erase for good; the one thing without undo, so the user is asked."""
        translate = QCoreApplication.translate
        answer = QMessageBox.question(
            self.view.window(),
            translate("Privacy", "Empty the trash"),
            translate("Privacy", "Erase everything in the trash for good? This cannot be undone."),
        )
        if answer is not QMessageBox.StandardButton.Yes:
            return
        workspace = self.context.workspace
        self.context.operations.change(
            workspace.empty_trash, announce=Change(kinds=frozenset({ChangeKind.MEETING})), then=self._on_emptied
        )

    def _on_emptied(self, count: object) -> None:
        text = QCoreApplication.translate("Privacy", "Erased for good: {count}")
        self.context.frame.say(text.format(count=count))
        self.refresh()
