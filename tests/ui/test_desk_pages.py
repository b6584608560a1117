"""Settings, first steps, health check and guide, used as a user uses them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from insight_desktop import paths, wording
from insight_desktop.health import Finding, Verdict
from insight_desktop.settings.codec import encode
from insight_desktop.settings.file import SettingsFile
from insight_desktop.settings.options import Page, Settings
from insight_desktop.ui.actions import ACTIONS, keys_of, taken_by, with_keys
from insight_desktop.ui.guide.chapters import chapters, with_words
from insight_desktop.ui.guide.view import GuideView
from insight_desktop.ui.health.presenter import HealthPresenter
from insight_desktop.ui.health.report import write_support_file
from insight_desktop.ui.health.view import HealthView, Repair, repair_of
from insight_desktop.ui.language import Language
from insight_desktop.ui.settings.presenter import SettingsPresenter
from insight_desktop.ui.settings.view import SettingsView, unexplained
from insight_desktop.ui.welcome.view import WelcomeView, split_words
from tests.ui.conftest import Open, still

LANGUAGES = ("ja", "en")


def _settings(program: object) -> tuple[SettingsPresenter, SettingsView]:
    presenter = program.window.presenter("settings")  # type: ignore[attr-defined]
    assert isinstance(presenter, SettingsPresenter)
    return presenter, presenter.view


def test_every_option_is_explained_or_shown_where_it_is_used() -> None:
    options = {(group, name): None for group, values in encode(Settings()).items() for name in values}

    assert unexplained(options) == set()


@pytest.mark.parametrize(("ui", "text"), [("ja", "競合"), ("en", "competitor"), ("ja", "rivals")])
def test_the_search_finds_an_option_of_any_section(open_program: Open, filled: Path, ui: str, text: str) -> None:
    _, view = _settings(open_program(filled, "settings", ui=ui))

    view.search.setText(text)

    assert [key for key, line in view.rows.items() if line.isVisible()] == [("transcription", "rivals")]


def test_an_option_is_saved_and_goes_back_to_its_default(open_program: Open, filled: Path) -> None:
    program = open_program(filled, "settings", ui="en")
    _, view = _settings(program)
    line = view.rows["general", "rep_name"]

    line.field.edited.emit("田中")
    assert SettingsFile().load().settings.general.rep_name == "田中"
    assert line._reset.isVisible()
    line._reset.click()

    assert SettingsFile().load().settings.general.rep_name == ""
    assert not line._reset.isVisible()


def test_all_settings_go_back_and_undo_takes_it_back(open_program: Open, filled: Path) -> None:
    program = open_program(filled, "settings", ui="en")
    _, view = _settings(program)
    program.preferences.set("transcription", "vocabulary", ("Acme",))
    program.preferences.set("privacy", "keep_audio_days", 30)

    view.reset_requested.emit()
    after = SettingsFile().load().settings
    program.window._toast._undo.click()

    assert after.privacy.keep_audio_days == 0
    assert after.transcription.vocabulary == ("Acme",)
    assert SettingsFile().load().settings.privacy.keep_audio_days == 30


def test_keys_of_the_user_work_at_once_and_no_two_actions_share_them(
    qtbot: QtBot, open_program: Open, filled: Path
) -> None:
    program = open_program(filled, "settings", ui="en")
    _, view = _settings(program)
    view.go(Page.SHORTCUTS)
    view.keys.chosen.emit("record", "Ctrl+Shift+R")

    with qtbot.waitSignal(program.window.record_requested):
        qtbot.keyClick(
            program.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )  # type: ignore[no-untyped-call]
    program.window.go("settings")
    view.keys._edits["import"].setKeySequence(QKeySequence("Ctrl+Shift+R"))
    view.keys._edits["import"].editingFinished.emit()

    assert program.window.keys["record"] == "Ctrl+Shift+R"
    assert program.window.keys["import"] == "Ctrl+O"


def test_keys_are_kept_only_where_they_differ() -> None:
    own = with_keys((), "guide", "F2")

    assert own == ("guide=F2",)
    assert keys_of(own)["guide"] == "F2"
    assert with_keys(own, "guide", "F1") == ()
    assert taken_by(own, "import", "f2") is next(action for action in ACTIONS if action.id == "guide")
    assert len({keys for keys in keys_of(()).values() if keys}) == sum(bool(action.keys) for action in ACTIONS)


def test_the_workspace_is_backed_up_and_restored_from_the_window(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "settings", ui="en")
    presenter, _ = _settings(program)

    presenter.storage.save(tmp_path / "b.zip")
    still(qtbot, program)
    assert zipfile.is_zipfile(tmp_path / "b.zip")
    presenter.storage.restore(tmp_path / "b.zip")
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)

    assert (tmp_path / "copy.before-restore-1" / "insight.db").is_file()
    assert (copy / "insight.db").is_file()


def test_a_moved_workspace_is_the_default_from_then_on(home: Path, tmp_path: Path) -> None:
    assert paths.default_workspace() == home / "workspace"

    paths.move_default_workspace(tmp_path / "別のディスク")

    assert paths.default_workspace() == tmp_path / "別のディスク"


def test_who_starts_for_the_first_time_sees_the_first_steps_once(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    program = open_program(tmp_path / "new", ui="en")
    qtbot.waitUntil(lambda: program.window.page == "welcome")
    view = program.window.presenter("welcome").view  # type: ignore[union-attr]
    assert isinstance(view, WelcomeView)

    view.name_given.emit("Owen")
    view.words.setPlainText("AeroBoard, Brightline\nClifton Down")
    view.rivals_given.emit(("Rival Ltd",))
    view.profile_chosen.emit("hubspot_notes")
    view._leave.click()
    still(qtbot, program)

    stored = SettingsFile().load().settings
    assert program.window.page == "today"
    assert stored.general.rep_name == "Owen"
    assert stored.transcription.vocabulary == ("AeroBoard", "Brightline", "Clifton Down")
    assert stored.transcription.rivals == ("Rival Ltd",)
    assert stored.export.profile == "hubspot_notes"
    assert program.context is not None
    assert set(program.context.workspace.customers.vocabulary()) == {"AeroBoard", "Brightline", "Clifton Down"}
    assert not open_program(tmp_path / "new2", ui="en").preferences.is_new


def test_the_first_steps_leave_the_language_of_the_command_line(
    qtbot: QtBot, open_program: Open, tmp_path: Path
) -> None:
    program = open_program(tmp_path / "new", ui="en")
    qtbot.waitUntil(lambda: program.window.page == "welcome")

    program.window.go("meetings")

    assert program.preferences.language is Language.ENGLISH
    assert not program.preferences.is_new


def test_who_has_meetings_does_not_see_the_first_steps(open_program: Open, filled: Path) -> None:
    assert open_program(filled, ui="en").window.page == "today"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a, b\nc", ("a", "b", "c")),
        ("・請求クラウド\n・経費ポケット", ("請求クラウド", "経費ポケット")),
        ("甲、乙、甲", ("甲", "乙")),
        ("製品\t価格;x", ("製品", "価格", "x")),
        (" \n ", ()),
    ],
)
def test_a_pasted_list_becomes_words(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words


BAD = (
    Finding(subject="model", name="whisper-base", verdict=Verdict.BAD, detail="x"),
    Finding(subject="database", name="insight.db", verdict=Verdict.BAD, detail="x"),
    Finding(subject="disk", name="0.1 GB", verdict=Verdict.BAD, detail="x"),
    Finding(subject="device", name="sound", verdict=Verdict.ABSENT, detail="x", note="no_sound"),
)


@pytest.mark.parametrize("ui", LANGUAGES)
def test_each_trouble_has_its_button(
    qtbot: QtBot, open_program: Open, filled: Path, monkeypatch: pytest.MonkeyPatch, ui: str
) -> None:
    monkeypatch.setattr("insight_desktop.health.examine", lambda _folder: BAD)
    program = open_program(filled, "health", ui=ui)
    still(qtbot, program)
    view = program.window.presenter("health").view  # type: ignore[union-attr]
    assert isinstance(view, HealthView)
    asked: list[tuple[str, str]] = []
    view.repair_requested.disconnect()
    view.repair_requested.connect(lambda repair, name: asked.append((repair, name)))

    for button in view.findChildren(type(view._again)):
        if button not in (view._again, view._support):
            button.click()

    assert sorted(asked) == sorted((repair_of(one).value, one.name) for one in BAD)  # type: ignore[union-attr]


def test_a_lack_of_space_leads_to_the_settings_of_the_data(open_program: Open, filled: Path) -> None:
    program = open_program(filled, "health", ui="en")
    presenter = program.window.presenter("health")
    assert isinstance(presenter, HealthPresenter)

    presenter.repair(Repair.SPACE, "0.1 GB")

    _, view = _settings(program)
    assert program.window.page == "settings"
    assert view.rows["privacy", "keep_audio_days"].isVisible()


def test_every_note_of_the_health_check_is_in_both_languages() -> None:
    assert all(set(texts) == {"ja", "en"} for texts in wording.HEALTH_NOTES.values())


def test_the_support_file_holds_nothing_of_the_user(home: Path, tmp_path: Path) -> None:
    secret = "山田製作所"  # noqa: S105 - a company
    paths.logs().mkdir(parents=True)
    (paths.logs() / "insight-desktop.log").write_text(
        f"2026-11-28 02:00:00,000 ERROR insight_desktop.ui.errors: bug {secret}\n"
        f'  File "/home/{secret}/insight_desktop/ui/x.py", line 3, in y\n    z({secret})\nValueError: {secret}\n',
        encoding="utf-8",
    )
    settings = Settings()
    for group, name in (("general", "rep_name"), ("export", "folder"), ("recording", "microphone")):
        object.__setattr__(getattr(settings, group), name, secret)
    object.__setattr__(settings.transcription, "vocabulary", (secret,))
    object.__setattr__(settings.transcription, "rivals", (secret,))
    findings = (
        Finding(subject="device", name="microphone", verdict=Verdict.GOOD, detail=secret),
        Finding(subject="disk", name="1 GB", verdict=Verdict.GOOD, detail=str(home / "workspace")),
    )

    written = write_support_file(tmp_path / "s.zip", findings, settings)

    with zipfile.ZipFile(written) as packed:
        whole = "\n".join(packed.read(name).decode() for name in packed.namelist())
        assert json.loads(packed.read("settings.json"))["general"]["theme"] == "system"
    assert secret not in whole
    assert str(home) not in whole
    assert "ValueError" in whole
    assert "ui/x.py" in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_has_the_same_chapters_and_leads_to_pages_that_exist(language: str) -> None:
    import re

    from insight_desktop.ui.page_list import PAGES

    found = chapters(language)
    wanted = {page for chapter in found for page in re.findall(r"\(page:(\w+)\)", chapter.text)}

    assert len(found) == len(chapters("ja"))
    assert wanted <= {page.id for page in PAGES}
    assert [chapter.title for chapter in with_words(found, "BitLocker FileVault")] == [found[-2].title]


def test_the_guide_follows_the_language_and_leads_to_pages(open_program: Open, filled: Path) -> None:
    program = open_program(filled, "guide", ui="ja")
    view = program.window.presenter("guide").view  # type: ignore[union-attr]
    assert isinstance(view, GuideView)

    program.preferences.set("general", "language", "en")
    assert "Keep your data safe" in [view.list.item(row).text() for row in range(view.list.count())]
    view.page_wanted.emit("settings")

    assert program.window.page == "settings"
