"""What the window pays while meanings and traits of meetings are entered behind it: memory, and its longest gap.

    python benchmarks/many_meetings.py WORKSPACE --meetings 60
    python -m benchmarks.meaning_window WORKSPACE

The first command tells meetings without meanings. The network of meanings and that of labels are loaded by a child
process; the figures are of the window's own process (Linux).
"""

from pathlib import Path

from benchmarks.opened_window import Gaps, opened, told_folder, wait

QUIET_ROUNDS = 8
"""Looks half a second apart in which nothing was entered, before all of it counts as entered."""


def peak_mb() -> float:
    """Return the most memory that this process ever held, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def main() -> None:
    """Open the window, enter everything, print the figures."""
    with opened(told_folder(__doc__), "trends") as program:
        db = program.context.workspace.db  # type: ignore[union-attr]
        gaps, before_mb, quiet, entered = Gaps(), peak_mb(), 0, -1
        program.meaning.start()  # type: ignore[union-attr]
        while quiet < QUIET_ROUNDS:
            wait(program, least_ms=500)
            count = db.row("SELECT (SELECT count(*) FROM meaning) + (SELECT count(*) FROM trait) AS n")["n"]
            quiet, entered = (quiet + 1, entered) if count == entered else (0, count)
        print(f"entered: {entered}; peak {before_mb:.0f} MB before, {peak_mb():.0f} MB then; longest gap {gaps}")


if __name__ == "__main__":
    main()
