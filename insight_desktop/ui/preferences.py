"""The user's settings while the window runs: one value, saved at each change, applied at once."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from insight_desktop import wording
from insight_desktop.settings.file import SettingsFile, with_option
from insight_desktop.settings.options import InterfaceLanguage, Settings
from insight_desktop.ui.language import Language
from insight_desktop.ui.theme import ThemeName


class Preferences(QObject):
    """Holds the settings.

    Signals:
        changed(Settings): an option has another value.
    """

    changed = Signal(object)

    def __init__(self, file: SettingsFile, *, language: str = "", theme: str = "") -> None:
        """Load the file; `language` and `theme` of the command line win for this run."""
        super().__init__()
        self._file = file
        self._language, self._theme = language, theme
        self.settings: Settings = file.load().settings

    @property
    def language(self) -> Language:
        """The language of the window."""
        chosen = self._language or self.settings.general.language
        if chosen == InterfaceLanguage.SYSTEM:
            chosen = wording.user_language()
        return Language(chosen)

    @property
    def theme(self) -> ThemeName:
        """The theme of the window."""
        return ThemeName(self._theme or self.settings.general.theme)

    def set(self, group: str, name: str, value: Any) -> None:
        """Change one option and save."""
        self.settings = with_option(self.settings, group, name, value)
        self._file.save(self.settings)
        if (group, name) == ("general", "language"):
            self._language = ""
        if (group, name) == ("general", "theme"):
            self._theme = ""
        self.changed.emit(self.settings)
