"""Writes a small file so that it is there whole or not at all."""

from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and then give it its name.

    Raises:
        KnownError: PERMISSION_REFUSED or EXPORT_FAILED; the file is as it was.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path) from error
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KnownError(ErrorCode.EXPORT_FAILED, path=path, reason=error.strerror or "") from error
