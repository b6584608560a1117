"""Columns over all meetings, that filters are counted on; only blocks whose meetings changed are read anew.

A hundred thousand meetings are too many to read row by row at each opening of a page. So 256 meetings at a time are
kept as one packed block of numbers. Triggers note which blocks a change touches (`migrations`).
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.insight import InsightKind, Signal
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store import codec, records
from insight_desktop.store.database import Database

Codes = NDArray[np.int32]
Floats = NDArray[np.float32]

BLOCK_BITS = 8
KINDS = tuple(InsightKind)
OUTCOMES = tuple(Outcome)
SIGNALS = tuple(Signal)
METRICS = (
    "talk_ratio_rep",
    "longest_monologue_s",
    "questions_rep",
    "questions_customer",
    "patience_s",
    "interruptions",
    "interactivity_per_min",
    "digging_depth",
)
"""Fields of `Metrics` that are kept in columns."""
NONE = -1
_HEAD = 2
_PER_MEETING = (
    "number",
    "day",
    "outcome",
    "signals",
    "analysed",
    "customer",
    "language",
    "channel",
    "segment",
    "industry",
    "products",
    "rep",
    "stage",
    "tags",
)
_PER_VOICE = ("meeting", "place", "kind", "theme")
_VALUES = ("language", "channel", "segment", "industry", "products", "rep", "stage", "tags", "theme")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrendColumns:
    """Meetings and their voices as columns of codes."""

    meetings: Mapping[str, Codes]
    """One row a living meeting. `number` names it, `day` is an ordinal, `outcome` indexes OUTCOMES, bit i of
    `signals` is SIGNALS[i]; the rest are codes of `values`, or NONE. `customer` without a customer is below NONE."""
    metrics: Floats
    """meetings × METRICS; NaN where it was not measured."""
    voices: Mapping[str, Codes]
    """One row a living insight: `meeting` is a row of `meetings`, `place` the insight's in its meeting,
    `kind` indexes KINDS, `theme` is a code or NONE."""
    values: Mapping[int, str]
    """What a code stands for; lists are JSON. Customers are left out."""


class TrendStore:
    """Keeps the columns."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def columns(self) -> TrendColumns:
        """Return the columns of all meetings that are not in the trash, after making stale blocks anew."""
        self._renew()
        with self._db.atomic():
            bodies = [bytes(row[0]) for row in self._db.rows("SELECT body FROM trend_block ORDER BY number")]
            rows = self._db.rows("SELECT number, value FROM trend_value WHERE field != 'customer'")
        meetings, metrics, voices = _joined(bodies)
        return TrendColumns(
            meetings=dict(zip(_PER_MEETING, meetings, strict=True)),
            metrics=metrics,
            voices=dict(zip(_PER_VOICE, voices, strict=True)),
            values={row["number"]: row["value"] for row in rows},
        )

    def meeting_ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of meetings that columns name by number."""
        sql = "SELECT number, meeting_id FROM trend_place WHERE number IN (SELECT value FROM json_each(?))"
        return {row[0]: row[1] for row in self._db.rows(sql, (records.as_list(int(n) for n in numbers),))}

    def _renew(self) -> None:
        if self._db.row("SELECT 1 FROM trend_stale LIMIT 1") is None:
            return
        with self._db.atomic():
            for row in self._db.rows("SELECT block FROM trend_stale"):
                block = row["block"]
                body = _packed(*self._read(block))
                sql = "INSERT OR REPLACE INTO trend_block (number, body) VALUES (?, ?)"
                self._db.run(sql, (block, body))
            self._db.run("DELETE FROM trend_stale")

    def _read(self, block: int) -> tuple[Codes, Floats, Codes]:
        span = (block << BLOCK_BITS, ((block + 1) << BLOCK_BITS) - 1)
        meetings = self._db.rows(_MEETINGS, span)
        voices = self._db.rows(_VOICES, span)
        codes = {field: self._codes(field, {row[field] for row in meetings}) for field in _VALUES if field != "theme"}
        codes["customer"] = self._codes("customer", {row["customer"] for row in meetings})
        themes = self._codes("theme", {row["theme"] for row in voices})
        signals: dict[str, int] = {}
        for row in self._db.rows(_LABELS, span):
            if row["signal"] in SIGNALS:
                signals[row["meeting_id"]] = signals.get(row["meeting_id"], 0) | 1 << SIGNALS.index(row["signal"])
        place_of = {row["id"]: place for place, row in enumerate(meetings)}
        table = np.array(
            [
                [
                    row["number"],
                    records.moment(row["started_at"]).astimezone().date().toordinal(),
                    OUTCOMES.index(Outcome(row["outcome"])),
                    signals.get(row["id"], 0),
                    int(row["metrics"] is not None),
                    codes["customer"].get(row["customer"], -2 - row["number"]),
                    *(codes[field].get(row[field], NONE) for field in _PER_MEETING[6:]),
                ]
                for row in meetings
            ],
            np.int32,
        ).reshape(-1, len(_PER_MEETING))
        said = np.array(
            [
                [
                    place_of[row["meeting_id"]],
                    row["position"],
                    KINDS.index(InsightKind(row["kind"])),
                    themes.get(row["theme"], NONE),
                ]
                for row in voices
            ],
            np.int32,
        ).reshape(-1, len(_PER_VOICE))
        return table, _measured(meetings), said

    def _codes(self, field: str, values: set[str | None]) -> dict[str, int]:
        known = records.as_list(value for value in values if value)
        self._db.run(
            "INSERT OR IGNORE INTO trend_value (field, value) SELECT ?, value FROM json_each(?)", (field, known)
        )
        sql = "SELECT value, number FROM trend_value WHERE field = ? AND value IN (SELECT value FROM json_each(?))"
        return {row["value"]: row["number"] for row in self._db.rows(sql, (field, known))}


_MEETINGS = """SELECT p.number, m.id, m.started_at, m.outcome, m.customer_id AS customer, m.language, m.channel,
    coalesce(nullif(c.segment, ''), c.ruled_segment) AS segment, c.industry,
    nullif(c.current_products, '[]') AS products, m.rep, d.stage, a.metrics,
    CASE WHEN m.tags = '[]' AND ifnull(c.tags, '[]') = '[]' AND ifnull(c.properties, '[]') = '[]' THEN NULL
        ELSE (SELECT json_group_array(value) FROM (SELECT value FROM json_each(m.tags)
            UNION SELECT value FROM json_each(c.tags)
            UNION SELECT json_extract(value, '$[0]') || ': ' || json_extract(value, '$[1]')
            FROM json_each(c.properties))) END AS tags
    FROM trend_place p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN customer c ON c.id = m.customer_id
    LEFT JOIN deal d ON d.id = m.deal_id AND d.deleted_at IS NULL LEFT JOIN analysis a ON a.meeting_id = m.id
    WHERE p.number BETWEEN ? AND ? AND m.deleted_at IS NULL ORDER BY p.number"""
_VOICES = """SELECT i.meeting_id, i.position, i.kind, t.theme_id AS theme
    FROM trend_place p JOIN insight i ON i.meeting_id = p.meeting_id JOIN meeting m ON m.id = p.meeting_id
    LEFT JOIN theme_member t ON t.insight_id = i.id
    WHERE p.number BETWEEN ? AND ? AND i.deleted_at IS NULL AND m.deleted_at IS NULL ORDER BY p.number, i.position"""
_LABELS = """SELECT DISTINCT l.meeting_id, l.signal FROM trend_place p JOIN turn_label l ON l.meeting_id = p.meeting_id
    WHERE p.number BETWEEN ? AND ?"""


def _measured(meetings: Iterable[sqlite3.Row]) -> Floats:
    rows = []
    for row in meetings:
        found = codec.loads(dict[str, float | int | None], row["metrics"] or "{}")
        values = (found.get(name) for name in METRICS)
        rows.append([np.nan if value is None else float(value) for value in values])
    return np.array(rows, np.float32).reshape(-1, len(METRICS))


def _packed(meetings: Codes, metrics: Floats, voices: Codes) -> bytes:
    head = np.array([len(meetings), len(voices)], "<i4")
    return b"".join(
        part.tobytes() for part in (head, meetings.astype("<i4"), metrics.astype("<f4"), voices.astype("<i4"))
    )


def _joined(bodies: Iterable[bytes]) -> tuple[Codes, Floats, Codes]:
    """Return the blocks one after the other: fields × meetings, meetings × metrics, fields × voices."""
    tables: list[Codes] = [np.zeros((0, len(_PER_MEETING)), np.int32)]
    metrics: list[Floats] = [np.zeros((0, len(METRICS)), np.float32)]
    voices: list[Codes] = [np.zeros((0, len(_PER_VOICE)), np.int32)]
    first = 0
    for body in bodies:
        count, said = (int(n) for n in np.frombuffer(body, "<i4", _HEAD))
        at = 4 * _HEAD
        tables.append(np.frombuffer(body, "<i4", count * len(_PER_MEETING), at).reshape(count, len(_PER_MEETING)))
        at += 4 * count * len(_PER_MEETING)
        metrics.append(np.frombuffer(body, "<f4", count * len(METRICS), at).reshape(count, len(METRICS)))
        at += 4 * count * len(METRICS)
        rows = np.frombuffer(body, "<i4", said * len(_PER_VOICE), at).reshape(said, len(_PER_VOICE)).copy()
        rows[:, 0] += first
        voices.append(rows)
        first += count
    return (
        np.ascontiguousarray(np.concatenate(tables).T),
        np.concatenate(metrics),
        np.ascontiguousarray(np.concatenate(voices).T),
    )
