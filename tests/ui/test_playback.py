"""The first click on a line plays that line, not the beginning: the file is opened by that very click."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.ui.meeting.playback import Playback
from tests.audio.media import tone, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_first_click_plays_from_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    playback, places = Playback(), []
    playback.moved.connect(places.append)
    playback.use(write(tmp_path / "long.wav", tone(120.0), codec="pcm_s16le"))

    playback.play(100.0)
    qtbot.waitUntil(lambda: playback.is_playing and playback.at > 100.2, timeout=15_000)
    playback.pause()

    assert places[0] == 100.0
    assert min(places) >= 99.0
    playback.use(None)
