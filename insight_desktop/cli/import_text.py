"""`import-text`: chats, webinar logs and survey answers become meetings without sound, read like any other."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from insight_desktop import paths, text_meetings, wording
from insight_desktop.cli.process import read_and_tell
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.processing import ImportOptions, Processing
from insight_desktop.settings.file import SettingsFile
from insight_desktop.store.workspace import Workspace

SUMMARY = (
    "Imports chats (Zoom, Teams, Slack, LINE, WebVTT, `Name: text`) and survey answers (CSV), and understands them."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("text", nargs="+", type=Path, metavar="FILE", help="a chat, or a CSV of answers")
    parser.add_argument("--customer", metavar="NAME", help="the customer; made if new")
    parser.add_argument("--rep", action="append", default=[], metavar="NAME", help="who of the names is on your side")
    parser.add_argument(
        "--held-on", type=dt.date.fromisoformat, metavar="DATE", help="the day, where the file has none"
    )


def run(options: argparse.Namespace) -> int:
    """Import every file; returns 1 when any of them failed."""
    language = wording.user_language()
    has_failed = False
    meetings: list[MeetingId] = []
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        processing = Processing(workspace)
        processing.claim()
        customer = workspace.customers.find_or_make(options.customer).id if options.customer else None
        rep = SettingsFile().load().settings.general.rep_name
        wanted = ImportOptions(customer_id=customer, held_on=options.held_on, rep=rep)
        for path in options.text:
            try:
                imported = text_meetings.import_text(workspace, path, wanted, reps=options.rep)
            except KnownError as error:
                if options.debug:
                    raise
                print(wording.sentence(error, language), file=sys.stderr)
                has_failed = True
                continue
            meetings += [each.meeting.id for each in imported]
        _, fails = read_and_tell(workspace, processing, meetings, as_json=options.json)
    return 1 if has_failed or fails else 0
