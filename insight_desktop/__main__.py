"""Reads what the program is asked to be (window, child process, command line) and starts it; imports late."""

import multiprocessing
import sys

from insight_desktop import network_guard


def main() -> int:
    """Start the window, a child process (`--role=…`) or a command; returns the exit code."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    role = next((word.split("=", 1)[1] for word in arguments if word.startswith("--role=")), None)
    network_guard.install(role or _name(arguments), allows=arguments[:1] == ["models"] and "fetch" in arguments)
    if role is not None:
        from insight_desktop.worker.roles import run_role

        return run_role(role, [word for word in arguments if not word.startswith("--role=")])
    if arguments and arguments[0] in ("screenshot", "pages"):
        from insight_desktop.ui.screenshot import main as screenshot

        return screenshot(arguments)
    if not arguments or arguments[0] in ("--workspace", "--ui", "--data-dir", "--theme"):
        from insight_desktop.ui.application import main as window

        return window(arguments)
    from insight_desktop.cli.main import main as command_line

    return command_line(arguments)


def _name(arguments: list[str]) -> str:
    """Return what the program is asked to be, for the notes of the guard."""
    return arguments[0] if arguments and not arguments[0].startswith("-") else "window"


if __name__ == "__main__":
    sys.exit(main())
