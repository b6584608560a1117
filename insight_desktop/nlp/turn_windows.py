"""Packs the turns of a conversation into windows for the turn network."""

from collections.abc import Sequence
from dataclasses import dataclass

BOS = 0
PADDING = 1
MARKER_OF_ROLE = {"rep": 1, "customer": 2, "other": 3, "unknown": 4}
PRODUCTS_MARKER = 5
LONGEST_TURN = 120
LONGEST_HEADER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedTurn:
    """A turn as word ids behind the marker of its speaker."""

    marker: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Consecutive turns as one row of the network's input."""

    first: int
    """Index of the first turn."""
    count: int
    tokens: tuple[int, ...]
    markers: tuple[int, ...]
    slots: tuple[int, ...]
    """For each token the slot of its turn, -1 outside."""


def window_of(turns: Sequence[EncodedTurn], first: int, header: Sequence[int], budget: int) -> Window:
    """Return the window that starts with turn `first` and takes as many turns as fit."""
    tokens, markers, slots = [BOS], [0], [-1]
    if header:
        ids = list(header[:LONGEST_HEADER])
        tokens += [BOS, *ids]
        markers += [PRODUCTS_MARKER, *([0] * len(ids))]
        slots += [-1] * (len(ids) + 1)
    count = 0
    for turn in turns[first:]:
        ids = list(turn.ids[:LONGEST_TURN])
        if count and len(tokens) + len(ids) + 1 > budget:
            break
        tokens += [BOS, *ids]
        markers += [turn.marker, *([0] * len(ids))]
        slots += [count] * (len(ids) + 1)
        count += 1
    return Window(first=first, count=count, tokens=tuple(tokens), markers=tuple(markers), slots=tuple(slots))


def tile(
    turns: Sequence[EncodedTurn], *, header: Sequence[int] = (), budget: int = 256, lead: int | None = None
) -> list[Window]:
    """Cut the turns into windows side by side; with `lead`, the first window ends after that many turns."""
    windows, first = [], 0
    while first < len(turns):
        visible = turns[: first + lead] if lead and first == 0 else turns
        window = window_of(visible, first, header, budget)
        windows.append(window)
        first += window.count
    return windows


def overlap(turns: Sequence[EncodedTurn], *, header: Sequence[int] = (), budget: int = 256) -> list[Window]:
    """Cut the turns into windows of which each begins in the middle of the one before."""
    windows, first = [], 0
    while True:
        window = window_of(turns, first, header, budget)
        windows.append(window)
        if first + window.count >= len(turns):
            return windows
        first += max(1, window.count // 2)
