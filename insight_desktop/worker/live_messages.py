"""What the window and the process that writes along say to each other; it is stopped by `Cancel`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLive:
    """Down: follow the recording in this folder."""

    recording: str
    folder: str
    channels: int = 2
    language: str = "ja"
    hotwords: tuple[str, ...] = ()
    model: str = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveText:
    """Up: somebody said this, a moment ago; the final text of the same stretch replaces it."""

    channel: int
    start_s: float
    end_s: float
    text: str
    is_final: bool = False
    behind_s: float = 0.0
    """How long after its end the text came."""


LiveMessage = StartLive | LiveText
