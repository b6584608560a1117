"""Takes blocks as they arrive and leaves a recording on the disk; runs in one thread and touches no device."""

import datetime as dt
import errno
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from insight_desktop.audio.clocks import Anchor
from insight_desktop.audio.recording_file import SAMPLE_RATE, RecordingFile, to_pcm
from insight_desktop.audio.recording_folder import RESERVE, AnchorFile, RecordingFolder, Reserve, Session
from insight_desktop.audio.stream_tally import StreamTally
from insight_desktop.domain.capture import (
    Level,
    Levels,
    Notice,
    NoticeKind,
    Receipt,
    StreamName,
    StreamReceipt,
)

SYNC_S = 0.25
"""With the block that is on its way, less than a second is missing from the header at any moment."""
LEVEL_S = 0.1
STALLED_S = 2.0
OPENING_S = 6.0
"""A loaded machine may need seconds to open a device."""
NOTICES_KEPT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A block of a stream; `at` is the monotonic time right after it was read."""

    stream: StreamName
    at: float
    samples: NDArray[np.float32]
    begins: bool = False
    """Whether sound may be missing before this block, or another device gave it."""
    lost_frames: int = 0
    """Samples before this block that found no room in the queue."""


@dataclass(slots=True)
class _Stream:
    """What is kept of one stream while it is recorded."""

    name: StreamName
    file: RecordingFile
    tally: StreamTally
    device: str
    last_at: float | None = None
    best: tuple[float, float, int] | None = None
    """(lateness, time, frames) of the block that came least late since the last anchor."""
    begins: bool = True
    resumed: bool = False
    gaps: int = 0
    gap_s: float = 0.0
    lost_frames: int = 0
    stalled: bool = False


class DiskFullError(OSError):
    """The disk took no more; what was written is closed and whole."""


class RecordingWriter:
    """Writes the streams of one recording, second by second."""

    def __init__(
        self,
        folder: RecordingFolder,
        session: Session,
        *,
        say: Callable[[Notice | Levels], None],
        started_at: float,
    ) -> None:
        """Create the files; the folder must exist and hold no recording yet."""
        self._folder, self._session, self._say = folder, session, say
        self._reserve = Reserve(folder.path / RESERVE)
        self._reserve.take()
        folder.save(session)
        self._anchors = AnchorFile(folder)
        self._streams = {
            name: _Stream(name=name, file=RecordingFile(folder.sound(name)), tally=StreamTally(), device=device)
            for name, device in session.devices.items()
        }
        self._paused = False
        self._closed = False
        self._awake_at = self._ticked_at = self._synced_at = self._levelled_at = started_at
        self.note(NoticeKind.STARTED)

    @property
    def seconds(self) -> float:
        """How much is recorded, the longer of both streams."""
        return max((stream.file.frames for stream in self._streams.values()), default=0) / SAMPLE_RATE

    @property
    def paused(self) -> bool:
        """Whether blocks are thrown away now."""
        return self._paused

    def take(self, arrival: Arrival) -> None:
        """Write a block, or only move the meter while paused."""
        stream = self._streams[arrival.stream]
        if stream.stalled:
            stream.stalled = False
            self.note(NoticeKind.SOUND_AGAIN, stream=stream.name, seconds=arrival.at - (stream.last_at or arrival.at))
        if self._paused:
            samples = arrival.samples
            stream.tally.meter(float(np.abs(samples).max(initial=0.0)), float(samples @ samples), len(samples))
            stream.last_at, stream.begins = arrival.at, True
            return
        if arrival.begins or stream.begins:
            self._begin(stream, arrival)
        try:
            stream.file.write(to_pcm(arrival.samples))
        except OSError as error:
            raise _disk_full(error) from error
        stream.last_at = arrival.at
        late = arrival.at - stream.file.frames / SAMPLE_RATE
        if stream.best is None or late < stream.best[0]:
            stream.best = (late, arrival.at, stream.file.frames)
        for finding in stream.tally.add(arrival.samples):
            self.note(finding.kind, stream=stream.name, seconds=finding.seconds)

    def tick(self, now: float) -> None:
        """Do what time brings: header and anchors each second, levels, and the watch for a stalled device."""
        if now - self._ticked_at > STALLED_S:
            # This process itself stood still: what the devices gave meanwhile is still to be read.
            self._awake_at = now
        self._ticked_at = now
        for stream in self._streams.values():
            silent_for = now - self._last_sign(stream)
            if not stream.stalled and silent_for > STALLED_S:
                stream.stalled = True
                self.note(NoticeKind.STALLED, stream=stream.name, seconds=silent_for)
        if now - self._synced_at >= SYNC_S:
            self._synced_at = now
            self._sync()
        if now - self._levelled_at >= LEVEL_S:
            self._levelled_at = now
            self._say(self._levels())

    def stalled_since(self, before: float) -> tuple[StreamName, ...]:
        """Return the streams that have given nothing since a moment."""
        return tuple(
            stream.name for stream in self._streams.values() if stream.stalled and self._last_sign(stream) < before
        )

    def pause(self, at: float) -> None:
        """Throw blocks away from now on; nothing of a pause reaches the disk."""
        if self._paused:
            return
        self._paused = True
        self._anchor_all()
        self._anchors.pause(at)
        self._sync()
        self.note(NoticeKind.PAUSED)

    def resume(self, at: float) -> None:
        """Write again."""
        if not self._paused:
            return
        self._paused = False
        for stream in self._streams.values():
            stream.begins = stream.resumed = True
        self._anchors.resume(at)
        self.note(NoticeKind.RESUMED)

    def note(
        self,
        kind: NoticeKind,
        *,
        stream: StreamName | None = None,
        seconds: float = 0.0,
        device: str = "",
        text: str = "",
    ) -> None:
        """Tell what happened and keep it in the session."""
        at_s = round(self.seconds, 3)
        notice = Notice(kind=kind, at_s=at_s, stream=stream, seconds=round(seconds, 3), device=device, text=text)
        self._say(notice)
        if len(self._session.notices) >= NOTICES_KEPT:
            return
        self._session = replace(self._session, notices=(*self._session.notices, notice))
        try:
            self._folder.save(self._session)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            # A full disk is met by the next block as well, and handled there; the notice stays in memory.

    def device_changed(self, stream: StreamName, name: str) -> None:
        """Remember that another device gives the sound from now on."""
        self._streams[stream].device = name
        self.note(NoticeKind.DEVICE_CHANGED, stream=stream, device=name)

    def push(self) -> None:
        """Push the sound to the disk; called in a thread of its own, since a busy disk may take seconds."""
        for stream in self._streams.values():
            stream.file.push()

    def close(self, reason: str) -> Receipt:
        """Make the files whole and return the receipt."""
        self._reserve.release()
        if not self._closed:
            self._closed = True
            self._anchor_all()
            self._anchors.close()
            for stream in self._streams.values():
                stream.file.close()
        self.note(NoticeKind.STOPPED, text=reason)
        now = dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds")
        self._session = replace(self._session, closed_at=now, reason=reason)
        receipt = Receipt(
            recording=self._session.id,
            folder=self._folder.path.name,
            started_at=self._session.started_at,
            seconds=round(self.seconds, 3),
            reason=reason,
            streams=tuple(self._receipt(stream) for stream in self._streams.values()),
        )
        self._folder.save_receipt(receipt)
        self._folder.save(self._session, durable=True)
        return receipt

    def _last_sign(self, stream: _Stream) -> float:
        if stream.last_at is None:
            return self._awake_at + OPENING_S - STALLED_S
        return max(self._awake_at, stream.last_at)

    def _begin(self, stream: _Stream, arrival: Arrival) -> None:
        """Start a new piece: after a gap, a pause, or another device."""
        self._anchor(stream)
        starts = arrival.at - len(arrival.samples) / SAMPLE_RATE
        self._add(Anchor(stream=stream.name, at=starts, frames=stream.file.frames, begins=True))
        if stream.last_at is not None and not stream.resumed:
            missing = max(0.0, starts - stream.last_at)
            stream.gaps += 1
            stream.gap_s += missing
            stream.lost_frames += arrival.lost_frames
            kind = NoticeKind.OVERRUN if arrival.lost_frames else NoticeKind.GAP
            self.note(kind, stream=stream.name, seconds=missing)
        stream.begins = stream.resumed = False
        stream.best = None

    def _anchor_all(self) -> None:
        for stream in self._streams.values():
            self._anchor(stream)

    def _anchor(self, stream: _Stream) -> None:
        if stream.best is not None:
            _, at, frames = stream.best
            self._add(Anchor(stream=stream.name, at=at, frames=frames))
            stream.best = None

    def _add(self, anchor: Anchor) -> None:
        try:
            self._anchors.add(anchor)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            # Without this anchor the neighbours still tell the clock.

    def _sync(self) -> None:
        self._anchor_all()
        for stream in self._streams.values():
            try:
                stream.file.patch()
            except OSError as error:
                raise _disk_full(error) from error

    def _levels(self) -> Levels:
        def level(name: StreamName) -> Level | None:
            stream = self._streams.get(name)
            return stream.tally.level(stalled=stream.stalled) if stream else None

        return Levels(
            seconds=round(self.seconds, 2),
            mic=level(StreamName.MIC),
            system=level(StreamName.SYSTEM),
            paused=self._paused,
        )

    def _receipt(self, stream: _Stream) -> StreamReceipt:
        with self._folder.sound(stream.name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return StreamReceipt(
            stream=stream.name,
            device=stream.device,
            seconds=round(stream.file.frames / SAMPLE_RATE, 3),
            frames=stream.file.frames,
            gaps=stream.gaps,
            gap_s=round(stream.gap_s, 3),
            lost_frames=stream.lost_frames,
            silent_share=round(stream.tally.silent_share, 4),
            clipped_share=round(stream.tally.clipped_share, 6),
            alive=stream.tally.heard,
            sha256=digest,
        )


def _disk_full(error: OSError) -> OSError:
    """Name a full disk; any other error of the disk stays what it is."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(error.errno, "the disk is full")
    return error
