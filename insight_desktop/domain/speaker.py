"""Who speaks: anonymous labels, and the people behind them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from insight_desktop.domain.timespan import TimeSpan

SpeakerLabel = NewType("SpeakerLabel", str)
"""`rep`, `customer`, `customer2` … once the role is known; `SPEAKER_00` … while it is not."""

REP = SpeakerLabel("rep")
CUSTOMER = SpeakerLabel("customer")


class Role(StrEnum):
    """The side a speaker is on."""

    REP = "rep"
    CUSTOMER = "customer"
    UNKNOWN = "unknown"


def role_of(label: SpeakerLabel) -> Role:
    """Return the side that a label stands for: `rep`, `rep2` … or `customer`, `customer2` …; else unknown."""
    if label.startswith("rep"):
        return Role.REP
    if label.startswith("customer"):
        return Role.CUSTOMER
    return Role.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person who speaks in a meeting."""

    label: SpeakerLabel
    name: str = ""
    role: Role = Role.UNKNOWN
    confidence: float = 1.0
    """How sure the program is of the role, 0 to 1; 1 once the user confirmed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerTurn:
    """One stretch in which one speaker talks, as a diarizer returned it."""

    span: TimeSpan
    speaker: SpeakerLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Diarization:
    """Who spoke when in one recording."""

    turns: tuple[SpeakerTurn, ...]
    model: str = ""
    is_count_sure: bool = True
    """False where the number of voices could well be another one."""
    likeness: tuple[tuple[SpeakerLabel, float], ...] = ()
    """How like the enrolled voice each speaker is (cosine); empty where no voice is enrolled."""
