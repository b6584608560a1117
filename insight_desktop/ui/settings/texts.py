"""What every option is called and what it does, in the words of the settings page."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from insight_desktop.settings.options import InterfaceLanguage, Page, SpeechLanguage, Theme
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP


class Words(NamedTuple):
    """The name of an option and a sentence on it, as source texts of the context `Settings`."""

    source: str
    more: str = ""
    hint: str = ""
    """Shown in an empty field."""

    @property
    def title(self) -> str:
        """The name in the language of the window."""
        return translated(self.source)

    @property
    def help(self) -> str:
        """The sentence in the language of the window."""
        return translated(self.more)

    @property
    def placeholder(self) -> str:
        """The hint in the language of the window."""
        return translated(self.hint)


def translated(source: str) -> str:
    """Return a text of the settings in the language of the window."""
    return QCoreApplication.translate("Settings", source) if source else ""


PAGES: dict[Page, tuple[str, str]] = {
    Page.GENERAL: (QT_TRANSLATE_NOOP("Settings", "General"), "settings"),
    Page.TRANSCRIPTION: (QT_TRANSLATE_NOOP("Settings", "Transcription"), "file-text"),
    Page.RECORDING: (QT_TRANSLATE_NOOP("Settings", "Recording"), "mic"),
    Page.EXPORT: (QT_TRANSLATE_NOOP("Settings", "Export"), "file-output"),
    Page.OFFERS: (QT_TRANSLATE_NOOP("Settings", "Your business"), "lightbulb"),
    Page.PRIVACY: (QT_TRANSLATE_NOOP("Settings", "Your data"), "folder-open"),
    Page.SHORTCUTS: (QT_TRANSLATE_NOOP("Settings", "Keys"), "keyboard"),
}

OPTIONS: dict[tuple[str, str], Words] = {
    ("general", "language"): Words(
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Of the window. Changes at once."),
    ),
    ("general", "theme"): Words(QT_TRANSLATE_NOOP("Settings", "Appearance")),
    ("general", "zoom"): Words(
        QT_TRANSLATE_NOOP("Settings", "Size of text and controls"),
        QT_TRANSLATE_NOOP("Settings", "Holds after a restart of the program."),
    ),
    ("general", "rep_name"): Words(
        QT_TRANSLATE_NOOP("Settings", "Your name"),
        QT_TRANSLATE_NOOP("Settings", "Stands in minutes and exports for the speaker at the microphone."),
        QT_TRANSLATE_NOOP("Settings", "The speaker at the microphone"),
    ),
    ("transcription", "language"): Words(
        QT_TRANSLATE_NOOP("Settings", "Spoken language"),
        QT_TRANSLATE_NOOP("Settings", "Of new meetings; each meeting can have another."),
    ),
    ("transcription", "model"): Words(
        QT_TRANSLATE_NOOP("Settings", "Model"),
        QT_TRANSLATE_NOOP("Settings", "Larger models write more exactly and take longer."),
    ),
    ("transcription", "vocabulary"): Words(
        QT_TRANSLATE_NOOP("Settings", "Vocabulary"),
        QT_TRANSLATE_NOOP("Settings", "Names of products, customers and people. They are recognised better."),
        QT_TRANSLATE_NOOP("Settings", "One a line"),
    ),
    ("transcription", "rivals"): Words(
        QT_TRANSLATE_NOOP("Settings", "Competitors"),
        QT_TRANSLATE_NOOP("Settings", "Whenever a customer names one of them, you see it in the insights."),
        QT_TRANSLATE_NOOP("Settings", "One a line"),
    ),
    ("transcription", "live_text"): Words(
        QT_TRANSLATE_NOOP("Settings", "Text while recording"),
        QT_TRANSLATE_NOOP("Settings", "Off spares the processor of a slow machine; the minutes stay the same."),
    ),
    ("recording", "reminds_of_consent"): Words(
        QT_TRANSLATE_NOOP("Settings", "Remind me to ask for agreement"),
        QT_TRANSLATE_NOOP("Settings", "Shows the sentence to read out before each recording."),
    ),
    ("export", "profile"): Words(
        QT_TRANSLATE_NOOP("Settings", "Where you export to"),
        QT_TRANSLATE_NOOP("Settings", "The columns and formats that your CRM wants."),
    ),
    ("export", "folder"): Words(
        QT_TRANSLATE_NOOP("Settings", "Folder for exports"),
        "",
        QT_TRANSLATE_NOOP("Settings", "In the workspace"),
    ),
    ("export", "writes_automatically"): Words(
        QT_TRANSLATE_NOOP("Settings", "Export each finished meeting by itself"),
        QT_TRANSLATE_NOOP("Settings", "Writes into the folder above as soon as the minutes are there."),
    ),
    ("privacy", "keep_audio_days"): Words(
        QT_TRANSLATE_NOOP("Settings", "Delete sound after"),
        QT_TRANSLATE_NOOP(
            "Settings", "In days; 0 keeps it. Text and minutes stay. Protected meetings keep their sound."
        ),
    ),
    ("privacy", "keep_trash_days"): Words(
        QT_TRANSLATE_NOOP("Settings", "Empty the trash after"),
        QT_TRANSLATE_NOOP("Settings", "In days. Until then a deleted meeting can be taken back."),
    ),
}

ELSEWHERE = {
    ("transcription", "beam_size"),
    ("recording", "records_system_sound"),
    ("export", "encoding"),
    ("recording", "microphone"),
    ("recording", "system_sound"),
    ("recording", "mode"),
    ("shortcuts", "keys"),
}
"""Options that are chosen where they are used (on the recording page, in the table of keys, in an export profile), and
the thoroughness of the transcription, which is measured and left alone."""

CHOICES: dict[type[StrEnum], dict[str, str]] = {
    InterfaceLanguage: {
        "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
    },
    Theme: {
        "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
        "light": QT_TRANSLATE_NOOP("Settings", "Light"),
        "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    },
    SpeechLanguage: {
        "ja": QT_TRANSLATE_NOOP("Settings", "Japanese"),
        "en": QT_TRANSLATE_NOOP("Settings", "English"),
        "auto": QT_TRANSLATE_NOOP("Settings", "Find out"),
    },
}
"""What the members of each kind are called."""
OWN_NAMES = {"ja": "日本語", "en": "English"}
"""Languages of the window, each in itself."""


def choice_text(kind: type[StrEnum], value: str) -> str:
    """Return what a choice is called in the language of the window."""
    source = CHOICES[kind].get(value)
    return translated(source) if source else OWN_NAMES[value]
