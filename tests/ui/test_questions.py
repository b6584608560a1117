"""What the program asks of a meeting instead of guessing: with whom it was, and who of a chat is ours."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, MeetingId, new_id
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import Role
from insight_desktop.ui.application import Program
from insight_desktop.ui.meeting.view import MeetingView
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

CHAT = "佐藤: 山田製作所の佐藤です\n鈴木: 承知いたしました\n"
LONG = "株式会社長い名前のホールディングス東日本統括営業本部関東甲信越地域事業推進センター"


def _open(
    qtbot: QtBot, open_program: Open, folder: Path, *companies: str, ui: str = "ja", look: str = "light"
) -> tuple[Program, MeetingView]:
    (folder / "chat.txt").write_text(CHAT + f"佐藤: {LONG}さんからのご紹介で\n", "utf-8")
    program = open_program(folder / "workspace", "meetings", ui=ui, look=look)
    assert program.context is not None
    for name in companies:
        program.context.workspace.customers.save(Customer(id=CustomerId(new_id()), name=name))
    program.window.take_files((folder / "chat.txt",))
    still(qtbot, program)
    (summary,) = program.context.workspace.meetings.list().meetings
    program.window.go("meeting", summary.meeting.id)
    view = program.window.presenter("meeting").view  # type: ignore[union-attr]
    assert isinstance(view, MeetingView)
    qtbot.waitUntil(lambda: view._content is not None)
    still(qtbot, program)
    return program, view


def _meeting(program: Program) -> Meeting:
    assert program.context is not None
    (summary,) = program.context.workspace.meetings.list().meetings
    return summary.meeting


def _ours(program: Program, meeting: MeetingId) -> list[str]:
    assert program.context is not None
    return [each.name for each in program.context.workspace.speakers.of_meeting(meeting) if each.role is Role.REP]


def test_names_that_were_spoken_are_asked_about_and_nothing_is_linked_by_itself(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    program, view = _open(qtbot, open_program, tmp_path, "㈱山田製作所", "さくらフーズ")
    assert _meeting(program).customer_id is None
    assert [button.text() for button in view.whom.names if not button.isHidden()] == ["㈱山田製作所"]
    view.whom.words.click()
    assert view._stack.currentWidget() is view.transcript
    view.whom.names[0].click()
    still(qtbot, program)
    assert program.context is not None
    (yamada,) = program.context.workspace.customers.named("山田製作所")
    assert _meeting(program).customer_id == yamada.id
    assert not view.whom.isVisible()
    program.window._toast._undo.click()
    still(qtbot, program)
    assert _meeting(program).customer_id is None
    assert view.whom.isVisible()
    view.whom.none.click()
    program.window.go("meeting", _meeting(program).id)
    still(qtbot, program)
    assert not view.whom.isVisible()


def test_a_customer_whose_name_is_typed_is_told_as_a_new_one_and_taken_back(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    program, view = _open(qtbot, open_program, tmp_path)
    view.header.customer_requested.emit("山")
    still(qtbot, program)
    assert program.window._toast._text.text() == "顧客: 山(新しく登録しました)"
    program.window._toast._undo.click()
    still(qtbot, program)
    assert program.context is not None
    assert program.context.workspace.customers.list() == ()
    assert _meeting(program).customer_id is None


def test_who_is_ours_is_asked_where_the_words_say_little(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    program, view = _open(qtbot, open_program, tmp_path)
    meeting = _meeting(program).id
    first = _ours(program, meeting)
    assert view.side.isVisible()
    view.side.others[0].click()
    still(qtbot, program)
    assert _ours(program, meeting) != first
    assert not view.side.isVisible()
    view.undo_requested.emit()
    still(qtbot, program)
    assert _ours(program, meeting) == first
    view.side.right.click()
    still(qtbot, program)
    assert _ours(program, meeting) == first
    assert not view.side.isVisible()


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_the_questions_cut_no_text_in_a_small_window(
    qtbot: QtBot, open_program: Open, tmp_path: Path, ui: str, look: str
) -> None:
    program, view = _open(qtbot, open_program, tmp_path, "山田製作所", LONG, ui=ui, look=look)
    program.window.resize(1024, 680)
    still(qtbot, program)
    assert view.whom.isVisible()
    assert view.side.isVisible()
    assert cut_texts(program.window) == []
