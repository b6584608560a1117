"""No thread but the window's destroys a widget."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from insight_desktop.ui.collecting import Collector
from tests.ui.conftest import Open


class Knot:
    """Garbage that only the collector finds; it tells by which thread."""

    def __init__(self, told: Callable[[threading.Thread], None]) -> None:
        self.me = self
        weakref.finalize(self, lambda: told(threading.current_thread()))


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    found = Collector(parent)
    yield found
    found.stop()


def allocate() -> list[list[int]]:
    """Make far more objects than make Python collect."""
    return [[] for _ in range(20 * gc.get_threshold()[0])]


def test_garbage_is_collected_by_the_thread_of_the_window(qtbot: QtBot, collector: Collector) -> None:
    threads: list[threading.Thread] = []
    Knot(threads.append)
    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert threads == []
    kept = allocate()
    qtbot.waitUntil(lambda: bool(threads), timeout=5_000)
    assert kept
    assert threads == [threading.main_thread()]


def test_it_works_while_the_program_is_open_and_no_longer(open_program: Open, tmp_path: Path) -> None:
    program = open_program(tmp_path / "empty")
    assert not gc.isenabled()
    program.close()
    assert gc.isenabled()
