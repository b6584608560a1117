"""Looks at every page in a process that draws at another scale, and prints what is cut as JSON."""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from insight_desktop import health
from tests.ui import reachable, screens


def main(workspace: Path) -> None:
    """Look at every page; the words of English were measured at the same width before, so one language is enough."""
    health.examine = screens.examine
    application = QApplication([])
    found = []
    program = screens.opened(workspace, ui="ja")
    assert application.devicePixelRatio() > 1
    for page in screens.pages(program):
        screens.resize(program.window, screens.SMALL)
        found += [f"{page}: {each}" for each in screens.lasting(reachable.misplaced, program.window)]
    screens.closed(program)
    print(json.dumps(found, ensure_ascii=False))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]))
