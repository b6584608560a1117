"""Every page, tab and dialog, full and empty, in both languages, on a small screen and at 200 %: nothing is cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui import reachable, screens
from tests.ui.conftest import Open

LANGUAGES = ("ja", "en")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def _quick_health(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("insight_desktop.health.examine", screens.examine)


def found_on(program: object, *, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    """Return what is cut or lies over its neighbour, on every page."""
    window = program.window  # type: ignore[attr-defined]
    found = []
    for page in screens.pages(program):  # type: ignore[arg-type]
        for size in sizes:
            screens.resize(window, size)
            found += [f"{page} {size}: {each}" for each in screens.lasting(reachable.misplaced, window)]
    return found


@pytest.mark.parametrize("ui", LANGUAGES)
def test_no_page_cuts_a_text(open_program: Open, filled: Path, ui: str) -> None:
    assert found_on(open_program(filled, ui=ui), sizes=(screens.USUAL, screens.SMALL)) == []


@pytest.mark.parametrize("ui", LANGUAGES)
def test_no_empty_page_cuts_a_text(open_program: Open, tmp_path: Path, ui: str) -> None:
    assert found_on(open_program(tmp_path / "empty", ui=ui), sizes=(screens.SMALL,)) == []


def test_the_focus_is_seen_on_every_page(open_program: Open, filled: Path) -> None:
    program = open_program(filled)
    unseen = []
    for page in screens.pages(program):
        unseen += [f"{page}: {each}" for each in screens.lasting(reachable.without_visible_focus, program.window)]

    assert unseen == []


@pytest.mark.parametrize("ui", LANGUAGES)
def test_no_dialog_cuts_a_text_or_hides_its_focus(open_program: Open, filled: Path, tmp_path: Path, ui: str) -> None:
    program = open_program(filled, ui=ui)
    found = []
    for name, dialog in screens.dialogs(program, tmp_path):
        for find in (reachable.misplaced, reachable.unnamed, reachable.without_visible_focus):
            found += [f"{name}: {each}" for each in screens.lasting(find, dialog)]

    assert found == []


def test_nothing_is_cut_at_200_percent(filled: Path) -> None:
    """Qt reads its scale once, before there is a window: another process looks."""
    env = os.environ | {"QT_SCALE_FACTOR": "2"}
    seen = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled", str(filled)], env=env, capture_output=True, text=True, check=True
    )

    assert json.loads(seen.stdout) == []
