"""The facts and promises that the notation of a training call gives, as values (data/FORMAT.md)."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import LabelledTurn, Owner, Signal, SignalScore
from insight_desktop.domain.speaker import SpeakerLabel
from training.calls import header_of, marks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMark:
    """One mark of one turn: its kind and the value that a reader should come to."""

    turn: int
    kind: Signal
    value: str
    """`300000 JPY`, a date, `-` for none, or a name."""
    owner: Owner | None = None
    """Of a promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedCall:
    """A call as a conversation, with the labels and the facts that its annotation gives."""

    conversation: Conversation
    labelled: tuple[LabelledTurn, ...]
    marks: tuple[FactMark, ...]

    def of(self, kind: Signal) -> tuple[FactMark, ...]:
        """Return the marks of one kind, in order."""
        return tuple(mark for mark in self.marks if mark.kind is kind)


def read_marked_call(path: Path) -> MarkedCall:
    """Read one call."""
    header, rows = header_of(path)
    turns, labelled, marks = [], [], []
    for index, row in enumerate(rows):
        speaker, cell, _, text = row.split("\t")
        found = marks_of(cell)
        turns.append(Turn(index=index, speaker=SpeakerLabel(speaker), text=text))
        signals = dict.fromkeys(Signal(name) for name, _ in found)
        labelled.append(
            LabelledTurn(index=index, labels=tuple(SignalScore(signal=signal, confidence=1.0) for signal in signals))
        )
        marks += [mark for name, value in found if (mark := _fact(index, name, value)) is not None]
    return MarkedCall(
        conversation=Conversation(
            id=header["id"],
            language=header["lang"],
            turns=tuple(turns),
            held_on=dt.date.fromisoformat(header["held_on"]),
            customer=_customer(header),
        ),
        labelled=tuple(labelled),
        marks=tuple(marks),
    )


def _customer(header: dict[str, str]) -> CustomerContext:
    products, renewal = header.get("current_products", "-"), header.get("renewal_on", "-")
    return CustomerContext(
        current_products=() if products == "-" else tuple(products.split(";")),
        renewal_on=None if renewal == "-" else dt.date.fromisoformat(renewal),
    )


def _fact(turn: int, name: str, value: str) -> FactMark | None:
    match Signal(name):
        case Signal.BUDGET:
            amount, currency, _ = value.split(":")
            return FactMark(turn=turn, kind=Signal.BUDGET, value=budget_value(float(amount), currency))
        case Signal.TIMELINE | Signal.COMPETITOR as kind:
            return FactMark(turn=turn, kind=kind, value=value)
        case Signal.NEXT_STEP:
            owner, due = value.split(":")
            return FactMark(turn=turn, kind=Signal.NEXT_STEP, value=due, owner=Owner(owner))
        case _:
            return None


def budget_value(amount: float, currency: str) -> str:
    """Return a budget as it is compared."""
    return f"{amount:.10g} {currency}"
