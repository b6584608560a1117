"""Brings the settings of earlier versions to the present form, one step a version."""

from collections.abc import Callable
from typing import Any

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: tuple[Upgrade, ...] = ()
"""`v1_to_v2`, `v2_to_v3` … in order; a released one is never edited, and each has a test of its name."""


def current_version() -> int:
    """Return the version that this program writes."""
    return len(UPGRADES) + 1


def upgrade(content: dict[str, Any]) -> dict[str, Any]:
    """Return the settings in the present form; those of a newer program are left as they are."""
    version = content.get("schema_version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        version = 1
    for number, step in enumerate(UPGRADES, start=1):
        if number >= version:
            content = step(content)
    return {**content, "schema_version": max(version, current_version())}
