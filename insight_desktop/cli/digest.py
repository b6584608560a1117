"""`digest`: the manager's page of a week as HTML or Markdown, and its strongest quotes as sound."""

import argparse
import datetime as dt
from pathlib import Path

from insight_desktop import digesting, overviews, paths, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.digest_text import digest_html, digest_markdown
from insight_desktop.store.workspace import Workspace

SUMMARY = "Writes the page of a week: rising themes, customers to look after, quotes worth hearing."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--week", type=dt.date.fromisoformat, metavar="DATE", help="any day of the week; today")
    parser.add_argument("--out", type=Path, metavar="FILE", help=".html or .md; without it Markdown is printed")
    parser.add_argument(
        "--reel", type=Path, metavar="WAV", help="the quotes one after the other, three minutes at most"
    )


def run(options: argparse.Namespace) -> int:
    """Write or print the page."""
    folder = options.workspace or paths.default_workspace()
    if not folder.is_dir():
        raise KnownError(ErrorCode.NOT_FOUND, name=folder)
    day = options.week or dt.datetime.now().astimezone().date()
    language = wording.user_language()
    with Workspace.open(folder) as workspace:
        digest = digesting.week_digest(workspace, overviews.trend_table(workspace), day)
        if options.out is None:
            print(digest_markdown(digest, language), end="")
        else:
            is_html = options.out.suffix.lower() in (".html", ".htm")
            page = digest_html(digest, language) if is_html else digest_markdown(digest, language)
            write_whole(options.out, page.encode())
        if options.reel is not None:
            digesting.write_digest_reel(workspace, digest, options.reel)
    return 0
