"""A protected workspace says nothing to who lacks the passphrase, works like any other, and survives being cut off."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import archive, cipher, database, keyring, opened_files, protecting, sealing
from insight_desktop.store.workspace import Workspace
from tests.ui.filled import fill

PASSPHRASE = "桜の下で 会いましょう"  # noqa: S105 - of a test
SOUND = b"RIFF" + b"the sound of a customer " * 60_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("protecting") / "workspace"
    fill(folder, meetings=2)
    with Workspace.open(folder) as opened:
        for path in opened.meetings.audio_paths():
            opened.audio.absolute(path).write_bytes(SOUND)
        opened.back_up()
    return folder


@pytest.fixture
def plain(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    keyring.lock_all()
    yield shutil.copytree(made, tmp_path / "商談 data")
    opened_files.close()
    keyring.lock_all()


@pytest.fixture
def folder(plain: Path) -> Path:
    protecting.protect(plain, keyring.make(PASSPHRASE))
    return plain


def _rows(folder: Path) -> list[tuple[object, ...]]:
    with Workspace.open(folder) as opened:
        tables = [row[0] for row in opened.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            tuple(row)
            for name in sorted(set(tables) - {"document_short"})
            for row in opened.db.rows(f'SELECT * FROM "{name}"')  # noqa: S608
        ]


def _content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _code(error: pytest.ExceptionInfo[KnownError]) -> ErrorCode:
    return error.value.code


def _sound(opened: Workspace) -> str:
    return min(opened.meetings.audio_paths())


@pytest.mark.parametrize("place", range(len(sealing.MARK)))
def test_a_damaged_mark_does_not_make_a_sealed_sound_a_plain_one(folder: Path, place: int) -> None:
    """It would be sealed once more at the next opening, and nobody could open both."""
    with Workspace.open(folder) as opened:
        sound = opened.audio.absolute(_sound(opened))
    content = bytearray(sound.read_bytes())
    content[place] ^= 0x20
    sound.write_bytes(content)

    with Workspace.open(folder) as opened:
        assert sound.read_bytes() == bytes(content)
        assert opened.audio.readable(_sound(opened)).read_bytes() == SOUND


def test_nothing_of_a_meeting_can_be_read_in_its_files(plain: Path) -> None:
    with Workspace.open(plain) as opened:
        title = opened.meetings.list().meetings[0].meeting.title.encode()
    assert title in _content(plain)

    protecting.protect(plain, keyring.make(PASSPHRASE))

    content = _content(plain)
    assert title not in content
    assert b"the sound of a customer" not in content
    assert b"SQLite format 3" not in content


def test_rows_search_and_new_meetings_are_as_before(plain: Path) -> None:
    before = _rows(plain)
    with Workspace.open(plain) as opened:
        word = opened.meetings.list().meetings[0].meeting.title[:4]
        hits = [repr(hit) for hit in opened.search.find(word)]
    protecting.protect(plain, keyring.make(PASSPHRASE))

    assert _rows(plain) == before
    with Workspace.open(plain) as opened:
        assert hits
        assert [repr(hit) for hit in opened.search.find(word)] == hits


def test_without_its_passphrase_it_stays_closed(folder: Path) -> None:
    keyring.lock_all()

    with pytest.raises(KnownError) as locked:
        Workspace.open(folder)
    with pytest.raises(KnownError) as wrong:
        keyring.unlock(folder, "桜の下で 会いません")

    assert (_code(locked), _code(wrong)) == (ErrorCode.PASSPHRASE_NEEDED, ErrorCode.PASSPHRASE_WRONG)
    keyring.unlock(folder, PASSPHRASE)
    Workspace.open(folder).close()


def test_the_recovery_code_opens_it_however_it_is_typed(plain: Path) -> None:
    keys = keyring.make(PASSPHRASE)
    protecting.protect(plain, keys)
    keyring.lock_all()

    keyring.unlock(plain, keys.code.lower().replace("-", " "))

    Workspace.open(plain).close()


def test_a_new_passphrase_leaves_the_data_alone_and_ends_the_old_one(folder: Path) -> None:
    before = (folder / "insight.db").read_bytes()

    keyring.change(folder, PASSPHRASE, "another passphrase")
    keyring.lock_all()

    assert (folder / "insight.db").read_bytes() == before
    with pytest.raises(KnownError):
        keyring.unlock(folder, PASSPHRASE)
    keyring.unlock(folder, "another passphrase")


def test_taking_it_off_gives_back_every_byte(plain: Path) -> None:
    rows = _rows(plain)
    protecting.protect(plain, keyring.make(PASSPHRASE))

    protecting.unprotect(plain)
    keyring.lock_all()

    assert _rows(plain) == rows
    with Workspace.open(plain) as opened:
        assert opened.audio.absolute(_sound(opened)).read_bytes() == SOUND
    assert not keyring.is_protected(plain)


def test_a_sound_is_read_from_a_private_copy_that_goes_with_the_program(folder: Path) -> None:
    with Workspace.open(folder) as opened:
        copy = opened.audio.readable(_sound(opened))

        assert copy.read_bytes() == SOUND
        assert opened.audio.readable(_sound(opened)) == copy
        if os.name == "posix":
            assert copy.parent.parent.stat().st_mode & 0o777 == 0o700
    assert not copy.exists()


def test_copies_that_a_crash_left_go_at_the_next_opening(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "insight-desktop-opened-999999-1-x"
    left.mkdir()
    (left / "sound.flac").write_bytes(SOUND)

    Workspace.open(folder).close()

    assert not left.exists()


@pytest.mark.parametrize("place", [10, 30, 700_000, -1])
def test_a_changed_byte_of_a_sound_is_told(folder: Path, place: int) -> None:
    with Workspace.open(folder) as opened:
        path = opened.audio.absolute(_sound(opened))
        content = bytearray(path.read_bytes())
        content[place] ^= 1
        path.write_bytes(content)

        with pytest.raises(KnownError) as damaged:
            opened.audio.readable(_sound(opened))

    assert _code(damaged) is ErrorCode.SOUND_DAMAGED


def test_a_sound_that_is_cut_off_at_a_chunk_is_told(folder: Path) -> None:
    with Workspace.open(folder) as opened:
        path = opened.audio.absolute(_sound(opened))
        os.truncate(path, 24 + (1 << 20) + 16)

        with pytest.raises(KnownError) as damaged:
            opened.audio.readable(_sound(opened))

    assert _code(damaged) is ErrorCode.SOUND_DAMAGED


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_any_size_comes_back(tmp_path: Path, size: int) -> None:
    path, key = tmp_path / "a.flac", os.urandom(32)
    path.write_bytes(content := os.urandom(size))

    sealing.seal(path, key)
    assert sealing.is_sealed(path)
    sealing.unseal(path, key)

    assert path.read_bytes() == content


def test_a_new_sound_is_sealed_when_its_meeting_is_known(folder: Path) -> None:
    with Workspace.open(folder) as opened:
        path = opened.audio.absolute(_sound(opened))
        path.write_bytes(SOUND)
        stray = opened.audio_dir / "0000.part.flac"
        stray.write_bytes(SOUND)
    with Workspace.open(folder):
        assert sealing.is_sealed(path)
        assert not sealing.is_sealed(stray)


def test_a_backup_stays_encrypted_and_comes_back(folder: Path, tmp_path: Path) -> None:
    rows = _rows(folder)
    with Workspace.open(folder):
        saved = archive.save(folder, tmp_path / "backup.zip")
    keyring.lock_all()

    with pytest.raises(KnownError) as locked:
        archive.load(saved, tmp_path / "new")
    keyring.unlock_file(archive.keys_of(saved), PASSPHRASE)
    archive.load(saved, tmp_path / "new")

    assert _code(locked) is ErrorCode.PASSPHRASE_NEEDED
    assert _rows(tmp_path / "new") == rows
    assert b"the sound of a customer" not in saved.read_bytes()
    assert not cipher.is_plain(tmp_path / "new" / "insight.db")


def test_it_can_be_moved(folder: Path, tmp_path: Path) -> None:
    rows = _rows(folder)

    archive.copy(folder, tmp_path / "moved")
    keyring.lock_all()
    keyring.unlock(tmp_path / "moved", PASSPHRASE)

    assert _rows(tmp_path / "moved") == rows


def test_an_older_one_is_migrated_after_an_encrypted_backup(folder: Path) -> None:
    with Workspace.open(folder) as opened:
        newest = max(database.names())
        opened.db.run("DELETE FROM _sqlite_migrations WHERE name = ?", (newest,))
        before = database.backups(folder / "insight.db")
    with contextlib.suppress(sqlite3.OperationalError, *cipher.errors()):  # a step may find its own work done
        Workspace.open(folder).close()

    made = [path for path in database.backups(folder / "insight.db") if path not in before]
    assert made
    assert not any(cipher.is_plain(path) for path in made)


def test_a_damaged_database_is_restored_from_its_encrypted_backup(folder: Path) -> None:
    rows = _rows(folder)
    path = folder / "insight.db"
    content = bytearray(path.read_bytes())
    content[200:5000] = os.urandom(4800)
    path.write_bytes(content)

    with pytest.raises(KnownError) as damaged:
        Workspace.open(folder)
    assert _code(damaged) is ErrorCode.DATABASE_DAMAGED
    assert Workspace.restore_backup(folder) is not None
    assert len(_rows(folder)) == len(rows)


def test_a_damaged_key_file_is_replaced_by_its_copy(folder: Path) -> None:
    (folder / keyring.KEYS).write_text("{")
    keyring.lock_all()

    keyring.unlock(folder, PASSPHRASE)

    Workspace.open(folder).close()


def test_nothing_is_begun_while_it_is_open_elsewhere(plain: Path) -> None:
    script = "import sys; from pathlib import Path; from insight_desktop.store.workspace import Workspace\n"
    script += "opened = Workspace.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(plain)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(KnownError) as locked:
            protecting.protect(plain, keyring.make(PASSPHRASE))
        other.communicate(b"")

    assert _code(locked) is ErrorCode.WORKSPACE_LOCKED
    assert not keyring.is_protected(plain)


_CUT_OFF = """
import os, signal, sys
from pathlib import Path
from insight_desktop.store import keyring, protecting
folder, step, is_off = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "off"
count = 0
def look(event, args):
    global count
    if event in ("os.rename", "os.remove") and str(folder) in str(args[0]):
        count += 1
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)
if is_off:
    keyring.unlock(folder, "long enough for this")
else:
    keys = keyring.make("long enough for this")
sys.addaudithook(look)
protecting.unprotect(folder) if is_off else protecting.protect(folder, keys)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
@pytest.mark.parametrize(
    ("step", "way"), [(1, "on"), (3, "on"), (4, "on"), (7, "on"), (2, "off"), (4, "off"), (6, "off")]
)
def test_being_killed_at_any_moment_loses_nothing(plain: Path, step: int, way: str) -> None:
    rows = _rows(plain)
    if way == "off":
        protecting.protect(plain, keyring.make("long enough for this"))
    killed = subprocess.run([sys.executable, "-c", _CUT_OFF, str(plain), str(step), way], check=False)
    assert killed.returncode in (-signal.SIGKILL, 0)
    if keyring.is_protected(plain):
        keyring.unlock(plain, "long enough for this")

    assert _rows(plain) == rows
    with Workspace.open(plain) as opened:
        path = _sound(opened)
        assert opened.audio.readable(path).read_bytes() == SOUND
        assert sealing.is_sealed(opened.audio.absolute(path)) == keyring.is_protected(plain)
    assert cipher.is_plain(plain / "insight.db") != keyring.is_protected(plain)


def test_a_plain_workspace_loads_no_encryption(plain: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from insight_desktop.store.workspace import Workspace\n"
        "Workspace.open(Path(sys.argv[1])).close()\n"
        "sys.exit(bool({'sqlcipher3', 'cryptography'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", script, str(plain)], check=False).returncode == 0
    assert sqlite3.connect(plain / "insight.db").execute("SELECT count(*) FROM meeting").fetchone()[0]
