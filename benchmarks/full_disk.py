# ruff: noqa: S101 - plain checks
"""Lets the disk run full at every place of every write: each must fail with one sentence, and nothing may be lost.

    mount -t tmpfs -o size=4m tmpfs DIR && python benchmarks/full_disk.py DIR [--steps 60]

`DIR` is a small file system that may be filled. A ballast leaves room for so many bytes, growing step by step, until
the write succeeds. Prints one JSON line an operation.
"""

import argparse
import datetime as dt
import json
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from insight_desktop import importing
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.exporting import ExportRequest, export_meetings
from insight_desktop.exports import own_template, profile_reader, template
from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments
from insight_desktop.processing import Processing
from insight_desktop.settings.file import SettingsFile, with_option
from insight_desktop.store.workspace import Workspace

KEPT = "失ってはならない株式会社"
BLOCK = 4_096


def fill_workspace(folder: Path) -> None:
    """Make the workspace whose content must survive."""
    from tests.exports.test_exporting import add

    with Workspace.open(folder) as workspace:
        workspace.customers.save(Customer(id=CustomerId("kept"), name=KEPT))
        for day in range(1, 4):
            add(workspace, day)


def sources(folder: Path) -> dict[str, Path]:
    """Make the files that are imported, on another disk."""
    import numpy as np

    from tests.audio.media import write

    rows = "".join(f"会社{number},業種{number}\r\n" for number in range(300))
    (folder / "customers.csv").write_text("会社名,業種\r\n" + rows, "utf-8")
    (folder / "template.csv").write_bytes("件名,訪問日\r\n".encode("cp932"))
    samples = (0.3 * np.sin(np.arange(32_000) / 8)).astype(np.float32)
    write(folder / "call.wav", samples, codec="pcm_s16le")
    return {path.stem: path for path in folder.iterdir()}


Operation = Callable[[Workspace, Path, dict[str, Path]], object]
NOW = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)


def _export(workspace: Workspace, out: Path, _sources: dict[str, Path]) -> None:
    request = ExportRequest(profile=profile_reader.load("salesforce_task"), with_unchanged=True)
    export_meetings(workspace, request, out / "a.csv", now=NOW)


def _document(workspace: Workspace, out: Path, _sources: dict[str, Path]) -> None:
    meeting = workspace.meetings.list(limit=1).meetings[0].meeting
    MeetingDocuments(workspace, meeting.id).write(DocumentKind.WORD, out / "a.docx")


def _template(_workspace: Workspace, _out: Path, files: dict[str, Path]) -> None:
    found = template.read(files["template"])
    own_template.adopt(found, template.propose(found), "a")


def _settings(_workspace: Workspace, out: Path, _sources: dict[str, Path]) -> None:
    file = SettingsFile(out / "settings.json")
    file.save(with_option(file.load().settings, "general", "rep_name", "中村" * 500))


OPERATIONS: dict[str, Operation] = {
    "export a CSV": _export,
    "write a Word file": _document,
    "keep a template": _template,
    "save the settings": _settings,
    "import customers": lambda workspace, _out, files: importing.import_customers(workspace, files["customers"]),
    "import a recording": lambda workspace, _out, files: Processing(workspace).import_audio(files["call"]),
    "back up": lambda workspace, _out, _files: workspace.back_up(),
}


def attempt(operation: Operation, disk: Path, files: dict[str, Path], room: int) -> str:
    """Run an operation with so much room left and check that nothing is lost; returns what came of it."""
    workspace_dir, out = disk / "ワークスペース", disk / "out"
    shutil.rmtree(workspace_dir, ignore_errors=True)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(files["seed"], workspace_dir)
    out.mkdir()
    ballast = disk / "ballast"
    with Workspace.open(workspace_dir) as workspace:
        free = shutil.disk_usage(disk).free
        with ballast.open("wb") as stream:
            stream.write(b"\0" * max(0, free - room))
        try:
            operation(workspace, out, files)
            outcome = "done"
        except KnownError as error:
            outcome = error.code.value
        except sqlite3.Error as error:
            outcome = f"UNKNOWN {type(error).__name__}: {error}"
        except OSError as error:
            outcome = f"UNKNOWN {type(error).__name__}: {error}"
        finally:
            ballast.unlink()
    if outcome != "done":
        left = [path.name for path in (*out.iterdir(), *(workspace_dir / "audio").iterdir())]
        assert not left, f"left behind: {left}"
    with Workspace.open(workspace_dir) as workspace:
        kept = workspace.customers.get(CustomerId("kept"))
        assert kept is not None, "a customer is lost"
        assert (kept.name, workspace.meetings.list().total >= len(range(1, 4))) == (KEPT, True)
    return outcome


def main() -> None:
    """Let the disk run full in front of every operation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("disk", type=Path)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--work", type=Path, required=True, help="a folder on another disk")
    options = parser.parse_args()
    import os

    os.environ["INSIGHT_DESKTOP_HOME"] = str(options.disk / "home")
    (options.work / "files").mkdir(parents=True, exist_ok=True)
    files = sources(options.work / "files")
    fill_workspace(options.work / "seed")
    files["seed"] = options.work / "seed"
    failed = False
    for name, operation in OPERATIONS.items():
        outcomes: Counter[str] = Counter()
        for step in range(options.steps):
            shutil.rmtree(options.disk / "home", ignore_errors=True)
            room = step * BLOCK * (8 if name == "back up" else 1)  # a copy of the whole database is large
            outcome = attempt(operation, options.disk, files, room)
            outcomes[outcome] += 1
            if outcome == "done" and outcomes["done"] > 1:
                break
        failed = failed or any(outcome.startswith("UNKNOWN") for outcome in outcomes)
        print(json.dumps({"operation": name, **outcomes}, ensure_ascii=False), flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
