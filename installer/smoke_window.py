"""Opens the packed window on a virtual screen and measures the time until it is there."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from installer.sandbox import Sandbox

_STEP_S = 0.05
_SETTLE_S = 2.0
_SIZE = "1280x800x24"


def window_shows(box: Sandbox, limit_s: float) -> str:
    """Start the window, wait until it is shown, and close it.

    Raises:
        RuntimeError: it was not shown in time, or died.
    """
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        return "left out: Xvfb or xdotool is not installed"
    with _screen() as display:
        begin = time.monotonic()
        window = subprocess.Popen(
            box.command(console=False),
            env={**box.environment(), "DISPLAY": display},
            cwd=box.home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            took = _wait_for_window(window, display, begin, limit_s)
            time.sleep(_SETTLE_S)
            if window.poll() is not None:
                message = "the window closed by itself"
                raise RuntimeError(message)
        finally:
            _end(window)
    if took > limit_s:
        message = f"{took:.2f} s, more than {limit_s:.0f} s"
        raise RuntimeError(message)
    return f"{took:.2f} s"


def _wait_for_window(window: subprocess.Popen[bytes], display: str, begin: float, limit_s: float) -> float:
    look = ["xdotool", "search", "--onlyvisible", "--name", "Insight Desktop"]
    while time.monotonic() - begin < 4 * limit_s:
        if window.poll() is not None:
            said = window.stderr.read().decode(errors="replace") if window.stderr else ""
            message = f"the window ended with {window.returncode}: {said[-300:]}"
            raise RuntimeError(message)
        found = subprocess.run(look, env={**os.environ, "DISPLAY": display}, capture_output=True, check=False)
        if found.stdout.strip():
            return time.monotonic() - begin
        time.sleep(_STEP_S)
    message = f"no window within {4 * limit_s:.0f} s"
    raise RuntimeError(message)


def _end(window: subprocess.Popen[bytes]) -> None:
    if window.poll() is None:
        os.killpg(window.pid, signal.SIGTERM)
        try:
            window.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(window.pid, signal.SIGKILL)
            window.wait()
    if window.stderr:
        window.stderr.close()


@contextmanager
def _screen() -> Iterator[str]:
    """Yield the name of a virtual screen that nobody else uses."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as stream:
            yield f":{stream.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
