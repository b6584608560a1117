"""An amount of money in a turn, what speaks for its being the budget, and what the call says around it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop.insights.numbers import Number

_NEAR_SIZE, _PLAIN_GAIN = 1.2, 0.7
"""Powers of ten: how far an amount may be from one that was told with its size, and by how much nearer it must come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount and its points."""

    number: Number
    value: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the call says around a turn that tells a budget."""

    nearby: tuple[float, ...] = ()
    """Amounts told with their size in the turns just before."""
    told: float | None = None
    """The last amount told before, as far back as an offer is spoken of."""


def size_meant(value: float, sizes: Sequence[float], usual: float, nearby: Sequence[float]) -> float:
    """Return by what a number is multiplied whose size is left out: «four a month» beside «four and a half grand».

    Args:
        value: the number as it is said.
        sizes: what may have been left out.
        usual: what is taken where nothing nearby speaks for another.
        nearby: amounts told with their size.

    """

    def distance(size: float) -> float:
        return min((abs(math.log10(value * size / amount)) for amount in nearby if amount > 0), default=math.inf)

    if value <= 0 or not nearby:
        return usual
    best = min(sizes, key=distance)
    return best if distance(best) <= _NEAR_SIZE and distance(usual) - distance(best) >= _PLAIN_GAIN else usual
