"""The home page says how much there is, also where it shows only the most urgent."""

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.today import content
from insight_desktop.ui.widgets.link import Link
from tests.ui import filled
from tests.ui.conftest import Open


def test_what_is_not_shown_is_counted(tmp_path: Path) -> None:
    """Sixteen were shown of a hundred promises, and «16» was said."""
    filled.fill(tmp_path, meetings=8)
    with Workspace.open(tmp_path) as workspace:
        found = content.read(workspace, filled.NOW.date() + dt.timedelta(days=1))
        meetings = workspace.meetings.list().meetings
    assert len(found.promises) == 16
    assert found.promised == sum(summary.open_steps for summary in meetings) > 16
    assert found.unset == len(found.to_check)


def test_the_page_says_how_many_more_there_are_and_leads_to_the_words(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    filled.fill(tmp_path / "workspace", meetings=8)
    program = open_program(tmp_path / "workspace", "today", ui="ja")
    view = program.window.presenter("today").view  # type: ignore[union-attr]
    texts = [each.text() for each in view.findChildren(QLabel) if each.isVisible()]
    assert any(text.startswith("ほか") for text in texts)
    opened: list[str] = []
    view.open_requested.disconnect()
    view.open_requested.connect(opened.append)
    view.findChildren(Link)[0].click()
    assert "#" in opened[0]
