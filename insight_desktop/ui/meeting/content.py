"""Reads everything that the meeting page shows, off the main thread; no Qt here."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from insight_desktop import linking, readings, standing
from insight_desktop.accounts.spoken import SpokenCustomer
from insight_desktop.diarization.roles import SURE
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.job import JobState
from insight_desktop.domain.managing import Comment
from insight_desktop.domain.meeting import Recording
from insight_desktop.domain.moment import Moment, MomentKind
from insight_desktop.domain.speaker import Role, Speaker
from insight_desktop.insights.minutes_template import MinutesTemplate, load_template
from insight_desktop.readings import Reading
from insight_desktop.standing import MeetingStanding
from insight_desktop.store.analyses import StoredAnalysis
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.transcript.lines import Line, grown, lines_of
from insight_desktop.ui.widgets.waveform import Lane, Mark

_FULL = 127.0
_BARS = 2400
_LARGE = ("lines", "stored", "reading", "standing")
"""Parts that grow with the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingContent:
    """One meeting, ready to be shown."""

    summary: MeetingSummary
    recording: Recording | None
    audio: Path | None
    """What the player plays; None where there is nothing, or it is damaged."""
    lines: tuple[Line, ...]
    speakers: tuple[Speaker, ...]
    stored: StoredAnalysis | None
    last: int
    """Where the newest segment stands that was read, -1 for none."""
    is_complete: bool
    is_processing: bool
    can_undo: bool
    can_redo: bool
    marks: tuple[Mark, ...]
    voices: int = 0
    """How many people's voices were told apart in one channel; 0 where there is nothing to tell apart."""
    is_count_sure: bool = True
    """False where the user should be asked how many people speak."""
    sound_fault: KnownError | None = None
    """What is wrong with the sound; its text is shown all the same."""
    is_written: bool = False
    """Whether it is a chat or a survey: there is nothing to hear."""
    moments: tuple[Moment, ...] = ()
    comments: tuple[Comment, ...] = ()
    reading: Reading = Reading()
    template: MinutesTemplate = MinutesTemplate(sections=())
    standing: MeetingStanding | None = None
    """Whether to offer something today."""
    likely: tuple[SpokenCustomer, ...] = ()
    """Whom it may have been with, where it has no customer."""
    is_side_unsure: bool = False
    """True where the user should be asked who of a chat is ours."""
    customers: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()


def read(workspace: Workspace, meeting_id: MeetingId) -> MeetingContent:
    """Return the content of a meeting.

    Raises:
        KnownError: NOT_FOUND.
    """
    summary = workspace.meetings.summary(meeting_id)
    if summary is None:
        raise KnownError(ErrorCode.NOT_FOUND, name=meeting_id)
    recordings = workspace.meetings.recordings(meeting_id)
    recording = recordings[0] if recordings else None
    is_complete = workspace.transcripts.is_complete(meeting_id)
    stored = workspace.analyses.load(meeting_id) if is_complete else None
    segments = workspace.transcripts.current(meeting_id) or workspace.transcripts.unfinished(meeting_id)
    speakers = workspace.speakers.of_meeting(meeting_id)
    turns = stored.analysis.turns if stored else ()
    is_written = workspace.transcripts.is_written(meeting_id)
    names = {speaker.label: speaker for speaker in speakers}
    lines = lines_of(segments, names, turns, has_sound=not is_written)
    moments = workspace.moments.of_meeting(meeting_id)
    comments = workspace.comments.of_meeting(meeting_id)
    customer_id = summary.meeting.customer_id
    today = dt.datetime.now().astimezone().date()
    audio, sound_fault = _sound(workspace, recording.path) if recording else (None, None)
    return MeetingContent(
        summary=summary,
        recording=recording,
        audio=audio,
        sound_fault=sound_fault,
        lines=lines,
        last=max((segment.position for segment in segments), default=-1),
        speakers=speakers,
        stored=stored,
        is_complete=is_complete,
        is_processing=summary.job_state in (JobState.QUEUED, JobState.RUNNING) and not is_complete,
        can_undo=workspace.edits.can_undo(meeting_id),
        can_redo=workspace.edits.can_redo(meeting_id),
        marks=(*_marks(stored, lines), *_noted(moments), *_commented(comments)),
        voices=len({line.label for line in lines if line.label}) if _has_one_channel(recording, lines) else 0,
        is_count_sure=workspace.speakers.is_count_sure(meeting_id),
        is_written=is_written,
        moments=moments,
        comments=comments,
        template=load_template(),
        reading=readings.read(workspace, meeting_id, stored.analysis if stored else None) if is_complete else Reading(),
        standing=standing.of_meeting(workspace, meeting_id, today) if stored else None,
        likely=linking.likely_customers(workspace, meeting_id) if is_complete else (),
        is_side_unsure=is_written and any(each.role is Role.REP and each.confidence < SURE for each in speakers),
        customers=tuple(customer.name for customer in workspace.customers.list()),
        deals=tuple(deal.name for deal in workspace.customers.deals(customer_id)) if customer_id else (),
    )


def sharing(found: MeetingContent, known: MeetingContent | None) -> MeetingContent:
    """Return what was found with the very parts that are known already where they are equal.

    The window compares what it shows with what it shall show; parts that are the same need no look inside, which takes
    a tenth of a second for the lines of three hours.
    """
    if known is None:
        return found
    same = {name: getattr(known, name) for name in _LARGE if getattr(known, name) == getattr(found, name)}
    return replace(found, **same)


def _has_one_channel(recording: Recording | None, lines: tuple[Line, ...]) -> bool:
    return recording is not None and recording.channels == 1 and bool(lines)


def _sound(workspace: Workspace, path: str) -> tuple[Path | None, KnownError | None]:
    """Return what the player plays, or why it cannot: a damaged sound must not keep its text away."""
    try:
        return workspace.audio.readable(path), None
    except KnownError as error:
        return None, error


def read_more(workspace: Workspace, meeting_id: MeetingId, known: MeetingContent) -> MeetingContent:
    """Return the content with what was transcribed since; everything else stays as it was read."""
    segments = workspace.transcripts.unfinished_after(meeting_id, known.last)
    if not segments:
        return known
    lines = grown(known.lines, segments, {speaker.label: speaker for speaker in known.speakers})
    return replace(known, lines=lines, last=segments[-1].position)


def _marks(stored: StoredAnalysis | None, lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    if stored is None:
        return ()
    return tuple(
        Mark(lines[turn].start, insight.kind.value, insight.summary)
        for insight in stored.analysis.insights
        for turn in insight.turns
        if 0 <= turn < len(lines)
    )


def _noted(moments: tuple[Moment, ...]) -> tuple[Mark, ...]:
    """Return the marks that the user set, and where nothing was recorded."""
    shapes = {MomentKind.MARK: "flag", MomentKind.PAUSE: "break", MomentKind.GAP: "break"}
    return tuple(
        Mark(each.at, each.kind.value, each.text, shapes[each.kind]) for each in moments if each.kind in shapes
    )


def _commented(comments: tuple[Comment, ...]) -> tuple[Mark, ...]:
    return tuple(Mark(each.start, "promise", each.text, "note") for each in comments)


def read_lanes(audio: Path, recording: Recording, names: tuple[str, str]) -> tuple[Lane, ...]:
    """Return the waveform that the import kept, one lane a channel; empty when there is none."""
    import numpy as np

    from insight_desktop.audio.importing import peaks_path

    path = peaks_path(audio)
    if not path.is_file():
        return ()
    peaks = np.load(path)
    if not peaks.size:
        return ()
    levels = np.abs(peaks.astype(np.int16)).max(axis=2) / _FULL
    bars = min(_BARS, len(levels))
    starts = np.linspace(0, len(levels), bars, endpoint=False).astype(int)
    levels = np.maximum.reduceat(levels, starts, axis=0)
    top = float(levels.max()) or 1.0
    rep = recording.rep_channel if recording.rep_channel is not None else 0
    order = [rep, 1 - rep] if levels.shape[1] > 1 else [0]
    inks = ("rep", "customer") if len(order) > 1 else ("text_3",)
    return tuple(
        Lane((levels[:, channel] / top).tolist(), ink, name)
        for channel, ink, name in zip(order, inks, names, strict=False)
    )
