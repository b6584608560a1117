"""A text that was stopped half way says so, and one click writes down the rest."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.domain.events import Advanced, SegmentReady
from insight_desktop.domain.ids import JobId, MeetingId, RecordingId, new_id
from insight_desktop.domain.job import JobState, Stage
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace
from tests.fakes_speech import a_segment
from tests.ui.conftest import Open, open_newest, still

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def stopped(folder: Path) -> JobId:
    """Make a meeting of three hours whose text was stopped after twelve minutes."""
    with Workspace.open(folder) as work:
        meeting = work.meetings.save(
            Meeting(id=MeetingId(new_id()), title="長い商談", started_at=dt.datetime.now(dt.UTC), language="ja")
        )
        sound = work.audio_dir / "a.wav"
        sound.parent.mkdir(exist_ok=True)
        sound.touch()
        recording = Recording(
            id=RecordingId(new_id()),
            meeting_id=meeting.id,
            path=work.audio.relative(sound),
            seconds=10800.0,
            channels=1,
            sha256="1",
        )
        work.meetings.add_recording(recording)
        job, processing = work.jobs.enqueue(meeting.id, total_s=10800.0), Processing(work)
        processing.start(job.id)
        processing.apply(
            job.id,
            SegmentReady(segment=a_segment(715.0, 720.0)),
            Advanced(stage=Stage.TRANSCRIBE, done_s=720.0, total_s=10800.0),
        )
        processing.cancel(job.id)
    return job.id


@pytest.mark.parametrize(
    ("ui", "told"),
    [
        ("ja", "文字起こしは途中までです(12:00 / 3:00:00)。"),
        ("en", "The text is unfinished: 12:00 of 3:00:00."),
    ],
)
def test_a_text_that_was_stopped_goes_on_with_one_click(
    qtbot: QtBot, open_program: Open, tmp_path: Path, ui: str, told: str
) -> None:
    folder = tmp_path / "workspace"
    job_id = stopped(folder)
    program = open_program(folder, "meetings", ui=ui)
    view = open_newest(qtbot, program)
    assert view.unfinished.isVisible()
    assert view.unfinished.text.text() == told
    panel = [each.text() for each in view.insights.findChildren(QLabel)]
    assert view.insights.tr("Insights appear here once the text is complete.") in panel
    assert view.insights.tr("This meeting has not been read yet.") not in panel

    view.unfinished.button.click()
    still(qtbot, program)

    qtbot.waitUntil(lambda: not view.unfinished.isVisible())
    assert program.context is not None
    job = program.context.workspace.jobs.get(job_id)
    assert (job.state, job.done_s) == (JobState.QUEUED, 720.0)
