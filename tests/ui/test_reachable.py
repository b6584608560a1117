"""What a screen reader and the keyboard find on every page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.ui.meeting.view import TABS
from insight_desktop.ui.page_list import PAGES
from tests.ui.conftest import Open, open_newest
from tests.ui.reachable import beyond_keys, unnamed, unreached

ALL_PAGES = tuple(page.id for page in PAGES if page.id != "meeting")


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_control_of_a_page_has_a_name_and_is_reached(open_program: Open, filled: Path, page: str) -> None:
    window = open_program(filled, page).window

    assert unnamed(window) == []
    assert beyond_keys(window) == []
    assert unreached(window) == []


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_control_of_an_empty_page_has_a_name(open_program: Open, tmp_path: Path, page: str) -> None:
    assert unnamed(open_program(tmp_path / "empty", page, ui="en").window) == []


def test_every_control_of_a_meeting_has_a_name(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "meetings")
    view = open_newest(qtbot, program)

    for tab in TABS:
        view.show_tab(tab)
        qtbot.wait(50)
        assert unnamed(program.window) == []
        assert beyond_keys(program.window) == []
