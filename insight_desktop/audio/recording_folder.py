"""One folder a recording: two sound files, the session, the anchors; everything needed to finish it after a crash."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from insight_desktop.audio.clocks import Anchor
from insight_desktop.domain.capture import Notice, Receipt, StreamName
from insight_desktop.domain.meeting import Channel

SESSION, ANCHORS, RECEIPT, FINISHED, RESERVE = (
    "session.json",
    "anchors.jsonl",
    "receipt.json",
    "recording.flac",
    "reserve",
)
ALIGNMENT = "alignment.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What was recorded, how, and whether it came to its end."""

    id: str
    mode: Channel
    started_at: str
    """ISO 8601, UTC."""
    devices: dict[StreamName, str]
    """Names of the devices at the start."""
    version: int = VERSION
    title: str = ""
    customer: str = ""
    customer_id: str = ""
    language: str = "ja"
    consent: str = ""
    """How the customer agreed to be recorded, as noted by the user."""
    closed_at: str = ""
    reason: str = ""
    """Why it ended: stop, window_gone, disk_full, device_gone, crash."""
    notices: tuple[Notice, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether the recorder came to its end."""
        return bool(self.closed_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The anchors of both streams, and the pauses between them, in monotonic seconds."""

    anchors: tuple[Anchor, ...] = ()
    pauses: tuple[tuple[float, float], ...] = ()

    def recorded_time(self, at: float) -> float:
        """Return the monotonic time with the pauses taken out."""
        return at - sum(max(0.0, min(at, end) - start) for start, end in self.pauses if start < at)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedStretch:
    """Samples [first, end) of a stream lie at `at` of the finished recording, and are `length` samples long there."""

    stream: StreamName
    first: int
    end: int
    at: int
    length: int

    def moved(self, frame: float) -> float:
        """Return the place in the recording, in samples, of a sample of the stream."""
        return self.at + (frame - self.first) * self.length / max(1, self.end - self.first)


@dataclass(frozen=True, slots=True)
class RecordingFolder:
    """The files of one recording."""

    path: Path

    def sound(self, stream: StreamName) -> Path:
        """Return the sound file of a stream."""
        return self.path / f"{stream.value}.wav"

    @property
    def streams(self) -> tuple[StreamName, ...]:
        """The streams whose files are there."""
        return tuple(stream for stream in StreamName if self.sound(stream).is_file())

    @property
    def finished(self) -> Path:
        """The aligned recording, once made."""
        return self.path / FINISHED

    def load(self) -> Session:
        """Read the session; a missing or torn one is replaced by what the folder tells."""
        try:
            return msgspec.json.decode((self.path / SESSION).read_bytes(), type=Session)
        except (OSError, msgspec.MsgspecError):
            return Session(id=self.path.name, mode=Channel.ONSITE, started_at="", devices={})

    def save(self, session: Session, *, durable: bool = False) -> None:
        """Write the session; readers see the old one or the new one, never half.

        Only a durable one waits for the disk: while recording nothing may wait.
        """
        _replace(self.path / SESSION, msgspec.json.encode(session), durable=durable)

    def save_receipt(self, receipt: Receipt) -> None:
        """Write the receipt beside the sound."""
        _replace(self.path / RECEIPT, msgspec.json.encode(receipt))

    def receipt(self) -> Receipt | None:
        """Return the receipt, if the recording came to its end."""
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            return msgspec.json.decode((self.path / RECEIPT).read_bytes(), type=Receipt)
        return None

    def save_alignment(self, lines: Sequence[AlignedStretch]) -> None:
        """Write where the samples of the streams went."""
        _replace(self.path / ALIGNMENT, msgspec.json.encode(list(lines)))

    def alignment(self) -> tuple[AlignedStretch, ...]:
        """Return where the samples of the streams went; nothing before the recording is finished."""
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            return tuple(msgspec.json.decode((self.path / ALIGNMENT).read_bytes(), type=list[AlignedStretch]))
        return ()

    def timing(self) -> Timing:
        """Read the anchors; a torn last line is skipped."""
        anchors: list[Anchor] = []
        pauses: list[tuple[float, float]] = []
        for line in self._lines():
            if line.pause is not None:
                pauses.append((line.pause, line.pause))
            elif line.resume is not None and pauses:
                pauses[-1] = (pauses[-1][0], line.resume)
            elif line.s is not None:
                anchors.append(Anchor(stream=line.s, at=line.t, frames=line.n, begins=line.b))
        return Timing(anchors=tuple(anchors), pauses=tuple(pauses))

    def _lines(self) -> Iterator["_Line"]:
        with contextlib.suppress(OSError), (self.path / ANCHORS).open("rb") as file:
            for line in file:
                with contextlib.suppress(msgspec.MsgspecError):
                    yield msgspec.json.decode(line, type=_Line)


@dataclass(frozen=True, slots=True)
class _Line:
    s: StreamName | None = None
    t: float = 0.0
    n: int = 0
    b: bool = False
    pause: float | None = None
    resume: float | None = None


class AnchorFile:
    """Appends anchors and pauses, one short line each."""

    def __init__(self, folder: RecordingFolder) -> None:
        """Open the file for appending."""
        self._file = (folder.path / ANCHORS).open("ab", buffering=0)

    def add(self, anchor: Anchor) -> None:
        """Append an anchor."""
        line: dict[str, object] = {"s": anchor.stream, "t": round(anchor.at, 5), "n": anchor.frames}
        self._append(line | {"b": True} if anchor.begins else line)

    def pause(self, at: float) -> None:
        """Append the start of a pause."""
        self._append({"pause": round(at, 5)})

    def resume(self, at: float) -> None:
        """Append the end of a pause."""
        self._append({"resume": round(at, 5)})

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _append(self, line: dict[str, object]) -> None:
        self._file.write(msgspec.json.encode(line) + b"\n")


@dataclass(slots=True)
class Reserve:
    """A little space kept on the disk, so that a full one still lets the recording be closed properly."""

    path: Path
    size: int = field(default=1 << 20)

    def take(self) -> None:
        """Occupy the space."""
        with contextlib.suppress(OSError):
            self.path.write_bytes(b"\0" * self.size)

    def release(self) -> None:
        """Give the space back."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def _replace(path: Path, content: bytes, *, durable: bool = True) -> None:
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        if durable:
            os.fsync(file.fileno())
    temporary.replace(path)
