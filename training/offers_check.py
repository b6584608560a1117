"""Compares verdicts and offers with those that the training calls name: `python -m training.offers_check`.

    python -m training.offers_check --calls all              # what the rules make of the true labels
    python -m training.offers_check --calls unseen --model   # of what the shipped models understand

Every header says what a careful sales manager would judge at the end of the call (`timing`). Calls with a catalogue
(`data/catalogues`) name as well what she would offer (`expected`), and what no careful one would (`forbidden`).
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from insight_desktop.crm.importing import read_products
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import Facts, Insight, InsightKind, NextStep, Signal, TimelineFact
from insight_desktop.domain.suggestion import Product, SuggestionKind, Suggestions, Timing
from insight_desktop.insights.analyser import load_analyser
from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.suggestions.suggest import suggest
from training.calls import INSIGHTS, header_of, marks_of
from training.fact_marks import MarkedCall, read_marked_call, split_names
from training.facts_check import chosen_paths

CATALOGUES = Path(__file__).parent / "data" / "catalogues"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a careful sales manager would do after a call."""

    timing: Timing
    expected: dict[str, SuggestionKind]
    forbidden: frozenset[str]


def wanted_of(call: MarkedCall) -> Wanted:
    """Return what the header of a call says."""
    offers = [offer.split() for offer in split_names(call.header.get("expected", ""))]
    expected = {offer[0]: SuggestionKind(offer[1]) for offer in offers}
    return Wanted(
        timing=Timing(call.header["timing"].split()[0].lower()),
        expected=expected,
        forbidden=frozenset(split_names(call.header.get("forbidden", ""))) - set(expected),
    )


def because_of(call: MarkedCall) -> dict[str, tuple[int, ...]]:
    """Return for each expected product the numbers of the insights that it answers."""
    offers = [offer.split() for offer in split_names(call.header.get("expected", ""))]
    return {offer[0]: tuple(int(number) for number in offer[2].split(",")) for offer in offers}


def catalogue_of(call: MarkedCall) -> Sequence[Product]:
    """Return the catalogue that a call names, or none."""
    name = call.header.get("catalog", "")
    return read_products(CATALOGUES / f"{name}.csv")[1] if name else ()


def true_analysis(call: MarkedCall, path: Path) -> Analysis:
    """Return what the annotation of a call says, as the program would have understood it."""
    insights: dict[str, tuple[InsightKind, list[int]]] = {}
    for index, row in enumerate(header_of(path)[1]):
        for name, value in marks_of(row.split("\t")[1]):
            if name in INSIGHTS and value:
                insights.setdefault(value, (InsightKind(name), []))[1].append(index)
    turns = call.conversation.turns
    return Analysis(
        turns=call.labelled,
        insights=tuple(
            Insight(kind=kind, turns=tuple(where), summary=turns[where[0]].text) for kind, where in insights.values()
        ),
        facts=Facts(
            timeline=tuple(
                TimelineFact(turns=(mark.turn,), text=turns[mark.turn].text, date=mark.day)
                for mark in call.of(Signal.TIMELINE)
            )
        ),
        next_steps=tuple(
            NextStep(turns=(mark.turn,), owner=mark.owner, what=turns[mark.turn].text, due=mark.day)
            for mark in call.of(Signal.NEXT_STEP)
            if mark.owner is not None
        ),
    )


def add(count: Counter[str], wanted: Wanted, found: Suggestions) -> None:
    """Count one call."""
    offered = {each.product: each.kind for each in found.proposed}
    right = offered.keys() & wanted.expected.keys()
    count["calls"] += 1
    count["timing right"] += found.timing is wanted.timing
    count["hold"] += wanted.timing is Timing.HOLD
    count["hold found"] += found.timing is wanted.timing is Timing.HOLD
    count["sold on hold"] += wanted.timing is Timing.HOLD and bool(offered)
    count["expected"] += len(wanted.expected)
    count["offered"] += len(offered)
    count["offered rightly"] += len(right)
    count["kind right"] += sum(offered[product] is wanted.expected[product] for product in right)
    count["forbidden"] += len(offered.keys() & wanted.forbidden)


def table(count: Counter[str]) -> str:
    """Return the figures, one a line."""

    def share(part: str, whole: str) -> str:
        return f"{count[part] / count[whole]:.3f} ({count[part]} of {count[whole]})" if count[whole] else "-"

    lines = {
        "timing": share("timing right", "calls"),
        "recall of hold": share("hold found", "hold"),
        "offers made on hold": count["sold on hold"],
        "product recall": share("offered rightly", "expected"),
        "product precision": share("offered rightly", "offered"),
        "kind right": share("kind right", "offered rightly"),
        "forbidden offers": count["forbidden"],
    }
    return "\n".join(f"{name:20} {value}" for name, value in lines.items())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", nargs="+", default=["unseen"], metavar="GROUP")
    parser.add_argument("--model", action="store_true", help="with what the shipped models understand")
    parser.add_argument("--with-catalogue", action="store_true", help="only calls that name a catalogue")
    options = parser.parse_args()
    embedder = E5Embedder()
    problems = ProblemEmbedder(embedder)
    read: Callable[..., Analysis] | None = load_analyser(embedder=embedder).read if options.model else None
    count: Counter[str] = Counter()
    for path in chosen_paths(options.calls):
        call = read_marked_call(path)
        catalogue = catalogue_of(call)
        if options.with_catalogue and not catalogue:
            continue
        analysis = read(call.conversation, catalogue) if read else true_analysis(call, path)
        add(count, wanted_of(call), suggest(call.conversation, analysis, catalogue, problems))
    print(table(count))


if __name__ == "__main__":
    main()
