"""What the window and the process that knows meanings say to each other: one answer to each question."""

from dataclasses import dataclass

from insight_desktop.nlp.signals_model import SpokenTurn


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows of numbers: little-endian float32, row after row."""

    rows: int
    width: int
    values: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningOf:
    """Down: what do these texts mean; the answer is `Meanings`."""

    texts: tuple[str, ...]
    are_problems: bool = False
    """Whether told problems are to be matched with short phrases; else any meaning counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """Up: one row a text."""

    vectors: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitsOf:
    """Down: what does the label network see in these turns; the answer is `Traits`."""

    turns: tuple[SpokenTurn, ...]
    is_talk: bool
    """Whether the turns follow each other; else each is read by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Up: one row a turn in each."""

    labels: Matrix
    moods: Matrix
    objections: Matrix
    states: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecesOf:
    """Down: the word pieces of these texts; the answer is `Pieces`."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Up: the pieces of each text, as numbers of the label network's vocabulary."""

    ids: tuple[tuple[int, ...], ...]


MeaningMessage = MeaningOf | Meanings | TraitsOf | Traits | PiecesOf | Pieces
