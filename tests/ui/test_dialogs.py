"""Dialogs stay on a small or enlarged screen with all their buttons."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.ui.customers.brief import Brief, BriefSection
from insight_desktop.ui.customers.brief_dialog import BriefDialog
from insight_desktop.ui.customers.sheets import about
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SMALL = QRect(0, 0, 960, 510)
"""What a screen of 1920 × 1080 has at 200 %, without its bar."""


def _sheet(parent: QWidget) -> Dialog:
    return SheetDialog(parent, "Edit", about(), {"tags": (), "properties": (), "name": "", "memo": ""})


def _brief(parent: QWidget) -> Dialog:
    lines = tuple(f"line {number}" for number in range(60))
    return BriefDialog(parent, Brief(title="A", facts=(), sections=(BriefSection(heading="B", lines=lines),)), Path())


@pytest.mark.parametrize("make", [_sheet, _brief])
def test_no_button_lies_below_the_edge_of_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[QWidget], Dialog]
) -> None:
    monkeypatch.setattr(Dialog, "room", lambda _dialog: SMALL)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setGeometry(300, 300, 600, 400)
    parent.show()
    dialog = make(parent)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    assert SMALL.contains(dialog.frameGeometry())
    for button in dialog.findChildren(QPushButton):
        if button.parent() is dialog:
            place = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
            assert SMALL.contains(place), button.text()
    dialog.reject()


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[SheetDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = _sheet(parent)
    assert isinstance(dialog, SheetDialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    parent.close()


def escape(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def cross(_qtbot: QtBot, dialog: Dialog) -> None:
    dialog.close()


@pytest.mark.parametrize("leave", [escape, cross])
def test_what_was_typed_is_not_dropped_at_once(
    qtbot: QtBot, sheet: SheetDialog, leave: Callable[[QtBot, Dialog], None]
) -> None:
    sheet.editors["name"].line.setText("Acme")
    leave(qtbot, sheet)
    assert sheet.isVisible()
    assert sheet.unsaved.isVisible()
    with qtbot.waitSignal(sheet.rejected):
        leave(qtbot, sheet)


@pytest.mark.parametrize("leave", [escape, cross])
def test_a_form_that_nobody_touched_closes_at_once(
    qtbot: QtBot, sheet: SheetDialog, leave: Callable[[QtBot, Dialog], None]
) -> None:
    with qtbot.waitSignal(sheet.rejected):
        leave(qtbot, sheet)


def test_cancel_means_it(qtbot: QtBot, sheet: SheetDialog) -> None:
    sheet.editors["name"].line.setText("Acme")
    with qtbot.waitSignal(sheet.rejected):
        sheet.cancel.click()
