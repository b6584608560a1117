"""Where a command takes a passphrase from: a variable, an open file, or a question on the terminal."""

import getpass
import os
import sys
from pathlib import Path

from insight_desktop import wording

VARIABLE, NEW_VARIABLE = "INSIGHT_DESKTOP_PASSPHRASE", "INSIGHT_DESKTOP_NEW_PASSPHRASE"
DESCRIPTOR = "INSIGHT_DESKTOP_PASSPHRASE_FD"


def ask(_folder: Path) -> str | None:
    """Return the passphrase of a protected workspace; None where nobody can be asked."""
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    number = os.environ.get(DESCRIPTOR, "")
    if number.isdigit():
        try:
            with os.fdopen(int(number), encoding="utf-8", closefd=False) as file:
                return file.readline().rstrip("\r\n")
        except OSError:
            return None
    return _prompt("ask")


def ask_new() -> str | None:
    """Return a new passphrase, typed twice the same; None where nobody can be asked."""
    if NEW_VARIABLE in os.environ:
        return os.environ[NEW_VARIABLE]
    while (first := _prompt("new")) is not None:
        if first == _prompt("again"):
            return first
        print(wording.PASSPHRASES["differ"][wording.user_language()], file=sys.stderr)
    return None


def _prompt(text: str) -> str | None:
    if not sys.stdin.isatty():
        return None
    return getpass.getpass(wording.PASSPHRASES[text][wording.user_language()], stream=sys.stderr)
