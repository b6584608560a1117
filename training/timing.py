"""Fits what makes a customer ready for an offer now: `python -m training.timing [--write FILE]`.

Every call that is not on hold is read as annotated, and calls of unseen writers as the models understand them too.
Weights are bounded, so that what stands against an offer never speaks for one. The figures printed for a writer are
those of the whole gate, with weights that the other writers gave.
"""

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from insight_desktop.domain.suggestion import Timing
from insight_desktop.insights.analyser import load_analyser
from insight_desktop.nlp.embedder import E5Embedder
from insight_desktop.suggestions.cues import BLOCKERS, GateSignal
from insight_desktop.suggestions.evidence import read_signals
from insight_desktop.suggestions.gate import judge
from insight_desktop.suggestions.packs import SUBSCRIPTION
from insight_desktop.suggestions.timing_model import MOST, WEIGHED, CueWeight, TimingModel
from training.bounded import AGAINST, FOR, fit_bounded
from training.calls import UNSEEN
from training.fact_marks import read_marked_call
from training.facts_check import chosen_paths
from training.offers_check import catalogue_of, true_analysis, wanted_of

STRENGTH = 0.02
"""The inverse of the penalty on standardised figures."""
AS_READ = 2.0
"""What a call as the models understand it weighs, beside one as annotated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One reading of a call."""

    name: str
    timing: Timing
    signals: tuple[GateSignal, ...]
    held_on: dt.date | None
    is_true: bool

    @property
    def writer(self) -> str:
        """Return who wrote the call, as its id says."""
        return self.name[:7]

    @property
    def figures(self) -> list[float]:
        """Return for each weighed cue whether it was met, and how often."""
        count = Counter(signal.cue for signal in set(self.signals))
        return [float(number) for cue in WEIGHED for number in (count[cue] > 0, min(MOST, count[cue]))]


def fitted(rows: Sequence[Row]) -> TimingModel:
    """Return the weights that these readings give."""
    rows = [row for row in rows if row.timing is not Timing.HOLD]
    weights, offset = fit_bounded(
        np.array([row.figures for row in rows]),
        np.array([row.timing is Timing.NOW for row in rows]),
        np.array([1.0 if row.is_true else AS_READ for row in rows]),
        [AGAINST if cue in BLOCKERS else FOR for cue in WEIGHED for _ in range(2)],
        strength=STRENGTH,
    )
    pairs = weights.reshape(-1, 2)
    return TimingModel(
        offset=round(offset, 3),
        weights={
            cue: CueWeight(any=round(float(once), 3), each=round(float(each), 3))
            for cue, (once, each) in zip(WEIGHED, pairs, strict=True)
            if round(float(once), 3) or round(float(each), 3)
        },
    )


def left_out(rows: Sequence[Row]) -> Iterator[tuple[Row, Timing]]:
    """Yield each call with what the gate says of it by the weights that other writers gave."""
    for writer in sorted({row.writer for row in rows}):
        model = fitted([row for row in rows if row.writer != writer])
        with patch("insight_desktop.suggestions.timing_model.shipped_timing", return_value=model):
            for row in rows:
                if row.writer == writer:
                    yield row, judge(row.signals, SUBSCRIPTION, held_on=row.held_on).timing


def readings(parts: Sequence[str]) -> Iterator[Row]:
    """Yield all calls as annotated, and those of some parts as the models understand them too."""
    analyser = load_analyser(embedder=E5Embedder())
    for path in chosen_paths(["all"]):
        call = read_marked_call(path)
        if "timing" not in call.header:
            continue
        seen = {True: true_analysis(call, path)}
        if path.name.startswith(tuple(parts)):
            seen[False] = analyser.read(call.conversation, catalogue_of(call))
        for is_true, analysis in seen.items():
            yield Row(
                name=path.stem,
                timing=wanted_of(call).timing,
                signals=read_signals(call.conversation, analysis, SUBSCRIPTION),
                held_on=call.conversation.held_on,
                is_true=is_true,
            )


def report(found: Sequence[tuple[Row, Timing]]) -> str:
    """Return how often the timing is right, how many holds are found, and how many calls are sold on hold."""
    count = Counter((row.timing, says) for row, says in found)
    right = sum(number for (wanted, says), number in count.items() if wanted is says)
    holds = {says: count[Timing.HOLD, says] for says in Timing}
    said_hold = sum(count[wanted, Timing.HOLD] for wanted in Timing)
    return (
        f"{len(found)} calls: timing {right / len(found):.3f}, hold {holds[Timing.HOLD]} of {sum(holds.values())}, "
        f"{said_hold - holds[Timing.HOLD]} wrongly on hold, now said of {holds[Timing.NOW]} on hold"
    )


def main() -> None:
    """Fit, report, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="file for the weights")
    parser.add_argument(
        "--read", nargs="*", default=list(UNSEEN), metavar="PART", help="calls that the models read too"
    )
    options = parser.parse_args()
    rows = list(readings(options.read))
    found = list(left_out(rows))
    for is_true, name in ((False, "as the models understand them"), (True, "as annotated")):
        print(f"{name}: {report([each for each in found if each[0].is_true is is_true])}")
    if options.write:
        write(fitted(rows), options.write)


def write(model: TimingModel, path: Path) -> None:
    """Write the weights."""
    weights = {cue.value: {"any": weight.any, "each": weight.each} for cue, weight in model.weights.items()}
    content = {"offset": model.offset, "weights": weights}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
