"""What the user changes in a transcript, each with its way back: text, who speaks, names and sides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId, SegmentId, new_id
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel, role_of
from insight_desktop.domain.transcript import StoredSegment
from insight_desktop.store import codec, records
from insight_desktop.store.database import Database
from insight_desktop.store.speakers import Speakers
from insight_desktop.store.transcripts import Transcripts

_ANONYMOUS = SpeakerLabel("SPEAKER_")
"""The beginning of the labels of speakers whose side is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """The part of a transcript that an edit touches, as it was before or after."""

    segments: tuple[StoredSegment, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    absent: tuple[SpeakerLabel, ...] = ()
    """Speakers that are not there in this state."""


class Edits:
    """Changes the shown transcript and keeps a log, so that each change can be undone and redone."""

    def __init__(self, db: Database, transcripts: Transcripts, speakers: Speakers) -> None:
        """Use the workspace's database."""
        self._db = db
        self._transcripts = transcripts
        self._speakers = speakers

    def set_text(self, meeting_id: MeetingId, segment_id: SegmentId, text: str) -> None:
        """Replace the text of a segment; the machine's text is kept beside it."""
        self._change_segments(meeting_id, (segment_id,), lambda stored: _with_text(stored, text))

    def set_speaker(self, meeting_id: MeetingId, segment_ids: Iterable[SegmentId], label: SpeakerLabel) -> None:
        """Say who speaks in some segments."""
        self._change_segments(meeting_id, tuple(segment_ids), lambda stored: _with_speaker(stored, label))

    def rename(self, meeting_id: MeetingId, label: SpeakerLabel, name: str) -> None:
        """Give a speaker a name."""
        speaker = self._speaker(meeting_id, label)
        self._apply(meeting_id, _State(speakers=(speaker,)), _State(speakers=(replace(speaker, name=name),)))

    def set_role(self, meeting_id: MeetingId, label: SpeakerLabel, role: Role) -> None:
        """Say on which side a speaker is; the label follows the side, and everything the speaker says with it."""
        speaker = self._speaker(meeting_id, label)
        if role_of(label) is role or role is Role.UNKNOWN:
            confirmed = replace(speaker, role=role, confidence=1.0)
            self._apply(meeting_id, _State(speakers=(speaker,)), _State(speakers=(confirmed,)))
            return
        new_label = self._free_label(meeting_id, REP if role is Role.REP else CUSTOMER)
        moved = replace(speaker, label=new_label, role=role, confidence=1.0)
        self._move(meeting_id, {label: new_label}, before=(speaker,), after=(moved,))

    def merge(self, meeting_id: MeetingId, label: SpeakerLabel, into: SpeakerLabel) -> None:
        """Make two speakers one."""
        speaker, target = self._speaker(meeting_id, label), self._speaker(meeting_id, into)
        merged = replace(target, name=target.name or speaker.name, confidence=1.0)
        self._move(meeting_id, {label: into}, before=(speaker, target), after=(merged,))

    def swap(self, meeting_id: MeetingId, first: SpeakerLabel, second: SpeakerLabel) -> None:
        """Exchange who said what between two speakers; their names go with the voices."""
        one, other = self._speaker(meeting_id, first), self._speaker(meeting_id, second)
        after = (replace(one, name=other.name, confidence=1.0), replace(other, name=one.name, confidence=1.0))
        self._move(meeting_id, {first: second, second: first}, before=(one, other), after=after)

    def split(self, meeting_id: MeetingId, segment_ids: Iterable[SegmentId], label: SpeakerLabel) -> SpeakerLabel:
        """Give some segments of a speaker to a new one on the same side, and return the new label."""
        ids = frozenset(segment_ids)
        role = self._speaker(meeting_id, label).role
        fresh = self._free_label(meeting_id, {Role.REP: REP, Role.CUSTOMER: CUSTOMER}.get(role, _ANONYMOUS))
        touched = tuple(s for s in self._transcripts.current(meeting_id) if s.id in ids and s.segment.speaker == label)
        if touched:
            self._apply(
                meeting_id,
                _State(segments=touched, absent=(fresh,)),
                _State(
                    segments=tuple(_with_speaker(stored, fresh) for stored in touched),
                    speakers=(Speaker(label=fresh, role=role),),
                ),
            )
        return fresh

    def undo(self, meeting_id: MeetingId) -> bool:
        """Take the last change back; returns whether there was one."""
        row = self._db.row(
            "SELECT * FROM edit WHERE meeting_id = ? AND is_undone = 0 ORDER BY number DESC LIMIT 1", (meeting_id,)
        )
        return row is not None and self._replay(meeting_id, row["id"], row["before"], is_undone=True)

    def redo(self, meeting_id: MeetingId) -> bool:
        """Make the last undone change again; returns whether there was one."""
        row = self._db.row(
            "SELECT * FROM edit WHERE meeting_id = ? AND is_undone = 1 ORDER BY number LIMIT 1", (meeting_id,)
        )
        return row is not None and self._replay(meeting_id, row["id"], row["after"], is_undone=False)

    def can_undo(self, meeting_id: MeetingId) -> bool:
        """Tell whether there is a change to take back."""
        return self._db.row("SELECT 1 FROM edit WHERE meeting_id = ? AND is_undone = 0", (meeting_id,)) is not None

    def can_redo(self, meeting_id: MeetingId) -> bool:
        """Tell whether there is an undone change."""
        return self._db.row("SELECT 1 FROM edit WHERE meeting_id = ? AND is_undone = 1", (meeting_id,)) is not None

    def _replay(self, meeting_id: MeetingId, edit_id: str, state: str, *, is_undone: bool) -> bool:
        with self._db.atomic():
            self._write(meeting_id, codec.loads(_State, state))
            self._db.run(
                "UPDATE edit SET is_undone = ?, changed_at = ? WHERE id = ?", (int(is_undone), records.now(), edit_id)
            )
        return True

    def _change_segments(
        self, meeting_id: MeetingId, ids: tuple[SegmentId, ...], change: Callable[[StoredSegment], StoredSegment]
    ) -> None:
        found = {stored.id: stored for stored in self._transcripts.current(meeting_id)}
        missing = [segment_id for segment_id in ids if segment_id not in found]
        if missing:
            raise KnownError(ErrorCode.NOT_FOUND, name=missing[0])
        before = tuple(found[segment_id] for segment_id in ids)
        after = tuple(change(stored) for stored in before)
        if before != after:
            self._apply(meeting_id, _State(segments=before), _State(segments=after))

    def _move(
        self,
        meeting_id: MeetingId,
        labels: dict[SpeakerLabel, SpeakerLabel],
        *,
        before: tuple[Speaker, ...],
        after: tuple[Speaker, ...],
    ) -> None:
        """Give all segments of some speakers to others."""
        touched = tuple(s for s in self._transcripts.current(meeting_id) if s.segment.speaker in labels)
        moved = tuple(_with_speaker(s, labels[s.segment.speaker]) for s in touched if s.segment.speaker)
        old, new = {speaker.label for speaker in before}, {speaker.label for speaker in after}
        self._apply(
            meeting_id,
            _State(segments=touched, speakers=before, absent=tuple(sorted(new - old))),
            _State(segments=moved, speakers=after, absent=tuple(sorted(old - new))),
        )

    def _apply(self, meeting_id: MeetingId, before: _State, after: _State) -> None:
        with self._db.atomic():
            self._db.run("DELETE FROM edit WHERE meeting_id = ? AND is_undone = 1", (meeting_id,))
            last = self._db.row("SELECT ifnull(max(number), 0) FROM edit WHERE meeting_id = ?", (meeting_id,))
            self._db.put(
                "edit",
                {
                    "id": new_id(),
                    "changed_at": records.now(),
                    "meeting_id": meeting_id,
                    "number": (last[0] if last else 0) + 1,
                    "before": codec.dumps(before),
                    "after": codec.dumps(after),
                },
            )
            self._write(meeting_id, after)

    def _write(self, meeting_id: MeetingId, state: _State) -> None:
        self._transcripts.rewrite(meeting_id, state.segments)
        self._speakers.save(meeting_id, state.speakers, confirmed=True)
        self._speakers.drop(meeting_id, state.absent)

    def _speaker(self, meeting_id: MeetingId, label: SpeakerLabel) -> Speaker:
        speakers = {speaker.label: speaker for speaker in self._speakers.of_meeting(meeting_id)}
        return speakers.get(label) or Speaker(label=label, role=role_of(label))

    def _free_label(self, meeting_id: MeetingId, side: SpeakerLabel) -> SpeakerLabel:
        taken = {speaker.label for speaker in self._speakers.of_meeting(meeting_id)}
        taken |= {stored.segment.speaker for stored in self._transcripts.current(meeting_id) if stored.segment.speaker}
        if side == _ANONYMOUS:
            anonymous = (SpeakerLabel(f"{side}{number:02}") for number in range(len(taken) + 1))
            return next(label for label in anonymous if label not in taken)
        numbered = (SpeakerLabel(f"{side}{number}") for number in range(2, len(taken) + 3))
        return side if side not in taken else next(label for label in numbered if label not in taken)


def _with_text(stored: StoredSegment, text: str) -> StoredSegment:
    original = stored.original_text or stored.segment.text
    edited = text != original
    return replace(
        stored,
        segment=replace(stored.segment, text=text),
        original_text=original if edited else "",
        is_edited=edited,
    )


def _with_speaker(stored: StoredSegment, label: SpeakerLabel) -> StoredSegment:
    return replace(stored, segment=replace(stored.segment, speaker=label, speaker_confidence=1.0))
