"""The file opens safely: newer refused, damaged restored, migrations whole or not at all."""

import contextlib
import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import database, migrations
from insight_desktop.store.database import Database
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting, transcribed


def schema_of(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return sorted(row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_fresh_schema_equals_one_migrated_step_by_step(tmp_path: Path):
    """A workspace that grew through every version looks like a new one."""
    Database(tmp_path / "fresh.db").close()
    for number in range(1, len(migrations.names()) + 1):
        with contextlib.closing(sqlite3.connect(tmp_path / "grown.db")) as connection:
            later = sorted(migrations.names())[number:]
            migrations.migrations.apply(sqlite_utils.Database(connection), stop_before=later[:1] or None)
    assert schema_of(tmp_path / "fresh.db") == schema_of(tmp_path / "grown.db")


def test_older_workspace_is_backed_up_then_migrated(tmp_path: Path):
    path = tmp_path / "insight.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        migrations.migrations.apply(sqlite_utils.Database(connection), stop_before="m0003_transcripts")
        connection.execute(
            "INSERT INTO customer (id, changed_at, name, folded, key) VALUES ('1', '2026', '山田', '山田', '山田')"
        )
        connection.commit()
    before = schema_of(path)
    with contextlib.closing(Database(path)) as db:
        assert db.rows("SELECT name FROM customer")[0]["name"] == "山田"
    (backup,) = database.backups(path)
    assert schema_of(backup) == before


def test_failing_migration_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "insight.db"
    Database(path).close()
    before = schema_of(path)
    broken = Migrations("insight_desktop")
    for name in sorted(migrations.names()):
        broken(name=name)(lambda _db: None)

    @broken(name="m9999_breaks")
    def _breaks(db: sqlite_utils.Database) -> None:
        db.execute("CREATE TABLE half (id TEXT)")
        raise RuntimeError

    monkeypatch.setattr(database, "migrations", broken)
    monkeypatch.setattr(database, "names", lambda: migrations.names() | {"m9999_breaks"})
    with pytest.raises(RuntimeError):
        Database(path)
    monkeypatch.undo()
    assert schema_of(path) == before
    Database(path).close()


def _die_in_migration(path: Path) -> None:
    dying = Migrations("insight_desktop")
    for name in sorted(migrations.names()):
        dying(name=name)(lambda _db: None)

    @dying(name="m9999_dies")
    def _dies(db: sqlite_utils.Database) -> None:
        db.execute("CREATE TABLE half (id TEXT)")
        os._exit(9)

    database.migrations = dying
    database.names = lambda: migrations.names() | {"m9999_dies"}
    Database(path)


def test_process_killed_in_a_migration_leaves_the_file_as_it_was(tmp_path: Path):
    path = tmp_path / "insight.db"
    with Workspace.open(tmp_path) as workspace:
        a_meeting(workspace)
    before = schema_of(path)
    child = multiprocessing.get_context("spawn").Process(target=_die_in_migration, args=(path,))
    child.start()
    child.join()
    assert child.exitcode == 9
    child.close()
    assert schema_of(path) == before
    with Workspace.open(tmp_path) as workspace:
        assert workspace.meetings.list().total == 1


def test_newer_workspace_is_refused_and_untouched(tmp_path: Path):
    path = tmp_path / "insight.db"
    Database(path).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('insight_desktop', 'm9', '2030')"
        )
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        Database(path)
    assert caught.value.code is ErrorCode.DATABASE_NEWER
    assert path.read_bytes() == before


def test_database_cut_at_any_place_opens_whole_or_says_so(tmp_path: Path):
    """A cut file is either refused with the name of its backup, or every row in it is there."""
    whole = tmp_path / "whole"
    with Workspace.open(whole) as workspace:
        transcribed(workspace)
        workspace.back_up()
    data = (whole / "insight.db").read_bytes()
    backup = database.backups(whole / "insight.db")[0].read_bytes()
    cut_at = {0, 1, 99, 100, 4095, 4096, 4097, len(data) - 1, *range(5000, len(data), len(data) // 60)}
    for number, length in enumerate(sorted(cut_at)):
        folder = tmp_path / f"cut{number}"
        folder.mkdir()
        (folder / "insight.db").write_bytes(data[:length])
        (folder / "insight.db.001.backup").write_bytes(backup)
        with pytest.raises(KnownError) as caught, Workspace.open(folder):
            pass
        assert caught.value.code is ErrorCode.DATABASE_DAMAGED, length
        assert caught.value.params["backup"].endswith("insight.db.001.backup")
        assert Workspace.restore_backup(folder) is not None
        with Workspace.open(folder) as workspace:
            assert workspace.meetings.list().meetings[0].segments == 4
        assert (folder / "insight.db.damaged").read_bytes() == data[:length]


def test_damage_inside_is_found_after_a_crash(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        transcribed(workspace)
    path = tmp_path / "insight.db"
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(data)
    (tmp_path / "insight.db-open.999999999").touch()
    with pytest.raises(KnownError) as caught, Workspace.open(tmp_path):
        pass
    assert caught.value.code is ErrorCode.DATABASE_DAMAGED


def test_a_changed_byte_in_the_header_is_damage(tmp_path: Path):
    """SQLite gives «unsupported file format» no number of its own."""
    Workspace.open(tmp_path).close()
    path = tmp_path / "insight.db"
    data = bytearray(path.read_bytes())
    data[44:48] = (9).to_bytes(4, "big")  # the number of the schema's format
    path.write_bytes(data)
    (tmp_path / "insight.db-open.999999999").touch()
    with pytest.raises(KnownError) as caught, Workspace.open(tmp_path):
        pass
    assert caught.value.code is ErrorCode.DATABASE_DAMAGED


def test_a_changed_byte_in_a_text_is_damage_when_it_is_read(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        workspace.db.connection.execute("CREATE TABLE probe (text TEXT)")
        workspace.db.connection.execute("INSERT INTO probe VALUES (CAST(x'E38182FF' AS TEXT))")
        for read in (workspace.db.rows, workspace.db.row):
            with pytest.raises(KnownError) as caught:
                read("SELECT text FROM probe")
            assert caught.value.code is ErrorCode.DATABASE_DAMAGED
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            workspace.db.rows("SELECT 1 FROM nowhere")


def test_damage_without_a_backup_says_so(tmp_path: Path):
    (tmp_path / "insight.db").write_bytes(b"this is no database, just text that is long enough" * 100)
    with pytest.raises(KnownError) as caught, Workspace.open(tmp_path):
        pass
    assert caught.value.code is ErrorCode.DATABASE_DAMAGED
    assert Workspace.restore_backup(tmp_path) is None


def test_damaged_backup_is_passed_over(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        a_meeting(workspace)
        good = workspace.back_up()
        workspace.back_up().write_bytes(b"broken")
    assert database.latest_backup(tmp_path / "insight.db") == good


def test_old_backups_are_dropped(tmp_path: Path):
    with Workspace.open(tmp_path) as workspace:
        kept = [workspace.back_up() for _ in range(5)]
    assert database.backups(tmp_path / "insight.db") == kept[2:]


def _write_meetings(path: Path, count: int) -> None:
    with Workspace.open(path) as workspace:
        for number in range(count):
            a_meeting(workspace, title=f"会議 {number}")


def test_two_processes_open_and_write_one_new_workspace(tmp_path: Path):
    """Neither the race to create it nor writes in turn lose anything."""
    context = multiprocessing.get_context("spawn")
    children = [context.Process(target=_write_meetings, args=(tmp_path, 10)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
        assert child.exitcode == 0
        child.close()
    with Workspace.open(tmp_path) as workspace:
        assert workspace.meetings.list().total == 20
        assert workspace.search.count("会議") == 20


def test_only_one_process_runs_jobs_while_others_read(tmp_path: Path):
    with Workspace.open(tmp_path) as window, Workspace.open(tmp_path) as command:
        window.claim()
        with pytest.raises(KnownError) as caught:
            command.claim()
        assert caught.value.code is ErrorCode.WORKSPACE_LOCKED
        a_meeting(window)
        assert command.meetings.list().total == 1
        window.close()
        command.claim()


def test_day_s_work_ends_with_one_backup(tmp_path: Path):
    for _ in range(2):
        with Workspace.open(tmp_path) as workspace:
            workspace.claim()
            a_meeting(workspace)
    (backup,) = database.backups(tmp_path / "insight.db")
    os.utime(backup, (0, 0))
    with Workspace.open(tmp_path) as workspace:
        workspace.claim()
    assert len(database.backups(tmp_path / "insight.db")) == 2


def test_backup_that_cannot_be_made_does_not_keep_the_workspace_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(database, "back_up", refuse)
    with Workspace.open(tmp_path) as workspace:
        workspace.claim()
    assert "backup" in caplog.text
    assert not list(tmp_path.glob("insight.db-open.*"))


def test_folder_that_is_a_file_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as caught, Workspace.open(tmp_path / "file"):
        pass
    assert caught.value.code is ErrorCode.PERMISSION_REFUSED


def test_failed_transaction_leaves_nothing(workspace: Workspace):
    def fail() -> None:
        with workspace.db.atomic():
            a_meeting(workspace)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert workspace.meetings.list().total == 0
    assert workspace.search.count("山田製作所") == 0


def test_busy_database_is_a_known_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.01)
    with Workspace.open(tmp_path) as one, Workspace.open(tmp_path) as other, one.db.atomic():
        with pytest.raises(KnownError) as caught:
            a_meeting(other)
        assert caught.value.code is ErrorCode.WORKSPACE_LOCKED
