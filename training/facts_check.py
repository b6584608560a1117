"""Compares facts and promises with the marks of the training calls: `python -m training.facts_check`.

    python -m training.facts_check --calls held-out unseen             # what the rules make of the true labels
    python -m training.facts_check --calls held-out unseen --model     # of the labels that the shipped model gives
    python -m training.facts_check --calls ja-tr-s --misses timeline   # what went wrong, with the words

`budget amount` leaves the currency aside, which the program knows from the catalogue where there is one.
A mark is right when a fact that rests on its turn has the same value. `other` has another value, `missed` has no fact,
`extra` are facts that rest on no marked turn or say more than it. F1 weighs marks found against facts that hold.
"""

import argparse
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from insight_desktop.domain.insight import LabelledTurn, Signal
from insight_desktop.insights.facts import read_facts
from insight_desktop.insights.next_steps import read_next_steps
from training.calls import UNSEEN, read_calls, split
from training.fact_marks import MarkedCall, budget_value, read_marked_call
from training.kept_labels import labels_of

CALLS = Path(__file__).parent / "data" / "calls"
NOTHING = "-"
KINDS = ("budget", "budget amount", "timeline", "timeline vague", "competitor", "next_step due", "next_step owner")
Found = list[tuple[tuple[int, ...], str]]
"""Facts as the turns they rest on and their value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One mark or fact that does not agree."""

    kind: str
    call: str
    turn: int
    wanted: str
    found: str
    text: str


@dataclass(slots=True)
class Count:
    """How the marks and facts of one kind agree."""

    marks: int = 0
    right: int = 0
    other: int = 0
    facts: int = 0
    true_facts: int = 0

    @property
    def missed(self) -> int:
        """Marks that no fact rests on."""
        return self.marks - self.right - self.other

    @property
    def share(self) -> float:
        """The exact share of the marks."""
        return self.right / self.marks if self.marks else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the share of the marks and the share of the facts that hold."""
        precision = self.true_facts / self.facts if self.facts else 0.0
        return 2 * precision * self.share / (precision + self.share) if precision + self.share else 0.0


@dataclass(slots=True)
class Check:
    """The running comparison of several calls."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[Miss] = field(default_factory=list)

    def add(self, call: MarkedCall, labelled: Sequence[LabelledTurn]) -> None:
        """Compare one call, read with the given labels."""
        facts = read_facts(call.conversation, labelled)
        steps = read_next_steps(call.conversation, labelled)
        budget: Found = [(x.turns, budget_value(x.amount, x.currency)) for x in facts.budget]
        plans: Found = [(x.turns, str(x.date or NOTHING)) for x in facts.timeline]
        self._compare("budget", call, [(m.turn, m.value) for m in call.of(Signal.BUDGET)], budget)
        amounts: Found = [(turns, value.split()[0]) for turns, value in budget]
        self._compare("budget amount", call, [(m.turn, m.value.split()[0]) for m in call.of(Signal.BUDGET)], amounts)
        marked = [(m.turn, m.value) for m in call.of(Signal.TIMELINE)]
        self._compare("timeline", call, [m for m in marked if m[1] != NOTHING], [p for p in plans if p[1] != NOTHING])
        self._compare("timeline vague", call, [m for m in marked if m[1] == NOTHING], plans, every_fact=False)
        self._names(call, [x.name for x in facts.competitors])
        promises = call.of(Signal.NEXT_STEP)
        dues: Found = [(x.turns, str(x.due or NOTHING)) for x in steps]
        owners: Found = [(x.turns, x.owner.value) for x in steps]
        self._compare("next_step due", call, [(m.turn, m.value) for m in promises], dues)
        self._compare("next_step owner", call, [(m.turn, m.owner or "") for m in promises], owners)

    def _compare(
        self, kind: str, call: MarkedCall, marks: Sequence[tuple[int, str]], found: Found, *, every_fact: bool = True
    ) -> None:
        count = self.counts[kind]
        texts = [turn.text for turn in call.conversation.turns]
        for turn, value in marks:
            values = [said for turns, said in found if turn in turns]
            count.marks += 1
            count.right += value in values
            count.other += bool(values) and value not in values
            if value not in values:
                self._miss(kind, call, turn, value, " / ".join(values), texts)
        if not every_fact:
            found = [item for item in found if any(turn in item[0] for turn, _ in marks)]
        for turns, said in found:
            holds = any(turn in turns and value == said for turn, value in marks)
            count.facts += 1
            count.true_facts += holds
            if not any(turn in turns for turn, _ in marks):
                self._miss(kind, call, turns[0], "", said, texts)

    def _names(self, call: MarkedCall, names: Iterable[str]) -> None:
        texts = [turn.text for turn in call.conversation.turns]
        marks = {key(m.value): m for m in reversed(call.of(Signal.COMPETITOR))}
        found = {key(name): name for name in names}
        count = self.counts["competitor"]
        count.marks += len(marks)
        count.facts += len(found)
        count.right += len(marks.keys() & found.keys())
        count.true_facts += len(marks.keys() & found.keys())
        others = " / ".join(found[name] for name in sorted(found.keys() - marks.keys()))
        for name in sorted(marks.keys() - found.keys()):
            self._miss("competitor", call, marks[name].turn, marks[name].value, others, texts)
        if others and not marks.keys() - found.keys():
            turn = next((n for n, text in enumerate(texts) if others.split(" / ")[0] in text), 0)
            self._miss("competitor", call, turn, "", others, texts)

    def _miss(self, kind: str, call: MarkedCall, turn: int, wanted: str, found: str, texts: list[str]) -> None:
        before = texts[turn - 1] + " ‖ " if turn else ""
        held_on = call.conversation.held_on
        self.misses.append(
            Miss(
                kind=kind,
                call=f"{call.conversation.id} {held_on}",
                turn=turn,
                wanted=wanted,
                found=found,
                text=before + texts[turn],
            )
        )

    def table(self) -> str:
        """Return the figures, a line a kind."""
        lines = [
            f"{'kind':16} {'marks':>6} {'right':>6} {'other':>6} {'missed':>6} {'extra':>6} {'share':>6} {'F1':>6}"
        ]
        for kind in KINDS:
            c = self.counts[kind]
            lines.append(
                f"{kind:16} {c.marks:6} {c.right:6} {c.other:6} {c.missed:6} {c.facts - c.true_facts:6}"
                f" {c.share:6.3f} {c.f1:6.3f}"
            )
        return "\n".join(lines)


def key(name: str) -> str:
    """Return a name as it is compared."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def groups_of(folder: Path = CALLS) -> dict[str, set[str]]:
    """Return the ids of the calls that were trained on, held out, of unseen writers, and of all."""
    calls = read_calls(folder)
    trained, held_out = split(calls)
    return {
        "trained": {call.id for call in trained},
        "held-out": {call.id for call in held_out},
        "unseen": {call.id for call in calls if call.id.startswith(UNSEEN)},
        "all": {call.id for call in calls},
    }


def chosen_paths(names: Sequence[str], folder: Path = CALLS) -> list[Path]:
    """Return the calls of the groups `held-out`, `unseen`, `trained`, `all` or of parts such as `ja-tr-s`."""
    groups = groups_of(folder)
    wanted = {call for name in names for call in groups.get(name) or {c for c in groups["all"] if c.startswith(name)}}
    return [path for path in sorted(folder.glob("*.tsv")) if path.stem in wanted]


def main() -> None:
    """Print the table, and the misses of the kinds that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", nargs="+", default=["held-out", "unseen"], metavar="GROUP")
    parser.add_argument("--model", action="store_true", help="with the labels that the shipped model gives")
    parser.add_argument("--keep", type=Path, help="a file that keeps the model's labels between runs")
    parser.add_argument("--misses", nargs="*", default=[], choices=KINDS, metavar="KIND")
    options = parser.parse_args()
    calls = [read_marked_call(path) for path in chosen_paths(options.calls)]
    check = Check()
    read = labels_of([call.conversation for call in calls], keep=options.keep) if options.model else {}
    for call in calls:
        check.add(call, read.get(call.conversation.id, call.labelled))
    for miss in check.misses:
        if miss.kind in options.misses:
            print(f"{miss.call} {miss.turn}\t{miss.kind}\t{miss.wanted} → {miss.found}\t{miss.text}")
    print(check.table())


if __name__ == "__main__":
    main()
