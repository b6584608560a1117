"""Runs a command and says how long it took and how much memory its largest process needed."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command cost."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    """Of the largest process of its tree (Linux; elsewhere of the children together, as the system tells)."""


def run(command: list[str], **environment: str) -> Cost:
    """Run a command to its end; raises when it fails."""
    before = os.times()
    began = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL)
    peak = {"mb": 0.0}
    watcher = threading.Thread(target=_watch, args=(process, peak))
    watcher.start()
    code = process.wait()
    wall_s = time.monotonic() - began
    watcher.join()
    after = os.times()
    if code:
        sys.exit(f"{command} ended with {code}")
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall_s=wall_s, cpu_s=cpu_s, peak_mb=peak["mb"])


def _watch(process: subprocess.Popen[bytes], peak: dict[str, float]) -> None:
    while process.poll() is None:
        for pid in _tree(process.pid):
            peak["mb"] = max(peak["mb"], _peak_mb(pid))
        time.sleep(0.05)


def _tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        try:
            tasks = list(Path(f"/proc/{pid}/task").iterdir())
            found.extend(int(child) for task in tasks for child in (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _peak_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
    return int(line.split()[1]) / 1024
