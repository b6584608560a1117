"""Where data, models and bundled resources are, in a checkout, installed, or frozen."""

import os
import sys
from pathlib import Path

import platformdirs

_NAME = "InsightDesktop"


def default_workspace() -> Path:
    """Return the user's workspace folder; `INSIGHT_DESKTOP_HOME` moves everything, for tests and portable use."""
    return user_data() / "workspace"


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
