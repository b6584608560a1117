"""Turns the folder of a recording into one aligned FLAC file, proves it, and only then lets the raw sound go."""

import contextlib
import datetime as dt
import errno
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from insight_desktop.audio.alignment import BLOCK, blocks, length, place
from insight_desktop.audio.folder_lock import FolderLock
from insight_desktop.audio.recording_file import SAMPLE_RATE, RecordingReader, repair
from insight_desktop.audio.recording_folder import RESERVE, AlignedStretch, RecordingFolder, Session
from insight_desktop.domain.capture import StreamName
from insight_desktop.domain.errors import ErrorCode, KnownError


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedRecording:
    """A recording that is ready to be processed."""

    folder: str
    path: str
    seconds: float
    channels: int
    sha256: str
    session: Session
    recovered: bool = False
    """Whether a crash had cut it off."""


def finish(folder: RecordingFolder, *, advanced: Callable[[float, float], None] | None = None) -> FinishedRecording:
    """Align, encode, verify and clean up; can be called again after any crash, and does nothing twice.

    Raises:
        KnownError: there is no sound, the disk is full, or the encoded file is not what was recorded.
        BlockingIOError: the recording is still being made.

    """
    with FolderLock(folder.path):
        session = folder.load()
        recovered = not session.closed
        if not folder.finished.is_file():
            _encode(folder, advanced or _quiet)
        if recovered:
            session = replace(session, closed_at=session.closed_at or _written_at(folder), reason="crash")
            folder.save(session, durable=True)
        _clean_up(folder)
    with av.open(str(folder.finished)) as container:
        stream = container.streams.audio[0]
        seconds, channels = float((stream.duration or 0) * (stream.time_base or 0)), stream.channels
    with folder.finished.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FinishedRecording(
        folder=str(folder.path),
        path=str(folder.finished),
        seconds=seconds,
        channels=channels,
        sha256=digest,
        session=session,
        recovered=recovered,
    )


def unfinished(root: Path) -> tuple[RecordingFolder, ...]:
    """Return the folders below `root` that hold recordings which no process is making and nobody finished."""
    return tuple(folder for folder in idle(root) if folder.streams)


def idle(root: Path) -> tuple[RecordingFolder, ...]:
    """Return the folders below `root` that no process is recording into."""
    return tuple(folder for folder in _folders(root) if not _held(folder))


def _folders(root: Path) -> Iterator[RecordingFolder]:
    if root.is_dir():
        for path in sorted(root.iterdir()):
            if path.is_dir():
                yield RecordingFolder(path)


def _held(folder: RecordingFolder) -> bool:
    try:
        FolderLock(folder.path).release()
    except BlockingIOError:
        return True
    return False


def _encode(folder: RecordingFolder, advanced: Callable[[float, float], None]) -> None:
    frames = {stream: repair(folder.sound(stream)).frames for stream in folder.streams}
    plan = place(frames, folder.timing())
    total = length(plan)
    if not total:
        raise KnownError(ErrorCode.NO_AUDIO, path=folder.path.name)
    temporary = folder.finished.with_name("recording.tmp.flac")
    with contextlib.ExitStack() as stack:
        readers = {stream: stack.enter_context(RecordingReader(folder.sound(stream))) for stream in frames}
        sources = [blocks(readers[stream], plan[stream], total) for stream in frames]
        try:
            written = _write_flac(temporary, sources, total, lambda done: advanced(done / 2, total / SAMPLE_RATE))
        except OSError as error:
            temporary.unlink(missing_ok=True)
            if error.errno == errno.ENOSPC:
                raise KnownError(ErrorCode.DISK_FULL) from error
            raise
    half = total / SAMPLE_RATE / 2
    if _digest(temporary, lambda done: advanced(half + done / 2, total / SAMPLE_RATE)) != written:
        temporary.unlink(missing_ok=True)
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=folder.finished.name)
    folder.save_alignment(
        [
            AlignedStretch(stream=stream, first=each.piece.first, end=each.piece.end, at=each.at, length=each.length)
            for stream, found in plan.items()
            for each in found
        ]
    )
    temporary.replace(folder.finished)


def _write_flac(
    path: Path, sources: list[Iterator[NDArray[np.int16]]], total: int, done: Callable[[float], None]
) -> tuple[int, str]:
    """Write the streams as channels; returns the number of frames and the checksum of the samples."""
    digest = hashlib.sha256()
    count = 0
    layout = "stereo" if len(sources) > 1 else "mono"
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout=layout, format="s16")
        for parts in zip(*sources, strict=True):
            pcm = np.ascontiguousarray(np.stack(parts, axis=1))
            digest.update(pcm.tobytes())
            frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout=layout)
            frame.sample_rate, frame.pts = SAMPLE_RATE, count
            container.mux(stream.encode(frame))
            count += len(pcm)
            done(count / SAMPLE_RATE)
        container.mux(stream.encode(None))
    if count != total:
        message = f"{count} of {total} frames"
        raise AssertionError(message)
    return count, digest.hexdigest()


def _digest(path: Path, done: Callable[[float], None]) -> tuple[int, str]:
    """Decode a FLAC file and return its frames and the checksum of its samples."""
    digest = hashlib.sha256()
    count = told = 0
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            digest.update(frame.to_ndarray().tobytes())
            count += frame.samples
            if count - told >= BLOCK:
                told = count
                done(count / SAMPLE_RATE)
    return count, digest.hexdigest()


def _clean_up(folder: RecordingFolder) -> None:
    for stream in StreamName:
        folder.sound(stream).unlink(missing_ok=True)
    (folder.path / RESERVE).unlink(missing_ok=True)


def _written_at(folder: RecordingFolder) -> str:
    paths = [folder.sound(stream) for stream in folder.streams]
    last = max((path.stat().st_mtime for path in paths), default=0.0)
    return dt.datetime.fromtimestamp(last, tz=dt.UTC).isoformat(timespec="seconds")


def _quiet(_done: float, _total: float) -> None:
    """Tell nobody."""
