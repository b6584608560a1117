"""The turns of the annotated calls with what the encoder makes of them; encoded once, then kept."""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from many_meetings import CALLS, encoded
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.calls import TrainingCall, TrainingTurn, read_calls


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talk:
    """Every turn of some calls."""

    calls: tuple[TrainingCall, ...]
    turns: tuple[tuple[int, TrainingTurn], ...]
    """The number of its call, and the turn."""
    vectors: NDArray[np.float32]
    """One row a turn."""


def talk(folder: Path = CALLS) -> Talk:
    """Return all turns of the calls."""
    calls = read_calls(folder)
    turns = [(number, turn) for number, call in enumerate(calls) for turn in call.turns]
    languages = [calls[number].language for number, _ in turns]
    vectors = encoded([turn.text for _, turn in turns], languages)
    return Talk(calls=tuple(calls), turns=tuple(turns), vectors=vectors)
