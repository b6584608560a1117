"""Scores analysed calls against gold calls of the same shape, matched on turn indexes."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from insight_desktop.domain.insight import ANNOTATED, Sentiment, Signal

Json = dict[str, Any]
Pair = tuple[Json, Json]


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives of one thing."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, gold: set[Any], predicted: set[Any]) -> None:
        """Count one comparison."""
        self.count(len(gold & predicted), len(predicted - gold), len(gold - predicted))

    def count(self, hits: int, extra: int, missed: int) -> None:
        """Add numbers."""
        self.hits += hits
        self.extra += extra
        self.missed += missed

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.extra + self.missed
        return 2 * self.hits / total if total else 0.0

    def row(self) -> Json:
        """Return the figures of one line of the table."""
        gold, predicted = self.hits + self.missed, self.hits + self.extra
        return {
            "p": round(self.hits / predicted, 3) if predicted else 0.0,
            "r": round(self.hits / gold, 3) if gold else 0.0,
            "f1": round(self.f1, 3),
            "gold": gold,
            "predicted": predicted,
        }


@dataclass(slots=True)
class Share:
    """How many of all were right."""

    hits: int = 0
    total: int = 0

    def add(self, rights: Iterable[bool]) -> None:
        """Count some answers."""
        for right in rights:
            self.total += 1
            self.hits += right

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return round(self.hits / self.total, 3) if self.total else None


def matched(gold: Sequence[Json], predicted: Sequence[Json]) -> list[Pair]:
    """Pair items one to one, those first that share the largest part of their turns."""
    candidates = []
    for g, wanted in enumerate(gold):
        for p, found in enumerate(predicted):
            ours, theirs = set(wanted["turns"]), set(found.get("turns", ()))
            if ours & theirs:
                candidates.append((len(ours & theirs) / len(ours | theirs), g, p))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, g, p in sorted(candidates, reverse=True):
        if g not in taken_gold and p not in taken:
            taken_gold.add(g)
            taken.add(p)
            pairs.append((gold[g], predicted[p]))
    return pairs


def _name_key(item: Json) -> str:
    return "".join(unicodedata.normalize("NFKC", item.get("name") or "").casefold().split())


def _tallies() -> defaultdict[str, Tally]:
    return defaultdict(Tally)


def _shares() -> defaultdict[str, Share]:
    return defaultdict(Share)


@dataclass(slots=True)
class Evaluation:
    """The running score of several calls."""

    calls: int = 0
    forbidden: int = 0
    sold_on_hold: int = 0
    labels: defaultdict[str, Tally] = field(default_factory=_tallies)
    moods: defaultdict[str, Tally] = field(default_factory=_tallies)
    insights: defaultdict[str, Tally] = field(default_factory=_tallies)
    things: defaultdict[str, Tally] = field(default_factory=_tallies)
    shares: defaultdict[str, Share] = field(default_factory=_shares)

    def add(self, gold: Json, predicted: Json) -> None:
        """Count one call."""
        self.calls += 1
        self._turns(gold, predicted)
        for kind in ANNOTATED:
            wanted = [item for item in gold["insights"] if item["kind"] == kind]
            found = [item for item in predicted.get("insights", ()) if item.get("kind") == kind]
            self._pairs(self.insights[kind], wanted, found)
        self._steps_and_facts(gold, predicted)
        self._suggestions(gold["suggestions"], predicted.get("suggestions", {}))

    def _turns(self, gold: Json, predicted: Json) -> None:
        guesses = {turn.get("i", n): turn for n, turn in enumerate(predicted.get("turns", ()))}
        for turn in gold["turns"]:
            guess = guesses.get(turn["i"], {})
            for label in Signal:
                self.labels[label].add({1} & {label in turn["labels"]}, {1} & {label in guess.get("labels", ())})
            if turn["speaker"] == "rep":
                continue
            self.shares["sentiment_accuracy"].add([guess.get("sentiment") == turn["sentiment"]])
            for mood in Sentiment:
                self.moods[mood].add({1} & {turn["sentiment"] == mood}, {1} & {guess.get("sentiment") == mood})

    @staticmethod
    def _pairs(tally: Tally, wanted: list[Json], found: list[Json]) -> list[Pair]:
        pairs = matched(wanted, found)
        tally.count(len(pairs), len(found) - len(pairs), len(wanted) - len(pairs))
        return pairs

    def _steps_and_facts(self, gold: Json, predicted: Json) -> None:
        steps = gold["next_steps"]
        pairs = self._pairs(self.things["next_steps"], steps, predicted.get("next_steps", []))
        self.shares["next_step_owner"].add(a["owner"] == b.get("owner") for a, b in pairs)
        self._exact("next_step_due_exact", len(steps), pairs, lambda a, b: a["due"] == b.get("due"))
        facts, guesses = gold["facts"], predicted.get("facts", {})
        budgets = facts.get("budget", [])
        self._exact(
            "budget_exact",
            len(budgets),
            matched(budgets, guesses.get("budget", [])),
            lambda a, b: a["amount"] == b.get("amount") and a["currency"] == b.get("currency"),
        )
        dated = [item for item in facts.get("timeline", []) if item.get("date")]
        self._exact(
            "timeline_exact",
            len(dated),
            matched(dated, guesses.get("timeline", [])),
            lambda a, b: a["date"] == b.get("date"),
        )
        rivals, named = facts.get("competitors", []), guesses.get("competitors", [])
        self.things["competitors"].add({_name_key(item) for item in rivals}, {_name_key(item) for item in named})

    def _exact(self, name: str, wanted: int, pairs: list[Pair], same: Callable[[Json, Json], bool]) -> None:
        """Count right pairs among all that was wanted, paired or not."""
        self.shares[name].hits += sum(same(a, b) for a, b in pairs)
        self.shares[name].total += wanted

    def _suggestions(self, wanted: Json, found: Json) -> None:
        kinds = {item["product"]: item["kind"] for item in wanted["expected"]}
        proposed = {item.get("product"): item.get("kind") for item in found.get("expected", ())}
        self.things["suggested_products"].add(set(kinds), set(proposed))
        self.shares["suggestion_kind"].add(kinds[key] == proposed[key] for key in set(kinds) & set(proposed))
        self.forbidden += len(set(proposed) & {item["product"] for item in wanted.get("forbidden", ())})
        self.shares["timing_accuracy"].add([wanted["timing"] == found.get("timing")])
        if wanted["timing"] == "hold":
            self.shares["hold_recall"].add([found.get("timing") == "hold"])
            self.sold_on_hold += bool(proposed)

    def result(self) -> Json:
        """Return the table."""
        present = [self.labels[label] for label in Signal if self.labels[label].hits + self.labels[label].missed]
        macro = sum(tally.f1 for tally in present) / len(present) if present else 0.0
        return {
            "calls": self.calls,
            "labels": {label.value: self.labels[label].row() for label in Signal},
            "label_micro_f1": round(_sum(self.labels.values()).f1, 3),
            "label_macro_f1": round(macro, 3),
            "sentiment_macro_f1": round(sum(self.moods[mood].f1 for mood in Sentiment) / 3, 3),
            "insights": {kind.value: self.insights[kind].row() for kind in ANNOTATED},
            "insight_f1": round(_sum(self.insights.values()).f1, 3),
            **{name: tally.row() for name, tally in self.things.items()},
            **{name: share.value for name, share in self.shares.items()},
            "forbidden_suggestions": self.forbidden,
            "calls_sold_on_hold": self.sold_on_hold,
        }


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.count(tally.hits, tally.extra, tally.missed)
    return total
