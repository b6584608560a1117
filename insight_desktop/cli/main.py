"""Reads the command line, runs one command, and turns what happened into an exit code."""

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from insight_desktop import __version__, wording
from insight_desktop.cli import passphrases
from insight_desktop.domain.errors import KnownError
from insight_desktop.store import keyring

FAILED, INTERRUPTED = 1, 130

# Modules are imported only when their command is asked for: models and media libraries are slow to load.
COMMANDS = {
    "process": "process",
    "transcribe": "transcribe",
    "analyze": "analyze",
    "evaluate": "evaluate",
    "record": "record",
    "recover": "recover",
    "export": "export",
    "profiles": "profiles",
    "import-crm": "import_crm",
    "import-text": "import_text",
    "search": "search",
    "trends": "trends",
    "corrections": "corrections",
    "digest": "digest",
    "models": "models",
    "doctor": "doctor",
    "demo": "demo",
    "passphrase": "passphrase",
}


class Command(Protocol):
    """What a command's module offers."""

    SUMMARY: str

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""

    @staticmethod
    def run(options: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def load(name: str) -> Command:
    """Import the module of a command."""
    return cast("Command", importlib.import_module(f"insight_desktop.cli.{COMMANDS[name]}"))


def build_parser(name: str | None) -> argparse.ArgumentParser:
    """Return the parser; only the command `name` gets its arguments, so that one command loads one module."""
    parser = argparse.ArgumentParser(
        prog="insight-desktop", description=wording.PROGRAM_SUMMARY[wording.user_language()]
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command)
        sub.add_argument("--workspace", type=Path, default=None, metavar="DIR")
        sub.add_argument("--json", action="store_true", help="print the result as JSON")
        sub.add_argument("--debug", action="store_true", help="show tracebacks and log everything")
        if command == name:
            module = load(command)
            sub.description = module.SUMMARY
            module.add_arguments(sub)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code of CONTRACT: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    name = next((word for word in arguments if word in COMMANDS), None)
    options = build_parser(name).parse_args(arguments)
    logging.basicConfig(level=logging.DEBUG if options.debug else logging.WARNING, stream=sys.stderr)
    keyring.ask_with(passphrases.ask)
    try:
        return load(options.command).run(options)
    except KnownError as error:
        if options.debug:
            raise
        print(wording.sentence(error, wording.user_language()), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
