"""What the operating system says of the program's connections; the adapter of psutil.

The guard sees what Python code tries (`network_guard`); this also sees a socket that a compiled library opened.
"""

import ipaddress
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConnection:
    """A connection to another machine that is open now."""

    process: int
    """Process id."""
    target: str
    """Address and port of the other side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """One look at all processes of the program."""

    processes: int
    """How many were looked at."""
    open: tuple[OpenConnection, ...]


def look() -> Connections:
    """Look at this process and at all that it started; a process that ends meanwhile has nothing open."""
    here = psutil.Process()
    found: list[OpenConnection] = []
    looked_at = 0
    for process in (here, *here.children(recursive=True)):
        try:
            sockets = process.net_connections(kind="inet")
        except psutil.Error:
            continue
        looked_at += 1
        found += [
            OpenConnection(process=process.pid, target=f"{each.raddr.ip}:{each.raddr.port}")
            for each in sockets
            if each.raddr and _is_elsewhere(each.raddr.ip)
        ]
    return Connections(processes=looked_at, open=tuple(found))


def _is_elsewhere(address: str) -> bool:
    return not ipaddress.ip_address(address.partition("%")[0]).is_loopback
