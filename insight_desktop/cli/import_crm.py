"""`import-crm`: customers, deals with outcomes, and product catalogues from CSV."""

import argparse
import json
import sys
from pathlib import Path

from insight_desktop import import_run, importing, paths, wording
from insight_desktop.crm import details_importing as details
from insight_desktop.crm import importing as crm
from insight_desktop.crm.tables import Table
from insight_desktop.store.workspace import Workspace

SUMMARY = (
    "Imports customers, deals, a product catalogue, figures of usage, owned products with seats or support cases "
    "from a CSV (UTF-8 or CP932; Japanese or English headers)."
)

_READERS = {
    "customers": crm.read_customers,
    "deals": crm.read_deals,
    "catalog": crm.read_products,
    "usage": details.read_usage,
    "owned": details.read_owned,
    "cases": details.read_cases,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", choices=tuple(importing.KINDS))
    parser.add_argument("csv", type=Path, metavar="CSV")
    parser.add_argument("--map", action="append", default=[], metavar="HEADER=FIELD", help="what a column holds")
    parser.add_argument("--preview", action="store_true", help="show how the columns are read; import nothing")


def run(options: argparse.Namespace) -> int:
    """Import the file and say what came of it."""
    mapping = dict(part.split("=", 1) for part in options.map if "=" in part)
    if len(mapping) != len(options.map):
        print("insight-desktop import-crm: --map HEADER=FIELD", file=sys.stderr)
        return 2
    if options.preview:
        table = _READERS[options.what](options.csv, mapping)[0]
        _print_preview(table, as_json=options.json)
        return 0
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        report = importing.KINDS[options.what].run(workspace, options.csv, mapping)
    _print_report(report, as_json=options.json)
    return 0


def _print_preview(table: Table, *, as_json: bool) -> None:
    if as_json:
        columns = [{"header": header, "field": field, "values": values} for header, field, values in table.preview()]
        print(json.dumps({"encoding": table.encoding, "columns": columns}, ensure_ascii=False, indent=2))
        return
    line = wording.IMPORT_LINES["preview"][wording.user_language()]
    for header, field, values in table.preview():
        print(line.format(header=header, field=field or "-", values=" | ".join(values)))


def _print_report(report: import_run.ImportReport, *, as_json: bool) -> None:
    if as_json:
        result = {
            "created": report.created,
            "updated": report.updated,
            "unchanged": report.unchanged,
            "encoding": report.table.encoding,
            "unused": report.table.unused,
            "problems": [{"line": p.line, "field": p.field, "value": p.value} for p in report.problems],
            "ambiguous": report.ambiguous,
        }
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return
    language = wording.user_language()
    words = {key: sentences[language] for key, sentences in wording.IMPORT_LINES.items()}
    print(words["done"].format(created=report.created, updated=report.updated, unchanged=report.unchanged))
    for problem in report.problems:
        line = words["beyond" if not problem.field else "problem" if problem.value else "absent"]
        field = report.table.header_of(problem.field)
        print(line.format(line=problem.line, field=field, value=problem.value), file=sys.stderr)
    for name in report.ambiguous:
        print(words["ambiguous"].format(name=name), file=sys.stderr)
    if report.table.unused:
        print(words["unused"].format(names=", ".join(report.table.unused)), file=sys.stderr)
