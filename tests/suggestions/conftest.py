"""A fresh workspace for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from insight_desktop.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "商談 ワークスペース") as opened:
        yield opened
