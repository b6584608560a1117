"""No sleep while recording: asks the system by its own means, and does without where there are none."""

import ctypes
import os
import shutil
import sys

from PySide6.QtCore import QObject, QProcess

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001


class KeepAwake:
    """Keeps the machine from falling asleep between `start` and `stop`; closing the lid may still do so."""

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        self._parent = parent
        self._process: QProcess | None = None

    def start(self) -> None:
        """Ask the system to stay awake."""
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = _command()
        if command is not None and self._process is None:
            self._process = QProcess(self._parent)
            self._process.start(command[0], command[1:])

    def stop(self) -> None:
        """Let the system sleep again."""
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
        elif self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None


def _command() -> list[str] | None:
    """Return the program that holds the machine awake as long as this process lives."""
    if sys.platform == "darwin":
        return ["caffeinate", "-i", "-w", str(os.getpid())]
    inhibit, tail = shutil.which("systemd-inhibit"), shutil.which("tail")
    if inhibit is None or tail is None or not os.path.isdir("/run/systemd/system"):  # noqa: PTH112
        return None
    what = ["--what=idle:sleep", "--who=Insight Desktop", "--why=Recording a meeting"]
    return [inhibit, *what, tail, f"--pid={os.getpid()}", "-f", "/dev/null"]
