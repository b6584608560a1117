"""Crash-safe mono WAV: the header is right on disk each second, and a file cut anywhere can be repaired by its length.

The header has 80 bytes. Its JUNK chunk becomes `ds64` (RF64) once the sound no longer fits 32-bit sizes, so the
same file grows from 0 bytes to any length without being rewritten.
"""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
HEADER_BYTES = 80
_FRAME_BYTES = 2
_UNKNOWN = 0xFFFFFFFF
_RIFF_LIMIT = _UNKNOWN - 200


def header(data_bytes: int) -> bytes:
    """Return the header of a file with so many bytes of sound: RIFF, or RF64 beyond 4 GiB."""
    riff_bytes = data_bytes + HEADER_BYTES - 8
    big = riff_bytes > _RIFF_LIMIT
    sizes = struct.pack(
        "<4sIQQQI",
        b"ds64" if big else b"JUNK",
        28,
        riff_bytes if big else 0,
        data_bytes if big else 0,
        data_bytes // _FRAME_BYTES if big else 0,
        0,
    )
    shape = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, SAMPLE_RATE, SAMPLE_RATE * _FRAME_BYTES, _FRAME_BYTES, 16)
    return (
        struct.pack("<4sI4s", b"RF64" if big else b"RIFF", _UNKNOWN if big else riff_bytes, b"WAVE")
        + sizes
        + shape
        + struct.pack("<4sI", b"data", _UNKNOWN if big else data_bytes)
    )


def to_pcm(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return samples of -1 … 1 as 16-bit numbers; a sample that came from 16 bits comes back the same."""
    pcm: NDArray[np.int16] = np.clip(np.rint(samples * 32768.0), -32768, 32767).astype(np.int16)
    return pcm


class RecordingFile:
    """A growing mono WAV of 48 kHz, 16 bit."""

    def __init__(self, path: Path) -> None:
        """Create the file; an existing one is never overwritten."""
        self._descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
        self._data_bytes = 0
        self._closed = False
        try:
            self._write_all(header(0))
        except OSError:
            os.close(self._descriptor)
            raise

    @property
    def frames(self) -> int:
        """The samples written so far."""
        return self._data_bytes // _FRAME_BYTES

    def write(self, samples: NDArray[np.int16]) -> None:
        """Append samples; on a full disk what fits is kept and the error of the system is raised."""
        start = HEADER_BYTES + self._data_bytes
        try:
            self._write_all(np.ascontiguousarray(samples, dtype="<i2").tobytes())
        finally:
            end = os.lseek(self._descriptor, 0, os.SEEK_CUR)
            whole = (end - HEADER_BYTES) // _FRAME_BYTES * _FRAME_BYTES
            self._data_bytes = max(self._data_bytes, whole)
            if HEADER_BYTES + whole != end and end > start:
                # Half a sample fitted: the next write begins where the last whole sample ends.
                os.lseek(self._descriptor, HEADER_BYTES + whole, os.SEEK_SET)

    def sync(self) -> None:
        """Make the header true and push everything to the disk."""
        self.patch()
        self.push()

    def push(self) -> None:
        """Push everything to the disk, against a loss of power; may take seconds on a busy disk, in any thread."""
        os.fsync(self._descriptor)

    def close(self) -> None:
        """Make the header true and close; closing twice is allowed."""
        if self._closed:
            return
        self._closed = True
        try:
            self.sync()
        finally:
            os.close(self._descriptor)

    def __enter__(self) -> Self:
        """Return the file itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file, whatever happened."""
        self.close()

    def patch(self) -> None:
        """Make the header true, which is enough for a killed process; the position stays (Windows has no pwrite)."""
        position = os.lseek(self._descriptor, 0, os.SEEK_CUR)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self._write_all(header(self._data_bytes))
        os.lseek(self._descriptor, position, os.SEEK_SET)

    def _write_all(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            # A short write means that the disk is nearly full: the next call raises ENOSPC.
            rest = rest[os.write(self._descriptor, rest) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair found."""

    frames: int
    changed: bool
    """Whether the header did not agree with the length of the file."""


def repair(path: Path) -> Repair:
    """Make the header agree with the length of the file; half a sample at the end is dropped."""
    length = path.stat().st_size
    data_bytes = max(0, length - HEADER_BYTES) // _FRAME_BYTES * _FRAME_BYTES
    wanted = header(data_bytes)
    with path.open("r+b") as file:
        changed = file.read(HEADER_BYTES) != wanted or length != HEADER_BYTES + data_bytes
        if changed:
            file.seek(0)
            file.write(wanted)
            file.truncate(HEADER_BYTES + data_bytes)
            file.flush()
            os.fsync(file.fileno())
    return Repair(frames=data_bytes // _FRAME_BYTES, changed=changed)


class RecordingReader:
    """Reads a recording by the length of its file, also while it grows or after a crash."""

    def __init__(self, path: Path) -> None:
        """Open the file for reading."""
        self._path = path
        self._file = path.open("rb")

    @property
    def frames(self) -> int:
        """The samples in the file at this moment."""
        return max(0, os.fstat(self._file.fileno()).st_size - HEADER_BYTES) // _FRAME_BYTES

    def read(self, start: int, count: int) -> NDArray[np.int16]:
        """Return up to `count` samples from sample `start` on; fewer at the end."""
        self._file.seek(HEADER_BYTES + start * _FRAME_BYTES)
        data = self._file.read(count * _FRAME_BYTES)
        return np.frombuffer(data[: len(data) // _FRAME_BYTES * _FRAME_BYTES], dtype="<i2").astype(np.int16, copy=False)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        """Return the reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()
