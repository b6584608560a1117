"""What is changed on the page of a meeting belongs to that meeting, even where another is shown a moment later."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.speaker import CUSTOMER, REP, Role
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.application import Program
from insight_desktop.ui.meeting.view import MeetingView
from tests.ui.conftest import Open, open_newest, still

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def program(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> Program:
    """A window on a workspace of its own, which does not enter meanings while the tests wait."""
    opened = open_program(shutil.copytree(filled, tmp_path / "copy"), "meetings")
    assert opened.meaning is not None
    opened.meaning.stop()
    return opened


def _workspace(program: Program) -> Workspace:
    assert program.context is not None
    return program.context.workspace


def _meetings(program: Program) -> list[MeetingId]:
    return [each.meeting.id for each in _workspace(program).meetings.list(limit=2).meetings]


def _show(qtbot: QtBot, program: Program, meeting: MeetingId) -> MeetingView:
    program.window.go("meeting", meeting)
    still(qtbot, program)
    view = program.window.presenter("meeting").view  # type: ignore[union-attr]
    assert isinstance(view, MeetingView)
    return view


def test_a_memo_stays_with_the_meeting_that_it_was_written_for(qtbot: QtBot, program: Program) -> None:
    first, second = _meetings(program)
    meetings = _workspace(program).meetings
    before = meetings.get(second)
    view = _show(qtbot, program, first)
    view.insights._memo.setFocus()
    view.insights._memo.setPlainText("次回は部長も")

    _show(qtbot, program, second)
    view.insights.flush()
    still(qtbot, program)

    assert meetings.get(first).memo == "次回は部長も"  # type: ignore[union-attr]
    assert meetings.get(second) == before
    assert view.insights._memo.toPlainText() == before.memo  # type: ignore[union-attr]


def test_an_outcome_is_taken_back_from_its_own_meeting(qtbot: QtBot, program: Program) -> None:
    first, second = _meetings(program)
    meetings = _workspace(program).meetings
    old = [meetings.get(each).outcome for each in (first, second)]  # type: ignore[union-attr]
    new = next(each for each in Outcome if each not in old)
    view = _show(qtbot, program, first)
    view.header.outcome_requested.emit(new)
    still(qtbot, program)
    assert meetings.get(first).outcome is new  # type: ignore[union-attr]

    _show(qtbot, program, second)
    program.window._toast._undo.click()
    still(qtbot, program)

    assert [meetings.get(each).outcome for each in (first, second)] == old  # type: ignore[union-attr]


def test_text_and_sides_are_changed_and_taken_back(qtbot: QtBot, program: Program) -> None:
    (first, _) = _meetings(program)
    work = _workspace(program)
    view = _show(qtbot, program, first)
    line = work.transcripts.current(first)[0]
    before = work.transcripts.labels(first)

    view.transcript.lines.text_edited.emit(line.id, "直した発言")
    view.speaker_renamed.emit(CUSTOMER, "小林様")
    view.swap_requested.emit(REP, CUSTOMER)
    still(qtbot, program)

    assert work.transcripts.current(first)[0].segment.text == "直した発言"
    assert {each.label: each.name for each in work.speakers.of_meeting(first)}[REP] == "小林様"
    assert work.transcripts.labels(first) != before
    for _ in range(3):
        view.undo_requested.emit()
        still(qtbot, program)
    assert (work.transcripts.current(first)[0], work.transcripts.labels(first)) == (line, before)
    view.redo_requested.emit()
    view.role_requested.emit(CUSTOMER, Role.CUSTOMER)
    still(qtbot, program)
    assert work.transcripts.current(first)[0].segment.text == "直した発言"


def test_a_mark_is_set_named_and_taken_away(qtbot: QtBot, program: Program) -> None:
    (first, _) = _meetings(program)
    moments = _workspace(program).moments
    before = moments.of_meeting(first)
    view = _show(qtbot, program, first)

    view.mark_requested.emit(12.0)
    still(qtbot, program)
    (mark,) = [each for each in moments.of_meeting(first) if each not in before]
    view.minutes.moments.renamed.emit(mark.id, "大事な所")
    still(qtbot, program)
    assert [each.text for each in moments.of_meeting(first) if each.id == mark.id] == ["大事な所"]
    view.minutes.moments.removed.emit(mark.id)
    still(qtbot, program)
    assert moments.of_meeting(first) == before
    program.window._toast._undo.click()
    still(qtbot, program)
    assert mark.id in {each.id for each in moments.of_meeting(first)}


def test_the_minutes_are_copied_and_the_page_of_exports_opens(qtbot: QtBot, program: Program) -> None:
    (first, _) = _meetings(program)
    view = _show(qtbot, program, first)
    QApplication.clipboard().clear()

    view.header.export_requested.emit("copy:mail")
    still(qtbot, program)
    assert QApplication.clipboard().text()
    view.header.export_requested.emit("crm")
    still(qtbot, program)
    assert program.window.page == "exports"


@pytest.mark.parametrize(
    ("ui", "told"),
    [("ja", "議事録に載せる発言はありませんでした。"), ("en", "Nothing was said that belongs in the minutes.")],
)
def test_minutes_of_silence_say_so(qtbot: QtBot, open_program: Open, filled: Path, ui: str, told: str) -> None:
    minutes = open_newest(qtbot, open_program(filled, "meetings", ui=ui)).minutes
    template = minutes._template

    def first() -> str:
        shown = minutes._column.itemAt(0).widget()
        assert isinstance(shown, QLabel)
        return shown.text()

    minutes.show_minutes(Analysis(), (), template, "ja")
    assert first() == told
    minutes.show_minutes(None, (), template, "ja")
    assert first() not in ("", told)
