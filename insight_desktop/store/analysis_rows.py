"""Writes an analysis as rows that customers and trends count; what is the same keeps its id at each analysis."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import MeetingId, SegmentId, new_id
from insight_desktop.store import records
from insight_desktop.store.database import Database
from insight_desktop.store.overlay import Corrected


def alive(db: Database, table: str, meeting_id: MeetingId) -> list[sqlite3.Row]:
    """Return the living rows of a meeting in the order of the analysis."""
    sql = f"SELECT * FROM {table} WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position"  # noqa: S608 - names from our code
    return db.rows(sql, (meeting_id,))


def _former(db: Database, table: str, meeting_id: MeetingId) -> list[sqlite3.Row]:
    """Return all rows of a meeting, living ones first: what comes back after it was dismissed is the same as before."""
    sql = f"SELECT * FROM {table} WHERE meeting_id = ? ORDER BY deleted_at IS NOT NULL, deleted_at DESC, position"  # noqa: S608 - names from our code
    return db.rows(sql, (meeting_id,))


def rewrite(db: Database, meeting_id: MeetingId, corrected: Corrected, segments: Sequence[SegmentId]) -> None:
    """Make the rows of a meeting those of the analysis."""
    analysis = corrected.analysis
    with db.atomic():
        _rewrite_turns(db, meeting_id, analysis)
        _rewrite_insights(db, meeting_id, corrected, segments)
        _rewrite_facts(db, meeting_id, analysis)
        _rewrite_steps(db, meeting_id, analysis)
        _rewrite_suggestions(db, meeting_id, analysis)


def _rewrite_turns(db: Database, meeting_id: MeetingId, analysis: Analysis) -> None:
    db.run("DELETE FROM turn_label WHERE meeting_id = ?", (meeting_id,))
    db.run("DELETE FROM turn_mood WHERE meeting_id = ?", (meeting_id,))
    labels = {(turn.index, score.signal): score.confidence for turn in analysis.turns for score in turn.labels}
    db.run_many(
        "INSERT INTO turn_label (meeting_id, turn, signal, confidence) VALUES (?, ?, ?, ?)",
        [(meeting_id, turn, signal, confidence) for (turn, signal), confidence in labels.items()],
    )
    moods = {turn.index: turn for turn in analysis.turns}
    db.run_many(
        "INSERT INTO turn_mood (meeting_id, turn, sentiment, confidence) VALUES (?, ?, ?, ?)",
        [(meeting_id, turn.index, turn.sentiment, turn.sentiment_confidence) for turn in moods.values()],
    )


def _rewrite_insights(db: Database, meeting_id: MeetingId, corrected: Corrected, segments: Sequence[SegmentId]) -> None:
    insights = corrected.analysis.insights
    ids = _ids(
        _former(db, "insight", meeting_id),
        [((insight.kind,), insight.turns, insight.summary) for insight in insights],
        keys=("kind",),
        text="summary",
    )
    _replace(
        db,
        "insight",
        meeting_id,
        [
            {
                "id": ids[place],
                "meeting_id": meeting_id,
                "position": place,
                "kind": insight.kind,
                "summary": insight.summary,
                "theme": insight.theme,
                "confidence": insight.confidence,
                "is_hypothesis": int(insight.hypothesis),
                "is_confirmed": int(place in corrected.confirmed),
                "turns": records.as_list(insight.turns),
                "vector": insight.vector,
            }
            for place, insight in enumerate(insights)
        ],
    )
    db.run("DELETE FROM evidence WHERE insight_id IN (SELECT id FROM insight WHERE meeting_id = ?)", (meeting_id,))
    db.run_many(
        "INSERT INTO evidence (insight_id, segment_id, turn) VALUES (?, ?, ?)",
        [
            (ids[place], segments[turn], turn)
            for place, insight in enumerate(insights)
            for turn in sorted(set(insight.turns))
            if turn < len(segments)
        ],
    )


def _rewrite_facts(db: Database, meeting_id: MeetingId, analysis: Analysis) -> None:
    """Facts have no life of their own, so they are written anew."""
    facts = analysis.facts
    none: dict[str, Any] = {"amount": None, "currency": None, "per": None, "date": None, "text": ""}
    rows: list[dict[str, Any]] = [
        {"kind": "budget", "turns": f.turns, "amount": f.amount, "currency": f.currency, "per": f.per}
        for f in facts.budget
    ]
    rows += [
        {"kind": "timeline", "turns": f.turns, "text": f.text, "date": records.text_or_none(f.date)}
        for f in facts.timeline
    ]
    rows += [{"kind": "decision", "turns": f.turns, "text": f.text} for f in facts.decision]
    rows += [{"kind": "competitor", "turns": f.turns, "text": f.name} for f in facts.competitors]
    db.run("DELETE FROM fact WHERE meeting_id = ?", (meeting_id,))
    moment = records.now()
    for row in rows:
        turns = records.as_list(row["turns"])
        db.put("fact", none | row | {"id": new_id(), "meeting_id": meeting_id, "changed_at": moment, "turns": turns})


def _rewrite_steps(db: Database, meeting_id: MeetingId, analysis: Analysis) -> None:
    steps = analysis.next_steps
    ids = _ids(
        _former(db, "next_step", meeting_id),
        [((step.owner,), step.turns, step.what) for step in steps],
        keys=("owner",),
        text="what",
    )
    _replace(
        db,
        "next_step",
        meeting_id,
        [
            {
                "id": ids[place],
                "meeting_id": meeting_id,
                "position": place,
                "owner": step.owner,
                "what": step.what,
                "due": records.text_or_none(step.due),
                "confidence": step.confidence,
                "turns": records.as_list(step.turns),
            }
            for place, step in enumerate(steps)
        ],
    )


def _rewrite_suggestions(db: Database, meeting_id: MeetingId, analysis: Analysis) -> None:
    """A suggestion that the user already acted on stays, even when a new analysis would not make it again."""
    db.run("UPDATE analysis SET timing = ? WHERE meeting_id = ?", (analysis.suggestions.timing, meeting_id))
    proposed = analysis.suggestions.proposed
    former = _former(db, "suggestion", meeting_id)
    ids = _ids(
        former,
        [((product.product,), product.because, product.solves) for product in proposed],
        keys=("product",),
        text="solves",
    )
    moment = records.now()
    states = {row["id"]: row["state_at"] for row in former}
    fresh: list[dict[str, Any]] = [
        {
            "id": ids[place],
            "meeting_id": meeting_id,
            "position": place,
            "product": product.product,
            "kind": product.kind,
            "confidence": product.confidence,
            "solves": product.solves,
            "turns": records.as_list(product.because),
            "state_at": states.get(ids[place], moment),
        }
        for place, product in enumerate(proposed)
    ]
    acted = [
        dict(row) | {"position": len(fresh) + place}
        for place, row in enumerate(row for row in former if row["state"] != "candidate" and row["id"] not in ids)
    ]
    _replace(db, "suggestion", meeting_id, [*fresh, *acted])


def _replace(db: Database, table: str, meeting_id: MeetingId, rows: list[dict[str, Any]]) -> None:
    """Write the living rows of a meeting; those that are not among them any more become tombstones."""
    moment = records.now()
    kept = records.as_list(row["id"] for row in rows)
    db.run(
        f"""UPDATE {table} SET deleted_at = ?, changed_at = ? WHERE meeting_id = ? AND deleted_at IS NULL
        AND id NOT IN (SELECT value FROM json_each(?))""",  # noqa: S608 - names from our code
        (moment, moment, meeting_id, kept),
    )
    for row in rows:
        db.put(table, row | {"changed_at": moment, "deleted_at": None})


def _ids(
    former: list[sqlite3.Row],
    fresh: list[tuple[tuple[str, ...], tuple[int, ...], str]],
    *,
    keys: tuple[str, ...],
    text: str,
) -> list[str]:
    """Return an id for each new thing: that of the former one which it continues, or a new one."""
    free = list(former)
    ids: list[str] = []
    for wanted_keys, turns, words in fresh:
        ranked = [
            (row[text] == words, len(set(records.numbers(row["turns"])) & set(turns)), -place)
            for place, row in enumerate(free)
            if tuple(row[key] for key in keys) == wanted_keys
        ]
        best = max(ranked, default=(False, 0, 0))
        ids.append(free.pop(-best[2])["id"] if best[0] or best[1] else new_id())
    return ids
