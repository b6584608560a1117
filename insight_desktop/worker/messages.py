"""What the window and its child processes say to each other: frozen values, one JSON object a line.

Down to a child go `Start…` and the commands; up come `Hello`, the pipeline's events and exactly one ending.
A message is encoded as its fields plus `type`, the name of its class. An unknown type is a bug, not a user's error.
"""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from insight_desktop.domain import capture, events
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.suggestion import Product
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.voice import VoicePrint
from insight_desktop.worker.live_messages import LiveMessage
from insight_desktop.worker.meaning_messages import MeaningMessage
from insight_desktop.worker.recorder_messages import RecorderMessage

PROTOCOL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Down: process one recording."""

    job_id: str
    request: ProcessRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Diarize:
    """Down: tell the voices of a recording apart."""

    audio_path: str
    speech: tuple[TimeSpan, ...]
    people: int | None = None
    voice: VoicePrint | None = None
    """The voice that the speakers are compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrol:
    """Down: make a print of the one voice in this recording."""

    audio_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """Up: the voice; without a vector where there was too little speech."""

    voice: VoicePrint


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """Up: how much of a recording has been listened to for its voices."""

    done_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Diarized:
    """Up: who spoke when."""

    diarization: Diarization


@dataclass(frozen=True, slots=True, kw_only=True)
class Understand:
    """Down: analyse a conversation; the answer is `AnalysisReady`."""

    conversation: Conversation
    catalogue: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Up: which part of a conversation has been analysed, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Down: stop the running job; what is stored stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """Up: the child is ready."""

    role: str
    version: str
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Up: the job ended well."""

    job_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Up: the job stopped because it was asked to."""

    job_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Up: the job ended with a known error."""

    job_id: str
    code: ErrorCode
    params: dict[str, str] = field(default_factory=dict)


Message = (
    Start
    | Diarize
    | Listened
    | Diarized
    | Enrol
    | Enrolled
    | Understand
    | Understood
    | Cancel
    | Hello
    | Finished
    | Cancelled
    | Failed
    | events.StageStarted
    | events.Advanced
    | events.SegmentReady
    | events.SpeakersReady
    | events.AnalysisReady
    | events.StageDone
    | events.Warned
    | capture.Levels
    | capture.Notice
    | RecorderMessage
    | LiveMessage
    | MeaningMessage
)

_TYPES: dict[str, type] = {kind.__name__: kind for kind in Message.__args__}


class ProtocolError(Exception):
    """A line that is no message: a bug in one of our processes, or a foreign program on the pipe."""


def encode(message: Message) -> bytes:
    """Return the message as one line, newline included."""
    fields = msgspec.to_builtins(message, enc_hook=_plain)
    return msgspec.json.encode({"type": type(message).__name__, **fields}) + b"\n"


def _plain(value: Any) -> Any:
    """Return a number of NumPy as Python's own: model libraries let them slip into values."""
    if hasattr(value, "item"):
        return value.item()
    reason = f"{type(value).__name__} cannot cross a process"
    raise TypeError(reason)


def decode(line: bytes) -> Message:
    """Return the message of one line.

    Raises:
        ProtocolError: the line is no JSON object, or of no known type, or its fields do not fit.
    """
    try:
        fields = msgspec.json.decode(line)
        kind = _TYPES[fields.pop("type")]
        message: Message = msgspec.convert(fields, kind)
    except (msgspec.MsgspecError, KeyError, TypeError, AttributeError, ValueError) as error:
        # The line itself is not repeated: it may hold what a customer said.
        reason = f"{len(line)} bytes that are no message ({type(error).__name__})"
        raise ProtocolError(reason) from error
    return message
