"""What the operating system shows of our processes."""

import itertools
import socket
import subprocess
import sys

import psutil
import pytest

from insight_desktop import open_connections

_CHILD = """
import socket, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
    each.connect((sys.argv[1], 9))  # no packet leaves for this
    print("open", flush=True)
    sys.stdin.read()
"""


def _other_address() -> str:
    """An address of this machine that is not its loopback; none where there is no network card."""
    for each in itertools.chain.from_iterable(psutil.net_if_addrs().values()):
        if each.family == socket.AF_INET and not each.address.startswith("127."):
            return str(each.address)
    pytest.skip("no network card")


def test_a_connection_of_a_child_is_seen_until_it_ends() -> None:
    """A child that no guard watches opens a socket; ours and those to this machine's loopback do not count."""
    target = _other_address()
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, target], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    during = open_connections.look()
    child.communicate("")
    after = open_connections.look()
    assert [(each.process, each.target) for each in during.open] == [(child.pid, f"{target}:9")]
    assert during.processes >= 2
    assert after.open == ()


def test_the_loopback_is_this_machine() -> None:
    """What talks to itself is no connection to another machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
        each.connect(("127.0.0.1", 9))
        assert open_connections.look().open == ()
