"""Everything that the program understood of one meeting."""

from dataclasses import dataclass

from insight_desktop.domain.insight import Facts, Insight, LabelledTurn, Metrics, MinutesLine, NextStep
from insight_desktop.domain.suggestion import Suggestions, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The result of analysing one conversation."""

    turns: tuple[LabelledTurn, ...] = ()
    insights: tuple[Insight, ...] = ()
    facts: Facts = Facts()
    next_steps: tuple[NextStep, ...] = ()
    minutes: tuple[MinutesLine, ...] = ()
    summary: str = ""
    """The minutes as Markdown in the meeting's language."""
    metrics: Metrics = Metrics()
    suggestions: Suggestions = Suggestions(timing=Timing.LATER)
    model: str = ""
    """Name and version of what produced it, so that a stage is redone only when its inputs changed."""
