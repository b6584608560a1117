"""`evaluate`: analyses calls whose right answers are known, and prints how right the program is."""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from insight_desktop.cli.analyze import catalogue_of, load_reader, transcripts
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.insights import codec
from insight_desktop.insights.bounds import Bounds
from insight_desktop.insights.evaluation import Evaluation, Json
from insight_desktop.insights.transcripts import read_transcript

SUMMARY = "Analyses calls with known answers and prints a table of scores."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="a folder of calls with their right answers")
    parser.add_argument(
        "--bounds", type=Path, metavar="FILE", help="ends with 1 where a score is beyond its limit there"
    )
    parser.add_argument("--catalogs", type=Path, metavar="DIR", help="finds DIR/X.csv by the call's `catalog: X`")


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    files = [path for path in transcripts([options.gold]) if path.suffix == ".json"]
    if not files:
        raise KnownError(ErrorCode.FILE_MISSING, path=str(options.gold))
    bounds = _bounds(options.bounds)
    read = load_reader()
    evaluation = Evaluation()
    for file in files:
        conversation = read_transcript(file)
        analysis = read(conversation, catalogue_of(conversation, options.catalogs))
        gold = json.loads(file.read_text(encoding="utf-8"))
        evaluation.add(gold, codec.analysis_to_json(conversation, analysis))
        print(file.name, file=sys.stderr)
    result = evaluation.result()
    print(json.dumps(result, ensure_ascii=False, indent=1) if options.json else table(result))
    missed = list(bounds.missed(result))
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _bounds(path: Path | None) -> Bounds:
    """Return the limits that a file holds; without a file there are none."""
    if path is None:
        return Bounds()
    try:
        return Bounds.of(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=str(path)) from error
    except (AttributeError, TypeError, ValueError) as error:
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=str(path)) from error


def table(result: Json) -> str:
    """Return the scores as aligned text."""
    lines = [
        f"{name:18} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}"
        f"  gold {row['gold']:4}  predicted {row['predicted']:4}"
        for name, row in result["labels"].items()
    ]
    return "\n".join(lines + [f"{name}: {value}" for name, value in result.items() if name != "labels"])
