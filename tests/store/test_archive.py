"""A backup comes back whole, and nothing hostile or broken replaces a workspace."""

import shutil
import zipfile
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import archive
from insight_desktop.store.workspace import Workspace
from tests.ui.filled import fill


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "workspace"
    fill(folder, meetings=2)
    return folder


@pytest.fixture
def workspace(tmp_path: Path, made: Path) -> Path:
    folder = shutil.copytree(made, tmp_path / "商談 data")
    (folder / "exports" / "金曜.csv").write_text("a", encoding="utf-8")
    return folder


def _titles(folder: Path) -> list[str]:
    with Workspace.open(folder) as opened:
        return [row.meeting.title for row in opened.meetings.list().meetings]


def _files(folder: Path) -> set[str]:
    return {path.name for part in ("audio", "exports") for path in (folder / part).iterdir()}


def test_a_backup_of_an_open_workspace_comes_back_whole(tmp_path: Path, workspace: Path) -> None:
    titles, files = _titles(workspace), _files(workspace)
    with Workspace.open(workspace) as opened:
        saved = archive.save(workspace, tmp_path / "backup.zip")
        opened.meetings.trash(opened.meetings.list().meetings[0].meeting.id)
    (workspace / "exports" / "金曜.csv").unlink()

    old = archive.load(saved, workspace)

    assert _titles(workspace) == titles
    assert _files(workspace) == files
    assert old is not None
    assert len(_titles(old)) == len(titles) - 1


def test_a_backup_opens_where_nothing_was(tmp_path: Path, workspace: Path) -> None:
    saved = archive.save(workspace, tmp_path / "backup.zip")

    assert archive.load(saved, tmp_path / "new") is None
    assert _titles(tmp_path / "new") == _titles(workspace)


def test_a_copy_is_the_same_and_the_original_stays(tmp_path: Path, workspace: Path) -> None:
    titles = _titles(workspace)
    copied = archive.copy(workspace, tmp_path / "disk" / "InsightDesktop")

    assert _titles(copied) == titles == _titles(workspace)
    assert _files(copied) == _files(workspace)


@pytest.mark.parametrize("place", ["full", "itself", "inside"])
def test_a_copy_never_writes_into_what_is_there(tmp_path: Path, workspace: Path, place: str) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("x")
    target = {"full": full, "itself": workspace, "inside": workspace / "audio" / "x"}[place]

    with pytest.raises(KnownError) as caught:
        archive.copy(workspace, target)

    assert caught.value.code is ErrorCode.FOLDER_NOT_EMPTY
    assert [path.name for path in full.iterdir()] == ["letter.txt"]


def _hostile(path: Path, kind: str, whole: bytes) -> Path:
    added = {
        "outside": {"../evil.txt": b"x"},
        "absolute": {"/tmp/evil.txt": b"x"},  # noqa: S108 - never written
        "backslash": {"audio\\..\\..\\evil.txt": b"x"},
        "foreign": {"settings.json": b"{}"},
    }
    instead = {
        "no database": {"audio/a.wav": b"x"},
        "no sqlite": {"insight.db": b"x" * 5000},
        "cut database": {"insight.db": whole[: len(whole) // 2]},
        "other database": {"insight.db": b""},
    }
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in instead.get(kind, {"insight.db": whole, **added.get(kind, {})}).items():
            packed.writestr(name, content)
    data = path.read_bytes()
    spoiled = {
        "no zip": b"PK no zip at all",
        "cut off": data[: len(data) // 2],
        "changed": data[:5000] + b"\0\1\2\3" * 50 + data[5200:],
    }
    path.write_bytes(spoiled.get(kind, data))
    return path


@pytest.mark.parametrize(
    "kind",
    [
        *("outside", "absolute", "backslash", "foreign", "no database", "no sqlite", "cut database", "other database"),
        *("no zip", "cut off", "changed"),
    ],
)
def test_what_is_no_whole_backup_changes_nothing(tmp_path: Path, workspace: Path, kind: str) -> None:
    titles = _titles(workspace)
    with zipfile.ZipFile(archive.save(workspace, tmp_path / "good.zip")) as good:
        whole = good.read("insight.db")
    bad = _hostile(tmp_path / "bad.zip", kind, whole)
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(KnownError) as caught:
        archive.load(bad, workspace)

    assert caught.value.code is ErrorCode.BACKUP_UNREADABLE
    assert _titles(workspace) == titles
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_full_disk_is_said_before_anything_is_written(
    tmp_path: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_SPARE_BYTES", 1 << 60)
    for attempt in (
        lambda: archive.save(workspace, tmp_path / "b.zip"),
        lambda: archive.copy(workspace, tmp_path / "c"),
    ):
        with pytest.raises(KnownError) as caught:
            attempt()
        assert caught.value.code is ErrorCode.DISK_FULL

    assert [path.name for path in tmp_path.iterdir()] == [workspace.name]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, workspace: Path) -> None:
    with pytest.raises(KnownError) as caught:
        archive.save(workspace, tmp_path / "no" / "such" / "folder.zip")

    assert caught.value.code is ErrorCode.FILE_MISSING
