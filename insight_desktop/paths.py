"""Where data, models and bundled resources are, in a checkout, installed, or frozen."""

import os
import sys
from pathlib import Path

import platformdirs

_NAME = "InsightDesktop"


def default_workspace() -> Path:
    """Return the user's workspace folder: where the user moved it, else beside the settings.

    `INSIGHT_DESKTOP_HOME` moves everything, for tests and portable use.
    """
    try:
        moved = _moved().read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        moved = ""
    return Path(moved) if moved else user_data() / "workspace"


def move_default_workspace(folder: Path) -> None:
    """Remember where the workspace lies from now on."""
    part = _moved().with_suffix(".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(f"{folder}\n", encoding="utf-8")
    part.replace(_moved())


def _moved() -> Path:
    return user_data() / "workspace-folder.txt"


def logs() -> Path:
    """Return the folder of the log, which holds nothing that was said and no customer's name."""
    return user_data() / "logs"


def user_data() -> Path:
    """Return the folder of the user's data (workspace, settings, user's models)."""
    home = os.environ.get("INSIGHT_DESKTOP_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def cache() -> Path:
    """Return the folder of what can be made again, such as models joined from their parts.

    `INSIGHT_DESKTOP_CACHE` moves it alone, so that several homes (and all tests) share the joined models.
    """
    own = os.environ.get("INSIGHT_DESKTOP_CACHE")
    if own:
        return Path(own)
    home = os.environ.get("INSIGHT_DESKTOP_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def _bundle() -> Path:
    """Return the folder that holds `resources/` and `models/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    installed = Path(__file__).parent / "_bundle"
    return installed if installed.is_dir() else Path(__file__).parent.parent


def resources() -> Path:
    """Return the bundled `resources/`."""
    return _bundle() / "resources"


def models() -> Path:
    """Return the bundled `models/`."""
    return _bundle() / "models"


LARGEST_TABLE = 200_000_000
"""Bytes that a text file may have that is read at once."""


def is_endless(path: Path) -> bool:
    """Return whether a path leads to a pipe or a device, reading which may never end."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:  # a name too long, a loop of links: opening it says so
        return False


def is_too_large(path: Path) -> bool:
    """Return whether a text file is larger than is read at once."""
    try:
        return path.stat().st_size > LARGEST_TABLE
    except OSError:
        return False
