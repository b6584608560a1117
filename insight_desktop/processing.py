"""Carries recordings through the pipeline: what is asked of it, what it yields into the workspace, and what is next.

The command line and the window both use it; neither writes results of the pipeline by itself.
"""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from insight_desktop import overviews
from insight_desktop.audio.importing import DuplicateAudio, ImportedAudio, import_audio
from insight_desktop.diarization import voiceprint
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.conversation import CustomerContext
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import (
    Advanced,
    AnalysisReady,
    PipelineEvent,
    SegmentReady,
    SpeakersReady,
    StageDone,
    StageStarted,
    Warned,
)
from insight_desktop.domain.ids import CustomerId, DealId, JobId, MeetingId, RecordingId, new_id
from insight_desktop.domain.job import Job, JobState, Stage
from insight_desktop.domain.meeting import Channel, Meeting, Recording
from insight_desktop.domain.request import AUTO, ProcessRequest
from insight_desktop.domain.transcript import Segment
from insight_desktop.insights.metrics import of_writing
from insight_desktop.settings.file import SettingsFile
from insight_desktop.store.workspace import Workspace

MOST_ATTEMPTS = 2
_MOST_HOTWORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the user says of a recording when it comes in."""

    language: str = "ja"
    """`ja`, `en` or `auto`."""
    title: str = ""
    customer_id: CustomerId | None = None
    deal_id: DealId | None = None
    rep: str = ""
    channel: Channel | None = None
    rep_channel: int | None = None
    people: int | None = None
    """How many people speak in a recording of one channel; None: the sound tells."""
    held_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A meeting in the workspace and the job that will read it; `job` is None where everything is done already."""

    meeting: Meeting
    job: Job | None
    is_duplicate: bool = False
    """The very same audio was there; its meeting goes on."""
    warnings: tuple[KnownError, ...] = ()
    before: Customer | None = None
    """The customer as it was, where the meeting told something of it at once."""


def _rivals_of_the_settings() -> tuple[str, ...]:
    """Return the competitors that the user listed."""
    return SettingsFile().load().settings.transcription.rivals


class Processing:
    """Turns recordings into meetings with minutes, one job at a time."""

    def __init__(self, workspace: Workspace, rivals: Callable[[], Sequence[str]] = _rivals_of_the_settings) -> None:
        """Use an open workspace; `rivals` gives the competitors that the user listed."""
        self._workspace, self._rivals = workspace, rivals

    def claim(self) -> tuple[Job, ...]:
        """Become the process that runs jobs here; returns those that a crash cut off, now interrupted.

        Raises:
            KnownError: WORKSPACE_LOCKED while another process runs jobs here.
        """
        self._workspace.claim()
        return self._workspace.jobs.interrupt_running()

    def import_audio(
        self,
        source: Path,
        options: ImportOptions | None = None,
        *,
        advanced: Callable[[float, float], None] = lambda _done_s, _total_s: None,
    ) -> Imported:
        """Copy a file into the audio store and make its meeting and job; may run in any thread.

        Raises:
            KnownError: the file cannot be read as sound, or the disk is full. Nothing is left behind.
        """
        options = options or ImportOptions()
        recording_id = RecordingId(new_id())
        audio = import_audio(
            source, self._workspace.audio_dir, name=recording_id, is_known=self._is_known, advanced=advanced
        )
        if isinstance(audio, DuplicateAudio):
            return self._go_on_with(audio)
        try:
            started_at = _started_at(source, audio.seconds, options.held_on)
            title = options.title or source.stem
            return self._register(recording_id, audio, options, title=title, started_at=started_at)
        except BaseException:  # a sound that no meeting knows would lie there for ever
            for path in (audio.path, audio.peaks):
                path.unlink(missing_ok=True)
            raise

    def register(self, audio: ImportedAudio, options: ImportOptions, *, started_at: dt.datetime) -> Imported:
        """Make the meeting and the job of audio that lies in the store already, such as one recorded here."""
        title = options.title or audio.original_name
        return self._register(RecordingId(new_id()), audio, options, title=title, started_at=started_at)

    def request(self, job_id: JobId) -> ProcessRequest:
        """Return what the pipeline is asked: the recording, what is known of the meeting, and what is done already.

        Raises:
            KnownError: FILE_MISSING when the recording is not in the audio store any more.
        """
        work = self._workspace
        job = work.jobs.get(job_id)
        meeting = self._meeting(job.meeting_id)
        recordings = work.meetings.recordings(meeting.id)
        is_whole = work.transcripts.is_complete(meeting.id)
        is_transcribed = job.stage is Stage.ANALYSE and is_whole
        tells_anew = job.stage is Stage.DIARIZE and is_whole and not work.transcripts.unfinished(meeting.id)
        recording = recordings[0] if recordings else None
        found = work.audio.absolute if is_transcribed else work.audio.readable
        audio = None if recording is None else found(recording.path)
        if not is_transcribed and (audio is None or not audio.is_file()):
            raise KnownError(ErrorCode.FILE_MISSING, path=audio.name if audio else meeting.title)
        has_text = is_transcribed or tells_anew
        stored = work.transcripts.current(meeting.id) if has_text else work.transcripts.unfinished(meeting.id)
        customer = work.customers.get(meeting.customer_id) if meeting.customer_id else None
        contacts = work.customers.contacts(customer.id) if customer else ()
        catalogue = work.products.catalogue_for(customer.current_products if customer else ())
        rep_channel = recording.rep_channel if recording else None
        confirmed = work.speakers.confirmed_rep_channel(meeting.id)
        return ProcessRequest(
            meeting_id=meeting.id,
            audio_path=str(audio) if audio else "",
            channels=recording.channels if recording else 1,
            total_s=recording.seconds if recording else 0.0,
            language=work.jobs.language(job_id) or meeting.language,
            rep_channel=rep_channel if confirmed is None else confirmed,
            hotwords=self.hotwords(meeting.customer_id),
            rivals=tuple(self._rivals()),
            beam_size=SettingsFile().load().settings.transcription.beam_size,
            people=work.jobs.people(job_id),
            voice=voiceprint.load(),
            done=tuple(each.segment for each in stored),
            heard_live=not has_text and work.transcripts.is_from_live(meeting.id),
            transcribed=is_transcribed,
            tells_anew=tells_anew,
            is_rep_confirmed=tells_anew and work.speakers.is_rep_confirmed(meeting.id),
            held_on=meeting.started_at.astimezone().date().isoformat(),
            title=meeting.title,
            channel=meeting.channel or "",
            rep=meeting.rep,
            customer=CustomerContext(
                company=customer.name,
                contacts=tuple(contact.name for contact in contacts),
                segment=customer.segment,
                current_products=customer.current_products,
                nps=customer.nps,
                renewal_on=customer.renewal_on,
            )
            if customer
            else CustomerContext(),
            catalogue=catalogue,
            rules=work.offer_rules.load(),
        )

    def hotwords(self, customer_id: CustomerId | None) -> tuple[str, ...]:
        """Return the names and words that the transcriber should expect with a customer, or with anybody."""
        work = self._workspace
        customer = work.customers.get(customer_id) if customer_id else None
        contacts = work.customers.contacts(customer.id) if customer else ()
        catalogue = work.products.catalogue_for(customer.current_products if customer else ())
        words = (
            *work.customers.vocabulary(),
            *(work.customers.vocabulary(customer.id) if customer else ()),
            *([customer.name] if customer else ()),
            *(contact.name for contact in contacts),
            *(product.name for product in catalogue),
            *self._rivals(),
        )
        return tuple(dict.fromkeys(words))[:_MOST_HOTWORDS]

    def apply(self, job_id: JobId, *events: PipelineEvent) -> Change:
        """Store events of a running job in one transaction and say what changed."""
        job = self._workspace.jobs.get(job_id)
        if job.state is not JobState.RUNNING:  # events that were under way when the job was cancelled
            return _change(job)
        kinds: set[ChangeKind] = set()
        with self._workspace.db.atomic():
            for is_text, run in itertools.groupby(
                _newest_progress(events), lambda each: isinstance(each, SegmentReady)
            ):
                if is_text:
                    kinds.update(self._append(job, [each.segment for each in run if isinstance(each, SegmentReady)]))
                    continue
                for event in run:
                    kinds.update(self._store(job, event))
        return _change(job, *kinds)

    def start(self, job_id: JobId) -> Job | None:
        """Make a job run; None when another one runs already, or when this one has ended."""
        return self._workspace.jobs.start(job_id)

    def finish(self, job_id: JobId) -> Change:
        """Note that the pipeline reached its end; a job that was cancelled meanwhile stays cancelled."""
        if self._workspace.jobs.get(job_id).state is JobState.RUNNING:
            self._workspace.jobs.finish(job_id)
        return _change(self._workspace.jobs.get(job_id), ChangeKind.MEETING)

    def fail(self, job_id: JobId, error: KnownError) -> Change:
        """Note that the job cannot go on, and why; what is stored stays."""
        if self._workspace.jobs.get(job_id).state is JobState.RUNNING:
            self._workspace.jobs.fail(job_id, error)
        return _change(self._workspace.jobs.get(job_id), ChangeKind.MEETING)

    def cancel(self, job_id: JobId) -> Change:
        """End a job at the user's wish, whatever it is doing; what is stored stays."""
        return _change(self._workspace.jobs.cancel(job_id), ChangeKind.MEETING)

    def crash(self, job_id: JobId) -> Job:
        """Note that the process that ran a job died: it waits to be resumed once, then it fails; never a loop."""
        jobs = self._workspace.jobs
        job = jobs.get(job_id)
        if job.state is not JobState.RUNNING:
            return job
        if job.attempts >= MOST_ATTEMPTS:
            return jobs.fail(job_id, KnownError(ErrorCode.WORKER_CRASHED))
        jobs.interrupt(job_id)
        return jobs.retry(job_id)

    def retry(self, job_id: JobId) -> Job:
        """Put a failed, cancelled or interrupted job into the queue again at the user's wish."""
        self._workspace.jobs.forget_attempts(job_id)
        return self._workspace.jobs.retry(job_id)

    def go_on(self, meeting_id: MeetingId) -> Job:
        """Queue what is left of a meeting whose text was stopped or failed half way."""
        newest = next(iter(self._workspace.jobs.of_meeting(meeting_id)), None)
        if newest is not None and newest.state in (JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED):
            return self.retry(newest.id)
        return self._unless_pending(meeting_id, Stage.TRANSCRIBE)

    def reanalyse(self, meeting_id: MeetingId) -> Job:
        """Queue the reading of a transcript anew, after edits or with a newer model; corrections by the user stay."""
        return self._unless_pending(meeting_id, Stage.ANALYSE)

    def tell_anew(self, meeting_id: MeetingId, people: int) -> Job:
        """Queue telling the speakers of a recording of one channel anew, now that their number is known.

        Raises:
            KnownError: FILE_MISSING when the recording is not in the audio store any more.
        """
        meeting = self._meeting(meeting_id)
        recordings = self._workspace.meetings.recordings(meeting_id)
        audio = self._workspace.audio.absolute(recordings[0].path) if recordings else None
        if audio is None or not audio.is_file():
            raise KnownError(ErrorCode.FILE_MISSING, path=audio.name if audio else meeting.title)
        return self._unless_pending(meeting_id, Stage.DIARIZE, people=people)

    def retranscribe(self, meeting_id: MeetingId, *, language: str = "", people: int | None = None) -> Job:
        """Queue the transcription anew; the transcript that is there stays in its versions with all edits."""
        with self._workspace.db.atomic():
            if language and language != AUTO:
                meeting = self._meeting(meeting_id)
                self._workspace.meetings.save(replace(meeting, language=language))
            job = self._unless_pending(meeting_id, Stage.TRANSCRIBE, language=language, people=people)
            if job.attempts == 0:
                self._workspace.transcripts.discard_unfinished(meeting_id)
        return job

    def _unless_pending(
        self, meeting_id: MeetingId, stage: Stage, *, language: str = "", people: int | None = None
    ) -> Job:
        """Return the meeting's job that is under way, else a new one: nothing is done twice."""
        jobs = self._workspace.jobs
        pending = [job for job in jobs.pending() if job.meeting_id == meeting_id]
        if pending:
            return pending[0] if pending[0].state is not JobState.INTERRUPTED else jobs.retry(pending[0].id)
        recordings = self._workspace.meetings.recordings(meeting_id)
        total_s = recordings[0].seconds if recordings else 0.0
        return jobs.enqueue(meeting_id, stage=stage, total_s=total_s, language=language, people=people)

    def _store(self, job: Job, event: PipelineEvent) -> tuple[ChangeKind, ...]:
        """Write what an event brings and return the kinds that changed."""
        jobs, transcripts = self._workspace.jobs, self._workspace.transcripts
        kinds: tuple[ChangeKind, ...] = ()
        match event:
            case StageStarted():
                # what an earlier run has done stays to be seen until this one has come as far
                done_s = job.done_s if job.stage is event.stage else 0.0
                jobs.advance(job.id, event.stage, done_s=done_s, total_s=event.total_s)
            case Advanced():
                jobs.advance(job.id, event.stage, done_s=event.done_s, total_s=event.total_s)
            case SegmentReady():
                kinds = self._append(job, [event.segment])
            case SpeakersReady():
                transcripts.complete(job.meeting_id, event.segments, event.speakers, is_count_sure=event.is_count_sure)
                self._workspace.analyses.refresh(job.meeting_id)
                jobs.advance(job.id, Stage.ANALYSE, done_s=0.0, total_s=job.total_s)
                kinds = (ChangeKind.TRANSCRIPT, ChangeKind.ANALYSIS)
            case AnalysisReady():
                is_written = transcripts.is_written(job.meeting_id)
                found = (
                    replace(event.analysis, metrics=of_writing(event.analysis.metrics))
                    if is_written
                    else event.analysis
                )
                self._workspace.analyses.save(job.meeting_id, found)
                overviews.gather_themes(self._workspace, job.meeting_id)
                kinds = (ChangeKind.ANALYSIS, ChangeKind.SUGGESTION, ChangeKind.MEETING)
            case StageDone():
                if event.stage is Stage.TRANSCRIBE:
                    self._describe(job.meeting_id, event)
                kinds = (ChangeKind.MEETING,)
            case Warned():
                pass  # told to the user, not kept
            case _:
                assert_never(event)
        return kinds

    def _append(self, job: Job, segments: Sequence[Segment]) -> tuple[ChangeKind, ...]:
        transcripts = self._workspace.transcripts
        transcripts.begin(job.meeting_id, language=self._meeting(job.meeting_id).language)
        transcripts.extend(job.meeting_id, segments)
        return (ChangeKind.TRANSCRIPT,)

    def _describe(self, meeting_id: MeetingId, event: StageDone) -> None:
        """Note the model and the language that was found in the sound."""
        meeting = self._meeting(meeting_id)
        self._workspace.transcripts.describe(meeting_id, language=event.language, model=event.model)
        if event.language and event.language != meeting.language:
            self._workspace.meetings.save(replace(meeting, language=event.language))

    def _is_known(self, sha256: str) -> bool:
        return bool(self._workspace.meetings.with_audio(sha256))

    def _go_on_with(self, audio: DuplicateAudio) -> Imported:
        """Return the meeting that has this audio; a job of it that did not reach its end is queued again."""
        meeting = self._workspace.meetings.with_audio(audio.sha256)[0]
        jobs = self._workspace.jobs.of_meeting(meeting.id)
        job = jobs[0] if jobs else self._workspace.jobs.enqueue(meeting.id)
        if job.state in (JobState.INTERRUPTED, JobState.FAILED, JobState.CANCELLED):
            job = self.retry(job.id)
        return Imported(meeting=meeting, job=None if job.state is JobState.DONE else job, is_duplicate=True)

    def _register(
        self,
        recording_id: RecordingId,
        audio: ImportedAudio,
        options: ImportOptions,
        *,
        title: str,
        started_at: dt.datetime,
    ) -> Imported:
        meeting = Meeting(
            id=MeetingId(new_id()),
            title=title,
            started_at=started_at,
            language="ja" if options.language == AUTO else options.language,
            channel=options.channel,
            customer_id=options.customer_id,
            deal_id=options.deal_id,
            rep=options.rep,
        )
        recording = Recording(
            id=recording_id,
            meeting_id=meeting.id,
            path=self._workspace.audio.relative(audio.path),
            seconds=audio.seconds,
            channels=audio.channels,
            sha256=audio.sha256,
            original_name=audio.original_name,
            rep_channel=options.rep_channel if audio.channels > 1 else None,
        )
        with self._workspace.db.atomic():
            meeting = self._workspace.meetings.save(meeting)
            self._workspace.meetings.add_recording(recording)
            job = self._workspace.jobs.enqueue(
                meeting.id, total_s=audio.seconds, language=options.language, people=options.people
            )
        self._workspace.audio.seal((recording.path,))
        return Imported(meeting=meeting, job=job, warnings=audio.warnings)

    def _meeting(self, meeting_id: MeetingId) -> Meeting:
        meeting = self._workspace.meetings.get(meeting_id)
        if meeting is None:
            raise KnownError(ErrorCode.NOT_FOUND, name=meeting_id)
        return meeting


def _newest_progress(events: Sequence[PipelineEvent]) -> Iterator[PipelineEvent]:
    """Leave out progress that a later event of the same stage overtakes."""
    seen: set[Stage] = set()
    kept: list[PipelineEvent] = []
    for event in reversed(events):
        if isinstance(event, Advanced):
            if event.stage in seen:
                continue
            seen.add(event.stage)
        kept.append(event)
    return reversed(kept)


def _change(job: Job, *kinds: ChangeKind) -> Change:
    return Change(kinds=frozenset({ChangeKind.JOB, *kinds}), ids=frozenset({job.id, job.meeting_id}))


def _started_at(source: Path, seconds: float, held_on: dt.date | None) -> dt.datetime:
    """Return when the meeting began: a file is last written when the recording ends; a date that is told wins."""
    written = dt.datetime.fromtimestamp(source.stat().st_mtime, dt.UTC) - dt.timedelta(seconds=seconds)
    if held_on is None:
        return written
    return dt.datetime.combine(held_on, written.astimezone().time()).astimezone(dt.UTC)
