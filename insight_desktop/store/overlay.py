"""Lays the user's corrections over the machine's analysis; pure, so that it can be done anew after each re-analysis."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.correction import Correction, CorrectionKind
from insight_desktop.domain.ids import SegmentId
from insight_desktop.domain.insight import (
    Insight,
    InsightKind,
    LabelledTurn,
    MinutesLine,
    MinutesSection,
    NextStep,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
)

V = TypeVar("V", Insight, NextStep, MinutesLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An analysis with the user's corrections, and where they are seen."""

    analysis: Analysis
    confirmed: frozenset[int] = frozenset()
    """Indexes of insights that the user confirmed."""
    turns: frozenset[int] = frozenset()
    """Turns whose labels or attitude the user set."""


def overlay(
    analysis: Analysis, corrections: Iterable[Correction], turn_of: Mapping[SegmentId, int], texts: Sequence[str]
) -> Corrected:
    """Return the analysis as the user sees it.

    Args:
        analysis: the machine's, its turns numbered as the present transcript.
        corrections: in the order in which they were made.
        turn_of: the present turn of each segment that a correction names.
        texts: the present text of each turn.
    """
    state = _State(analysis, texts)
    for correction in corrections:
        turns = tuple(sorted({turn_of[segment] for segment in correction.segments if segment in turn_of}))
        state.correct(correction, turns)
    return state.result()


class _State:
    """The analysis while it is being corrected."""

    def __init__(self, analysis: Analysis, texts: Sequence[str]) -> None:
        self._analysis = analysis
        self._texts = texts
        self._turns = {turn.index: turn for turn in analysis.turns}
        self._insights = list(analysis.insights)
        self._steps = list(analysis.next_steps)
        self._minutes = list(analysis.minutes)
        self._confirmed: set[int] = set()
        self._corrected: set[int] = set()

    def correct(self, correction: Correction, turns: tuple[int, ...]) -> None:
        """Apply one correction; one whose place is gone changes nothing, except that added words are kept."""
        match correction.kind:
            case CorrectionKind.LABEL_ADDED | CorrectionKind.LABEL_REMOVED | CorrectionKind.SENTIMENT_SET:
                for turn in turns:
                    self._correct_turn(correction, turn)
            case CorrectionKind.INSIGHT_CONFIRMED | CorrectionKind.INSIGHT_DISMISSED | CorrectionKind.INSIGHT_REWORDED:
                self._correct_insight(correction, turns)
            case CorrectionKind.MINUTES_EDITED | CorrectionKind.MINUTES_REMOVED | CorrectionKind.MINUTES_ADDED:
                self._correct_minutes(correction, turns)
            case CorrectionKind.NEXT_STEP_CHANGED | CorrectionKind.NEXT_STEP_REMOVED | CorrectionKind.NEXT_STEP_ADDED:
                self._correct_step(correction, turns)

    def result(self) -> Corrected:
        """Return the corrected analysis."""
        analysis = replace(
            self._analysis,
            turns=tuple(self._turns[index] for index in sorted(self._turns)),
            insights=tuple(self._insights),
            next_steps=tuple(self._steps),
            minutes=tuple(self._minutes),
        )
        confirmed = frozenset(i for i, insight in enumerate(self._insights) if id(insight) in self._confirmed)
        return Corrected(analysis=analysis, confirmed=confirmed, turns=frozenset(self._corrected))

    def _correct_turn(self, correction: Correction, index: int) -> None:
        turn = self._turns.get(index, LabelledTurn(index=index))
        self._corrected.add(index)
        if correction.kind is CorrectionKind.SENTIMENT_SET:
            self._turns[index] = replace(turn, sentiment=Sentiment(correction.after), sentiment_confidence=1.0)
            return
        signal = Signal(correction.target)
        labels = tuple(score for score in turn.labels if score.signal is not signal)
        if correction.kind is CorrectionKind.LABEL_ADDED:
            labels = (*labels, SignalScore(signal=signal, confidence=1.0))
            self._add_evidence(signal, index)
        else:
            self._drop_evidence(signal, index)
        self._turns[index] = replace(turn, labels=labels)

    def _add_evidence(self, signal: Signal, turn: int) -> None:
        """A signal that the user marks is an insight of its own, unless one of its kind already rests on the turn."""
        if signal.value not in {kind.value for kind in InsightKind}:
            return
        kind = InsightKind(signal.value)
        if not any(insight.kind is kind and turn in insight.turns for insight in self._insights):
            text = self._texts[turn] if turn < len(self._texts) else ""
            self._insights.append(Insight(kind=kind, turns=(turn,), summary=text))

    def _drop_evidence(self, signal: Signal, turn: int) -> None:
        kept = []
        for insight in self._insights:
            if insight.kind.value == signal.value and turn in insight.turns:
                rest = tuple(other for other in insight.turns if other != turn)
                if rest:
                    kept.append(self._same(insight, replace(insight, turns=rest)))
            else:
                kept.append(insight)
        self._insights = kept

    def _correct_insight(self, correction: Correction, turns: tuple[int, ...]) -> None:
        found = _best(
            self._insights, turns, lambda i: i.kind.value == correction.target, lambda i: i.summary == correction.before
        )
        if found is None:
            return
        insight = self._insights[found]
        if correction.kind is CorrectionKind.INSIGHT_DISMISSED:
            del self._insights[found]
        elif correction.kind is CorrectionKind.INSIGHT_REWORDED:
            self._insights[found] = self._same(insight, replace(insight, summary=correction.after))
        else:
            confirmed = replace(insight, confidence=1.0, hypothesis=False)
            self._insights[found] = confirmed
            self._confirmed.add(id(confirmed))

    def _same(self, old: Insight, new: Insight) -> Insight:
        """Return the new form of an insight, which is as confirmed as the old one was."""
        if id(old) in self._confirmed:
            self._confirmed.add(id(new))
        return new

    def _correct_minutes(self, correction: Correction, turns: tuple[int, ...]) -> None:
        section = MinutesSection(correction.target)
        found = _best(
            self._minutes, turns, lambda line: line.section is section, lambda line: line.text == correction.before
        )
        if correction.kind is CorrectionKind.MINUTES_ADDED:
            found = None
        if correction.kind is CorrectionKind.MINUTES_REMOVED:
            if found is not None:
                del self._minutes[found]
        elif found is None:
            self._minutes.append(MinutesLine(section=section, text=correction.after, turns=turns))
            order = list(MinutesSection)
            self._minutes.sort(key=lambda line: order.index(line.section))
        else:
            self._minutes[found] = replace(self._minutes[found], text=correction.after)

    def _correct_step(self, correction: Correction, turns: tuple[int, ...]) -> None:
        found = _best(self._steps, turns, lambda _: True, lambda step: step.what == correction.before)
        if correction.kind is CorrectionKind.NEXT_STEP_ADDED:
            found = None
        if correction.kind is CorrectionKind.NEXT_STEP_REMOVED:
            if found is not None:
                del self._steps[found]
            return
        base = turns if found is None else self._steps[found].turns
        step = NextStep(turns=base, owner=Owner(correction.target), what=correction.after, due=correction.due)
        if found is None:
            self._steps.append(step)
        else:
            self._steps[found] = step


def _best(
    items: Sequence[V], turns: tuple[int, ...], may: Callable[[V], bool], is_exact: Callable[[V], bool]
) -> int | None:
    """Return which item a correction means: the same words first, then the most shared evidence."""
    ranked = [
        (is_exact(item), len(set(item.turns) & set(turns)), -place) for place, item in enumerate(items) if may(item)
    ]
    best = max(ranked, default=(False, 0, 0))
    return -best[2] if best[0] or best[1] > 0 else None
