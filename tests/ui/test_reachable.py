"""What a screen reader and the keyboard find on every page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from insight_desktop.ui.meeting.view import TABS
from insight_desktop.ui.page_list import PAGES
from insight_desktop.ui.widgets.basics import Button
from tests.ui.conftest import Open, open_newest, press, still
from tests.ui.reachable import beyond_keys, controls, name_of, unnamed, unreached

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


def test_what_a_screen_reader_toggles_counts_as_a_click(open_program: Open, filled: Path) -> None:
    """Qt's own toggle changes the look and tells nobody."""
    program = open_program(filled, ui="en")
    button = next(each for each in controls(program.window) if name_of(each) == "Customers")

    reader = QAccessible.queryAccessibleInterface(button).actionInterface()
    reader.doAction(reader.actionNames()[0])

    assert program.window.page == "customers"


def test_the_arrows_lead_from_page_to_page(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    """Tab stands on one of a row of choices; the arrows go on from there."""
    program = open_program(filled, ui="en")
    today = next(each for each in program.window.sidebar.findChildren(Button) if name_of(each) == "Today")

    press(qtbot, today, Qt.Key.Key_Down)
    still(qtbot, program)

    assert program.window.page == "meetings"
    assert QApplication.focusWidget() is program.window.sidebar._buttons["meetings"]


def test_return_presses_a_button(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, ui="en")
    customers = next(each for each in program.window.sidebar.findChildren(Button) if name_of(each) == "Customers")

    press(qtbot, customers, Qt.Key.Key_Return)

    assert program.window.page == "customers"
