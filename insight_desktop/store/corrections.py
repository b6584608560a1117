"""Corrections by the user: kept apart from the machine's analysis, never overwritten, and worth training on."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from insight_desktop.domain.correction import Correction, CorrectionKind
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CorrectionId, InsightId, MeetingId, NextStepId, SegmentId, new_id
from insight_desktop.domain.insight import MinutesLine, MinutesSection, NextStep, Owner, Sentiment, Signal
from insight_desktop.store import records
from insight_desktop.store.analyses import Analyses
from insight_desktop.store.database import Database
from insight_desktop.store.transcripts import Transcripts

_OPPOSITE = {
    CorrectionKind.LABEL_ADDED: CorrectionKind.LABEL_REMOVED,
    CorrectionKind.LABEL_REMOVED: CorrectionKind.LABEL_ADDED,
    CorrectionKind.INSIGHT_CONFIRMED: CorrectionKind.INSIGHT_DISMISSED,
    CorrectionKind.INSIGHT_DISMISSED: CorrectionKind.INSIGHT_CONFIRMED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRow:
    """One turn whose labels or attitude the user set, in the shape in which models are trained."""

    meeting_id: MeetingId
    turn: int
    language: str
    speaker: str
    text: str
    before: str
    """The turn before, which models read as well."""
    labels: tuple[Signal, ...]
    sentiment: Sentiment


class Corrections:
    """Each method makes one correction, which `withdraw` takes back."""

    def __init__(self, db: Database, transcripts: Transcripts, analyses: Analyses) -> None:
        """Use the workspace's database."""
        self._db = db
        self._transcripts = transcripts
        self._analyses = analyses

    def add_label(self, meeting_id: MeetingId, segment_id: SegmentId, signal: Signal) -> Correction:
        """Say that a turn carries a signal that the machine did not see."""
        return self._make(meeting_id, CorrectionKind.LABEL_ADDED, (segment_id,), target=signal)

    def remove_label(self, meeting_id: MeetingId, segment_id: SegmentId, signal: Signal) -> Correction:
        """Say that a turn does not carry a signal."""
        return self._make(meeting_id, CorrectionKind.LABEL_REMOVED, (segment_id,), target=signal)

    def set_sentiment(self, meeting_id: MeetingId, segment_id: SegmentId, sentiment: Sentiment) -> Correction:
        """Say what the speaker's attitude is."""
        return self._make(meeting_id, CorrectionKind.SENTIMENT_SET, (segment_id,), after=sentiment)

    def confirm_insight(self, insight_id: InsightId) -> Correction:
        """Say that an insight is right."""
        return self._about_insight(insight_id, CorrectionKind.INSIGHT_CONFIRMED)

    def dismiss_insight(self, insight_id: InsightId) -> Correction:
        """Say that an insight is wrong; it is not shown any more."""
        return self._about_insight(insight_id, CorrectionKind.INSIGHT_DISMISSED)

    def reword_insight(self, insight_id: InsightId, summary: str) -> Correction:
        """Give an insight better words."""
        return self._about_insight(insight_id, CorrectionKind.INSIGHT_REWORDED, after=summary)

    def edit_minutes(self, meeting_id: MeetingId, line: MinutesLine, text: str) -> Correction:
        """Give a line of the minutes other words."""
        segments = self._segments(meeting_id, line.turns)
        return self._make(
            meeting_id, CorrectionKind.MINUTES_EDITED, segments, target=line.section, before=line.text, after=text
        )

    def remove_minutes(self, meeting_id: MeetingId, line: MinutesLine) -> Correction:
        """Take a line out of the minutes."""
        segments = self._segments(meeting_id, line.turns)
        return self._make(meeting_id, CorrectionKind.MINUTES_REMOVED, segments, target=line.section, before=line.text)

    def add_minutes(self, meeting_id: MeetingId, section: MinutesSection, text: str) -> Correction:
        """Write a line of one's own into the minutes."""
        return self._make(meeting_id, CorrectionKind.MINUTES_ADDED, (), target=section, after=text)

    def change_step(self, step_id: NextStepId, step: NextStep) -> Correction:
        """Put `step` in the place of a next step."""
        row = self._row("next_step", step_id)
        meeting_id = MeetingId(row["meeting_id"])
        return self._make(
            meeting_id,
            CorrectionKind.NEXT_STEP_CHANGED,
            self._segments(meeting_id, records.numbers(str(row["turns"]))),
            target=step.owner,
            before=str(row["what"]),
            after=step.what,
            due=step.due,
        )

    def remove_step(self, step_id: NextStepId) -> Correction:
        """Say that something was not promised."""
        row = self._row("next_step", step_id)
        meeting_id = MeetingId(row["meeting_id"])
        segments = self._segments(meeting_id, records.numbers(str(row["turns"])))
        return self._make(meeting_id, CorrectionKind.NEXT_STEP_REMOVED, segments, before=str(row["what"]))

    def add_step(self, meeting_id: MeetingId, owner: Owner, what: str, due: dt.date | None = None) -> Correction:
        """Note a promise that the machine did not hear."""
        return self._make(meeting_id, CorrectionKind.NEXT_STEP_ADDED, (), target=owner, after=what, due=due)

    def list(self, meeting_id: MeetingId) -> tuple[Correction, ...]:
        """Return the corrections of a meeting in the order in which they were made."""
        return self._analyses.corrections(meeting_id)

    def withdraw(self, correction_id: CorrectionId) -> None:
        """Take a correction back; the machine's word counts again."""
        row = self._row("correction", correction_id)
        with self._db.atomic():
            records.trash(self._db, "correction", correction_id)
            self._analyses.refresh(MeetingId(row["meeting_id"]))

    def reinstate(self, correction_id: CorrectionId) -> None:
        """Make a withdrawn correction count again."""
        row = self._row("correction", correction_id)
        with self._db.atomic():
            records.restore(self._db, "correction", correction_id)
            self._analyses.refresh(MeetingId(row["meeting_id"]))

    def export_rows(self) -> tuple[TrainingRow, ...]:
        """Return every turn that the user corrected, as rows to train on; they stay on this machine."""
        sql = """SELECT a.meeting_id, t.language FROM analysis a JOIN transcript t ON t.meeting_id = a.meeting_id
            AND t.is_current = 1 JOIN meeting m ON m.id = a.meeting_id
            WHERE m.deleted_at IS NULL AND a.corrected_turns <> '[]' ORDER BY a.meeting_id"""
        found = self._db.rows(sql)
        return tuple(
            row for meeting in found for row in self._training_rows(meeting["meeting_id"], meeting["language"])
        )

    def _training_rows(self, meeting_id: MeetingId, language: str) -> Iterable[TrainingRow]:
        stored = self._analyses.load(meeting_id)
        if stored is None:
            return
        segments = self._transcripts.current(meeting_id)
        turns = {turn.index: turn for turn in stored.analysis.turns}
        for index in sorted(stored.corrected_turns):
            if index < len(segments) and index in turns:
                yield TrainingRow(
                    meeting_id=meeting_id,
                    turn=index,
                    language=language,
                    speaker=segments[index].segment.speaker or "",
                    text=segments[index].segment.text,
                    before=segments[index - 1].segment.text if index else "",
                    labels=tuple(sorted(score.signal for score in turns[index].labels)),
                    sentiment=turns[index].sentiment,
                )

    def _about_insight(self, insight_id: InsightId, kind: CorrectionKind, *, after: str = "") -> Correction:
        row = self._row("insight", insight_id)
        meeting_id = MeetingId(row["meeting_id"])
        segments = self._segments(meeting_id, records.numbers(str(row["turns"])))
        return self._make(meeting_id, kind, segments, target=str(row["kind"]), before=str(row["summary"]), after=after)

    def _make(
        self,
        meeting_id: MeetingId,
        kind: CorrectionKind,
        segments: tuple[SegmentId, ...],
        *,
        target: str = "",
        before: str = "",
        after: str = "",
        due: dt.date | None = None,
    ) -> Correction:
        made_at = dt.datetime.now(dt.UTC)
        correction = Correction(
            id=CorrectionId(new_id()),
            meeting_id=meeting_id,
            kind=kind,
            segments=segments,
            target=target,
            before=before,
            after=after,
            due=due,
            made_at=made_at,
        )
        with self._db.atomic():
            self._withdraw_superseded(correction)
            self._db.put(
                "correction",
                {
                    "id": correction.id,
                    "changed_at": records.now(),
                    "meeting_id": meeting_id,
                    "kind": kind,
                    "segments": records.as_list(segments),
                    "target": correction.target,
                    "before": correction.before,
                    "after": correction.after,
                    "due": records.text_or_none(correction.due),
                    "made_at": records.at(made_at),
                },
            )
            self._analyses.refresh(meeting_id)
        return correction

    def _withdraw_superseded(self, new: Correction) -> None:
        """Take back the same or the opposite correction of the same place, which the new one replaces."""
        if new.kind not in _OPPOSITE and new.kind is not CorrectionKind.SENTIMENT_SET:
            return
        kinds = {new.kind, _OPPOSITE.get(new.kind, new.kind)}
        for old in self._analyses.corrections(new.meeting_id):
            if old.kind in kinds and old.segments == new.segments and old.target == new.target:
                records.trash(self._db, "correction", old.id)

    def _segments(self, meeting_id: MeetingId, turns: Iterable[int]) -> tuple[SegmentId, ...]:
        segments = self._transcripts.current(meeting_id)
        return tuple(segments[turn].id for turn in turns if turn < len(segments))

    def _row(self, table: str, record_id: str) -> dict[str, Any]:
        row = self._db.row(f"SELECT * FROM {table} WHERE id = ?", (record_id,))  # noqa: S608 - names from our code
        if row is None:
            raise KnownError(ErrorCode.NOT_FOUND, name=record_id)
        return dict(row)
