"""The window sets a passphrase, asks for it, changes it and takes it off; what is typed wrong does no harm."""

import argparse
import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QDialog, QLabel, QListView
from pytestqt.qtbot import QtBot

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.store import archive, keyring, protecting
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.application import RESTART, Program, preferences_of
from insight_desktop.ui.meeting.presenter import MeetingPresenter
from insight_desktop.ui.protection.code_dialog import CodeDialog
from insight_desktop.ui.protection.code_paper import document_of
from insight_desktop.ui.protection.passphrase_dialog import PassphraseDialog
from insight_desktop.ui.protection.strength import Strength, strength_of
from insight_desktop.ui.protection.unlock_dialog import UnlockDialog
from insight_desktop.ui.settings.presenter import SettingsPresenter
from insight_desktop.ui.wording import sentence
from tests.ui.conftest import Open, still

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PASSPHRASE, OTHER = "桜の下で 会いましょう", "another four words here"


@pytest.fixture
def workspace(tmp_path: Path, filled: Path) -> Iterator[Path]:
    keyring.lock_all()
    yield shutil.copytree(filled, tmp_path / "workspace")
    keyring.lock_all()


@pytest.fixture
def locked(workspace: Path) -> Path:
    protecting.protect(workspace, keyring.make(PASSPHRASE))
    keyring.lock_all()
    return workspace


@pytest.fixture
def start(qtbot: QtBot, qapp: object) -> Iterator[Callable[[Path], Program]]:
    opened: list[Program] = []

    def begin(folder: Path) -> Program:
        options = argparse.Namespace(ui="en", theme="light", data_dir=None, workspace=folder)
        program = Program(qapp, folder, preferences_of(options), runs_jobs=False)  # type: ignore[arg-type]
        opened.append(program)
        program.window.show()
        program.open()
        return program

    yield begin
    for program in opened:
        program.window.close()
        program.close()
        program.languages.remove()
        program.window.deleteLater()


def _dialog(qtbot: QtBot, program: Program, kind: type[QDialog]) -> QDialog:
    def shown() -> list[QDialog]:
        return [each for each in program.window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def _settings(program: Program) -> SettingsPresenter:
    presenter = program.window.presenter("settings")
    assert isinstance(presenter, SettingsPresenter)
    return presenter


def test_a_locked_workspace_opens_with_its_passphrase_after_a_wrong_one(
    qtbot: QtBot, start: Callable[[Path], Program], locked: Path
) -> None:
    program = start(locked)
    dialog = _dialog(qtbot, program, UnlockDialog)
    assert isinstance(dialog, UnlockDialog)

    dialog.field.setText("not the passphrase")
    dialog.unlock.click()
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=20_000)
    assert "passphrase is wrong" in dialog.wrong.text()
    assert program.context is None

    dialog.field.setText(PASSPHRASE)
    dialog.unlock.click()
    qtbot.waitUntil(lambda: program.context is not None, timeout=20_000)
    still(qtbot, program)

    assert program.context is not None
    assert program.context.workspace.meetings.list(limit=1).total == 6


def test_giving_up_closes_the_window(qtbot: QtBot, start: Callable[[Path], Program], locked: Path) -> None:
    program = start(locked)
    dialog = _dialog(qtbot, program, UnlockDialog)

    dialog.reject()

    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert program.context is None


def test_protecting_encrypts_and_starts_again(qtbot: QtBot, open_program: Open, workspace: Path) -> None:
    program = open_program(workspace, "settings", ui="en")
    chosen = _settings(program).protection.protect()
    chosen.new.setText(PASSPHRASE)
    chosen.again.setText(PASSPHRASE)
    assert not chosen.go.isEnabled()
    chosen.understood.setChecked(True)
    chosen.go.click()
    shown = _dialog(qtbot, program, CodeDialog)
    assert isinstance(shown, CodeDialog)
    assert not keyring.is_protected(workspace)
    assert not shown.go.isEnabled()
    shown.kept.setChecked(True)

    with qtbot.waitSignal(program.left, timeout=60_000) as left:
        shown.go.click()

    assert left.args == [RESTART]
    assert keyring.is_protected(workspace)
    assert not (workspace / "insight.db").read_bytes().startswith(b"SQLite")
    keyring.lock_all()
    keyring.unlock(workspace, PASSPHRASE)
    with Workspace.open(workspace) as opened:
        assert opened.meetings.list(limit=1).total == 6


def test_without_having_kept_the_code_nothing_is_encrypted(qtbot: QtBot, open_program: Open, workspace: Path) -> None:
    program = open_program(workspace, "settings", ui="en")
    chosen = _settings(program).protection.protect()
    chosen.new.setText(PASSPHRASE)
    chosen.again.setText(PASSPHRASE)
    chosen.understood.setChecked(True)
    chosen.go.click()

    _dialog(qtbot, program, CodeDialog).reject()
    still(qtbot, program)

    assert not keyring.is_protected(workspace)


def test_changing_refuses_a_wrong_passphrase_and_takes_the_right_one(
    qtbot: QtBot, open_program: Open, locked: Path
) -> None:
    keyring.unlock(locked, PASSPHRASE)
    program = open_program(locked, "settings", ui="en")
    chosen = _settings(program).protection.change()
    chosen.new.setText(OTHER)
    chosen.again.setText(OTHER)
    chosen.old.setText("not the passphrase")
    chosen.go.click()
    qtbot.waitUntil(chosen.wrong.isVisible, timeout=20_000)

    chosen.old.setText(PASSPHRASE)
    chosen.go.click()
    _dialog(qtbot, program, CodeDialog)

    keyring.lock_all()
    keyring.unlock(locked, OTHER)


def test_taking_the_protection_off_decrypts_after_the_passphrase(
    qtbot: QtBot, open_program: Open, locked: Path
) -> None:
    keyring.unlock(locked, PASSPHRASE)
    program = open_program(locked, "settings", ui="en")
    dialog = _settings(program).protection.end()
    assert isinstance(dialog, UnlockDialog)
    dialog.field.setText(PASSPHRASE)

    with qtbot.waitSignal(program.left, timeout=60_000):
        dialog.unlock.click()

    assert not keyring.is_protected(locked)
    assert (locked / "insight.db").read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_damaged_sound_is_told_in_a_sentence_beside_its_text(
    qtbot: QtBot, open_program: Open, locked: Path, ui: str
) -> None:
    keyring.unlock(locked, PASSPHRASE)
    with Workspace.open(locked) as workspace:
        recordings = (
            found
            for each in workspace.meetings.list().meetings
            for found in workspace.meetings.recordings(each.meeting.id)
        )
        recording = next(each for each in recordings if workspace.audio.absolute(each.path).is_file())
        sealed = workspace.audio.absolute(recording.path)
    data = bytearray(sealed.read_bytes())
    data[len(data) // 2] ^= 1
    sealed.write_bytes(data)
    program = open_program(locked, ui=ui)

    program.window.go("meeting", recording.meeting_id)
    still(qtbot, program)

    presenter = program.window.presenter("meeting")
    assert isinstance(presenter, MeetingPresenter)
    said = sentence(KnownError(ErrorCode.SOUND_DAMAGED, path=sealed.name))
    told = [each.text() for each in presenter.view.player.findChildren(QLabel) if each.isVisible()]
    assert said in told
    assert not presenter.view.player.playback.is_ready
    assert presenter.view.findChildren(QListView)


def test_restoring_an_encrypted_backup_asks_for_its_passphrase(
    qtbot: QtBot, open_program: Open, workspace: Path, tmp_path: Path
) -> None:
    protected = shutil.copytree(workspace, tmp_path / "protected")
    protecting.protect(protected, keyring.make(PASSPHRASE))
    backup = archive.save(protected, tmp_path / "backup.zip")
    keyring.lock_all()
    program = open_program(workspace, "settings", ui="en")
    _settings(program).storage.restore(backup)
    dialog = _dialog(qtbot, program, UnlockDialog)
    assert isinstance(dialog, UnlockDialog)
    dialog.field.setText(PASSPHRASE)

    with qtbot.waitSignal(program.left, timeout=60_000):
        dialog.unlock.click()

    assert keyring.is_protected(workspace)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("password", Strength.WEAK),
        ("sunny harbor", Strength.FAIR),
        ("correct horse battery staple", Strength.STRONG),
        ("桜の下で 会いましょう", Strength.STRONG),
    ],
)
def test_strength_counts_kinds_and_letters(passphrase: str, expected: Strength) -> None:
    assert strength_of(passphrase) is expected


def test_the_dialog_waits_for_two_equal_passphrases_that_are_long_enough(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None)
    qtbot.addWidget(dialog)
    dialog.understood.setChecked(True)

    dialog.new.setText("short")
    dialog.again.setText("short")
    assert not dialog.go.isEnabled()
    dialog.new.setText(PASSPHRASE)
    assert not dialog.go.isEnabled()
    dialog.again.setText(PASSPHRASE)

    assert dialog.go.isEnabled()


def test_the_code_is_saved_as_text_and_a_place_that_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CodeDialog(None, "ABCD-EFGH")
    qtbot.addWidget(dialog)

    dialog.save(tmp_path / "missing" / "code.txt")
    assert not dialog.told.isHidden()
    dialog.save(tmp_path / "code.txt")

    assert "ABCD-EFGH" in (tmp_path / "code.txt").read_text(encoding="utf-8")


def test_the_code_goes_on_paper_with_what_it_is_for(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CodeDialog(None, "ABCD-EFGH")
    qtbot.addWidget(dialog)
    sheet = document_of("ABCD-EFGH", dt.date(2026, 11, 28)).toPlainText()
    assert "ABCD-EFGH" in sheet
    assert "2026" in sheet

    dialog.print_to(QPdfWriter(str(tmp_path / "code.pdf")))

    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    assert not dialog.told.isHidden()
    assert not dialog.go.isEnabled()
