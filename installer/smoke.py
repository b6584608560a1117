"""Tries a packed program out as a user's machine would: elsewhere, without network, without the source.

    python -m installer.smoke dist/insight-desktop [--hide DIR] [--quick]

The folder is linked to a new place; every program of it runs with an empty environment, a home of its own, no network
and with the folders of `--hide` covered (the source and the interpreter that runs this, unless told otherwise). Where
the system has no namespaces, that is left out and said. The table at the end says what was tried, what it took, and
the size; the exit code is 1 when anything failed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installer.sandbox import Sandbox
from installer.smoke_window import window_shows
from installer.virtual_audio import speaking_microphone

LARGEST_BYTES = 1_600_000_000
SLOWEST_WINDOW_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One thing that was tried."""

    what: str
    is_good: bool
    detail: str
    seconds: float


def size_of(folder: Path) -> int:
    """Return the bytes that a folder takes, links not followed."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def try_out(folder: Path, home: Path, *, hidden: tuple[Path, ...] = (), quick: bool = False) -> list[Tried]:
    """Use the program of a folder as a user would; `quick` leaves the work with models out."""
    box = Sandbox(folder=folder, home=home, hidden=hidden)
    steps: list[tuple[str, Callable[[], str]]] = [
        ("size", lambda: _size(folder)),
        ("version", lambda: box.run("--version")),
        ("models verify", lambda: _last(box.run("models", "verify"))),
        ("doctor", lambda: f"{len(box.run('doctor').splitlines())} findings"),
        ("no network", box.network),
    ]
    if not quick:
        steps += [
            ("import, transcribe, analyse, export", lambda: _process(box, "demo-ja.opus", "ja")),
            ("the same in English", lambda: _process(box, "demo-en.opus", "en")),
            ("search", lambda: f"{len(box.run('search', '見積').splitlines())} lines"),
            ("export again", lambda: _export(box)),
            ("record and keep", lambda: _record(box)),
        ]
    steps += [
        ("window, cold", lambda: window_shows(box, SLOWEST_WINDOW_S * 10)),
        ("window, warm", lambda: window_shows(box, SLOWEST_WINDOW_S)),
    ]
    return [_tried(what, step) for what, step in steps]


def _tried(what: str, step: Callable[[], str]) -> Tried:
    print(f"… {what}", file=sys.stderr, flush=True)
    begin = time.monotonic()
    try:
        detail, is_good = step(), True
    except (OSError, ValueError, RuntimeError, subprocess.SubprocessError) as error:
        detail, is_good = str(error), False
    return Tried(what=what, is_good=is_good, detail=detail, seconds=time.monotonic() - begin)


def _size(folder: Path) -> str:
    size = size_of(folder)
    if size > LARGEST_BYTES:
        message = f"{size / 1e6:.0f} MB, more than {LARGEST_BYTES / 1e6:.0f} MB"
        raise ValueError(message)
    return f"{size / 1e6:.0f} MB"


def _process(box: Sandbox, sample: str, language: str) -> str:
    csv = box.home / f"{language}.csv"
    minutes = box.run(
        *("process", str(box.resources / "samples" / sample), "--customer", "株式会社アクメ", "--language", language),
        *("--export", "meeting_notes", "--out", str(csv)),
    )
    rows = csv.read_text(encoding="utf-8-sig").splitlines()
    if len(rows) < 2 or len(minutes.splitlines()) < 4:  # noqa: PLR2004 - a heading and a line under it
        message = "the minutes or the CSV are empty"
        raise ValueError(message)
    return f"{len(minutes.splitlines())} lines of minutes, CSV of {csv.stat().st_size} bytes"


def _export(box: Sandbox) -> str:
    csv = box.home / "all.csv"
    box.run("export", "--profile", "jp_sfa_activity", "--out", str(csv))
    return f"{csv.stat().st_size} bytes"


def _record(box: Sandbox) -> str:
    # the sound server takes no folder with spaces
    with (
        tempfile.TemporaryDirectory(prefix="audio-") as place,
        speaking_microphone(Path(place), box.resources / "samples" / "demo-ja.opus") as variables,
    ):
        if variables is None:
            return "left out: pulseaudio or ffmpeg is not installed"
        told = box.run("record", "--seconds", "12", "--mode", "onsite", extra=variables)
    return _last(told)


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""


def report(tried: list[Tried]) -> str:
    """Return the table."""
    rows = ["| tried | result | seconds | |", "| --- | --- | --- | --- |"]
    rows += [
        f"| {each.what} | {'good' if each.is_good else 'FAILED'} | {each.seconds:.1f} | {each.detail} |"
        for each in tried
    ]
    return "\n".join(rows)


def passes(folder: Path, *, hidden: tuple[Path, ...] | None = None, quick: bool = False) -> bool:
    """Try a packed folder out at a place of its own, print the table, and say whether everything was good."""
    source = Path(__file__).resolve().parent.parent
    covered = (source, Path(sys.prefix)) if hidden is None else hidden
    with tempfile.TemporaryDirectory(prefix="insight desktop 試し ", dir=folder.parent) as place:
        moved = Path(place) / folder.name
        shutil.copytree(folder, moved, symlinks=True, copy_function=_link)
        home = Path(place) / "家 home"
        home.mkdir()
        tried = try_out(moved, home, hidden=covered, quick=quick)
    print(report(tried))
    return all(each.is_good for each in tried)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def main() -> int:
    """Try out the folder of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hide", type=Path, action="append", help="a folder that the program must do without")
    parser.add_argument("--quick", action="store_true", help="without the work that needs models")
    options = parser.parse_args()
    hidden = tuple(path.resolve() for path in options.hide) if options.hide else None
    return 0 if passes(options.folder.resolve(), hidden=hidden, quick=options.quick) else 1


if __name__ == "__main__":
    sys.exit(main())
