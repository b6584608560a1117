"""What the operating system shows of our processes."""

import socket
import subprocess
import sys

import pytest

from insight_desktop import open_connections

_CHILD = """
import socket, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
    each.connect(("127.0.0.1", 9))  # no packet leaves for this
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_connection_of_a_child_is_seen_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that no guard watches opens a socket; this machine stands for another, as some have no network card."""
    monkeypatch.setattr(open_connections, "_is_elsewhere", lambda _address: True)
    child = subprocess.Popen([sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    during = open_connections.look()
    child.communicate("")
    after = open_connections.look()
    assert [each.target for each in during.open if each.process == child.pid] == ["127.0.0.1:9"]
    assert during.processes >= 2
    assert child.pid not in {each.process for each in after.open}


def test_the_loopback_is_this_machine() -> None:
    """What talks to itself is no connection to another machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
        each.connect(("127.0.0.1", 9))
        assert open_connections.look().open == ()


@pytest.mark.parametrize(
    ("address", "elsewhere"), [("127.0.0.1", False), ("::1", False), ("192.0.2.7", True), ("fe80::1%eth0", True)]
)
def test_other_machines_are_told_by_their_address(address: str, *, elsewhere: bool) -> None:
    assert open_connections._is_elsewhere(address) is elsewhere
