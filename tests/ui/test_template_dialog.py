"""The form of the minutes is changed in the window and holds for the next minutes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from insight_desktop.domain.insight import MinutesSection
from insight_desktop.insights.minutes_template import load_template, parse_template, shipped_template, written
from insight_desktop.ui.meeting.template_dialog import TemplateDialog


@pytest.fixture
def dialog(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TemplateDialog]:
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    yield TemplateDialog(parent, "ja")
    parent.close()


def test_order_title_and_length_are_kept(dialog: TemplateDialog):
    dialog.move_section(1, -1)
    _, title, lines = dialog._boxes[0]
    title.setText('御社の"今"\\')
    lines.setCurrentIndex(6)
    dialog._boxes[1][0].setChecked(False)
    dialog.length.setText("800")
    dialog.save_button.click()
    kept = load_template()
    assert kept.sections[0].section is MinutesSection.SITUATION
    assert kept.sections[0].title("ja") == '御社の"今"\\'
    assert kept.sections[0].title("en") == "Situation"
    assert (kept.sections[0].lines, kept.sections[1].lines) == (7, 0)
    assert (kept.longest("ja"), kept.longest("en")) == (800, 1000)


def test_unchanged_form_leaves_no_file(dialog: TemplateDialog, tmp_path: Path):
    said: list[bool] = []
    dialog.saved.connect(said.append)
    dialog.save_button.click()
    assert said == [True]
    assert not (tmp_path / "templates" / "minutes.toml").exists()


def test_written_form_reads_back():
    assert parse_template(written(shipped_template())) == shipped_template()
