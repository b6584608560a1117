"""The meeting asks how many people spoke where that is open; one click tells them apart anew."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.job import Stage
from insight_desktop.store.workspace import Workspace
from tests.ui.conftest import Open, open_newest, still

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def mono(filled: Path, tmp_path: Path) -> Callable[..., Path]:
    """A workspace whose newest meeting is a recording of one channel."""

    def make(*, is_count_sure: bool) -> Path:
        folder = shutil.copytree(filled, tmp_path / "workspace")
        with Workspace.open(folder) as workspace:
            meeting = newest(workspace)
            for recording in workspace.meetings.recordings(meeting):
                workspace.meetings.add_recording(replace(recording, channels=1))
                sound = workspace.audio.absolute(recording.path)
                sound.parent.mkdir(parents=True, exist_ok=True)
                sound.touch()
            segments = [each.segment for each in workspace.transcripts.current(meeting)]
            speakers = workspace.speakers.of_meeting(meeting)
            workspace.transcripts.complete(meeting, segments, speakers, is_count_sure=is_count_sure)
        return folder

    return make


def newest(workspace: Workspace) -> MeetingId:
    return workspace.meetings.list(limit=1).meetings[0].meeting.id


@pytest.mark.parametrize(("ui", "asked"), [("ja", "2 人の声を聞き分けました"), ("en", "2 voices were told apart")])
def test_doubt_asks_and_yes_ends_it(
    qtbot: QtBot, open_program: Open, mono: Callable[..., Path], ui: str, asked: str
) -> None:
    folder = mono(is_count_sure=False)
    program = open_program(folder, "meetings", ui=ui)
    notice = open_newest(qtbot, program).voices
    assert notice.isVisible()
    assert asked in notice.question.text()
    assert [button.isVisible() for button in notice.others] == [True, False, True, True]
    notice.right.click()
    still(qtbot, program)
    assert not notice.isVisible()
    with Workspace.open(folder) as workspace:
        assert workspace.speakers.is_count_sure(newest(workspace))


def test_another_number_queues_only_the_voices(qtbot: QtBot, open_program: Open, mono: Callable[..., Path]) -> None:
    folder = mono(is_count_sure=False)
    program = open_program(folder, "meetings")
    notice = open_newest(qtbot, program).voices
    notice.others[2].click()
    still(qtbot, program)
    assert not notice.isVisible()
    with Workspace.open(folder) as workspace:
        job = workspace.jobs.of_meeting(newest(workspace))[0]
        assert (job.stage, workspace.jobs.people(job.id)) == (Stage.DIARIZE, 3)


def test_nothing_is_asked_where_it_is_sure_but_a_speaker_s_menu_sets_the_number(
    qtbot: QtBot, open_program: Open, mono: Callable[..., Path]
) -> None:
    program = open_program(mono(is_count_sure=True), "meetings", ui="en")
    view = open_newest(qtbot, program)
    assert not view.voices.isVisible()
    view.transcript.speaker_clicked.emit(view.transcript.lines.line(0), QPoint(0, 0))
    (menu,) = [each for each in view.findChildren(QMenu) if each.isVisible()]
    (counts,) = [each for each in menu.findChildren(QMenu) if each.title() == "How many people spoke"]
    assert [action.isChecked() for action in counts.actions()] == [False, True] + [False] * 6
    with qtbot.waitSignal(view.voices.people_told) as told:
        counts.actions()[0].trigger()
    assert told.args == [1]
    menu.close()
