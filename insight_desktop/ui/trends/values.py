"""What the page of trends shows."""

from dataclasses import dataclass

from insight_desktop.domain.managing import SavedView
from insight_desktop.domain.trend import Pattern, Voice
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period, ThemeRow

LIST, CHARTS, TABLE = "list", "charts", "table"
"""The forms in which a tab shows the same numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user chose in the filters; saved views keep it."""

    filters: TrendFilter = TrendFilter()
    period: Period = Period.MONTH
    days: int = 0
    """The span up to today; 0: all time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsPage:
    """Everything of the page but the quotes."""

    rows: tuple[ThemeRow, ...]
    choices: dict[str, tuple[str, ...]]
    """For each field of the filter the values that occur."""
    period: Period = Period.MONTH
    views: tuple[SavedView, ...] = ()
    has_meetings: bool = False
    """Without any, the page says what it will show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A quote behind a pattern: a page's argument that opens it, and its words."""

    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPattern:
    """A pattern and the words of its feature."""

    name: str
    pattern: Pattern
    won: tuple[Example, ...] = ()
    lost: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One voice with the name of the customer."""

    voice: Voice
    customer: str

    @property
    def place(self) -> str:
        """Where it was said, as the meeting's page is asked for it."""
        turn = self.voice.turns[0] if self.voice.turns else ""
        return f"{self.voice.meeting_id}#{turn}"
