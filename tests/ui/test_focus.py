"""Who works with the keyboard stays where they are when a part of a page is built anew."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.suggestions.view import SuggestionsView
from insight_desktop.ui.widgets.choices import ChoiceRow
from tests.ui.conftest import Open, press, still


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "copy")
    return tmp_path / "copy"


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _boxes(root: QWidget) -> list[QCheckBox]:
    return [box for box in root.findChildren(QCheckBox) if box.isVisible()]


def test_a_signal_that_was_switched_off_keeps_the_keyboard(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    box = _boxes(view.card.verdict)[1]
    name = box.accessibleName()
    press(qtbot, box, Qt.Key.Key_Space)
    still(qtbot, program)
    qtbot.waitUntil(lambda: _focused() is not box and _focused().accessibleName() == name)
    assert not _boxes(view.card.verdict)[1].isChecked()


def test_a_promise_that_was_kept_gives_the_keyboard_to_the_next(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "customers")
    view = program.window.presenter("customers").widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: len(_boxes(view.account)) > 1)
    names = [box.accessibleName() for box in _boxes(view.account)]
    press(qtbot, _boxes(view.account)[0], Qt.Key.Key_Space)
    still(qtbot, program)
    qtbot.waitUntil(lambda: [box.accessibleName() for box in _boxes(view.account)] == names[1:])
    qtbot.waitUntil(lambda: _focused().accessibleName() == names[1])


def test_a_stage_that_is_chosen_by_arrows_keeps_the_keyboard(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "customers")
    view = program.window.presenter("customers").widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    view.show_tab("stage")
    still(qtbot, program)
    (row,) = [each for each in view.account.numbers.findChildren(ChoiceRow) if each.isVisible()]
    press(qtbot, row.button("onboarding"), Qt.Key.Key_Right)
    name = row.button("in_use").accessibleName()
    still(qtbot, program)
    qtbot.waitUntil(lambda: _focused().accessibleName() == name)
