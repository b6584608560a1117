"""What the recording page shows and what the user chose there."""

from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.meeting import Channel


class Phase(StrEnum):
    """Where the recording is."""

    READY = "ready"
    STARTING = "starting"
    RECORDING = "recording"
    PAUSED = "paused"
    FINISHING = "finishing"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One entry of a list to choose from."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user chose before the recording."""

    mode: Channel = Channel.WEB
    mic: str = ""
    system: str = ""
    title: str = ""
    customer_id: str = ""
    customer: str = ""
    has_consent: bool = False
