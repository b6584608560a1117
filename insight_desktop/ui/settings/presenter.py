"""Saves options and applies them at once."""

from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from insight_desktop.asr.model_files import installed_models
from insight_desktop.domain.change import ChangeKind
from insight_desktop.domain.offering import OfferRules
from insight_desktop.exports import profile_reader
from insight_desktop.settings.options import Page, Settings
from insight_desktop.ui.actions import with_keys
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.settings.protection import ProtectionPresenter
from insight_desktop.ui.settings.rules import RulesPresenter
from insight_desktop.ui.settings.segments import SegmentsPresenter
from insight_desktop.ui.settings.storage import StoragePresenter
from insight_desktop.ui.settings.view import SettingsView


class SettingsPresenter(Presenter):
    """Serves the settings page."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset({ChangeKind.SETTINGS, ChangeKind.MEETING, ChangeKind.SUGGESTION})

    def __init__(self, context: Context, view: SettingsView) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view = view
        self.storage = StoragePresenter(context, view.storage)
        self.protection = ProtectionPresenter(context, view.protection)
        self.rules = RulesPresenter(context, view.rules)
        self.segments = SegmentsPresenter(context, view.segments)
        view.option_chosen.connect(self.choose)
        view.reset_requested.connect(self.reset)
        view.restart_requested.connect(context.frame.restart)
        view.health_requested.connect(lambda: context.frame.go("health"))
        view.keys.chosen.connect(self._on_keys)
        view.keys.refused.connect(context.frame.say)
        view.storage.shown.connect(self._on_folder)

    def open(self, argument: str) -> None:
        """Come into sight, at the section that was asked for."""
        super().open(argument)
        if argument:
            self.view.go(Page(argument))

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.context.preferences.settings
        models = dict.fromkeys((*installed_models(), settings.transcription.model))
        self.view.offer(("transcription", "model"), [(name, name) for name in models])
        self.view.offer(("export", "profile"), self._profiles())
        self.view.show_settings(settings)
        self.storage.refresh()
        self.protection.refresh()
        self.rules.refresh()
        self.segments.refresh()

    def _profiles(self) -> list[tuple[str, str]]:
        return profile_titles(str(self.context.preferences.language))

    def choose(self, group: str, name: str, value: Any) -> None:
        """Change one option."""
        if getattr(getattr(self.context.preferences.settings, group), name) == value:
            return
        self.context.preferences.set(group, name, value)
        if name == "vocabulary":
            self.context.operations.change(lambda: self.context.workspace.customers.set_vocabulary(value))
        self.context.frame.say(QCoreApplication.translate("Settings", "Saved."))
        self.refresh()

    def _on_keys(self, action_id: str, keys: str) -> None:
        held = self.context.preferences.settings.shortcuts.keys
        self.choose("shortcuts", "keys", with_keys(held, action_id, keys))

    def reset(self) -> None:
        """Take everything back to the defaults, with undo."""
        before = self.context.preferences.settings
        self.context.preferences.reset()
        rules = self.rules.reset()
        self.refresh()
        self.context.frame.say(
            QCoreApplication.translate("Settings", "All settings are as they came. Your name and words were kept."),
            lambda: self._take_back(before, rules),
        )

    def _take_back(self, before: Settings, rules: OfferRules) -> None:
        self.context.preferences.replace(before)
        self.rules.keep(rules)
        self.refresh()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.workspace.path)))


def profile_titles(language: str) -> list[tuple[str, str]]:
    """Return the export profiles with their titles; one that cannot be read is shown by its name."""
    found = []
    for name in profile_reader.names():
        try:
            titles = profile_reader.load(name).title
        except Exception:  # noqa: BLE001 - a user's broken profile must not close the settings
            titles = {}
        found.append((name, titles.get(language) or titles.get("en") or name))
    return found
