"""From the folder of a recording made here to a meeting in the workspace; every step can be repeated after a crash."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from insight_desktop.audio.finishing import FinishedRecording, finish, idle
from insight_desktop.audio.importing import ImportedAudio, make_peaks, remove_left_behind
from insight_desktop.audio.recording_file import SAMPLE_RATE
from insight_desktop.audio.recording_folder import RECEIPT, SESSION, AlignedStretch, RecordingFolder, Session
from insight_desktop.domain.capture import NoticeKind, StreamName
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId, MomentId, new_id
from insight_desktop.domain.meeting import Channel
from insight_desktop.domain.moment import Moment, MomentKind
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.processing import Imported, ImportOptions, Processing
from insight_desktop.store.transcripts import LIVE_MODEL
from insight_desktop.store.workspace import Workspace

LIVE = "live.jsonl"
_MOMENTS = {
    NoticeKind.MARKED: MomentKind.MARK,
    NoticeKind.AGREED: MomentKind.CONSENT,
    NoticeKind.PAUSED: MomentKind.PAUSE,
    NoticeKind.GAP: MomentKind.GAP,
    NoticeKind.SUSPENDED: MomentKind.GAP,
}
_CHANNELS = {StreamName.MIC: 0, StreamName.SYSTEM: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A recording that has become a meeting."""

    imported: Imported
    seconds: float
    recovered: bool
    """Whether a crash had cut the recording off."""


def root(workspace: Path) -> Path:
    """Return where recordings lie while they are made."""
    return workspace / "recordings"


def new_folder(workspace: Path) -> Path:
    """Return the folder for a new recording; the recorder makes it."""
    return root(workspace) / new_id()


def keep(
    workspace: Workspace,
    folder: RecordingFolder,
    *,
    advanced: Callable[[float, float], None] | None = None,
) -> Kept:
    """Finish a recording if need be, take it into the audio store, and make its meeting and job.

    Raises:
        KnownError: there is no sound in it, or the disk is full; the sound stays where it is.
        BlockingIOError: it is still being recorded.

    """
    done = _finished(workspace, folder, advanced)
    target = workspace.audio_dir / f"{folder.path.name}.flac"
    if folder.finished.is_file():
        for name in (SESSION, RECEIPT):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(folder.path / name, target.with_suffix(f".{name}"))
        folder.finished.replace(target)
    known = workspace.meetings.with_audio(done.sha256)
    imported = Imported(meeting=known[0], job=None, is_duplicate=True) if known else _register(workspace, target, done)
    shutil.rmtree(folder.path)
    return Kept(imported=imported, seconds=done.seconds, recovered=done.recovered)


def recover(workspace: Workspace, *, advanced: Callable[[float, float], None] | None = None) -> tuple[Kept, ...]:
    """Keep every recording that a crash left behind; one that cannot be kept does not stand in the way of others.

    What is left of imports that were killed is removed: their originals are where the user has them.
    """
    remove_left_behind(workspace.audio_dir)
    kept: list[Kept] = []
    for folder in idle(root(workspace.path)):
        try:
            kept.append(keep(workspace, folder, advanced=advanced))
        except BlockingIOError:
            continue
        except KnownError as error:
            if error.code is not ErrorCode.NO_AUDIO:
                raise
            # The recorder died before the first sample: there is nothing to keep.
            shutil.rmtree(folder.path)
    return tuple(kept)


def live_segments(folder: RecordingFolder) -> tuple[Segment, ...]:
    """Return what was transcribed for good while recording, at its place in the finished recording."""
    alignment = folder.alignment()
    found: list[Segment] = []
    with contextlib.suppress(OSError), (folder.path / LIVE).open("rb") as file:
        for line in file:
            with contextlib.suppress(msgspec.MsgspecError):
                segment = msgspec.json.decode(line, type=Segment)
                if (moved := _moved(segment, alignment)) is not None:
                    found.append(moved)
    return tuple(sorted(found, key=lambda segment: segment.span.start))


def recorded_moments(
    meeting_id: MeetingId, session: Session, alignment: Iterable[AlignedStretch]
) -> tuple[Moment, ...]:
    """Return what was noted while recording, at its place in the finished recording."""
    stretches = tuple(alignment)
    noted = [(kind, notice) for notice in session.notices if (kind := _MOMENTS.get(notice.kind))]
    moments = [
        Moment(
            id=MomentId(new_id()),
            meeting_id=meeting_id,
            kind=kind,
            at=round(_place(notice.at_s, stretches), 3),
            seconds=notice.seconds,
            text=notice.text,
        )
        for kind, notice in noted
    ]
    if session.consent:
        text = session.consent
        moments.append(Moment(id=MomentId(new_id()), meeting_id=meeting_id, kind=MomentKind.CONSENT, at=0.0, text=text))
    return tuple(moments)


def _place(at_s: float, stretches: Iterable[AlignedStretch]) -> float:
    """Return where a moment lies in the finished recording.

    Moments are counted by the stream that has more sound; the other one would put them later, by what it lacks.
    """
    frame = at_s * SAMPLE_RATE
    found = [each.moved(frame) / SAMPLE_RATE for each in stretches if each.first <= frame <= each.end]
    return max(0.0, min(found, default=at_s))


def _finished(
    workspace: Workspace, folder: RecordingFolder, advanced: Callable[[float, float], None] | None
) -> FinishedRecording:
    target = workspace.audio_dir / f"{folder.path.name}.flac"
    if target.is_file() and not folder.finished.is_file() and not folder.streams:
        # A crash came between the move and the database: look at the file where it is now.
        workspace.audio.move_out(target, folder.finished)
    return finish(folder, advanced=advanced)


def _register(workspace: Workspace, audio: Path, done: FinishedRecording) -> Imported:
    session = done.session
    imported = Processing(workspace).register(
        ImportedAudio(
            path=audio,
            peaks=make_peaks(audio, done.channels),
            original_name="",
            sha256=done.sha256,
            seconds=done.seconds,
            channels=done.channels,
        ),
        ImportOptions(
            language=session.language,
            title=session.title or session.customer or _title(session),
            customer_id=_customer(workspace, session),
            channel=session.mode,
            rep_channel=_CHANNELS[StreamName.MIC] if done.channels > 1 else None,
            people=None if session.mode is Channel.ONSITE else 2,
        ),
        started_at=_started_at(session, audio, done.seconds),
    )
    workspace.moments.save(
        recorded_moments(imported.meeting.id, session, RecordingFolder(Path(done.folder)).alignment())
    )
    _reuse(workspace, imported, live_segments(RecordingFolder(Path(done.folder))))
    return imported


def _reuse(workspace: Workspace, imported: Imported, segments: Iterable[Segment]) -> None:
    """Store what was transcribed while recording, so that the job goes on after it."""
    begun = False
    for segment in segments:
        if not begun:
            workspace.transcripts.begin(imported.meeting.id, language=imported.meeting.language, model=LIVE_MODEL)
            begun = True
        workspace.transcripts.append(imported.meeting.id, segment)


def _moved(segment: Segment, alignment: Iterable[AlignedStretch]) -> Segment | None:
    stretch = next(
        (
            each
            for each in alignment
            if _CHANNELS[each.stream] == segment.channel and each.first <= segment.span.start * SAMPLE_RATE < each.end
        ),
        None,
    )
    if stretch is None:
        return None

    def moved(span: TimeSpan) -> TimeSpan:
        start = max(0.0, stretch.moved(span.start * SAMPLE_RATE) / SAMPLE_RATE)
        end = stretch.moved(min(span.end * SAMPLE_RATE, stretch.end)) / SAMPLE_RATE
        return TimeSpan(start=start, end=max(start, end))

    words = tuple(replace(word, span=moved(word.span)) for word in segment.words)
    return replace(segment, span=moved(segment.span), words=words)


def _customer(workspace: Workspace, session: Session) -> CustomerId | None:
    wanted = CustomerId(session.customer_id)
    if wanted and workspace.customers.get(wanted) is not None:
        return wanted
    return workspace.customers.find_or_make(session.customer).id if session.customer else None


def _title(session: Session) -> str:
    if not session.started_at:
        return session.id
    return dt.datetime.fromisoformat(session.started_at).astimezone().strftime("%Y-%m-%d %H:%M")


def _started_at(session: Session, audio: Path, seconds: float) -> dt.datetime:
    if session.started_at:
        return dt.datetime.fromisoformat(session.started_at).astimezone(dt.UTC)
    return dt.datetime.fromtimestamp(audio.stat().st_mtime, dt.UTC) - dt.timedelta(seconds=seconds)
