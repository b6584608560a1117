"""Puts a passphrase on the workspace, changes it, or takes it off."""

import argparse
import json
import sys
from pathlib import Path

from insight_desktop import paths, wording
from insight_desktop.cli import passphrases
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import keyring, protecting
from insight_desktop.store.workspace import Workspace

SUMMARY = "Protect the workspace with a passphrase: everything in it is encrypted."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be done."""
    parser.add_argument("action", choices=("set", "change", "remove", "status"))


def run(options: argparse.Namespace) -> int:
    """Do it; the recovery code goes to standard output and is kept nowhere."""
    folder: Path = options.workspace or paths.default_workspace()
    say = wording.PASSPHRASES
    language = wording.user_language()
    code = ""
    match options.action:
        case "set" if not keyring.is_protected(folder):
            with Workspace.open(folder):
                pass
            keys = keyring.make(_new())
            print(say["warning"][language], file=sys.stderr)
            code = keys.code
            _show(options, code)
            protecting.protect(folder, keys, advanced=_show_progress)
            return 0
        case "change" if keyring.is_protected(folder):
            code = keyring.change(folder, _known(folder), _new())
        case "remove":
            protecting.unprotect(folder, advanced=_show_progress)
    _show(options, code, is_protected=keyring.is_protected(folder))
    return 0


def _known(folder: Path) -> str:
    found = passphrases.ask(folder)
    if found is None:
        raise KnownError(ErrorCode.PASSPHRASE_NEEDED, path=folder)
    return found


def _new() -> str:
    found = passphrases.ask_new()
    if found is None:
        raise KnownError(ErrorCode.PASSPHRASE_UNSAID, variable=passphrases.NEW_VARIABLE)
    return found


def _show(options: argparse.Namespace, code: str, *, is_protected: bool = True) -> None:
    language = wording.user_language()
    if options.json:
        print(json.dumps({"protected": is_protected, "recovery_code": code}), flush=True)
    elif code:
        print(wording.PASSPHRASES["code"][language].format(code=code), flush=True)
    else:
        print(wording.PASSPHRASES["protected" if is_protected else "plain"][language])


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{100 * done // max(1, total):3d} %{chr(10) if done >= total else ''}")
