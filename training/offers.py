"""Fits how surely a meeting calls for a product: `python -m training.offers [--write models/problems/offers.json]`.

Every call with a catalogue names what a careful sales manager would offer after it. Each product that they lack is one
example, with what the shipped models understand of the call and with the true annotation; calls on hold are left out,
for the gate decides there. The figures printed for a writer come from weights that the other writers gave.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.suggestion import Product, SuggestionKind, Timing
from insight_desktop.insights.analyser import load_analyser
from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.matching import MOST, called_for, fitting_tiers, offerable
from insight_desktop.suggestions.mentions import mentions
from insight_desktop.suggestions.offer_evidence import FIGURES, Evidence, evidence_of
from insight_desktop.suggestions.offer_model import OfferModel
from insight_desktop.suggestions.problem_table import ProblemTable, table_of
from insight_desktop.suggestions.tiers import kind_of, owned_of
from training.bounded import AGAINST, FOR, FREE, fit_bounded
from training.calls import UNSEEN
from training.fact_marks import read_marked_call
from training.facts_check import chosen_paths
from training.offers_check import Wanted, catalogue_of, true_analysis, wanted_of

STRENGTH = 0.02
"""The inverse of the penalty on standardised figures."""
ENOUGH = 0.65
"""The confidence from which on a product is offered: few forbidden offers, at a recall that stays above 0.75."""
CARELESS = 3.0
"""What an example counts that only a careless program would offer."""
SENSE = {
    **dict.fromkeys(
        ("best", "second", "margin", "widest_margin", "votes", "turns_voiced", "whole", "by_rep", "share_by_rep",
         "named", "after_problem", "welcomed", "liked", "leaned", "promised"), FOR),
    **dict.fromkeys(("rank", "near_denial", "waved_off", "denied"), AGAINST),
}  # fmt: skip
"""The figures that only ever make an offer surer, or less sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One call as the model sees it."""

    name: str
    wanted: Wanted
    table: ProblemTable
    fitting: tuple[Product | None, ...]
    owned: tuple[Product, ...]
    catalogue: tuple[Product, ...]
    evidence: tuple[Evidence, ...]
    is_true: bool
    """Seen with the true annotation."""

    def offered(self, model: OfferModel) -> dict[str, SuggestionKind]:
        """Return what the model would offer."""
        calls = called_for(self.table, self.fitting, self.evidence, model)
        calls = offerable(calls, self.owned, self.catalogue)[:MOST]
        return {call.product.id: kind_of(call.product, self.owned) for call in calls}


def example_of(
    conversation: Conversation,
    analysis: Analysis,
    catalogue: Sequence[Product],
    wanted: Wanted,
    embedder: Embedder,
    *,
    is_true: bool,
) -> Example | None:
    """Return one call; None where no problem was voiced."""
    owned = owned_of(conversation.customer.current_products, catalogue)
    table = table_of(conversation, analysis, catalogue, owned, embedder)
    if table is None:
        return None
    fitting, spoken = fitting_tiers(conversation, table, owned, catalogue), mentions(conversation, analysis, catalogue)
    return Example(
        name=conversation.id,
        wanted=wanted,
        table=table,
        fitting=fitting,
        owned=owned,
        catalogue=tuple(catalogue),
        evidence=evidence_of(conversation, analysis, table, fitting, owned, spoken),
        is_true=is_true,
    )


def fitted(examples: Iterable[Example]) -> OfferModel:
    """Return the weights that these calls give."""
    x, is_wanted, counts = _rows(examples)
    bounds = [SENSE.get(name, FREE) for name in FIGURES]
    weights, offset = fit_bounded(x, is_wanted, counts, bounds, strength=STRENGTH)
    found = {name: round(float(weight), 4) for name, weight in zip(FIGURES, weights, strict=True)}
    return OfferModel(weights=found, offset=round(offset, 4), enough=ENOUGH)


def _rows(examples: Iterable[Example]) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    x, y, weights = [], [], []
    for example in examples:
        if example.wanted.timing is Timing.HOLD:
            continue
        for tier, found in zip(example.fitting, example.evidence, strict=True):
            if tier is not None:
                x.append([getattr(found, name) for name in FIGURES])
                y.append(tier.id in example.wanted.expected)
                weights.append(CARELESS if tier.id in example.wanted.forbidden else 1.0)
    return np.array(x), np.array(y), np.array(weights)


def left_out(examples: Sequence[Example], *, is_true: bool) -> tuple[float, float, int]:
    """Return recall, precision and forbidden offers of calls not on hold, each writer by the weights of the others."""
    expected = right = offered = forbidden = 0
    for writer in sorted({example.name[:7] for example in examples}):
        model = fitted(each for each in examples if each.name[:7] != writer)
        for example in examples:
            if example.name[:7] != writer or example.is_true is not is_true or example.wanted.timing is Timing.HOLD:
                continue
            found = example.offered(model)
            expected += len(example.wanted.expected)
            right += len(found.keys() & example.wanted.expected.keys())
            offered += len(found)
            forbidden += len(found.keys() & example.wanted.forbidden)
    return right / expected, right / max(1, offered), forbidden


def main() -> None:
    """Fit, report, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="file for the weights")
    parser.add_argument(
        "--read", nargs="*", default=list(UNSEEN), metavar="PART", help="calls that the models read too"
    )
    options = parser.parse_args()
    embedder = E5Embedder()
    problems, analyser = ProblemEmbedder(embedder), load_analyser(embedder=embedder)
    examples = []
    for path in chosen_paths(["all"]):
        call = read_marked_call(path)
        catalogue = catalogue_of(call)
        if not catalogue:
            continue
        seen = {True: true_analysis(call, path)}
        if call.conversation.id.startswith(tuple(options.read)):
            seen[False] = analyser.read(call.conversation, catalogue)
        examples += [
            example
            for is_true, analysis in seen.items()
            if (
                example := example_of(
                    call.conversation, analysis, catalogue, wanted_of(call), problems, is_true=is_true
                )
            )
        ]
    print(f"{len(examples)} readings of calls with a catalogue")
    for is_true, name in ((False, "as the models understand them"), (True, "as annotated")):
        figures = left_out(examples, is_true=is_true)
        print("{}: recall {:.3f}, precision {:.3f}, {} forbidden".format(name, *figures))
    if options.write:
        write(fitted(examples), options.write)


def write(model: OfferModel, path: Path) -> None:
    """Write the weights."""
    content = {"weights": model.weights, "offset": model.offset, "enough": model.enough}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
