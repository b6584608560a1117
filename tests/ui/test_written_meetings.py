"""Chats and surveys come in by the window, and are shown without anything to play."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import MinutesLine, MinutesSection
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.search.results_view import ResultsView
from insight_desktop.ui.trends.tabs import clips_of
from insight_desktop.ui.widgets.basics import Button
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

CHAT = "田中: 困りごとはありますか\n高橋: 月末の締めに三日かかります\n"
SURVEY = "タイムスタンプ,お名前,ご意見\n2026/11/20,森,便利です\n2026/11/20,木村,高いです\n"


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_a_chat_is_dropped_and_shown_without_a_play_button(
    qtbot: QtBot, open_program: Open, tmp_path: Path, ui: str, look: str
) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, "utf-8")
    program = open_program(tmp_path / "workspace", "meetings", ui=ui, look=look)
    program.window.take_files((tmp_path / "chat.txt",))
    still(qtbot, program)
    assert program.context is not None
    work = program.context.workspace
    (summary,) = work.meetings.list().meetings
    assert summary.meeting.title == "chat"
    line = MinutesLine(section=MinutesSection.PAINS, text="締めに三日かかる", turns=(1,))
    work.analyses.save(summary.meeting.id, Analysis(minutes=(line,)))
    program.window.go("meeting", summary.meeting.id)
    view = program.window.presenter("meeting").view  # type: ignore[union-attr]
    assert isinstance(view, MeetingView)
    qtbot.waitUntil(lambda: view._content is not None)
    still(qtbot, program)
    assert not view.player.isVisible()
    places = [each for each in view.minutes.findChildren(Button) if "三日" in each.accessibleName()]
    assert [(place.text(), "▶" in place.accessibleName()) for place in places] == [("", False)]
    assert cut_texts(program.window) == []
    places[0].click()
    assert view._stack.currentIndex() == 1


def test_a_survey_is_told_from_a_list_of_customers(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(SURVEY, "utf-8")
    program = open_program(tmp_path / "workspace", "meetings", ui="en")
    program.window.take_files((tmp_path / "s.csv",))
    assert program.context is not None
    work = program.context.workspace
    qtbot.waitUntil(lambda: work.meetings.list().total == 2)
    still(qtbot, program)
    assert program.window._toast._text.text() == "2 meetings made of the file."
    program.window._toast._undo.click()
    still(qtbot, program)
    assert work.meetings.list().total == 0


def test_a_text_without_messages_is_told(qtbot: QtBot, open_program: Open, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("ただの文章です。", "utf-8")
    program = open_program(tmp_path / "workspace", "meetings")
    program.window.take_files((tmp_path / "n.txt",))
    still(qtbot, program)
    assert "n.txt" in program.window._toast._text.text()


@pytest.mark.parametrize(("ui", "leads"), [("ja", "開く"), ("en", "Open")])
def test_what_was_written_is_found_without_a_play_button(
    qtbot: QtBot, open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ui: str, leads: str
) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, "utf-8")
    program = open_program(tmp_path / "workspace", "meetings", ui=ui)
    program.window.take_files((tmp_path / "chat.txt",))
    still(qtbot, program)
    program.window.go("search")
    still(qtbot, program)
    assert program.context is not None
    monkeypatch.setattr(program.context.meaning, "ask", lambda *_args, **_more: None)
    view = program.window.presenter("search").widget  # type: ignore[union-attr]
    assert isinstance(view, ResultsView)

    view.ask_for("月末の締め")
    qtbot.waitUntil(lambda: bool(view._found))
    still(qtbot, program)

    assert [each.hit.has_sound for each in view._found] == [False]
    assert clips_of(each.hit for each in view._found) == ()
    assert (view._play.isVisible(), view._keep.isVisible()) == (False, False)
    assert leads in [each.text() for each in view.findChildren(Button)]
