"""Every option, once: its default, what it may be, and the page of the settings that shows it."""

from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from typing import Any

from insight_desktop.domain.meeting import Channel


class Page(StrEnum):
    """The pages of the settings."""

    GENERAL = "general"
    TRANSCRIPTION = "transcription"
    RECORDING = "recording"
    EXPORT = "export"
    OFFERS = "offers"
    """When something may be proposed; kept in the workspace, as it is true of the business and not of one user."""
    PRIVACY = "privacy"
    SHORTCUTS = "shortcuts"


class InterfaceLanguage(StrEnum):
    """The language of the window."""

    SYSTEM = "system"
    JAPANESE = "ja"
    ENGLISH = "en"


class Theme(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class SpeechLanguage(StrEnum):
    """What is spoken in a meeting, unless the meeting says otherwise."""

    JAPANESE = "ja"
    ENGLISH = "en"
    AUTO = "auto"


class Encoding(StrEnum):
    """How exported CSV files are written."""

    UTF_8_SIG = "utf-8-sig"
    UTF_8 = "utf-8"
    CP932 = "cp932"


def option(default: Any, page: Page, *, low: int | None = None, high: int | None = None) -> Any:
    """Declare an option: its default, the page that shows it, and the bounds of a number."""
    return field(default=default, metadata={"page": page, "low": low, "high": high})


@dataclass(frozen=True, slots=True, kw_only=True)
class General:
    """How the window looks and who uses it."""

    language: InterfaceLanguage = option(InterfaceLanguage.SYSTEM, Page.GENERAL)
    theme: Theme = option(Theme.SYSTEM, Page.GENERAL)
    rep_name: str = option("", Page.GENERAL)
    """The salesperson's own name; the microphone's channel is this speaker."""
    zoom: int = option(100, Page.GENERAL, low=80, high=200)
    """Size of everything in the window, in percent; holds from the next start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcription:
    """How speech becomes text."""

    language: SpeechLanguage = option(SpeechLanguage.JAPANESE, Page.TRANSCRIPTION)
    model: str = option("base", Page.TRANSCRIPTION)
    beam_size: int = option(5, Page.TRANSCRIPTION, low=1, high=10)
    vocabulary: tuple[str, ...] = option((), Page.TRANSCRIPTION)
    """Names and product words that the transcriber should expect in every meeting."""
    rivals: tuple[str, ...] = option((), Page.TRANSCRIPTION)
    """Names of competitors; what customers say of them is gathered."""
    live_text: bool = option(True, Page.TRANSCRIPTION)
    """Show text while recording; off saves the processor on slow machines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What is recorded."""

    microphone: str = option("", Page.RECORDING)
    """A device's id; empty means the system's default."""
    system_sound: str = option("", Page.RECORDING)
    mode: Channel = option(Channel.WEB, Page.RECORDING)
    """How the last meeting was held."""
    records_system_sound: bool = option(True, Page.RECORDING)
    reminds_of_consent: bool = option(True, Page.RECORDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Where finished meetings go."""

    writes_automatically: bool = option(False, Page.EXPORT)
    profile: str = option("meeting_notes", Page.EXPORT)
    encoding: Encoding = option(Encoding.UTF_8_SIG, Page.EXPORT)
    folder: str = option("", Page.EXPORT)
    """Empty means the workspace's `exports/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """How long things are kept."""

    keep_audio_days: int = option(0, Page.PRIVACY, low=0, high=3650)
    """After so many days a recording's sound is deleted and its text stays; 0 keeps it."""
    keep_trash_days: int = option(30, Page.PRIVACY, low=1, high=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcuts:
    """The user's own keys."""

    keys: tuple[str, ...] = option((), Page.SHORTCUTS)
    """`action=keys` for each action whose keys are not the ones it comes with; `action=` for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All options of one user."""

    general: General = field(default_factory=General)
    transcription: Transcription = field(default_factory=Transcription)
    recording: Recording = field(default_factory=Recording)
    export: Export = field(default_factory=Export)
    privacy: Privacy = field(default_factory=Privacy)
    shortcuts: Shortcuts = field(default_factory=Shortcuts)


def options_of(page: Page) -> tuple[tuple[str, Field[Any]], ...]:
    """Return the options that a page shows, as (group, field) in the order of declaration."""
    groups = ((group.name, group.default_factory) for group in fields(Settings))
    return tuple(
        (name, declared)
        for name, make in groups
        for declared in fields(make())  # type: ignore[operator]
        if declared.metadata["page"] is page
    )
