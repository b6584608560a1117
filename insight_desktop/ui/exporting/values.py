"""What the page of exports shows, and what the user wishes."""

from dataclasses import dataclass

from insight_desktop.export_inbox import InboxRow
from insight_desktop.exports.profiles import Encoding, Evidence, Profile
from insight_desktop.settings.options import Export


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One entry of the list of profiles."""

    id: str
    title: str
    evidence: Evidence
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How the file shall be made."""

    encoding: Encoding | None = None
    """None: as the profile says."""
    with_transcript: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPage:
    """Everything on the page but the preview."""

    targets: tuple[Target, ...]
    profile: Profile
    how_to: str
    personal: tuple[str, ...]
    """Headers of the columns that hold personal data."""
    rows: tuple[InboxRow, ...]
    automatic: Export
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was saved."""

    names: tuple[str, ...]
    folder: str
    rows: int
    checksums: tuple[str, ...]
