"""Recordings come in, events are stored as they come, jobs end one way or another."""

import datetime as dt
import os
import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from insight_desktop.domain.change import ChangeKind
from insight_desktop.domain.customer import Contact, Customer
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import (
    Advanced,
    AnalysisReady,
    SegmentReady,
    SpeakersReady,
    StageDone,
    StageStarted,
    Warned,
)
from insight_desktop.domain.ids import ContactId, CustomerId, MeetingId, ProductId, new_id
from insight_desktop.domain.job import Job, JobState, Stage
from insight_desktop.domain.meeting import Channel
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product
from insight_desktop.processing import Imported, ImportOptions, Processing
from insight_desktop.settings.file import SettingsFile
from insight_desktop.store.jobs import FINAL
from insight_desktop.store.workspace import Workspace
from tests.store.builders import SPEAKERS, TEXTS, a_segment, an_analysis, some_segments


@pytest.fixture
def processing(workspace: Workspace) -> Processing:
    return Processing(workspace)


def a_wav(path: Path, seconds: float = 0.5, seed: int = 1) -> Path:
    noise = np.random.default_rng(seed).integers(-3000, 3000, (int(16000 * seconds), 2), dtype=np.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(noise.tobytes())
    return path


@pytest.fixture
def imported(processing: Processing, tmp_path: Path) -> Imported:
    return processing.import_audio(a_wav(tmp_path / "商談 録音.wav"))


def job_of(imported: Imported) -> Job:
    assert imported.job is not None
    return imported.job


def run_through(processing: Processing, job: Job) -> None:
    assert processing.start(job.id) is not None
    for event in (
        StageStarted(stage=Stage.TRANSCRIBE, total_s=60),
        *[SegmentReady(segment=segment) for segment in some_segments()],
        Advanced(stage=Stage.TRANSCRIBE, done_s=60, total_s=60),
        StageDone(stage=Stage.TRANSCRIBE, model="whisper-base", language="ja"),
        SpeakersReady(segments=some_segments(), speakers=SPEAKERS),
        AnalysisReady(analysis=an_analysis()),
        Warned(code=ErrorCode.AUDIO_CUT_OFF),
        StageDone(stage=Stage.ANALYSE),
    ):
        processing.apply(job.id, event)
    processing.finish(job.id)


def test_import_makes_meeting_recording_and_job(workspace: Workspace, imported: Imported):
    meeting, job = imported.meeting, job_of(imported)
    assert (meeting.title, meeting.language) == ("商談 録音", "ja")
    assert (job.state, job.stage, job.total_s) == (JobState.QUEUED, Stage.TRANSCRIBE, 0.5)
    (recording,) = workspace.meetings.recordings(meeting.id)
    assert (recording.channels, recording.original_name) == (2, "商談 録音.wav")
    assert workspace.audio.absolute(recording.path).is_file()
    assert not Path(recording.path).is_absolute()
    assert workspace.audio.orphans(workspace.meetings.audio_paths()) == ()


def test_import_keeps_what_the_user_says(workspace: Workspace, processing: Processing, tmp_path: Path):
    customer = workspace.customers.find_or_make("山田製作所")
    options = ImportOptions(
        language="auto",
        title="定例",
        customer_id=customer.id,
        rep="森田",
        channel=Channel.WEB,
        rep_channel=1,
        people=3,
        held_on=dt.date(2026, 11, 20),
    )
    done = processing.import_audio(a_wav(tmp_path / "a.wav"), options)
    request = processing.request(job_of(done).id)
    assert (request.language, request.rep_channel, request.people) == ("auto", 1, 3)
    assert (request.held_on, request.title, request.channel, request.rep) == ("2026-11-20", "定例", "web", "森田")
    assert done.meeting.language == "ja"


def test_meeting_began_when_the_file_was_written_less_its_length(processing: Processing, tmp_path: Path):
    path = a_wav(tmp_path / "a.wav", seconds=2)
    os.utime(path, (1_800_000_000, 1_800_000_000))
    began = processing.import_audio(path).meeting.started_at
    assert began == dt.datetime.fromtimestamp(1_800_000_000 - 2, dt.UTC)


def test_bad_file_leaves_nothing(workspace: Workspace, processing: Processing, tmp_path: Path):
    (tmp_path / "bad.wav").write_bytes(b"no sound")
    with pytest.raises(KnownError):
        processing.import_audio(tmp_path / "bad.wav")
    assert workspace.meetings.list().total == 0
    assert list(workspace.audio_dir.iterdir()) == []


def test_same_file_goes_on_with_its_meeting(processing: Processing, imported: Imported, tmp_path: Path):
    job = job_of(imported)
    again = processing.import_audio(tmp_path / "商談 録音.wav")
    assert (again.is_duplicate, again.meeting, again.job) == (True, imported.meeting, job)
    processing.cancel(job.id)
    assert job_of(processing.import_audio(tmp_path / "商談 録音.wav")).state is JobState.QUEUED
    run_through(processing, job)
    done = processing.import_audio(tmp_path / "商談 録音.wav")
    assert (done.is_duplicate, done.job) == (True, None)


def test_events_are_stored_as_they_come(workspace: Workspace, processing: Processing, imported: Imported):
    job = job_of(imported)
    processing.start(job.id)
    change = processing.apply(job.id, SegmentReady(segment=some_segments()[0]))
    assert change.kinds == {ChangeKind.JOB, ChangeKind.TRANSCRIPT}
    assert change.ids == {job.id, imported.meeting.id}
    processing.apply(job.id, Advanced(stage=Stage.TRANSCRIBE, done_s=0.25, total_s=0.5))
    assert workspace.jobs.get(job.id).done_s == 0.25
    assert [s.segment for s in workspace.transcripts.current(imported.meeting.id)] == [some_segments()[0]]


def test_whole_job_leaves_transcript_and_analysis(workspace: Workspace, processing: Processing, imported: Imported):
    run_through(processing, job_of(imported))
    meeting = imported.meeting
    assert [s.segment.text for s in workspace.transcripts.current(meeting.id)] == list(TEXTS)
    stored = workspace.analyses.load(meeting.id)
    assert stored is not None
    assert stored.analysis == an_analysis()
    assert workspace.jobs.get(job_of(imported).id).state is JobState.DONE
    assert workspace.transcripts.versions(meeting.id)[0].model == "whisper-base"


def test_found_language_becomes_the_meeting_s(workspace: Workspace, processing: Processing, imported: Imported):
    job = job_of(imported)
    processing.start(job.id)
    processing.apply(job.id, SegmentReady(segment=a_segment("hello")))
    processing.apply(job.id, StageDone(stage=Stage.TRANSCRIBE, language="en"))
    meeting = workspace.meetings.get(imported.meeting.id)
    assert meeting is not None
    assert meeting.language == "en"
    assert workspace.transcripts.versions(meeting.id)[0].language == "en"


def test_request_resumes_where_the_job_was(workspace: Workspace, processing: Processing, imported: Imported):
    job = job_of(imported)
    processing.start(job.id)
    processing.apply(job.id, SegmentReady(segment=some_segments()[0]))
    assert processing.crash(job.id).state is JobState.QUEUED
    request = processing.request(job.id)
    assert (request.done, request.transcribed) == (some_segments()[:1], False)
    processing.start(job.id)
    processing.apply(job.id, SpeakersReady(segments=some_segments(), speakers=SPEAKERS))
    request = processing.request(job.id)
    assert (request.done, request.transcribed) == (some_segments(), True)
    assert processing.crash(job.id).error_code == ErrorCode.WORKER_CRASHED
    assert processing.crash(job.id).state is JobState.FAILED
    assert processing.retry(job.id).attempts == 0


def test_request_knows_customer_words_and_catalogue(workspace: Workspace, processing: Processing, tmp_path: Path):
    customer = workspace.customers.save(
        Customer(id=CustomerId(new_id()), name="山田製作所", current_products=("std",), nps=40)
    )
    workspace.customers.save_contact(Contact(id=ContactId(new_id()), customer_id=customer.id, name="小林"))
    workspace.customers.set_vocabulary(["締め処理"])
    workspace.customers.set_vocabulary(["ヤマダ式"], customer.id)
    product = Product(id=ProductId("std"), name="つむぎ", family="つむぎ")
    workspace.products.save_catalogue("ja", [product])
    workspace.products.save_catalogue("en", [Product(id=ProductId("x"), name="Other", family="x")])
    done = processing.import_audio(a_wav(tmp_path / "a.wav"), ImportOptions(customer_id=customer.id))
    request = processing.request(job_of(done).id)
    assert request.hotwords == ("締め処理", "ヤマダ式", "山田製作所", "小林", "つむぎ")
    assert request.catalogue == (product,)
    assert (request.customer.company, request.customer.contacts, request.customer.nps) == ("山田製作所", ("小林",), 40)


def test_request_takes_the_beam_of_the_settings(workspace: Workspace, processing: Processing, tmp_path: Path):
    done = processing.import_audio(a_wav(tmp_path / "a.wav"), ImportOptions())
    file = SettingsFile()
    settings = file.load().settings
    file.save(replace(settings, transcription=replace(settings.transcription, beam_size=1)))

    assert processing.request(job_of(done).id).beam_size == 1


def test_lost_recording_is_a_known_error(workspace: Workspace, processing: Processing, imported: Imported):
    (recording,) = workspace.meetings.recordings(imported.meeting.id)
    workspace.audio.absolute(recording.path).unlink()
    with pytest.raises(KnownError) as caught:
        processing.request(job_of(imported).id)
    assert caught.value.code is ErrorCode.FILE_MISSING


def test_reanalysis_needs_no_recording(workspace: Workspace, processing: Processing, imported: Imported):
    run_through(processing, job_of(imported))
    (recording,) = workspace.meetings.recordings(imported.meeting.id)
    workspace.audio.absolute(recording.path).unlink()
    job = processing.reanalyse(imported.meeting.id)
    assert processing.request(job.id).transcribed
    assert processing.reanalyse(imported.meeting.id) == job
    processing.start(job.id)
    workspace.jobs.interrupt(job.id)
    assert processing.reanalyse(imported.meeting.id).state is JobState.QUEUED


def test_new_transcription_keeps_the_old_one_and_the_user_s_sides(
    workspace: Workspace, processing: Processing, imported: Imported
):
    run_through(processing, job_of(imported))
    meeting_id = imported.meeting.id
    workspace.edits.swap(meeting_id, REP, CUSTOMER)
    job = processing.retranscribe(meeting_id, language="en")
    request = processing.request(job.id)
    assert (request.language, request.transcribed, request.done, request.rep_channel) == ("en", False, (), 1)
    processing.start(job.id)
    processing.apply(job.id, SpeakersReady(segments=[a_segment("new")], speakers=SPEAKERS))  # type: ignore[arg-type]
    assert len(workspace.transcripts.versions(meeting_id)) == 2


def test_speakers_are_told_anew_from_the_text_that_is_there(
    workspace: Workspace, processing: Processing, imported: Imported
):
    run_through(processing, job_of(imported))
    meeting_id = imported.meeting.id
    (first, *_) = workspace.transcripts.current(meeting_id)
    workspace.edits.set_text(meeting_id, first.id, "直しました")
    job = processing.tell_anew(meeting_id, 3)
    assert processing.tell_anew(meeting_id, 3) == job
    request = processing.request(job.id)
    assert (request.tells_anew, request.transcribed, request.heard_live, request.people) == (True, False, False, 3)
    assert request.done[0].text == "直しました"
    assert not request.is_rep_confirmed
    workspace.edits.swap(meeting_id, REP, CUSTOMER)
    assert processing.request(job.id).is_rep_confirmed
    processing.start(job.id)
    workspace.jobs.interrupt(job.id)
    assert processing.tell_anew(meeting_id, 2).state is JobState.QUEUED
    assert processing.request(job.id).tells_anew


def test_speakers_cannot_be_told_anew_without_the_sound(
    workspace: Workspace, processing: Processing, imported: Imported
):
    run_through(processing, job_of(imported))
    (recording,) = workspace.meetings.recordings(imported.meeting.id)
    workspace.audio.absolute(recording.path).unlink()
    with pytest.raises(KnownError) as error:
        processing.tell_anew(imported.meeting.id, 2)
    assert error.value.code is ErrorCode.FILE_MISSING
    assert [job.state for job in workspace.jobs.of_meeting(imported.meeting.id)] == [JobState.DONE]


def test_a_transcription_that_was_cut_off_at_its_speakers_goes_on_transcribing(
    workspace: Workspace, processing: Processing, imported: Imported
):
    run_through(processing, job_of(imported))
    job = processing.retranscribe(imported.meeting.id, language="en")
    processing.start(job.id)
    processing.apply(job.id, SegmentReady(segment=a_segment("new")))
    processing.apply(job.id, StageStarted(stage=Stage.DIARIZE, total_s=1.0))
    request = processing.request(job.id)
    assert (request.tells_anew, [segment.text for segment in request.done]) == (False, ["new"])


def test_events_after_cancelling_are_dropped(workspace: Workspace, processing: Processing, imported: Imported):
    job = job_of(imported)
    processing.start(job.id)
    processing.cancel(job.id)
    processing.apply(job.id, SegmentReady(segment=a_segment()))
    processing.finish(job.id)
    processing.fail(job.id, KnownError(ErrorCode.NO_AUDIO))
    assert processing.crash(job.id).state is JobState.CANCELLED
    assert workspace.transcripts.current(imported.meeting.id) == ()


def test_failure_is_kept(workspace: Workspace, processing: Processing, imported: Imported):
    job = job_of(imported)
    processing.start(job.id)
    processing.fail(job.id, KnownError(ErrorCode.MODEL_MISSING, model="base"))
    assert workspace.jobs.get(job.id).error_code == "model_missing"


def test_claim_finds_what_a_crash_cut_off(tmp_path: Path):
    with Workspace.open(tmp_path / "w") as crashed:
        processing = Processing(crashed)
        job = job_of(processing.import_audio(a_wav(tmp_path / "a.wav")))
        processing.claim()
        processing.start(job.id)
    with Workspace.open(tmp_path / "w") as workspace:
        assert [each.id for each in Processing(workspace).claim()] == [job.id]


def test_unknown_meeting_is_a_known_error(processing: Processing):
    with pytest.raises(KnownError):
        processing.retranscribe(MeetingId("x"), language="ja")


def test_any_order_of_events_ends_whole(  # noqa: C901 - the rules of one machine
    workspace: Workspace, processing: Processing, imported: Imported
):
    """Crashes, cancels and retries at any moment lose no segment and never run two."""
    job = job_of(imported)

    class Life(RuleBasedStateMachine):
        @initialize()
        def anew(self) -> None:
            workspace.db.run("UPDATE job SET state = 'queued', stage = 'transcribe', attempts = 0")
            for table in ("segment", "edit", "transcript"):
                workspace.db.run(f"DELETE FROM {table}")  # noqa: S608 - names from here
            self.stored = 0

        @rule()
        def start(self) -> None:
            processing.start(job.id)

        @rule(count=st.integers(1, 3))
        def transcribe(self, count: int) -> None:
            request = processing.request(job.id)
            if workspace.jobs.get(job.id).state is JobState.RUNNING and not request.transcribed:
                for number in range(len(request.done), len(request.done) + count):
                    processing.apply(job.id, SegmentReady(segment=a_segment(f"文 {number}", start=3.0 * number)))
                self.stored = len(request.done) + count

        @rule()
        def split(self) -> None:
            if workspace.jobs.get(job.id).state is JobState.RUNNING and self.stored:
                segments = tuple(each.segment for each in workspace.transcripts.current(imported.meeting.id))
                processing.apply(job.id, SpeakersReady(segments=segments, speakers=SPEAKERS))

        @rule()
        def crash(self) -> None:
            assert processing.crash(job.id).state is not JobState.RUNNING

        @rule()
        def cancel(self) -> None:
            processing.cancel(job.id)
            assert workspace.jobs.get(job.id).state in FINAL

        @rule()
        def restart(self) -> None:
            workspace.jobs.interrupt_running()

        @rule()
        def retry(self) -> None:
            if workspace.jobs.get(job.id).state in (JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED):
                processing.retry(job.id)

        @invariant()
        def every_segment_is_there(self) -> None:
            texts = [each.segment.text for each in workspace.transcripts.current(imported.meeting.id)]
            assert texts == [f"文 {number}" for number in range(self.stored)]

    run_state_machine_as_test(Life, settings=settings(max_examples=15, stateful_step_count=12, deadline=None))
