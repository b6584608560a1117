"""A folder appears whole or not at all."""

import errno
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models.placing import new_folder


def test_folder_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "models" / "some"
    with new_folder(target) as making:
        (making / "a").write_text("1")
        assert not target.exists()

    assert (target / "a").read_text() == "1"
    assert list(target.parent.iterdir()) == [target]


def test_failure_leaves_the_earlier_folder(tmp_path: Path) -> None:
    target = tmp_path / "some"
    with new_folder(target) as making:
        (making / "a").write_text("old")

    with pytest.raises(FileNotFoundError), new_folder(target) as making:
        (making / "not there" / "a").write_text("new")

    assert (target / "a").read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, ErrorCode.DISK_FULL), (errno.EROFS, ErrorCode.PERMISSION_REFUSED)],
)
def test_trouble_with_the_disk_is_explained(tmp_path: Path, number: int, code: ErrorCode) -> None:
    with pytest.raises(KnownError) as caught, new_folder(tmp_path / "some"):
        raise OSError(number, os.strerror(number))

    assert caught.value.code is code
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    left, young = tmp_path / ".some-killed", tmp_path / ".some-working"
    left.mkdir()
    young.mkdir()
    os.utime(left, (0, 0))

    with new_folder(tmp_path / "some"):
        pass

    assert not left.exists()
    assert young.exists()


def test_many_that_make_the_same_folder_at_once_all_end_well(tmp_path: Path) -> None:
    """The window and its helpers may each be the first to need a model."""
    target, start = tmp_path / "model", threading.Barrier(6)

    def make(name: str) -> None:
        start.wait()
        for _ in range(20):
            with new_folder(target) as making:
                (making / "whose").write_text(name, encoding="utf-8")

    with ThreadPoolExecutor(max_workers=6) as makers:
        list(makers.map(make, "abcdef"))

    assert (target / "whose").read_text(encoding="utf-8") in "abcdef"
    assert list(tmp_path.iterdir()) == [target]
