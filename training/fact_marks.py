"""The facts and promises that the notation of a training call gives, as values (data/FORMAT.md)."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import LabelledTurn, ObjectionKind, Owner, Sentiment, Signal, SignalScore
from insight_desktop.domain.speaker import SpeakerLabel
from training.calls import header_of, marks_of

_MOODS = {"-": Sentiment.NEGATIVE, "0": Sentiment.NEUTRAL, "+": Sentiment.POSITIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMark:
    """One mark of one turn: its kind and the value that a reader should come to."""

    turn: int
    kind: Signal
    value: str
    """`300000 JPY`, a date, `-` for none, or a name."""
    owner: Owner | None = None
    """Of a promise."""

    @property
    def day(self) -> dt.date | None:
        """The value of a promise or a plan as a day; None: it has none."""
        return dt.date.fromisoformat(self.value) if _DAY.fullmatch(self.value) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedCall:
    """A call as a conversation, with the labels and the facts that its annotation gives."""

    conversation: Conversation
    labelled: tuple[LabelledTurn, ...]
    marks: tuple[FactMark, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    """What the file says of the call besides."""

    def of(self, kind: Signal) -> tuple[FactMark, ...]:
        """Return the marks of one kind, in order."""
        return tuple(mark for mark in self.marks if mark.kind is kind)


def read_marked_call(path: Path) -> MarkedCall:
    """Read one call."""
    header, rows = header_of(path)
    turns, labelled, marks = [], [], []
    for index, row in enumerate(rows):
        speaker, cell, mood, text = row.split("\t")
        found = marks_of(cell)
        turns.append(Turn(index=index, speaker=SpeakerLabel(speaker), text=text))
        signals = dict.fromkeys(Signal(name) for name, _ in found)
        hesitates = next((value for name, value in found if name == Signal.OBJECTION), None)
        labelled.append(
            LabelledTurn(
                index=index,
                labels=tuple(SignalScore(signal=signal, confidence=1.0) for signal in signals),
                sentiment=_MOODS[mood],
                objection=ObjectionKind(hesitates) if hesitates else None,
            )
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
        header=header,
    )


def _customer(header: dict[str, str]) -> CustomerContext:
    def given(key: str) -> str:
        value = header.get(key, "-").strip()
        return "" if value == "-" else value

    nps, renewal = given("nps"), _DAY.match(given("renewal_on"))
    return CustomerContext(
        current_products=tuple(split_names(given("owned") or given("current_products"))),
        nps=int(nps) if nps.isdigit() else None,
        renewal_on=dt.date.fromisoformat(renewal[0]) if renewal else None,
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def split_names(names: str) -> list[str]:
    """Return names that semicolons part."""
    return [name.strip() for name in names.split(";") if name.strip() not in ("", "-")]


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
