"""What this machine has and lacks; looks only, and never fails because something is missing."""

import contextlib
import datetime as dt
import importlib.metadata
import multiprocessing
import multiprocessing.connection
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from insight_desktop import paths, wording
from insight_desktop.domain.errors import KnownError
from insight_desktop.local_models.status import State, all_models
from insight_desktop.store import cipher
from insight_desktop.store.database import backups, quick_check, reading

_LIBRARIES = (
    "PySide6_Essentials",
    "faster-whisper",
    "ctranslate2",
    "torch",
    "tokenizers",
    "SudachiPy",
    "av",
    "soundcard",
    "sqlite-utils",
)
_QT_FILES = ("QtWidgets.abi3.so", "QtMultimedia.abi3.so", "Qt/plugins/platforms/libqxcb.so")
_LOW_DISK_BYTES = 2 << 30
_DEVICES_WITHIN_S = 20


class Verdict(StrEnum):
    """How a finding is to be taken."""

    GOOD = "good"
    ABSENT = "absent"
    """Not here, and not needed for the main work."""
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report."""

    subject: str
    name: str
    verdict: Verdict
    detail: str = ""
    note: str = ""
    """A code of `wording.HEALTH_NOTES`, where a sentence says more than the detail."""


def examine(workspace: Path) -> tuple[Finding, ...]:
    """Look at everything; an examination that itself fails is a finding too."""
    examinations: tuple[tuple[str, Callable[[], Sequence[Finding]]], ...] = (
        ("python", _python),
        ("library", _libraries),
        ("screen", _screen),
        ("font", _font),
        ("device", _devices),
        ("model", _models),
        ("database", lambda: _database(workspace)),
        ("disk", lambda: _disk(workspace)),
    )
    findings: list[Finding] = []
    for subject, look in examinations:
        try:
            findings += look()
        except Exception as error:  # noqa: BLE001 - a doctor that crashes helps nobody
            findings.append(Finding(subject=subject, name=type(error).__name__, verdict=Verdict.BAD, detail=str(error)))
    return tuple(findings)


def _python() -> list[Finding]:
    database = sqlite3.connect(":memory:")
    options = {row[0] for row in database.execute("pragma compile_options")}
    database.close()
    has_search = "ENABLE_FTS5" in options
    return [
        Finding(subject="python", name=platform.python_version(), verdict=Verdict.GOOD, detail=sys.executable),
        Finding(subject="system", name=platform.platform(), verdict=Verdict.GOOD, detail=f"{os.cpu_count()} CPU"),
        Finding(
            subject="sqlite",
            name=sqlite3.sqlite_version,
            verdict=Verdict.GOOD if has_search else Verdict.BAD,
            detail="FTS5" if has_search else "no FTS5",
        ),
    ]


def _libraries() -> list[Finding]:
    return [_library(name) for name in _LIBRARIES]


def _library(name: str) -> Finding:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Finding(subject="library", name=name, verdict=Verdict.BAD, detail="not installed")
    return Finding(subject="library", name=name, verdict=Verdict.GOOD, detail=version)


def _screen() -> list[Finding]:
    """Look for a display and for the system libraries that Qt needs."""
    findings = []
    if sys.platform == "linux":
        shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        verdict = Verdict.GOOD if shown else Verdict.ABSENT
        findings.append(Finding(subject="screen", name="display", verdict=verdict, detail=shown or "none"))
        lacking = sorted(_libraries_qt_lacks())
        findings.append(
            Finding(
                subject="screen",
                name="Qt system libraries",
                verdict=Verdict.BAD if lacking else Verdict.GOOD,
                detail=" ".join(lacking) or "complete",
            )
        )
    return findings


def _libraries_qt_lacks() -> set[str]:
    linker = shutil.which("ldd")
    try:
        files = importlib.metadata.files("PySide6_Essentials") or []
        root = Path(str(importlib.metadata.distribution("PySide6_Essentials").locate_file("PySide6")))
    except importlib.metadata.PackageNotFoundError:
        return set()
    if linker is None or not files:
        return set()
    lacking: set[str] = set()
    for name in _QT_FILES:
        listed = subprocess.run([linker, str(root / name)], capture_output=True, text=True, check=False).stdout
        lacking.update(line.split()[0] for line in listed.splitlines() if "not found" in line)
    return lacking


def _font() -> list[Finding]:
    bundled = sorted(path.stem for path in (paths.resources() / "fonts").glob("*.ttf"))
    if bundled:
        return [Finding(subject="font", name="bundled", verdict=Verdict.GOOD, detail=" ".join(bundled))]
    lister = shutil.which("fc-list")
    if lister is None:
        return [Finding(subject="font", name="Japanese", verdict=Verdict.ABSENT, detail="fontconfig is not installed")]
    listed = subprocess.run([lister, ":lang=ja", "family"], capture_output=True, text=True, check=False).stdout
    names = sorted(set(filter(None, listed.splitlines())))
    verdict = Verdict.GOOD if names else Verdict.BAD
    return [Finding(subject="font", name="Japanese", verdict=verdict, detail=", ".join(names[:3]))]


def _devices() -> list[Finding]:
    """Ask for sound devices in a child process: without a sound server the library may take its process along."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_send_devices, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    found = _received(ours)
    child.join(1)
    if child.is_alive():
        child.kill()
        child.join()
    if not found:
        return [
            Finding(
                subject="device",
                name="sound",
                verdict=Verdict.ABSENT,
                detail="no audio server or device",
                note="no_sound",
            )
        ]
    return [
        Finding(subject="device", name=kind, verdict=Verdict.GOOD, detail=name + (" *" if is_default else ""))
        for kind, name, is_default in found
    ]


def _received(pipe: multiprocessing.connection.Connection) -> list[tuple[str, str, bool]]:
    try:
        return list(pipe.recv()) if pipe.poll(_DEVICES_WITHIN_S) else []
    except EOFError:
        return []
    finally:
        pipe.close()


def _send_devices(pipe: multiprocessing.connection.Connection) -> None:
    """Run in the child: send what can be recorded; the silence of a child that dies says enough."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 2)
    from insight_desktop.audio.soundcard_system import SoundcardSystem

    pipe.send([(device.kind.value, device.name, device.is_default) for device in SoundcardSystem().devices()])


def _models() -> list[Finding]:
    verdicts = {State.READY: Verdict.GOOD, State.MISSING: Verdict.ABSENT, State.DAMAGED: Verdict.BAD}
    language = wording.user_language()
    return [
        Finding(
            subject="model",
            name=status.entry.name,
            verdict=verdicts[status.state],
            detail=status.entry.purpose_ja if language == "ja" else status.entry.purpose_en,
        )
        for status in all_models()
    ]


def _disk(workspace: Path) -> list[Finding]:
    place = next(folder for folder in (workspace, *workspace.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    verdict = Verdict.GOOD if free > _LOW_DISK_BYTES else Verdict.BAD
    return [Finding(subject="disk", name=f"{free / 1e9:.1f} GB", verdict=verdict, detail=str(workspace))]


def _database(workspace: Path) -> list[Finding]:
    """Read the whole database, and say when it was last copied."""
    path = workspace / "insight.db"
    if not path.exists():
        return [Finding(subject="database", name="insight.db", verdict=Verdict.ABSENT, detail=str(workspace))]
    copies = backups(path)
    last = dt.datetime.fromtimestamp(copies[-1].stat().st_mtime).astimezone() if copies else None
    detail = f"backup {last:%Y-%m-%d %H:%M}" if last else "no backup yet"
    note = "" if last else "no_backup"
    try:
        with contextlib.closing(reading(path)) as connection:
            quick_check(connection)
    except KnownError as error:  # it is locked, and nobody is there to be asked
        detail, note = f"{error.code}; {detail}", error.code.value
        return [Finding(subject="database", name="insight.db", verdict=Verdict.ABSENT, detail=detail, note=note)]
    except cipher.errors() as error:
        return [Finding(subject="database", name="insight.db", verdict=Verdict.BAD, detail=f"{error}; {detail}")]
    return [Finding(subject="database", name="insight.db", verdict=Verdict.GOOD, detail=detail, note=note)]
