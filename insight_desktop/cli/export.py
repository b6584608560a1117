"""`export`: finished meetings of the workspace as a CRM's CSV."""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from insight_desktop import export_wording, paths, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.exporting import ExportRequest, customer_named, export_meetings
from insight_desktop.exports import profile_reader
from insight_desktop.exports.crm_csv import ExportOptions
from insight_desktop.exports.profiles import Encoding, Profile
from insight_desktop.exports.rendering import zone_of_dates
from insight_desktop.exports.report import ExportReport
from insight_desktop.exports.writing import Written
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.store.workspace import Workspace

SUMMARY = "Writes finished meetings as a CSV that a CRM imports."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--profile", required=True, metavar="NAME", help="an export profile, or the path of one")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="a file, or a folder")
    parser.add_argument("--customer", metavar="NAME", help="only meetings with this customer")
    parser.add_argument("--since", type=dt.date.fromisoformat, metavar="DATE", help="from this day on (YYYY-MM-DD)")
    parser.add_argument("--until", type=dt.date.fromisoformat, metavar="DATE", help="up to and including this day")
    parser.add_argument("--encoding", choices=[each.value for each in Encoding], help="instead of the profile's own")
    parser.add_argument("--language", choices=["ja", "en"], help="of labels in the file")
    parser.add_argument("--transcript", action="store_true", help="with the transcript, which is personal data")
    parser.add_argument(
        "--all", action="store_true", help="also meetings that were exported before and have not changed"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file; what was altered or left out is said on standard error."""
    profile = profile_reader.load(options.profile)
    folder = options.workspace or paths.default_workspace()
    if not folder.is_dir():
        raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
    with Workspace.open(folder) as workspace:
        written = export_meetings(
            workspace, _request(workspace, profile, options), options.out, now=dt.datetime.now(dt.UTC).astimezone()
        )
    report(written.report)
    if options.json:
        print(json.dumps(as_json(written), ensure_ascii=False, indent=2))
    else:
        for file in written.files:
            print(file.path)
    return 0


def _request(workspace: Workspace, profile: Profile, options: argparse.Namespace) -> ExportRequest:
    zone = zone_of_dates(profile.time)

    def midnight(day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(), tzinfo=zone)

    return ExportRequest(
        profile=profile,
        options=ExportOptions(
            language=options.language or wording.user_language(),
            encoding=Encoding(options.encoding) if options.encoding else None,
            with_transcript=options.transcript,
        ),
        filters=MeetingFilter(
            customer_id=customer_named(workspace, options.customer) if options.customer else None,
            since=midnight(options.since) if options.since else None,
            until=midnight(options.until + dt.timedelta(days=1)) if options.until else None,
        ),
        with_unchanged=options.all,
    )


def as_json(written: Written) -> dict[str, Any]:
    """Return the outcome for `--json`."""
    files = [{"path": str(file.path), "rows": len(file.rows), "sha256": file.sha256} for file in written.files]
    return {"files": files, **written.report.to_json()}


def report(found: ExportReport) -> None:
    """Say on standard error how many rows went out and what was altered, in the user's language."""
    language = wording.user_language()
    for line in export_wording.export_lines(found.rows, found.unchanged, language):
        print(line, file=sys.stderr)
    for kind, number in found.counts:
        print(f"- {export_wording.EXPORT_FINDINGS[kind.value][language]} ({number})", file=sys.stderr)
        places = [each for each in found.findings if each.kind is kind and each.call_id][:5]
        for each in places:
            lengths = f" {each.before} → {each.after}" if each.before is not None else ""
            print(f"    {each.call_id} {each.column} {each.detail}{lengths}".rstrip(), file=sys.stderr)
