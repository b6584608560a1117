"""Reads the training calls in their compact notation (data/FORMAT.md)."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LABELS = (
    "pain", "dissatisfaction", "need", "objection", "buying_signal", "expansion_signal",
    "success", "budget", "timeline", "decision", "competitor", "next_step",
)  # fmt: skip
INSIGHTS = ("pain", "dissatisfaction", "need", "success", "expansion_signal")
SENTIMENTS = ("negative", "neutral", "positive")
OBJECTIONS = ("price", "timing", "authority", "status_quo", "rival", "risk")
_SENTIMENT_OF = {"-": 0, "0": 1, "+": 2}
HELD_OUT_EVERY = 8
HELD_OUT_OFFSET = 3
_BETWEEN_MARKS = re.compile(rf",(?=(?:{'|'.join(LABELS)})(?:[#:=,]|$))")
"""A competitor's name may hold a comma of its own."""
UNSEEN = (
    "en-tr-j", "en-tr-q", "en-tv-b", "en-tx-b", "en-tx-c", "en-ty-a", "en-ty-b", "en-tz-a",
    "ja-tr-s", "ja-tu-a", "ja-tu-b", "ja-tu-c", "ja-tv-b", "ja-tx-c", "ja-ty-a", "ja-ty-b", "ja-tz-a",
)  # fmt: skip
"""Parts that nothing is trained on: how their writers are read is how a stranger is read."""
WAVES = (
    {"en-tr-": "en-tr-a", "ja-tr-": "ja-tr-a"},
    {"en-tr-": "en-tr-g", "ja-tr-": "ja-tr-n"},
    {"en-tr-": "en-tr-l", "ja-tr-": "ja-tr-v"},
    {"en-tr-": "en-tr-o", "ja-tr-": "ja-tr-y", "ja-tu-": "ja-tu-a"},
    {"en-tv-": "en-tv-a", "ja-tv-": "ja-tv-a", "en-tw-": "en-tw-a", "ja-tw-": "ja-tw-a"},
    {"en-tx-": "en-tx-a", "ja-tx-": "ja-tx-a"},
)
"""The first parts of each time of writing; the last wave is what signals-7 had not been trained on."""
SECOND_READING = Path(__file__).parent / "data" / "second_reading.tsv"
"""Marks that a second reader added to turns of earlier calls: call, turn, mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingTurn:
    """One annotated turn."""

    speaker: str
    text: str
    labels: frozenset[str]
    sentiment: int
    objection: str | None = None
    insight: int | None = None
    known: frozenset[str] = frozenset(LABELS)
    """The labels that the annotation speaks of; the others are not trained on."""
    has_sentiment: bool = True
    rivals: tuple[str, ...] = ()
    """Names of other vendors that the annotation gives for this turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCall:
    """One annotated call."""

    id: str
    language: str
    products: str
    turns: tuple[TrainingTurn, ...]

    @property
    def rivals(self) -> frozenset[str]:
        """Names of other vendors told in the call."""
        return frozenset(name for turn in self.turns for name in turn.rivals)


@functools.cache
def second_reading() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Return the marks that were added later, as turn and mark, by the ids of the calls."""
    found: dict[str, list[tuple[int, str]]] = {}
    for line in SECOND_READING.read_text(encoding="utf-8").splitlines():
        call, turn, mark = line.split("\t")
        found.setdefault(call, []).append((int(turn), mark))
    return {call: tuple(marks) for call, marks in found.items()}


def header_of(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return a call's header and its lines of turns, with the marks of the second reading."""
    header: dict[str, str] = {}
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(":")
            header[key.strip()] = value.strip()
        elif line.strip():
            rows.append(line)
    for turn, mark in second_reading().get(header.get("id", ""), ()):
        speaker, marks, *rest = rows[turn].split("\t")
        rows[turn] = "\t".join([speaker, mark if marks == "." else f"{marks},{mark}", *rest])
    return header, rows


def marks_of(cell: str) -> list[tuple[str, str]]:
    """Return the marks of a turn as (label, value); a label without a value has an empty one."""
    found = []
    for mark in [] if cell == "." else _BETWEEN_MARKS.split(cell):
        name = re.split(r"[#:=]", mark, maxsplit=1)[0]
        found.append((name, mark[len(name) + 1 :]))
    return found


def read_call(path: Path) -> TrainingCall:
    """Read one call."""
    header, rows = header_of(path)
    turns = [_turn(row) for row in rows]
    products = header.get("current_products", "-")
    return TrainingCall(
        id=header["id"],
        language=header["lang"],
        products="" if products == "-" else products,
        turns=tuple(turns),
    )


def _turn(line: str) -> TrainingTurn:
    speaker, marks, sentiment, text = line.split("\t")
    labels, rivals, objection, insight = set(), [], None, None
    for name, value in marks_of(marks):
        labels.add(name)
        if name == "competitor":
            rivals.append(value)
        if name == "objection":
            objection = value
        elif name in INSIGHTS and value:
            insight = int(value)
    return TrainingTurn(
        speaker=speaker,
        text=text,
        labels=frozenset(labels),
        sentiment=_SENTIMENT_OF[sentiment],
        objection=objection,
        insight=insight,
        rivals=tuple(rivals),
        known=frozenset({"next_step"}) if speaker == "rep" else frozenset(LABELS),
    )


def read_calls(folder: Path) -> list[TrainingCall]:
    """Read all calls of a folder in the order of their names."""
    return [read_call(path) for path in sorted(folder.glob("*.tsv"))]


def part(call: TrainingCall) -> str:
    """Return the part of the id that names who wrote the call: `ja-tr-a`."""
    return call.id[:7]


def wave(call: TrainingCall) -> int:
    """Return when the call was written: the number of the wave."""
    name = part(call)
    return max((n for n, first in enumerate(WAVES) if name >= first.get(name[:6], "~")), default=0)


def late(call: TrainingCall) -> bool:
    """Tell whether the call was written after the first 372, by other writers."""
    return wave(call) > 0


def newest(call: TrainingCall) -> bool:
    """Tell whether the call was written after signals-7 was trained."""
    return wave(call) == len(WAVES) - 1


def unseen(calls: list[TrainingCall]) -> list[TrainingCall]:
    """Return the calls of writers that nothing is trained on."""
    return [call for call in calls if part(call) in UNSEEN]


def split(calls: list[TrainingCall]) -> tuple[list[TrainingCall], list[TrainingCall]]:
    """Return the calls to train on and every eighth call, held out; later calls change nothing for earlier ones.

    The calls of unseen writers are in neither.
    """
    training, held_out = [], []
    calls = [call for call in calls if part(call) not in UNSEEN]
    waves = [[call for call in calls if wave(call) == n] for n in range(len(WAVES))]
    for group in waves:
        for n, call in enumerate(group):
            (held_out if n % HELD_OUT_EVERY == HELD_OUT_OFFSET else training).append(call)
    return training, held_out


def read_consultations(path: Path) -> list[TrainingCall]:
    """Read the ASDC dialogues: customer talk whose requests are not ours to judge, so only their other labels train."""
    dialogues: dict[str, list[TrainingTurn]] = {}
    last: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        dialogue, text, act, *before = line.split("\t")
        turns = dialogues.setdefault(dialogue, [])
        asked = before[0] if before else ""
        if asked and last.get(dialogue) != asked:
            last[dialogue] = asked
            turns.append(
                TrainingTurn(speaker="rep", text=asked, labels=frozenset(), sentiment=1,
                             known=frozenset({"next_step"}), has_sentiment=False)
            )  # fmt: skip
        unsure = {"need", "budget", "timeline"} if act in {"要求", "照応要求", "はい", "いいえ"} else set()
        turns.append(
            TrainingTurn(speaker="customer", text=text, labels=frozenset(), sentiment=1,
                         known=frozenset(LABELS) - unsure, has_sentiment=False)
        )  # fmt: skip
    return [
        TrainingCall(id=f"asdc-{name}", language="ja", products="", turns=tuple(turns))
        for name, turns in dialogues.items()
    ]
