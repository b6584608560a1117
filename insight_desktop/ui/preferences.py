"""The user's settings while the window runs: one value, saved at each change, applied at once."""

from dataclasses import replace
from pathlib import Path
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
        self.is_new = not file.path.exists()
        self._language, self._theme = language, theme
        self.settings: Settings = file.load().settings

    @property
    def path(self) -> Path:
        """Where the settings are kept."""
        return self._file.path

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
        self.is_new = False
        if (group, name) == ("general", "language"):
            self._language = ""
        if (group, name) == ("general", "theme"):
            self._theme = ""
        self.changed.emit(self.settings)

    def keep(self) -> None:
        """Save what holds, so that the next start is not the first; what the command line chose stays for this run."""
        self._file.save(self.settings)
        self.is_new = False

    def replace(self, settings: Settings) -> None:
        """Let other settings hold, and save them."""
        self.settings = settings
        self._file.save(settings)
        self.is_new = False
        self._language = self._theme = ""
        self.changed.emit(settings)

    def reset(self) -> None:
        """Take every option back to what it came with; the user's name and words are no options to forget."""
        kept, default = self.settings, Settings()
        self.replace(
            replace(
                default,
                general=replace(default.general, rep_name=kept.general.rep_name),
                transcription=replace(
                    default.transcription, vocabulary=kept.transcription.vocabulary, rivals=kept.transcription.rivals
                ),
            )
        )
