"""An amount of money in a turn, with what speaks for its being the one that can be spent."""

from dataclasses import dataclass

from insight_desktop.insights.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount and its points."""

    number: Number
    value: float
    points: float
