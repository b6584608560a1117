"""The window's log: a small rotating file of warnings, without anything that was said and without customers' names."""

import logging
import sys
from logging.handlers import RotatingFileHandler

from insight_desktop import paths

_BYTES, _KEPT = 500_000, 2
NAME = "insight-desktop.log"


def begin() -> None:
    """Write warnings to the file and to standard error; where no file can be written, to standard error alone."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)] if sys.stderr is not None else []
    try:
        paths.logs().mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(paths.logs() / NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
        )
    except OSError:
        pass
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s", handlers=handlers
    )
