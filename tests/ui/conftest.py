"""A window on a workspace, and waiting for it to be still."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.ui import theme
from insight_desktop.ui.application import Program, preferences_of
from insight_desktop.ui.theme import ThemeName

Open = Callable[..., Program]


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
    theme.apply(qapp, ThemeName.LIGHT)  # type: ignore[arg-type]


def still(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is asked for."""
    qtbot.waitUntil(lambda: program.operations.is_idle, timeout=20_000)
    qtbot.wait(30)
