"""Proves that nothing leaves the machine: every connection that Python code of ours tries is noted, and refused.

Only `insight-desktop models fetch` may connect, and what it connects to is noted as well. The guard sits in every
process of the program, as an audit hook (PEP 578), which cannot be taken out again.
"""

import contextlib
import datetime as dt
import ipaddress
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from insight_desktop import paths

_FILE = "connections.jsonl"
_MOST = 1000
_LOCAL_NAMES = frozenset({"", "localhost", "localhost.localdomain"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One connection to another machine that was tried."""

    at: str
    """ISO 8601, UTC."""
    process: str
    """Which part of the program: `window`, `recorder`, `analysis` …, or a command."""
    target: str
    is_allowed: bool


def file() -> Path:
    """Return where attempts are noted."""
    return paths.user_data() / _FILE


def attempts() -> tuple[Attempt, ...]:
    """Return every attempt since the program was installed, newest first."""
    found: list[Attempt] = []
    with contextlib.suppress(OSError), file().open("rb") as lines:
        for line in lines:
            with contextlib.suppress(msgspec.MsgspecError):
                found.append(msgspec.json.decode(line, type=Attempt))
    return tuple(reversed(found[-_MOST:]))


def install(process: str, *, allows: bool = False) -> None:
    """Watch this process from now on; it stays watched until it ends."""
    is_noting = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal is_noting
        if is_noting or not event.startswith("socket."):
            return
        target = _target(event, arguments)
        if target is None:
            return
        is_noting = True
        try:
            _note(Attempt(at=_now(), process=process, target=target, is_allowed=allows))
        finally:
            is_noting = False
        if not allows:
            message = f"this program makes no connections ({target})"
            raise PermissionError(message)

    sys.addaudithook(hook)


def _target(event: str, arguments: tuple[Any, ...]) -> str | None:
    """Return the other machine that an event is about; None for this machine and for other events."""
    match event, arguments:
        case (("socket.connect" | "socket.sendto" | "socket.sendmsg"), (_, (host, port, *_))):
            return None if _is_local(host) else f"{host}:{port}"
        case "socket.getaddrinfo", (host, *_):
            return None if host is None or _is_local(host) else str(host)
        case (("socket.gethostbyname" | "socket.gethostbyaddr"), (host, *_)):
            return None if _is_local(host) else str(host)
    return None


def _is_local(host: object) -> bool:
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    if name.casefold() in _LOCAL_NAMES:
        return True
    with contextlib.suppress(ValueError):
        address = ipaddress.ip_address(name.partition("%")[0])
        return address.is_loopback or address.is_unspecified
    return False


def _note(attempt: Attempt) -> None:
    with contextlib.suppress(OSError):
        file().parent.mkdir(parents=True, exist_ok=True)
        with file().open("ab") as stream:
            stream.write(msgspec.json.encode(attempt) + b"\n")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
