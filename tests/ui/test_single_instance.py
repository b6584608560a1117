"""A second start finds the first."""

from pathlib import Path
from typing import Any

from insight_desktop.ui.single_instance import SingleInstance


def test_second_start_calls_the_first(qtbot: Any, tmp_path: Path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    with qtbot.waitSignal(first.called):
        assert not second.is_first()
    first.close()
    assert second.is_first()
    second.close()


def test_another_workspace_has_its_own_window(qtbot: Any, tmp_path: Path):
    first, second = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert first.is_first()
    assert second.is_first()
    first.close()
    second.close()
