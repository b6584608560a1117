"""Files that are no recordings are told in sentences, all of them, and change nothing."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.ui.importing.failures import Failures
from insight_desktop.ui.widgets.toast import Toast
from insight_desktop.ui.wording import sentence
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
    assert told.text().startswith(sentence(KnownError(ErrorCode.FILE_EMPTY, path="empty.wav")))
    assert all(name in told.text() for name in BAD)
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
