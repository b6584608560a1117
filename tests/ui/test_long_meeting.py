"""A meeting of hours holds so many insights and promises that the window would stand still over all of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton
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


def test_another_meeting_is_laid_out_bit_by_bit_and_the_same_one_at_once(
    qtbot: QtBot, open_program: Open, filled: Path
) -> None:
    program = open_program(filled, "meetings")
    panel = open_newest(qtbot, program).insights
    found = program.window.presenter("meeting").view._content  # type: ignore[union-attr]
    steps = (found.stored.analysis.next_steps * 30)[:30]
    many = replace(
        found.stored,
        analysis=replace(found.stored.analysis, insights=(), next_steps=steps),
        step_ids=tuple(str(number) for number in range(30)),
    )
    others = (replace(found.lines[0], id="another"), *found.lines[1:])

    def ticks() -> int:
        parts = [panel._cards.itemAt(place).widget() for place in range(panel._cards.count())]
        return sum(len(part.findChildren(QCheckBox)) for part in parts if part is not None)

    panel.show_analysis(many, others, found.standing, is_complete=True, is_processing=False)
    assert (panel.is_filling, ticks()) == (True, 6)
    qtbot.waitUntil(lambda: not panel.is_filling)
    assert ticks() == 20

    done = replace(many, done=frozenset({"0"}))
    panel.show_analysis(done, others, found.standing, is_complete=True, is_processing=False)
    assert (panel.is_filling, ticks()) == (False, 20)

    panel.show_analysis(None, others, None, is_complete=True, is_processing=False)
    panel.show_analysis(done, others, found.standing, is_complete=True, is_processing=False)
    assert (panel.is_filling, ticks()) == (True, 6)


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_tab_that_nobody_opens_lays_nothing_out(qtbot: QtBot, open_program: Open, filled: Path, ui: str) -> None:
    program = open_program(filled, "meetings", ui=ui)
    view = open_newest(qtbot, program)
    empty = len(view.metrics.findChildren(QFrame))

    view.show_tab("metrics")
    shown = len(view.metrics.findChildren(QFrame))
    view.show_tab("transcript")
    view.show_tab("metrics")

    assert shown > empty + 10
    assert len(view.metrics.findChildren(QFrame)) == shown


def test_what_is_read_again_and_equal_is_the_same(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "meetings")
    open_newest(qtbot, program)
    presenter = program.window.presenter("meeting")
    assert presenter is not None
    before = presenter.view._content  # type: ignore[attr-defined]

    presenter.refresh()
    still(qtbot, program)

    after = presenter.view._content  # type: ignore[attr-defined]
    assert after is not before
    assert (after.lines is before.lines, after.stored is before.stored) == (True, True)
