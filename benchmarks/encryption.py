"""What a passphrase costs: opening, searching and reading sound, as ratios of processor time within one run.

    python benchmarks/encryption.py [--meetings 200]

Makes a workspace of its own in a temporary folder, measures it plain, protects it, and measures it again.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from insight_desktop.store import keyring, opened_files, protecting, sealing
from insight_desktop.store.workspace import Workspace
from tests.ui.filled import fill

TIMES = 15
SOUND_BYTES = 64 << 20


def median(work: Callable[[], object]) -> float:
    """Return the median processor time in seconds."""
    taken = []
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def measure(folder: Path) -> tuple[float, float]:
    """Return the seconds for opening and closing, and for a search."""
    opening = median(lambda: Workspace.open(folder).close())
    with Workspace.open(folder) as opened:
        word = opened.meetings.list(limit=1).meetings[0].meeting.title[:4]
        return opening, median(lambda: opened.search.find(word))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=200)
    meetings: int = parser.parse_args().meetings
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "workspace"
        fill(folder, meetings=meetings)
        plain = measure(folder)
        begun = time.process_time()
        protecting.protect(folder, keyring.make("a passphrase for measuring"))
        protected = time.process_time() - begun
        sealed = measure(folder)
        print(f"opening: {sealed[0] / plain[0]:.2f} of plain ({plain[0] * 1000:.1f} ms of the processor)")
        print(f"search: {sealed[1] / plain[1]:.2f} of plain ({plain[1] * 1000:.1f} ms)")
        print(f"protecting {meetings} meetings: {protected:.1f} s of the processor")
        sound, key = Path(home) / "a.flac", os.urandom(sealing.KEY_BYTES)
        sound.write_bytes(os.urandom(SOUND_BYTES))
        begun = time.process_time()
        shutil.copyfile(sound, Path(home) / "b.flac")
        sound.read_bytes()
        copying = time.process_time() - begun
        begun = time.process_time()
        sealing.seal(sound, key)
        sealing_s = time.process_time() - begun
        begun = time.process_time()
        opened_files.opened(sound, key)
        print(f"sealing and proving 64 MB: {sealing_s / copying:.1f} of copying and reading ({copying * 1000:.0f} ms)")
        print(f"opening 64 MB: {time.process_time() - begun:.2f} s of the processor")
        opened_files.close()


if __name__ == "__main__":
    main()
