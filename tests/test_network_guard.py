"""No process of ours reaches another machine, and every try is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from insight_desktop import network_guard

_TRY = """
import socket, sys
from insight_desktop import network_guard
network_guard.install("analysis", allows={allows})
for host in ("192.0.2.1", "127.0.0.1"):
    try:
        with socket.socket() as one:
            one.settimeout(0.05)
            one.connect((host, 9))
    except PermissionError:
        print(host, "refused")
    except OSError:
        print(host, "tried")
try:
    socket.getaddrinfo("example.invalid", 443)
except PermissionError:
    print("name refused")
except OSError:
    print("name tried")
"""


def _run(home: Path, script: str) -> list[str]:
    environment = os.environ | {"INSIGHT_DESKTOP_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_other_machines_are_refused_and_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    said = _run(tmp_path, _TRY.format(allows=False))
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    found = network_guard.attempts()
    assert said == ["192.0.2.1 refused", "127.0.0.1 tried", "name refused"]
    assert [(each.target, each.is_allowed) for each in found] == [("example.invalid", False), ("192.0.2.1:9", False)]
    assert {each.process for each in found} == {"analysis"}


def test_fetching_a_model_is_noted_as_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    said = _run(tmp_path, _TRY.format(allows=True))
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    assert "192.0.2.1 refused" not in said
    assert all(each.is_allowed for each in network_guard.attempts())


def test_every_process_of_the_program_is_watched(tmp_path: Path):
    """The guard sits in front of everything that the program can be asked to be."""
    script = (
        "import sys, socket\n"
        "sys.argv = ['insight-desktop', 'profiles']\n"
        "from insight_desktop.__main__ import main\n"
        "main()\n"
        "try:\n"
        "    socket.getaddrinfo('example.invalid', 443)\n"
        "except PermissionError:\n"
        "    print('refused')\n"
    )
    assert _run(tmp_path, script)[-1] == "refused"
