"""Saves options and applies them at once."""

from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from insight_desktop.asr.model_files import installed_models
from insight_desktop.domain.change import ChangeKind
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.settings.view import SettingsView


class SettingsPresenter(Presenter):
    """Serves the settings page."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset({ChangeKind.SETTINGS})

    def __init__(self, context: Context, view: SettingsView) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view = view
        view.option_chosen.connect(self.choose)
        view.folder_requested.connect(self._on_folder)

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.context.preferences.settings
        models = tuple(dict.fromkeys((*installed_models(), settings.transcription.model)))
        self.view.show_settings(settings, str(self.context.workspace.path), models)

    def choose(self, group: str, name: str, value: Any) -> None:
        """Change one option."""
        self.context.preferences.set(group, name, value)
        if name == "vocabulary":
            self.context.operations.change(lambda: self.context.workspace.customers.set_vocabulary(value))
            self.context.frame.say(QCoreApplication.translate("Settings", "Saved."))
        self.refresh()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.workspace.path)))
