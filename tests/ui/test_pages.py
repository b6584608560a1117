"""Every page in both languages and both themes: nothing cut, nothing blank; and what the keys do."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.domain.ids import JobId, MeetingId
from insight_desktop.domain.job import Job, JobState, Progress, Stage
from insight_desktop.domain.meeting import Channel, Outcome
from insight_desktop.ui import wording
from insight_desktop.ui.job_queue import Running
from insight_desktop.ui.jobs.listing import ListedJob
from insight_desktop.ui.meeting.details import DetailsPopup
from insight_desktop.ui.meeting.view import TABS
from insight_desktop.ui.meetings.view import TRASH, MeetingsView
from insight_desktop.ui.page_list import PAGES
from insight_desktop.ui.widgets.basics import Button
from tests.ui import reachable
from tests.ui.conftest import Open, open_newest, press, still

ALL_PAGES = tuple(page.id for page in PAGES if page.id != "meeting")
POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support")
LOOKS = [("ja", "light"), ("ja", "dark"), ("en", "light"), ("en", "dark")]


def cut_texts(window: QWidget) -> list[str]:
    """Return what does not fit where it stands."""
    return reachable.cut(window)


def colours(window: QWidget) -> int:
    """Count the colours of a picture, coarsely."""
    picture = window.grab().toImage()
    points = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return len({picture.pixel(x, y) for x, y in points})


@pytest.mark.parametrize(("ui", "look"), LOOKS)
@pytest.mark.parametrize("page", ALL_PAGES)
def test_pages_cut_no_text_and_are_not_blank(open_program: Open, filled: Path, page: str, ui: str, look: str) -> None:
    program = open_program(filled, page, ui=ui, look=look)

    assert cut_texts(program.window) == []
    assert colours(program.window) > 10


@pytest.mark.parametrize(("ui", "look"), LOOKS)
def test_the_meeting_page_cuts_no_text(qtbot: QtBot, open_program: Open, filled: Path, ui: str, look: str) -> None:
    program = open_program(filled, "meetings", ui=ui, look=look)
    view = open_newest(qtbot, program)

    def nothing_is_cut() -> None:
        assert cut_texts(program.window) == []

    for tab in TABS:
        view.show_tab(tab)
        # A tab is filled once it is seen, bit by bit, and laid out after that: on a busy machine that takes its time.
        still(qtbot, program)
        qtbot.waitUntil(nothing_is_cut)
    assert colours(program.window) > 20


@pytest.mark.parametrize("page", ALL_PAGES)
def test_empty_pages_say_what_to_do(open_program: Open, tmp_path: Path, page: str) -> None:
    program = open_program(tmp_path / "empty", page)

    assert cut_texts(program.window) == []
    assert colours(program.window) > 5


def test_the_language_changes_without_restart(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "settings", ui="ja")

    program.preferences.set("general", "language", "en")

    def names() -> set[str]:
        return {button.accessibleName() for button in program.window.findChildren(QAbstractButton)}

    qtbot.waitUntil(lambda: "Search all meetings" in names())


def test_a_key_sets_the_outcome_and_undo_takes_it_back(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "meetings")
    view = program.window.presenter("meetings").view  # type: ignore[union-attr]
    assert isinstance(view, MeetingsView)
    first = view.model.summary(0)
    assert first is not None

    press(qtbot, view.focusProxy(), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: view.model.summary(0).meeting.outcome is Outcome.LOST)  # type: ignore[union-attr]
    program.window._toast._undo.click()
    qtbot.waitUntil(lambda: view.model.summary(0).meeting.outcome is first.meeting.outcome)  # type: ignore[union-attr]


def test_an_edit_is_stored_and_undone(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "meetings")
    view = open_newest(qtbot, program)
    lines = view.transcript.lines
    old = lines.line(0).text  # type: ignore[union-attr]

    lines.setData(lines.index(0), "直しました。")
    qtbot.waitUntil(lambda: lines.line(0).text == "直しました。")  # type: ignore[union-attr]
    view.undo_requested.emit()
    qtbot.waitUntil(lambda: lines.line(0).text == old)  # type: ignore[union-attr]


def test_an_insight_shows_its_words_in_the_text(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "meetings")
    view = open_newest(qtbot, program)

    view.insights.play_requested.emit((5,))

    assert view.transcript.currentIndex().row() == 5
    view.player.playback.pause()


def test_the_trash_gives_a_meeting_back(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "meetings", ui="en", look="dark")
    view = program.window.presenter("meetings").view  # type: ignore[union-attr]
    assert isinstance(view, MeetingsView)
    title, count = view.model.summary(0).meeting.title, view.model.rowCount()  # type: ignore[union-attr]

    press(qtbot, view.focusProxy(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: view.model.rowCount() == count - 1)
    view._chips.button(TRASH).click()
    qtbot.waitUntil(lambda: [view.model.summary(row).meeting.title for row in range(view.model.rowCount())] == [title])  # type: ignore[union-attr]
    still(qtbot, program)
    assert cut_texts(program.window) == []
    view._restore.click()
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    view._chips.button(TRASH).click()

    qtbot.waitUntil(lambda: view.model.rowCount() == count)


@POPS_UP
def test_date_and_kind_of_a_meeting_are_corrected(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "meetings")
    view = open_newest(qtbot, program)

    view.header._facts.click()
    popup = view.header.findChild(DetailsPopup)
    assert isinstance(popup, DetailsPopup)
    assert cut_texts(popup) == []
    wanted = popup.when.dateTime().addDays(-40)
    popup.when.setDateTime(wanted)
    popup.channels.button(Channel.PHONE.value).click()
    popup.save.click()

    qtbot.waitUntil(lambda: wanted.toString("yyyy-MM-dd HH:mm") in view.header._facts.text())
    assert wording.CHANNELS[Channel.PHONE].text in view.header._facts.text()


@pytest.mark.parametrize(("ui", "told"), [("ja", "読み解き 40%"), ("en", "Reading 40%")])
def test_reading_shows_how_far_it_is(qapp: object, open_program: Open, filled: Path, ui: str, told: str) -> None:
    program = open_program(filled, "meetings", ui=ui)
    progress = Progress(stage=Stage.ANALYSE, done_s=800.0, total_s=2000.0)
    running = Running(
        job_id=JobId("j"), meeting_id=MeetingId("m"), title="長い商談", progress=progress, left_s=70.0, waiting=0
    )

    program.window.strip.show_running(running)

    shown = [each.text() for each in program.window.strip.findChildren(QLabel) if each.isVisible()]
    bar = program.window.strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert told in shown
    assert (bar.isVisible(), bar.value() / bar.maximum()) == (True, 0.4)


@POPS_UP
@pytest.mark.parametrize(("ui", "look"), LOOKS)
def test_the_queue_shows_order_and_failures(qtbot: QtBot, open_program: Open, filled: Path, ui: str, look: str) -> None:
    program = open_program(filled, "meetings", ui=ui, look=look)
    states = (JobState.RUNNING, JobState.QUEUED, JobState.QUEUED, JobState.INTERRUPTED, JobState.FAILED)
    jobs = [
        ListedJob(job=Job(id=JobId(str(place)), meeting_id=MeetingId("m"), state=state), title="長い会社の名前 " * 4)
        for place, state in enumerate(states)
    ]
    strip, wishes = program.window.strip, []
    strip.retried.connect(lambda job_id: wishes.append(("retry", job_id)))
    strip.moved.connect(lambda job_id, step: wishes.append((job_id, step)))

    strip.show_jobs(jobs)
    strip._list.click()
    panel = strip._panel
    assert panel is not None
    qtbot.wait(50)
    for button in panel.findChildren(QAbstractButton):
        if button.isEnabled() and button.accessibleName() in ("Later", "後にする"):
            button.click()
    panel.findChildren(Button)[-1].click()

    assert cut_texts(program.window) == []
    assert cut_texts(panel) == []
    assert wishes == [("1", 1), ("retry", "4")]
    panel.hide()
