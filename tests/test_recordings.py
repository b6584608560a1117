"""A recording made here becomes a meeting, once, whatever cut it off."""

import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest

from insight_desktop import recordings
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.audio.recording_writer import Arrival
from insight_desktop.domain.capture import NoticeKind
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.job import JobState
from insight_desktop.domain.meeting import Channel
from insight_desktop.domain.moment import MomentKind
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace
from tests.audio.recordings import MIC, SYSTEM, a_recording, a_writer, clicks, feed


def _segment(start: float, end: float, channel: int, text: str) -> Segment:
    span = TimeSpan(start=start, end=end)
    return Segment(span=span, text=text, channel=channel, words=(Word(span=span, text=text),))


def _live(folder: Path, *segments: Segment) -> None:
    lines = [msgspec.json.encode(segment) + b"\n" for segment in segments]
    (folder / recordings.LIVE).write_bytes(b"".join(lines) + b'{"span":{"st')


def test_recording_becomes_a_meeting_with_a_job(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        folder = recordings.new_folder(tmp_path)
        a_recording(folder)
        kept = recordings.keep(workspace, RecordingFolder(folder))
        meeting = kept.imported.meeting
        (recording,) = workspace.meetings.recordings(meeting.id)
        assert meeting.channel is Channel.WEB
        assert meeting.started_at.isoformat() == "2026-11-20T05:00:00+00:00"
        assert (recording.channels, recording.rep_channel) == (2, 0)
        assert recording.path == f"audio/{folder.name}.flac"
        assert workspace.audio.absolute(recording.path).with_suffix(".peaks.npy").is_file()
        assert kept.imported.job
        assert kept.imported.job.state is JobState.QUEUED
        assert not kept.recovered
        assert not folder.exists()
        workspace.audio.delete([recording.path])
        assert list(workspace.audio_dir.iterdir()) == []


def test_text_of_the_meeting_is_not_done_again(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        folder = recordings.new_folder(tmp_path)
        a_recording(folder, seconds=6)
        _live(folder, _segment(3.0, 4.0, 1, "はい"), _segment(0.5, 2.0, 0, "お世話になっております"))
        kept = recordings.keep(workspace, RecordingFolder(folder))
        assert kept.imported.job
        done = Processing(workspace).request(kept.imported.job.id).done
        assert [(each.text, each.channel) for each in done] == [("お世話になっております", 0), ("はい", 1)]
        assert done[1].span.start == pytest.approx(3.0, abs=0.05)


def test_marks_and_agreement_stay_at_their_place_in_the_sound(tmp_path: Path):
    """A microphone that was gone for two seconds must not shift what was noted after it."""
    with Workspace.open(tmp_path) as workspace:
        folder = recordings.new_folder(tmp_path)
        writer = a_writer(folder)
        feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2)
        feed(writer, {SYSTEM: clicks}, seconds=2, start=1002.0)
        samples = clicks(1004.0 + np.arange(4800) / 48000)
        writer.take(Arrival(stream=MIC, at=1004.1, samples=samples, begins=True))
        feed(writer, {MIC: clicks}, seconds=1.9, start=1004.1)
        feed(writer, {SYSTEM: clicks}, seconds=2, start=1004.0)
        writer.note(NoticeKind.MARKED, text="価格")
        writer.note(NoticeKind.AGREED)
        writer.close("stop")
        meeting = recordings.keep(workspace, RecordingFolder(folder)).imported.meeting
        found = {each.kind: each for each in workspace.moments.of_meeting(meeting.id)}
        assert found[MomentKind.MARK].at == pytest.approx(6.0, abs=0.15)
        assert found[MomentKind.MARK].text == "価格"
        assert MomentKind.CONSENT in found
        workspace.meetings.trash(meeting.id)
        workspace.purge(meeting.id)
        assert workspace.moments.of_meeting(meeting.id) == ()


def test_live_text_moves_over_a_pause(tmp_path: Path):
    writer = a_writer(tmp_path / "r")
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2)
    feed(writer, {MIC: clicks}, seconds=3, start=1002.0)
    writer._streams[SYSTEM].begins = True
    feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2, start=1005.0)
    writer.close("stop")
    _live(tmp_path / "r", _segment(2.5, 3.0, 1, "later"))
    from insight_desktop.audio.finishing import finish

    finish(RecordingFolder(tmp_path / "r"))
    (segment,) = recordings.live_segments(RecordingFolder(tmp_path / "r"))
    assert segment.span.start == pytest.approx(5.5, abs=0.1)


def test_crash_at_any_step_gives_one_meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with Workspace.open(tmp_path) as workspace:
        folder = recordings.new_folder(tmp_path)
        a_recording(folder)

        def crash(*_: object, **__: object) -> None:
            raise RuntimeError

        for module, name in ((recordings, "make_peaks"), (Processing, "register"), (shutil, "rmtree")):
            with monkeypatch.context() as patch:
                patch.setattr(module, name, crash)
                with pytest.raises(RuntimeError):
                    recordings.recover(workspace)
        recordings.recover(workspace)
        assert recordings.recover(workspace) == ()
        assert workspace.meetings.list().total == 1
        assert not folder.exists()


def test_recovered_recording_says_so(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        writer = a_writer(tmp_path / "alive")
        feed(writer, {MIC: clicks, SYSTEM: clicks}, seconds=2)
        shutil.copytree(tmp_path / "alive", recordings.new_folder(tmp_path))
        writer.close("stop")
        (kept,) = recordings.recover(workspace)
        assert kept.recovered
        assert kept.seconds == pytest.approx(2.0, abs=0.05)


def test_recording_without_a_sample_is_swept_away(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        folder = recordings.new_folder(tmp_path)
        a_writer(folder).close("stop")
        with pytest.raises(KnownError) as caught:
            recordings.keep(workspace, RecordingFolder(folder))
        assert caught.value.code is ErrorCode.NO_AUDIO
        assert recordings.recover(workspace) == ()
        assert not folder.exists()


def test_half_an_import_is_swept_away(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        workspace.audio_dir.mkdir(exist_ok=True)
        half = workspace.audio_dir / "0.part.mp3"
        half.write_bytes(b"x")
        assert recordings.recover(workspace) == ()
        assert not half.exists()
