"""Operations, child processes and models, with real threads and real processes."""

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.child_process import ChildProcess, Ending, Outcome
from insight_desktop.ui.meetings.model import MeetingsModel
from insight_desktop.ui.operations import Operations
from insight_desktop.ui.transcript.lines import lines_of
from insight_desktop.ui.transcript.model import TranscriptModel
from insight_desktop.ui.transcript.view import TranscriptView
from insight_desktop.ui.widgets.link import Link


class Errors(list[Exception]):
    """Takes errors that nobody handled."""


@pytest.fixture
def operations(qapp: object) -> Iterator[Operations]:
    made = Operations(Changes(), Errors().append)
    yield made
    made.close()


def test_a_result_arrives_on_the_main_thread(qtbot: QtBot, operations: Operations) -> None:
    seen: list[tuple[str, bool, bool]] = []
    main = threading.get_ident()

    operations.read(
        lambda: threading.get_ident() != main, then=lambda off: seen.append(("x", off, threading.get_ident() == main))
    )
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [("x", True, True)]


def test_an_error_without_handler_goes_to_the_report(qtbot: QtBot, qapp: object) -> None:
    errors = Errors()
    operations = Operations(Changes(), errors.append)

    operations.read(lambda: 1 // 0, then=lambda _value: None)
    qtbot.waitUntil(lambda: bool(errors))
    operations.close()

    assert isinstance(errors[0], ZeroDivisionError)


def test_a_newer_request_replaces_an_older_one(qtbot: QtBot, operations: Operations) -> None:
    seen: list[int] = []

    for number in range(5):
        operations.read(lambda n=number: n, then=seen.append, key="list")
    qtbot.waitUntil(lambda: operations.is_idle)

    assert seen == [4]


def test_a_result_for_a_dead_receiver_is_dropped(qtbot: QtBot, operations: Operations) -> None:
    class Receiver(QObject):
        seen: list[int] = []  # noqa: RUF012

        def take(self, value: int) -> None:
            self.seen.append(value)

    receiver = Receiver()
    operations.read(lambda: 1, then=receiver.take)
    del receiver
    qtbot.waitUntil(lambda: operations.is_idle)

    assert Receiver.seen == []


def test_a_change_is_announced(qtbot: QtBot, qapp: object) -> None:
    changes, change = Changes(), Change(kinds=frozenset({ChangeKind.MEETING}))
    operations = Operations(changes, Errors().append)

    with qtbot.waitSignal(changes.changed) as caught:
        operations.change(lambda: None, announce=change)
    operations.close()

    assert caught.args == [change]


CHILDREN = {
    "finish": (
        """print('{"type": "Hello", "role": "t", "version": "1", "protocol": 1}', flush=True)
print('{"type": "Finished", "job_id": "1"}', flush=True)""",
        Ending.FINISHED,
    ),
    "fail": (
        """print('{"type": "Failed", "job_id": "1", "code": "no_audio", "params": {"path": "a"}}')""",
        Ending.FAILED,
    ),
    "crash": ("import os; os.abort()", Ending.CRASHED),
    "exit without a word": ("raise SystemExit(3)", Ending.CRASHED),
    "garbage": ("import time; print('no json', flush=True); time.sleep(60)", Ending.CRASHED),
    "half a line": ("""import sys; sys.stdout.write('{"type": "Fini')""", Ending.CRASHED),
}


@pytest.mark.parametrize("name", CHILDREN)
def test_a_child_ends_in_one_outcome(qtbot: QtBot, name: str) -> None:
    script, expected = CHILDREN[name]
    child = ChildProcess(sys.executable, ["-c", script])
    outcomes: list[Outcome] = []
    child.ended.connect(outcomes.append)

    with qtbot.waitSignal(child.ended, timeout=20_000):
        child.start()
    qtbot.wait(20)

    assert [expected] == [outcome.ending for outcome in outcomes]


def test_a_known_failure_carries_its_code(qtbot: QtBot) -> None:
    child = ChildProcess(sys.executable, ["-c", CHILDREN["fail"][0]])

    with qtbot.waitSignal(child.ended, timeout=20_000) as caught:
        child.start()

    assert (caught.args[0].code, caught.args[0].params) == (ErrorCode.NO_AUDIO, (("path", "a"),))


def test_a_program_that_is_not_there_fails_to_start(qtbot: QtBot, tmp_path: Path) -> None:
    child = ChildProcess(str(tmp_path / "nothing"), [])

    with qtbot.waitSignal(child.ended) as caught:
        child.start()

    assert caught.args[0].ending == Ending.FAILED_TO_START


def test_cancel_kills_a_child_that_does_not_listen(qtbot: QtBot) -> None:
    child = ChildProcess(sys.executable, ["-c", "import time; time.sleep(60)"], grace_ms=200)
    child.start()
    qtbot.waitUntil(lambda: child.pid > 0)

    with qtbot.waitSignal(child.ended, timeout=5000) as caught:
        child.cancel()

    assert caught.args[0].ending == Ending.CANCELLED


@pytest.mark.usefixtures("quiet_heap")
def test_the_window_stays_awake_while_a_thousand_messages_come(qtbot: QtBot) -> None:
    script = """
line = '{"type": "Advanced", "stage": "transcribe", "done_s": 1.0, "total_s": 2.0}'
for _ in range(1000): print(line)
print('{"type": "Finished", "job_id": "1"}', flush=True)"""
    child = ChildProcess(sys.executable, ["-c", script])
    received: list[object] = []
    child.received.connect(received.append)
    gaps = Gaps()

    with qtbot.waitSignal(child.ended, timeout=20_000):
        child.start()

    assert len(received) == 1000
    assert gaps.longest_ms < 100


class Gaps(QObject):
    """Measures how long the event loop was kept busy, in the thread's own time: a loaded machine does not count."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self.longest_ms = time.thread_time(), 0.0
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.thread_time()
        self.longest_ms, self._last = max(self.longest_ms, 1000 * (now - self._last)), now


def test_the_list_of_meetings_is_a_sound_model(qtmodeltester: ModelTester, filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        rows = workspace.meetings.list().meetings
    model = MeetingsModel()
    model.show_meetings(rows)
    qtmodeltester.check(model)

    model.show_meetings(tuple(replace(row, customer_name="x") for row in rows))
    model.show_meetings(rows[:1])

    assert model.rowCount() == 1
    assert model.row_of(rows[0].meeting.id) == 0


def test_the_transcript_is_a_sound_model(qtmodeltester: ModelTester, filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        meeting = workspace.meetings.list().meetings[0].meeting.id
        lines = lines_of(workspace.transcripts.current(meeting), {})
    model = TranscriptModel()
    model.show_lines(lines[:4])
    qtmodeltester.check(model)

    model.append(lines[4:])

    assert model.rowCount() == len(lines)
    assert model.row_at(lines[3].start + 0.1) == 3


@pytest.mark.usefixtures("quiet_heap")
def test_five_thousand_lines_are_shown_without_a_long_gap(qtbot: QtBot, filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        meeting = workspace.meetings.list().meetings[0].meeting.id
        stored = workspace.transcripts.current(meeting)
    many = [replace(stored[i % len(stored)], id=f"{i}", position=i) for i in range(5000)]
    lines = lines_of(many, {})
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)

    view.show_lines(lines, is_editable=True)
    gaps = Gaps()
    bar = view.verticalScrollBar()
    for _ in range(40):
        bar.setValue(bar.value() + 300)
        qtbot.wait(5)

    assert gaps.longest_ms < 100


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_link_writes_a_name_as_it_is_and_says_it_whole(qtbot: QtBot) -> None:
    link = Link("Weir & Oakfield")
    qtbot.addWidget(link)
    link.show()
    link.resize(link.sizeHint())
    shown = link.text()
    link.resize(60, 22)

    assert shown == "Weir && Oakfield"
    assert link.accessibleName() == "Weir & Oakfield"
    assert link.toolTip() == "Weir & Oakfield"
    assert link.text().endswith("…")
