"""Starts what a child process is asked to be."""

import importlib
from collections.abc import Sequence
from typing import cast

ROLES = {
    "recorder": "insight_desktop.worker.recorder",
    "analysis": "insight_desktop.worker.analysis",
    "live": "insight_desktop.worker.live",
    "diarize": "insight_desktop.worker.diarize",
    "understand": "insight_desktop.worker.understand",
    "meaning": "insight_desktop.worker.meaning",
}


def run_role(role: str, _arguments: Sequence[str]) -> int:
    """Be a role until the work is done or the input closes; loads only what the role needs."""
    return cast("int", importlib.import_module(ROLES[role]).run())
