"""The worst errors of the shipped model on held-out calls: `python -m training.worst_errors [--keep FILE]`.

Prints how often each label is right, too many and missed, and fifty errors that mislead: the surest labels that should
not be, labels whose whole insight or fact is lost without even leaning to them, the surest moods turned around, and
facts of another value. Where nothing says how sure, they are drawn evenly over the calls.
`docs/understanding-errors.md` sorts them by cause.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from insight_desktop.domain.insight import LabelledTurn, Sentiment, Signal
from training.calls import SENTIMENTS, TrainingCall, read_call
from training.fact_marks import read_marked_call
from training.facts_check import Check, chosen_paths
from training.kept_labels import labels_of

SHOWN = {"label too many": 16, "label missed": 14, "mood turned around": 8, "fact of another value": 12}
_ALONE = frozenset({Signal.BUDGET, Signal.TIMELINE, Signal.DECISION, Signal.COMPETITOR, Signal.NEXT_STEP})
"""Labels that each give a fact or a promise of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One error."""

    kind: str
    where: str
    what: str
    text: str
    sure: float | None = None
    """How sure the model is of what is wrong, where it says so."""


def errors_of(call: TrainingCall, labelled: Sequence[LabelledTurn]) -> Iterator[Error]:
    """Return the errors of labels and moods in one call."""
    signals = [{score.signal: score.confidence for score in turn.labels} for turn in labelled]
    carriers: defaultdict[int, list[int]] = defaultdict(list)
    for index, turn in enumerate(call.turns):
        if turn.insight is not None:
            carriers[turn.insight].append(index)
    for index, turn in enumerate(call.turns):
        where, text = f"{call.id} {index}", _with_turn_before(call, index)
        wanted = {Signal(label) for label in turn.labels}
        for signal in signals[index].keys() - wanted:
            yield Error(kind="label too many", sure=signals[index][signal], where=where, what=signal.value, text=text)
        leaning = {score.signal for score in labelled[index].leanings}
        for signal in wanted - signals[index].keys() - leaning:
            others = carriers[turn.insight] if turn.insight is not None else []
            lost = signal in _ALONE or (bool(others) and not any(signal in signals[n] for n in others))
            if lost:
                yield Error(kind="label missed", where=where, what=signal.value, text=text)
        mood = labelled[index].sentiment.value
        if turn.speaker != "rep" and {mood, SENTIMENTS[turn.sentiment]} == {Sentiment.NEGATIVE, Sentiment.POSITIVE}:
            sure = labelled[index].sentiment_confidence
            yield Error(kind="mood turned around", sure=sure, where=where, what=f"said to be {mood}", text=text)


def _with_turn_before(call: TrainingCall, index: int) -> str:
    before = f"{call.turns[index - 1].text[-60:]} ‖ " if index else ""
    return before + call.turns[index].text


def counts_of(call: TrainingCall, labelled: Sequence[LabelledTurn]) -> Counter[tuple[str, str]]:
    """Count labels that are right, too many and missed."""
    found: Counter[tuple[str, str]] = Counter()
    for turn, read in zip(call.turns, labelled, strict=True):
        given = {score.signal.value for score in read.labels}
        for outcome, labels in (
            ("right", given & turn.labels),
            ("too many", given - turn.labels),
            ("missed", turn.labels - given),
        ):
            found.update((label, outcome) for label in labels)
    return found


def chosen(errors: Sequence[Error], count: int) -> list[Error]:
    """Return the surest, or where that is not known some that are spread evenly."""
    if all(error.sure is not None for error in errors):
        return sorted(errors, key=lambda error: -(error.sure or 0.0))[:count]
    return [errors[n * len(errors) // count] for n in range(min(count, len(errors)))]


def main() -> None:
    """Print the counts and the fifty."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="a file that keeps the model's labels between runs")
    options = parser.parse_args()
    paths = chosen_paths(["held-out"])
    marked = {call.conversation.id: call for call in map(read_marked_call, paths)}
    labelled = labels_of([call.conversation for call in marked.values()], keep=options.keep)
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[Error] = []
    facts = Check()
    for call in map(read_call, paths):
        counts += counts_of(call, labelled[call.id])
        errors += errors_of(call, labelled[call.id])
        facts.add(marked[call.id], labelled[call.id])
    errors += [
        Error(kind="fact of another value", where=f"{miss.call} {miss.turn}",
              what=f"{miss.kind}: {miss.wanted} → {miss.found}", text=miss.text)
        for miss in facts.misses
        if miss.wanted and miss.found and miss.kind not in {"budget amount", "timeline vague"}
    ]  # fmt: skip
    outcomes = ("right", "too many", "missed")
    for label in sorted({label for label, _ in counts}):
        print(f"{label:18}", *(f"{outcome} {counts[label, outcome]:4}" for outcome in outcomes))
    for kind, shown in SHOWN.items():
        mine = [error for error in errors if error.kind == kind]
        print(f"\n{kind}: {len(mine)}, of which")
        for error in chosen(mine, shown):
            print(f"{error.where}\t{error.what}\t{error.text}")


if __name__ == "__main__":
    main()
