"""`corrections`: writes what the user corrected as rows to train on, to a file of the user's own."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from insight_desktop import paths
from insight_desktop.exports.atomic import write_whole
from insight_desktop.store.corrections import TrainingRow
from insight_desktop.store.workspace import Workspace

SUMMARY = "Writes the turns that you corrected as training rows; they stay on this machine."
_COLUMNS = ("meeting", "turn", "language", "speaker", "before", "text", "labels", "sentiment")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="a .tsv file; without it the rows are printed")


def run(options: argparse.Namespace) -> int:
    """Write the rows, one corrected turn each."""
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        rows = workspace.corrections.export_rows()
    text = json.dumps([_cells(row) for row in rows], ensure_ascii=False, indent=1) if options.json else table(rows)
    if options.out:
        write_whole(options.out, text.encode())
        print(len(rows), options.out, file=sys.stderr)
    else:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    return 0


def table(rows: Sequence[TrainingRow]) -> str:
    """Return the rows as tab-separated text with a header; labels are parted by commas."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(row) for row in rows)
    return out.getvalue()


def _cells(row: TrainingRow) -> dict[str, str | int]:
    return {
        "meeting": row.meeting_id,
        "turn": row.turn,
        "language": row.language,
        "speaker": row.speaker,
        "before": " ".join(row.before.split()),
        "text": " ".join(row.text.split()),
        "labels": ",".join(row.labels),
        "sentiment": row.sentiment,
    }
