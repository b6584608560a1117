"""What the page of trends shows."""

from dataclasses import dataclass

from insight_desktop.domain.trend import Pattern, Voice
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period, ThemeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user chose in the filters."""

    filters: TrendFilter = TrendFilter()
    period: Period = Period.MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters may offer."""

    segments: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPage:
    """Everything of the page but the quotes."""

    rows: tuple[ThemeRow, ...]
    choices: Choices
    is_filtered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPattern:
    """A pattern and the words of its theme."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One voice with the name of the customer."""

    voice: Voice
    customer: str
