"""Moves an analysis from the turns of one transcript to those of another; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import SegmentId
from insight_desktop.domain.insight import BudgetFact, CompetitorFact, DecisionFact, Insight, TimelineFact
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import StoredSegment

V = TypeVar("V", Insight, BudgetFact, TimelineFact, DecisionFact, CompetitorFact)


def turn_of_segments(
    former: Mapping[SegmentId, tuple[float, float, int | None]], segments: Sequence[StoredSegment]
) -> dict[SegmentId, int]:
    """Return, for segments of an earlier transcript, the present turn that shares most of their time."""
    found: dict[SegmentId, int] = {}
    for segment_id, (start, end, channel) in former.items():
        span = TimeSpan(start=start, end=end)
        shared = [
            (stored.segment.span.overlap(span), -turn)
            for turn, stored in enumerate(segments)
            if stored.segment.channel == channel
        ]
        most = max(shared, default=(0.0, 0))
        if most[0] > 0:
            found[segment_id] = -most[1]
    return found


def renumber(analysis: Analysis, turn_of: Mapping[int, int]) -> Analysis:
    """Return the analysis with its turns renumbered; what rests only on turns that are gone is dropped."""
    if all(old == new for old, new in turn_of.items()) and len(turn_of) >= len(analysis.turns):
        return analysis

    def moved(turns: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted({turn_of[turn] for turn in turns if turn in turn_of}))

    def kept(items: tuple[V, ...]) -> tuple[V, ...]:
        return tuple(replace(item, turns=moved(item.turns)) for item in items if moved(item.turns))

    suggestions = replace(
        analysis.suggestions,
        reasons=tuple(replace(reason, turns=moved(reason.turns)) for reason in analysis.suggestions.reasons),
        proposed=tuple(
            replace(product, because=moved(product.because))
            for product in analysis.suggestions.proposed
            if moved(product.because)
        ),
    )
    labelled = {turn_of[t.index]: replace(t, index=turn_of[t.index]) for t in analysis.turns if t.index in turn_of}
    return replace(
        analysis,
        turns=tuple(labelled[index] for index in sorted(labelled)),
        insights=kept(analysis.insights),
        facts=replace(
            analysis.facts,
            budget=kept(analysis.facts.budget),
            timeline=kept(analysis.facts.timeline),
            decision=kept(analysis.facts.decision),
            competitors=kept(analysis.facts.competitors),
        ),
        next_steps=tuple(replace(step, turns=moved(step.turns)) for step in analysis.next_steps),
        minutes=tuple(replace(line, turns=moved(line.turns)) for line in analysis.minutes),
        suggestions=suggestions,
    )
