"""What every test stands on: no screen, its own home folder, no network, nothing left running."""

import atexit
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
for _name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"  # messages of the program are then Japanese, on every machine

import platformdirs
import pytest
from hypothesis import HealthCheck, settings

# Joined models are costly to make and never change: every test uses those of this machine.
os.environ.setdefault("INSIGHT_DESKTOP_CACHE", platformdirs.user_cache_dir("InsightDesktop", appauthor=False))

# While tests are gathered, too, nothing of the user's is seen: some lists of cases are read from the program.
os.environ["INSIGHT_DESKTOP_HOME"] = tempfile.mkdtemp(prefix="insight-desktop-gathering-")
atexit.register(shutil.rmtree, os.environ["INSIGHT_DESKTOP_HOME"], ignore_errors=True)

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("steady")

_GRACE_S = 5.0
"""How long a thread or child that was told to end may take; only a test that fails waits that long."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home folder of its own, so that none sees the user's workspace."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty cache too."""
    folder = tmp_path / "own-cache"
    monkeypatch.setenv("INSIGHT_DESKTOP_CACHE", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guard(this: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if this.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(host):
            message = f"a test tried to reach {host}"
            raise AssertionError(message)

    def guarded_connect(this: socket.socket, address: Any) -> None:
        guard(this, address)
        connect(this, address)

    def guarded_connect_ex(this: socket.socket, address: Any) -> int:
        guard(this, address)
        return connect_ex(this, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        yield


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "::1", "") or host.startswith("127.")


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process behind."""
    threads, children = set(threading.enumerate()), _children()
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and _ours(thread)]
    for thread in left:
        thread.join(_GRACE_S)
    names = [thread.name for thread in left if thread.is_alive()]
    assert not names, f"threads left running: {names}"
    orphans = _children() - children
    until = time.monotonic() + _GRACE_S
    while orphans and time.monotonic() < until:
        time.sleep(0.02)
        orphans &= _children()
    assert not orphans, f"child processes left running: {[_command(pid) for pid in orphans]}"


def _ours(thread: threading.Thread) -> bool:
    """Tell whether the program must end a thread; libraries keep daemons and pools of their own."""
    return not thread.daemon and not thread.name.startswith(("ThreadPoolExecutor", "Dummy"))


def _children() -> set[int]:
    """Return the live child processes, on systems that say so cheaply."""
    if sys.platform != "linux":
        return set()
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        try:
            found.update(int(pid) for pid in (task / "children").read_text().split())
        except OSError:
            continue
    return {pid for pid in found if _command(pid)}


def _command(pid: int) -> str:
    """Return the command line of a process; empty for a dead one and for Python's own resource tracker."""
    try:
        text = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""
    return "" if "resource_tracker" in text else text
