"""What the page of suggestions shows, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.offering import OfferRules
from insight_desktop.domain.trend import Proportion
from insight_desktop.store.suggestions import ListedSuggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a group of offers was accepted, with its uncertainty."""

    name: str
    share: Proportion
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsPage:
    """The list, and what came of everything that was offered."""

    rows: tuple[ListedSuggestion, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """Products by id."""
    instead: Mapping[SuggestionId, SuggestionId] = field(default_factory=dict)
    """Which row stands for a suggestion that is not listed."""
    has_meetings: bool = False
    """Whether a meeting is there to be read."""
    growth: Mapping[str, float] = field(default_factory=dict)
    """What accepted offers add a month, by currency."""
    overall: Tally | None = None
    by_wording: tuple[Tally, ...] = ()
    rules: OfferRules = OfferRules()
    """When something may be proposed."""
