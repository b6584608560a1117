"""Draws a page of a workspace off screen, for documentation and for looking at one's work."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from insight_desktop import wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import keyring


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def parser() -> argparse.ArgumentParser:
    """Return the parser of `screenshot` and `pages`."""
    result = argparse.ArgumentParser(prog="insight-desktop")
    commands = result.add_subparsers(dest="command", required=True)
    shot = commands.add_parser("screenshot", description="Draws a page of the workspace off screen.")
    shot.add_argument(
        "page",
        help="a name that `pages` lists; `meeting:ID` for one meeting, `meeting` for the "
        "newest, `customers:ID`, `settings:SECTION`",
    )
    shot.add_argument("--out", type=Path, required=True, metavar="PNG")
    shot.add_argument("--workspace", type=Path, default=None, metavar="DIR")
    shot.add_argument("--ui", choices=("ja", "en"), default="")
    shot.add_argument("--theme", choices=("light", "dark"), default="light")
    shot.add_argument("--size", type=_size, default=(1280, 800), metavar="1280x800")
    shot.add_argument("--scale", type=float, default=1.0)
    shot.add_argument(
        "--tab",
        default="",
        help="a tab of the page: minutes, transcript, metrics; themes, patterns, reasons, script, trackers, coaching; "
        "preview, report; overview, records, warmth, loyalty, stage, segment, purchases",
    )
    shot.add_argument("--form", default="", help="how a tab of trends shows its numbers: list, charts, table")
    commands.add_parser("pages", description="Lists the pages that `screenshot` knows.")
    return result


def main(arguments: Sequence[str]) -> int:
    """Draw a page, or list the pages."""
    options = parser().parse_args(arguments)
    if options.command == "pages":
        from insight_desktop.ui.page_list import PAGES

        print("\n".join(page.id for page in PAGES))  # noqa: T201 - the command's result
        return 0
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    return _draw(options)


def _draw(options: argparse.Namespace) -> int:
    from insight_desktop.ui.application import workspace_of
    from insight_desktop.ui.page_list import PAGES
    from insight_desktop.ui.shooting import shoot

    name = options.page.partition(":")[0]
    if name not in {page.id for page in PAGES}:
        print(f"{name}: {', '.join(page.id for page in PAGES)}", file=sys.stderr)  # noqa: T201 - wrong usage
        return 2
    try:
        _unlock(workspace_of(options))
    except KnownError as error:
        print(wording.sentence(error, wording.user_language()), file=sys.stderr)  # noqa: T201 - why there is none
        return 1
    shoot(options)
    return 0


def _unlock(workspace: Path) -> None:
    """Open a protected workspace with the passphrase of the environment; nobody can be asked here."""
    if keyring.is_protected(workspace):
        secret = os.environ.get("INSIGHT_DESKTOP_PASSPHRASE")
        if not secret:
            raise KnownError(ErrorCode.PASSPHRASE_NEEDED, path=workspace)
        keyring.unlock(workspace, secret)
