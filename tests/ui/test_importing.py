"""Files that are no recordings are told in sentences, all of them, and change nothing."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop import wording as core
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId, new_id
from insight_desktop.domain.meeting import Meeting
from insight_desktop.processing import Imported
from insight_desktop.ui.importing.failures import Failures
from insight_desktop.ui.widgets.toast import Toast
from insight_desktop.ui.wording import brief, sentence
from tests.ui.conftest import Open, still

BAD = {"empty.wav": b"", "notes.wav": b"only words " * 50, "locked.zip": b"PK\x03\x04\x14\x00\x01\x00" + bytes(80)}


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_everything_that_could_not_be_imported_is_told(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path, ui: str
) -> None:
    program = open_program(shutil.copytree(filled, tmp_path / "workspace"), "meetings", ui=ui)
    assert program.context is not None
    before = program.context.workspace.meetings.list().total
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)

    program.window.take_files(tuple(tmp_path / name for name in BAD))
    still(qtbot, program)

    toast = program.window.findChild(Toast)
    assert isinstance(toast, Toast)
    told = toast.findChild(QLabel)
    assert isinstance(told, QLabel)
    lines = told.text().splitlines()
    assert lines[0] == brief(KnownError(ErrorCode.FILE_EMPTY, path="empty.wav"))
    assert [name in line for name, line in zip(sorted(BAD), lines, strict=True)] == [True] * len(BAD)
    assert toast.width() <= program.window.width()
    assert told.height() >= told.heightForWidth(told.width())
    assert program.context.workspace.meetings.list().total == before
    assert all((tmp_path / name).read_bytes() == content for name, content in BAD.items())


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_workbook_dropped_on_the_window_is_no_recording(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path, ui: str
) -> None:
    program = open_program(shutil.copytree(filled, tmp_path / "workspace"), "customers", ui=ui)
    workbook = tmp_path / "顧客.xls"
    workbook.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))

    program.window.take_files((workbook,))
    still(qtbot, program)

    told = program.window.findChild(Toast).findChild(QLabel)  # type: ignore[union-attr]
    error = KnownError(ErrorCode.CSV_UNREADABLE, path=workbook.name, reason="spreadsheet")
    assert (told.text(), told.height() >= told.heightForWidth(told.width())) == (sentence(error), True)


def test_a_folder_without_recordings_says_so(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> None:
    program = open_program(shutil.copytree(filled, tmp_path / "workspace"), "meetings", ui="en")
    (tmp_path / "papers").mkdir()

    program.window.take_files((tmp_path / "papers",))
    still(qtbot, program)

    toast = program.window.findChild(Toast)
    assert isinstance(toast, Toast)
    assert [each.text() for each in toast.findChildren(QLabel)] == ["There is no recording in the folder “papers”."]


def test_one_of_many_fails_alone_and_a_bug_stays_a_bug() -> None:
    said: list[str] = []
    failures = Failures(2, said.append)
    failures.passed()
    failures.failed(KnownError(ErrorCode.FILE_EMPTY, path="a.wav"))
    assert said == [sentence(KnownError(ErrorCode.FILE_EMPTY, path="a.wav"))]
    with pytest.raises(ZeroDivisionError):
        failures.failed(ZeroDivisionError())


def test_what_came_in_part_and_what_was_here_is_told_beside_what_failed(qapp: object) -> None:
    said: list[str] = []
    failures = Failures(8, said.append)
    meeting = Meeting(id=MeetingId(new_id()), title="定例", started_at=dt.datetime.now(dt.UTC))
    cut_off = KnownError(ErrorCode.AUDIO_CUT_OFF, path="b.mp3", declared=60, decoded=24)
    failures.came(Imported(meeting=meeting, job=None, warnings=(cut_off,)))
    failures.came(Imported(meeting=meeting, job=None, is_duplicate=True))
    failures.failed(KnownError(ErrorCode.NO_AUDIO, path="a.mp4"))
    assert said == []
    for number in range(5):
        failures.failed(KnownError(ErrorCode.FILE_GROWING, path=f"c{number}.wav"))

    (told,) = said
    lines = told.splitlines()
    assert lines[:2] == [brief(KnownError(ErrorCode.NO_AUDIO, path="a.mp4")), brief(cut_off)]
    assert len(lines) == 6


def test_a_brief_word_is_the_first_sentence() -> None:
    error = KnownError(ErrorCode.AUDIO_CUT_OFF, path="a. b.mp3", declared=60, decoded=24)

    assert core.brief(error, "ja") == "「a. b.mp3」は 60 秒のはずですが、読めたのは 24 秒です。"
    assert core.brief(error, "en") == "“a. b.mp3” should last 60 s but only 24 s could be read."
    assert core.brief(KnownError(ErrorCode.NO_AUDIO, path="a.mp4"), "en") == "“a.mp4” holds no sound."
