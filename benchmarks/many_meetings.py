"""Builds a believable workspace of many meetings, for the figures of the manager's page.

    python benchmarks/many_meetings.py WORKSPACE --meetings 10000 [--talk none|turns|indexed]

Meetings are told after the annotated calls of `training/data/calls`: their turns in order, their insights with what
the encoder makes of them, on days of two years, with customers of some segments. Some things are planted, so that
there is something to find: subjects that rise or fade, and subjects that speak for winning or losing.
`--talk indexed` enters every utterance into the full-text index and that of meanings, which takes longer; `none` writes
no utterances at all.
"""
# ruff: noqa: S311 - no secrets are drawn here

import argparse
import datetime as dt
import hashlib
import json
import random
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from insight_desktop import overviews
from insight_desktop.domain.conversation import Turn
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.summaries import summary_of
from insight_desktop.insights.themes import theme_of
from insight_desktop.nlp.embedder import E5Embedder
from insight_desktop.nlp.meaning import centred, language_means
from insight_desktop.store.search import HitKind
from insight_desktop.store.workspace import Workspace
from training.calls import TrainingCall, read_calls

CALLS = Path(__file__).resolve().parents[1] / "training" / "data" / "calls"
LAST_DAY = dt.date(2026, 11, 20)
DAYS = 730
INSIGHTS = 8
TURNS = 40
SPREAD = 0.02
"""How far, in each dimension, the meaning of an insight lies from that of the words it was told after."""
KINDS = ("pain", "need", "dissatisfaction", "success", "expansion_signal")
SEGMENTS = ("smb", "mid", "enterprise", "public")
INDUSTRIES = ("製造", "小売", "医療", "物流", "会計", "SaaS", "hospitality", "education")
PRODUCTS = ('["BASIC"]', '["BASIC","MOBILE"]', '["PRO"]', '["PRO","ANALYTICS"]', "[]")
STAGES = ("初回", "提案", "見積", "交渉", "契約")
CHANNELS = ("web", "onsite", "phone")
NAMES = ("山田", "さくら", "北浜", "みなと", "青葉", "東西", "Clifton", "Harbour", "Weir", "Oakfield")
FORMS = ("製作所", "フーズ", "物流", "会計事務所", "クリニック", "商店", "Engineering", "Foods", "Dental", "Logistics")
REPS = ("田中", "佐藤", "鈴木", "高橋", "Owen", "Priya", "Tom", "伊藤", "渡辺", "Grace", "中村", "小林")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """A call as a meeting can be told after it."""

    call: TrainingCall
    insights: tuple[tuple[str, int, str], ...]
    """Kind, turn, words."""
    vectors: NDArray[np.float32]
    """One row an insight."""


def encoded(texts: list[str], languages: list[str]) -> NDArray[np.float32]:
    """Return what texts mean; what was encoded before is taken from the temporary folder."""
    key = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"many-meetings-{key}.npy"
    if not kept.exists():
        np.save(kept, centred(E5Embedder().encode(texts), languages, language_means()))
    return np.load(kept)


def told_calls(folder: Path = CALLS) -> list[Told]:
    """Return the calls that have insights."""
    calls = [call for call in read_calls(folder) if any(turn.insight is not None for turn in call.turns)]
    found: list[list[tuple[str, int, str]]] = []
    for call in calls:
        spoken: dict[tuple[int, str], list[Turn]] = {}
        for place, turn in enumerate(call.turns):
            kind = next((kind for kind in KINDS if kind in turn.labels), None)
            if kind and turn.insight is not None:
                said = Turn(index=place, speaker=SpeakerLabel(turn.speaker), text=turn.text)
                spoken.setdefault((turn.insight, kind), []).append(said)
        found.append([(kind, turns[0].index, summary_of(turns, call.language)) for (_, kind), turns in spoken.items()])
    texts = [text for insights in found for _, _, text in insights]
    languages = [call.language for call, insights in zip(calls, found, strict=True) for _ in insights]
    vectors = encoded(texts, languages)
    borders = np.cumsum([0, *(len(insights) for insights in found)])
    return [
        Told(call=call, insights=tuple(insights), vectors=vectors[borders[n] : borders[n + 1]])
        for n, (call, insights) in enumerate(zip(calls, found, strict=True))
        if insights
    ]


class Talk(StrEnum):
    """What is written of the turns."""

    NONE = "none"
    """Nothing: the manager's page counts insights, labels and metrics, and a hundred thousand meetings fit."""
    TURNS = "turns"
    INDEXED = "indexed"
    """The turns, entered into the full-text index and the index of meanings."""


class Builder:
    """Draws meetings and writes them, some hundred at a time."""

    def __init__(self, workspace: Workspace, told: list[Told], seed: int = 7) -> None:
        """Prepare what is drawn from."""
        self._workspace, self._told = workspace, told
        self._chance = random.Random(seed)
        self._noise = np.random.default_rng(seed)
        self._voices = [
            (n, kind, place, text, told[n].vectors[i], told[n].call.language, theme_of([text]))
            for n in range(len(told))
            for i, (kind, place, text) in enumerate(told[n].insights)
        ]
        by_language: dict[str, list[int]] = {"ja": [], "en": []}
        for number, voice in enumerate(self._voices):
            by_language[voice[5]].append(number)
        self._by_language = by_language
        self._leaning = {number: self._chance.choice((0, 0, 0, 1, -1)) for number in range(len(self._voices))}
        self._customers: list[tuple[str, str | None]] = []

    def customers(self, count: int) -> None:
        """Write the customers, each with a deal."""
        rows, deals = [], []
        for number in range(count):
            name = f"{self._chance.choice(NAMES)}{self._chance.choice(FORMS)} {number}"
            ident, deal = self._id(), self._id() if number % 3 else None
            rows.append(
                (
                    ident, "2026-01-01", name, name.casefold(), name.casefold(),
                    SEGMENTS[min(int(self._chance.expovariate(0.9)), 3)], self._chance.choice(INDUSTRIES),
                    self._chance.choice(PRODUCTS), f'["region:{self._chance.choice("NSEW")}"]',
                )
            )  # fmt: skip
            if deal:
                deals.append((deal, "2026-01-01", ident, "deal", self._chance.choice(STAGES)))
            self._customers.append((ident, deal))
        db = self._workspace.db
        columns = "id, changed_at, name, folded, key, segment, industry, current_products, tags"
        db.run_many(f"INSERT INTO customer ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)  # noqa: S608
        db.run_many("INSERT INTO deal (id, changed_at, customer_id, name, stage) VALUES (?, ?, ?, ?, ?)", deals)

    def meetings(self, count: int, talk: Talk) -> Iterator[int]:
        """Write the meetings; yields how many there are so far."""
        for first in range(0, count, 500):
            with self._workspace.db.atomic():
                self._write([self._draw(number, count) for number in range(first, min(first + 500, count))], talk)
            yield min(first + 500, count)

    def _draw(self, number: int, count: int) -> dict[str, object]:
        chance = self._chance
        share = number / max(1, count - 1)
        customer, deal = self._customers[
            min(int(chance.random() ** 1.6 * len(self._customers)), len(self._customers) - 1)
        ]
        call = chance.choice(self._told)
        picked = [chance.choice(self._by_language[call.call.language]) for _ in range(INSIGHTS * 2)]
        # the first third of the voices fades over the two years, the last third rises
        fitting = [
            voice
            for voice in picked
            if chance.random() < (0.5, 1 - share, 1.0, share)[min(voice * 4 // len(self._voices), 3)]
        ]
        leaning = sum(self._leaning[voice] for voice in fitting[:INSIGHTS])
        won = chance.random() < 0.5 + 0.08 * leaning
        outcome = chance.choice((Outcome.WON, Outcome.STRONG) if won else (Outcome.LOST, Outcome.WEAK))
        moment = dt.datetime.combine(LAST_DAY, dt.time(9 + number % 9), dt.UTC) - dt.timedelta(days=DAYS * (1 - share))
        return {
            "id": self._id(),
            "moment": moment.isoformat(timespec="microseconds"),
            "call": call,
            "customer": customer,
            "deal": deal,
            "outcome": Outcome.UNSET if chance.random() < 0.4 else outcome,  # noqa: PLR2004
            "voices": (fitting + picked)[:INSIGHTS],
            "rep": chance.choice(REPS),
            "channel": chance.choice(CHANNELS),
        }

    def _write(self, drawn: list[dict[str, object]], talk: Talk) -> None:
        db, stamp = self._workspace.db, "2026-11-20T00:00:00.000000+00:00"
        meetings, transcripts, segments, analyses, labels, insights, vectors, evidence = [], [], [], [], [], [], [], []
        spoken: dict[str, list[tuple[str, str]]] = {}
        for each in drawn:
            ident, told = str(each["id"]), each["call"]
            assert isinstance(told, Told)  # noqa: S101
            title = f"{told.call.id} {ident[-6:]}"
            meetings.append((ident, stamp, title, title, each["moment"], told.call.language, each["channel"],
                             each["customer"], each["deal"], each["rep"], each["outcome"], "[]"))  # fmt: skip
            transcript = self._id()
            transcripts.append((transcript, stamp, ident, told.call.language, "base", stamp, 1, 1))
            voices = [self._voices[n] for n in each["voices"]]  # type: ignore[union-attr]
            turns = self._turns(told, voices)
            lines = spoken.setdefault(ident, [])
            for place, (speaker, text, signals) in enumerate(turns):
                segment = self._id()
                lines.append((segment, text))
                labels += [(ident, place, signal, 0.9) for signal in signals]
                if talk is Talk.NONE:
                    continue
                segments.append(
                    (segment, stamp, transcript, place, place * 6.0, place * 6.0 + 5.5, speaker, text, "[]", 0.9, 1.0)
                )
            for place, (_, kind, _, text, vector, _, subject) in enumerate(voices):
                turn = 2 + place * 4
                insight = self._id()
                insights.append((insight, stamp, ident, place, kind, text, subject, 0.9, 0, f"[{turn}]"))
                vectors.append(vector)
                evidence.append((insight, turn, lines[turn][0]))
            analyses.append((ident, stamp, ident, "{}", "[]", "made", stamp, "later", "", "{}", self._metrics()))
        noisy = np.stack(vectors) + SPREAD * self._noise.standard_normal((len(vectors), 384), np.float32)
        noisy /= np.linalg.norm(noisy, axis=1, keepdims=True)
        rows = [(*row, vector.astype("<f2").tobytes()) for row, vector in zip(insights, noisy, strict=True)]
        _insert(
            db,
            "meeting",
            "id changed_at title folded started_at language channel customer_id deal_id rep outcome tags",
            meetings,
        )
        _insert(db, "transcript", "id changed_at meeting_id language model made_at is_complete is_current", transcripts)
        _insert(
            db,
            "segment",
            'id changed_at transcript_id position start "end" speaker text words confidence speaker_confidence',
            segments,
        )
        _insert(
            db,
            "analysis",
            "id changed_at meeting_id body segments model made_at timing minutes corrected metrics",
            analyses,
        )
        _insert(db, "turn_label", "meeting_id turn signal confidence", labels)
        _insert(
            db,
            "insight",
            "id changed_at meeting_id position kind summary theme confidence is_hypothesis turns vector",
            rows,
        )
        _insert(db, "evidence", "insight_id turn segment_id", evidence)
        if talk is Talk.INDEXED:
            for ident, lines in spoken.items():
                self._workspace.search.put_new(HitKind.SEGMENT, lines, ident)

    def _turns(self, told: Told, voices: list[tuple]) -> list[tuple[str, str, list[str]]]:  # type: ignore[type-arg]
        """Return the turns of the call, with the drawn insights in place of some of the customer's words."""
        lines = [(turn.speaker, turn.text, sorted(turn.labels)) for turn in told.call.turns]
        turns = [lines[place % len(lines)] for place in range(TURNS)]
        for place, (_, kind, _, text, _, _, _) in enumerate(voices):
            turns[2 + place * 4] = ("customer", text, [kind])
        return turns

    def _metrics(self) -> str:
        chance = self._chance
        return json.dumps(
            {
                "talk_ratio_rep": round(chance.betavariate(5, 6), 3),
                "longest_monologue_s": round(chance.lognormvariate(3.6, 0.5), 1),
                "questions_rep": int(chance.gammavariate(4, 3)),
                "questions_customer": int(chance.gammavariate(2, 2)),
                "digging_depth": int(chance.gammavariate(2, 1)),
                "patience_s": round(chance.gammavariate(2, 0.5), 2),
                "interruptions": int(chance.gammavariate(1, 2)),
                "interactivity_per_min": round(chance.gammavariate(5, 1), 2),
            }
        )

    def _id(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128)))


def _insert(db: object, table: str, columns: str, rows: list[tuple]) -> None:  # type: ignore[type-arg]
    names = columns.split()
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    db.run_many(sql, rows)  # type: ignore[attr-defined]


def build(workspace: Workspace, meetings: int, talk: Talk = Talk.TURNS, *, gather: bool = True) -> None:
    """Fill a workspace."""
    builder = Builder(workspace, told_calls())
    builder.customers(max(20, meetings // 5))
    began = time.perf_counter()
    for done in builder.meetings(meetings, talk):
        if done % 10_000 == 0 or done == meetings:
            print(f"{done:,} meetings, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    if gather:
        overviews.gather_themes(workspace)
        print(f"themes gathered, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    if talk is Talk.INDEXED:
        workspace.search.optimise()


def main() -> None:
    """Build the workspace that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--meetings", type=int, default=1000)
    parser.add_argument("--talk", choices=list(Talk), default=Talk.TURNS)
    options = parser.parse_args()
    with Workspace.open(options.workspace) as workspace:
        build(workspace, options.meetings, Talk(options.talk))
        total = workspace.meetings.list(limit=1).total
        print(f"{total:,} meetings, {len(workspace.themes.names()):,} themes")


if __name__ == "__main__":
    main()
