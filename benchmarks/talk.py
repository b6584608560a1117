"""Customers' turns of annotated calls with what the encoder makes of them; encoded once, then kept."""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from many_meetings import CALLS, encoded
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.calls import TrainingCall, TrainingTurn, read_calls, split

EVERY = 6
"""Of the calls to learn from each sixth is enough; those held out are taken whole."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talk:
    """Customers' turns of some calls."""

    calls: tuple[TrainingCall, ...]
    is_held_out: tuple[bool, ...]
    """For each call."""
    turns: tuple[tuple[int, TrainingTurn], ...]
    """The number of its call, and the turn."""
    vectors: NDArray[np.float32]
    """One row a turn."""


def talk(folder: Path = CALLS, every: int = EVERY) -> Talk:
    """Return the turns."""
    known, held = split(read_calls(folder))
    calls = [*known[::every], *held]
    turns = [
        (number, turn)
        for number, call in enumerate(calls)
        for turn in call.turns
        if turn.speaker.startswith("customer")
    ]
    languages = [calls[number].language for number, _ in turns]
    return Talk(
        calls=tuple(calls),
        is_held_out=tuple(number >= len(known[::every]) for number in range(len(calls))),
        turns=tuple(turns),
        vectors=encoded([turn.text for _, turn in turns], languages),
    )
