"""The machine's analysis of each meeting, and the same with the user's corrections as rows that can be counted."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.correction import Correction, CorrectionKind
from insight_desktop.domain.ids import InsightId, MeetingId, NextStepId, SegmentId, SuggestionId
from insight_desktop.domain.insight import Metrics
from insight_desktop.domain.transcript import StoredSegment
from insight_desktop.store import analysis_rows, codec, records
from insight_desktop.store.database import Database
from insight_desktop.store.overlay import overlay
from insight_desktop.store.renumbering import renumber, turn_of_segments
from insight_desktop.store.search import HitKind, Search
from insight_desktop.store.transcripts import Transcripts


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnalysis:
    """The analysis that is shown, with the ids of its parts; place i of each tuple is part i of the analysis."""

    meeting_id: MeetingId
    analysis: Analysis
    """With the user's corrections."""
    made_at: dt.datetime
    insight_ids: tuple[InsightId, ...] = ()
    step_ids: tuple[NextStepId, ...] = ()
    suggestion_ids: tuple[SuggestionId, ...] = ()
    confirmed: frozenset[InsightId] = frozenset()
    done: frozenset[NextStepId] = frozenset()
    corrected_turns: frozenset[int] = frozenset()
    corrections: tuple[Correction, ...] = ()


class Analyses:
    """Keeps analyses; corrections are made through `corrections`."""

    def __init__(self, db: Database, search: Search, transcripts: Transcripts) -> None:
        """Use the workspace's database."""
        self._db = db
        self._search = search
        self._transcripts = transcripts

    def save(self, meeting_id: MeetingId, analysis: Analysis) -> StoredAnalysis:
        """Keep the machine's analysis of the shown transcript in place of the one before; corrections stay."""
        segments = self._transcripts.current(meeting_id)
        moment = records.now()
        with self._db.atomic():
            self._db.run("DELETE FROM analysis WHERE meeting_id = ?", (meeting_id,))
            self._db.put(
                "analysis",
                {
                    "id": meeting_id,
                    "changed_at": moment,
                    "meeting_id": meeting_id,
                    "body": codec.dumps(analysis),
                    "corrected": codec.dumps(analysis),
                    "segments": records.as_list(stored.id for stored in segments),
                    "model": analysis.model,
                    "made_at": moment,
                    "timing": analysis.suggestions.timing,
                    "metrics": codec.dumps(analysis.metrics),
                    "minutes": "",
                },
            )
            self.refresh(meeting_id)
        saved = self.load(meeting_id)
        assert saved is not None  # noqa: S101 - it was written in the lines above
        return saved

    def load(self, meeting_id: MeetingId) -> StoredAnalysis | None:
        """Return the analysis with the user's corrections, or None when there is none yet."""
        row = self._db.row("SELECT * FROM analysis WHERE meeting_id = ?", (meeting_id,))
        if row is None:
            return None
        insights = analysis_rows.alive(self._db, "insight", meeting_id)
        steps = analysis_rows.alive(self._db, "next_step", meeting_id)
        suggestions = analysis_rows.alive(self._db, "suggestion", meeting_id)
        return StoredAnalysis(
            meeting_id=meeting_id,
            analysis=codec.loads(Analysis, row["corrected"]),
            made_at=records.moment(row["made_at"]),
            insight_ids=tuple(insight["id"] for insight in insights),
            step_ids=tuple(step["id"] for step in steps),
            suggestion_ids=tuple(suggestion["id"] for suggestion in suggestions),
            confirmed=frozenset(insight["id"] for insight in insights if insight["is_confirmed"]),
            done=frozenset(step["id"] for step in steps if step["done_at"]),
            corrected_turns=frozenset(records.numbers(row["corrected_turns"])),
            corrections=self.corrections(meeting_id),
        )

    def shown(self, meeting_id: MeetingId) -> Analysis | None:
        """Return the analysis with the user's corrections, without the ids of its parts; None when there is none."""
        row = self._db.row("SELECT corrected FROM analysis WHERE meeting_id = ?", (meeting_id,))
        return None if row is None else codec.loads(Analysis, row["corrected"])

    def shown_of(self, meeting_ids: Sequence[MeetingId]) -> Iterator[tuple[MeetingId, Analysis]]:
        """Yield the analyses of those meetings that have one, in this order, each decoded as it is taken."""
        sql = """SELECT a.meeting_id, a.corrected FROM json_each(?) asked
            JOIN analysis a ON a.meeting_id = asked.value ORDER BY asked.key"""
        for meeting_id, corrected in self._db.rows(sql, (records.as_list(meeting_ids),)):
            yield meeting_id, codec.loads(Analysis, corrected)

    def steps_done(self, meeting_ids: Sequence[MeetingId]) -> frozenset[tuple[MeetingId, int]]:
        """Return the places of the next steps of these meetings that are ticked off."""
        sql = """SELECT n.meeting_id, n.position FROM json_each(?) asked JOIN next_step n ON n.meeting_id = asked.value
            WHERE n.deleted_at IS NULL AND n.done_at IS NOT NULL"""
        rows = self._db.rows(sql, (records.as_list(meeting_ids),))
        return frozenset((meeting_id, position) for meeting_id, position in rows)

    def machine(self, meeting_id: MeetingId) -> Analysis | None:
        """Return the analysis as the machine made it, its turns numbered as the transcript was then."""
        row = self._db.row("SELECT body FROM analysis WHERE meeting_id = ?", (meeting_id,))
        return None if row is None else codec.loads(Analysis, row["body"])

    def model(self, meeting_id: MeetingId) -> str | None:
        """Return what made the analysis, to tell whether a newer model should redo it; None when there is none."""
        row = self._db.row("SELECT model FROM analysis WHERE meeting_id = ?", (meeting_id,))
        return None if row is None else str(row["model"])

    def corrections(self, meeting_id: MeetingId) -> tuple[Correction, ...]:
        """Return the living corrections of a meeting in the order in which they were made."""
        sql = "SELECT * FROM correction WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY made_at, id"
        return tuple(correction_of(row) for row in self._db.rows(sql, (meeting_id,)))

    def set_step_done(self, step_id: NextStepId, *, done: bool) -> None:
        """Tick a next step off, or open it again; survives re-analysis."""
        moment = records.now()
        sql = "UPDATE next_step SET done_at = ?, changed_at = ? WHERE id = ?"
        self._db.run(sql, (moment if done else None, moment, step_id))

    def set_metrics(self, meeting_id: MeetingId, metrics: Metrics) -> None:
        """Keep other numbers, measured anew since somebody corrected who spoke; the rest of the analysis stays."""
        row = self._db.row("SELECT body, corrected FROM analysis WHERE meeting_id = ?", (meeting_id,))
        if row is None:
            return
        body, corrected = (
            codec.dumps(replace(codec.loads(Analysis, row[name]), metrics=metrics)) for name in ("body", "corrected")
        )
        sql = "UPDATE analysis SET body = ?, corrected = ?, metrics = ?, changed_at = ? WHERE meeting_id = ?"
        self._db.run(sql, (body, corrected, codec.dumps(metrics), records.now(), meeting_id))

    def refresh(self, meeting_id: MeetingId) -> None:
        """Lay the corrections over the machine's analysis anew and rewrite the rows; ids of what stays are kept."""
        row = self._db.row("SELECT * FROM analysis WHERE meeting_id = ?", (meeting_id,))
        if row is None:
            return
        segments = self._transcripts.current(meeting_id)
        corrections = self.corrections(meeting_id)
        made_of = [SegmentId(text) for text in records.texts(row["segments"])]
        named = {segment for correction in corrections for segment in correction.segments}
        turn_of = self._turn_of({*made_of, *named}, segments)
        machine = renumber(
            codec.loads(Analysis, row["body"]),
            {turn: turn_of[segment] for turn, segment in enumerate(made_of) if segment in turn_of},
        )
        corrected = overlay(machine, corrections, turn_of, [stored.segment.text for stored in segments])
        analysis = corrected.analysis
        minutes = "\n".join(line.text for line in analysis.minutes) or analysis.summary
        with self._db.atomic():
            self._db.run(
                "UPDATE analysis SET corrected = ?, corrected_turns = ?, minutes = ?, changed_at = ? WHERE id = ?",
                (codec.dumps(analysis), records.as_list(sorted(corrected.turns)), minutes, records.now(), row["id"]),
            )
            analysis_rows.rewrite(self._db, meeting_id, corrected, [stored.id for stored in segments])
            self._search.put(HitKind.MINUTES, meeting_id, minutes, meeting_id)

    def _turn_of(self, wanted: set[SegmentId], segments: tuple[StoredSegment, ...]) -> Mapping[SegmentId, int]:
        present = {stored.id: turn for turn, stored in enumerate(segments)}
        gone = [segment for segment in wanted if segment not in present]
        former = self._db.rows(
            'SELECT id, start, "end", channel FROM segment WHERE id IN (SELECT value FROM json_each(?))',
            (records.as_list(gone),),
        )
        return present | turn_of_segments(
            {SegmentId(row["id"]): (row["start"], row["end"], row["channel"]) for row in former}, segments
        )


def correction_of(row: sqlite3.Row) -> Correction:
    """Return the correction that a row holds."""
    return Correction(
        id=row["id"],
        meeting_id=row["meeting_id"],
        kind=CorrectionKind(row["kind"]),
        segments=tuple(SegmentId(text) for text in records.texts(row["segments"])),
        target=row["target"],
        before=row["before"],
        after=row["after"],
        due=records.date_or_none(row["due"]),
        made_at=records.moment(row["made_at"]),
    )
