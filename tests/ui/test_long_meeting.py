"""A meeting of hours holds so many insights and promises that the window would stand still over all of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Open, open_newest, still

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("ui", "more"), [("ja", "ほか 40 件を表示"), ("en", "Show 40 more")])
def test_what_a_long_meeting_holds_is_shown_by_and_by(
    qtbot: QtBot, open_program: Open, filled: Path, ui: str, more: str
) -> None:
    program = open_program(filled, "meetings", ui=ui)
    panel = open_newest(qtbot, program).insights
    found = program.window.presenter("meeting").view._content  # type: ignore[union-attr]
    stored = found.stored
    steps = (stored.analysis.next_steps * 100)[:100]
    many = replace(
        stored,
        analysis=replace(stored.analysis, next_steps=steps),
        step_ids=tuple(str(number) for number in range(100)),
    )

    def show(shown: object) -> None:
        panel.show_analysis(shown, found.lines, found.standing, is_complete=True, is_processing=False)  # type: ignore[arg-type]
        still(qtbot, program)

    def ticks() -> int:
        return len([box for box in panel.findChildren(QCheckBox) if box.isVisibleTo(panel)])

    def offered() -> list[QPushButton]:
        return [each for each in panel.findChildren(QPushButton) if each.text() == more and each.isVisibleTo(panel)]

    show(many)
    assert ticks() == 20

    for expected, left in ((60, True), (100, False)):
        (button,) = [
            each for each in panel.findChildren(QPushButton) if each.text() == more and each.isVisibleTo(panel)
        ]
        button.click()
        still(qtbot, program)
        assert ticks() == expected
        assert any(each.text() == more for each in panel.findChildren(QPushButton) if each.isVisibleTo(panel)) is left
