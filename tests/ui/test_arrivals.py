"""Sound that is being imported: one sees it, can go on, stop it, and does not lose it by closing the window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from insight_desktop import processing
from insight_desktop.ui.application import Program
from insight_desktop.ui.widgets.toast import Toast
from tests.audio.media import write
from tests.ui.conftest import Open, still


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Sound that comes to a halt half way, until the event is set."""
    go_on, really = Event(), processing.import_audio

    def slowly(source: Path, *rest: object, advanced: Callable[[float, float], None], **more: object) -> object:
        advanced(5400.0, 10800.0)
        while not go_on.wait(0.01):
            advanced(5400.0, 10800.0)
        return really(source, *rest, advanced=advanced, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(processing, "import_audio", slowly)
    yield go_on
    go_on.set()


def drop(qtbot: QtBot, program: Program, *files: Path) -> None:
    for number, file in enumerate(files):
        write(file, np.random.default_rng(number).normal(0, 0.1, 16_000).astype("f4"), codec="pcm_s16le")
    program.window.take_files(files)
    bar = program.window.strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() == bar.maximum() // 2)


def told(program: Program) -> str:
    label = program.window.findChild(Toast).findChild(QLabel)  # type: ignore[union-attr]
    assert isinstance(label, QLabel)
    return label.text()


def test_an_import_is_shown_while_it_lasts(qtbot: QtBot, open_program: Open, tmp_path: Path, held: Event) -> None:
    program = open_program(tmp_path / "workspace", "meetings")

    drop(qtbot, program, tmp_path / "三時間.wav", tmp_path / "次.wav", tmp_path / "その次.wav")
    shown = [each.text() for each in program.window.strip.findChildren(QLabel) if each.isVisible()]
    assert "取り込み 50%" in shown
    assert any("2" in text for text in shown)

    held.set()
    still(qtbot, program)
    assert not program.window.strip.isVisible()
    assert program.context is not None
    assert program.context.workspace.meetings.list().total == 3


def test_stopping_an_import_leaves_nothing(qtbot: QtBot, open_program: Open, tmp_path: Path, held: Event) -> None:
    program = open_program(tmp_path / "workspace", "meetings", ui="en")
    drop(qtbot, program, tmp_path / "a.wav", tmp_path / "b.wav", tmp_path / "c.wav")

    program.window.strip.arrival_stopped.emit()
    still(qtbot, program)

    assert not held.is_set()
    assert program.context is not None
    assert program.context.workspace.meetings.list().total == 0
    assert list(program.context.workspace.audio_dir.iterdir()) == []
    assert (tmp_path / "a.wav").exists()
    assert told(program) == "Stopped. 3 files not imported."
    assert not program.window.strip.isVisible()


def test_the_window_does_not_close_over_an_import_at_once(
    qtbot: QtBot, open_program: Open, tmp_path: Path, held: Event
) -> None:
    program = open_program(tmp_path / "workspace", "meetings", ui="en")
    drop(qtbot, program, tmp_path / "a.wav")

    assert not program.window.close()
    assert program.window.isVisible()
    assert told(program).startswith("Still importing")

    assert program.window.close()
    assert not held.is_set()
