"""«Play all»: one clip after the other, with pause, next, stop, and a word where nothing can be heard."""

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from insight_desktop.domain.managing import Clip
from insight_desktop.ui import clips
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.trends.presenter import TrendsPresenter
from tests.ui.conftest import Open, still


class FakePlayback(QObject):
    """Plays when the test says so."""

    moved = Signal(float)
    playing_changed = Signal(bool)
    made: ClassVar[list["FakePlayback"]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_playing, self.begun = False, []
        self.made.append(self)

    def use(self, _path: Path) -> None:
        self.is_playing = False

    def play(self, start: float = -1.0) -> None:
        self.begun.append(start)
        self.is_playing = True
        self.playing_changed.emit(True)

    def pause(self) -> None:
        self.is_playing = False
        self.playing_changed.emit(False)


@pytest.fixture
def presenter(
    qtbot: QtBot, open_program: Open, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[TrendsPresenter, str]:
    monkeypatch.setattr(clips, "Playback", FakePlayback)
    program = open_program(filled, "trends")
    still(qtbot, program)
    found = program.window.presenter("trends")
    assert isinstance(found, TrendsPresenter)
    return found, program.context.workspace.meetings.list(limit=1).meetings[0].meeting.id  # type: ignore[union-attr]


def clip(meeting: str, start: float) -> Clip:
    return Clip(meeting_id=meeting, start=start, end=start + 2, words=f"at {start}")  # type: ignore[arg-type]


def test_clips_follow_each_other_and_the_bar_says_which(presenter: tuple[TrendsPresenter, str]) -> None:
    page, meeting = presenter
    player: ClipPlayer = page._player
    bar, playback = page.view.clips, player._playback

    player.play([clip(meeting, 5.0), clip("gone", 1.0), clip(meeting, 9.0)])
    assert bar.isVisible()
    assert bar._count.text() == "1 / 2"
    assert bar._words.text() == "at 5.0"

    playback.moved.emit(6.0)
    playback.moved.emit(7.1)
    assert (bar._count.text(), playback.begun) == ("2 / 2", [4.8, 8.8])
    bar._back.click()
    assert bar._count.text() == "1 / 2"
    bar._next.click()
    playback.moved.emit(9.5)
    playback.pause()  # the recording ends before its clip does
    assert not bar.isVisible()


def test_pause_keeps_the_place_and_stop_is_silent(presenter: tuple[TrendsPresenter, str]) -> None:
    page, meeting = presenter
    bar, player = page.view.clips, page._player

    player.play([clip(meeting, 5.0)])
    player._playback.moved.emit(5.5)
    bar._toggle.click()
    assert bar.isVisible()
    assert not player._playback.is_playing
    bar._toggle.click()
    assert player._playback.is_playing
    with_place: list[str] = []
    bar.opened.connect(with_place.append)
    bar._title.click()
    assert with_place == [f"{meeting}@5.00"]
    bar._stop.click()
    assert not bar.isVisible()


def test_a_list_without_sound_says_so(presenter: tuple[TrendsPresenter, str]) -> None:
    page, _ = presenter

    page._player.play([clip("gone", 1.0)])

    assert not page.view.clips.isVisible()
    assert page.view.window()._toast.isVisible()  # type: ignore[attr-defined]


def test_a_meeting_that_is_opened_at_a_line_plays_from_there(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "today")
    meeting = program.context.workspace.meetings.list(limit=1).meetings[0].meeting.id  # type: ignore[union-attr]

    program.window.go("meeting", f"{meeting}#12")
    still(qtbot, program)

    view = program.window.presenter("meeting").view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.player.playback.at == pytest.approx(view._content.lines[12].start))
    qtbot.waitUntil(lambda: view.transcript.visualRect(view.transcript.lines.index(12)).top() >= 0)
    shown = view.transcript.visualRect(view.transcript.lines.index(12))
    assert view.transcript.viewport().rect().contains(shown)
