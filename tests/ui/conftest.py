"""A window on a workspace, and waiting for it to be still."""

import argparse
import datetime as dt
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.ui import theme, wording
from insight_desktop.ui.application import Program, preferences_of
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.theme import ThemeName

Open = Callable[..., Program]


@pytest.fixture(autouse=True)
def _in_autumn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call dates near or far as on the day of the meetings below, whenever the tests run."""
    monkeypatch.setattr(wording, "today", lambda: dt.date(2026, 11, 29))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with meetings; tests that change it copy it first."""
    from tests.ui.filled import fill

    folder = tmp_path_factory.mktemp("filled") / "workspace"
    fill(folder, meetings=6)
    return folder


@pytest.fixture
def open_program(qtbot: QtBot, qapp: object) -> Iterator[Open]:
    """Open windows that do not run jobs; they are closed after the test."""
    opened: list[Program] = []

    def open_it(workspace: Path, page: str = "today", *, ui: str = "ja", look: str = "light") -> Program:
        options = argparse.Namespace(ui=ui, theme=look, data_dir=None, workspace=workspace)
        program = Program(qapp, workspace, preferences_of(options), runs_jobs=False)  # type: ignore[arg-type]
        opened.append(program)
        program.window.resize(1280, 800)
        program.window.show()
        program.open(page)
        qtbot.waitUntil(lambda: program.context is not None, timeout=20_000)
        still(qtbot, program)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return program

    yield open_it
    for program in opened:
        program.window.close()
        program.close()
        program.languages.remove()
        program.window.deleteLater()
    QLocale.setDefault(QLocale("en"))  # the language of texts that no program translates
    theme.apply(qapp, ThemeName.LIGHT)  # type: ignore[arg-type]


@pytest.fixture
def quiet_heap() -> Iterator[None]:
    """Keep the collector from going through what thousands of earlier tests left, in the middle of a measurement."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def still(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is asked for."""
    qtbot.waitUntil(lambda: program.operations.is_idle, timeout=20_000)
    meeting = program.window.presenter("meeting")
    if meeting is not None:
        qtbot.waitUntil(lambda: not meeting.view.insights.is_filling, timeout=20_000)  # type: ignore[attr-defined]
    qtbot.wait(30)


def open_newest(qtbot: QtBot, program: Program) -> MeetingView:
    """Open the meeting at the top of the list."""
    meetings = program.window.presenter("meetings").view  # type: ignore[union-attr]
    program.window.go("meeting", meetings.model.summary(0).meeting.id)
    still(qtbot, program)
    view = program.window.presenter("meeting").view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.transcript.lines.rowCount() > 0)
    still(qtbot, program)
    assert isinstance(view, MeetingView)
    return view


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    """Press a key where the focus has arrived: a shortcut of a widget counts only there, in the active window."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(lambda: widget.hasFocus() and widget.isActiveWindow())
    qtbot.keyClick(widget, key)  # type: ignore[no-untyped-call]
