"""Writes a result file of a command: whole or not at all."""

import os
import tempfile
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError


def write_atomically(path: Path, text: str) -> None:
    """Write a whole file or nothing.

    Raises:
        KnownError: PERMISSION_REFUSED or EXPORT_FAILED; the file is as it was.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path) from error
    except OSError as error:
        raise KnownError(ErrorCode.EXPORT_FAILED, path=path, reason=error.strerror or "") from error
