"""Makes a profile of the user's out of a CSV downloaded from the CRM, and keeps its header line with it."""

import hashlib
import os
from pathlib import Path

from insight_desktop.exports import profile_reader, template
from insight_desktop.exports.profiles import Profile
from insight_desktop.exports.report import failure
from insight_desktop.exports.template import Match, Template

BASE = "jp_sfa_activity"
"""The built-in profile whose times and limits hold for a template."""


def adopt(found: Template, matches: tuple[Match, ...], title: str) -> Profile:
    """Keep the matches as a profile; the same headers give the same profile, so that the ledger goes on.

    The downloaded file may be moved or deleted afterwards: its header line is kept, its sample rows are not.

    Raises:
        KnownError: PROFILE_INVALID, EXPORT_FAILED; then nothing was kept.
    """
    name = f"template_{hashlib.sha256(found.header).hexdigest()[:10]}"
    folder = profile_reader.user_folder() / "templates"
    path = folder / f"{name}.csv"
    part = folder / f".{name}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(found.header)
        part.replace(path)
    except OSError as error:
        raise failure(path.name, "disk", detail=error.strerror or "") from None
    finally:
        part.unlink(missing_ok=True)
    text = template.to_toml(name, found, matches, path, profile_reader.load(BASE), title=title)
    profile_reader.save(name, text)
    return profile_reader.load(name)


def clean_title(path: Path) -> str:
    """Return a name for the profile of a file."""
    return " ".join(path.stem.split())[:60] or "CSV"
