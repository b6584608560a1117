"""Customers come from a CSV in the window: columns, a look at what will happen, the report, and back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.ui.application import Program
from insight_desktop.ui.importing.csv_dialog import CsvDialog
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = "顧客名,区分,ランク,ＮＰＳ\n㈱山田製作所,既存,A,45\n有限会社あおば,新規,B,abc\n（有）あおば,,C,8\n,空,,\n"


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    (tmp_path / "顧客.csv").write_bytes(TEXT.encode("cp932"))
    return copy


def _dialog(qtbot: QtBot, program: Program, *paths: Path) -> CsvDialog:
    program.window.take_files(paths)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CsvDialog)))
    still(qtbot, program)
    return program.window.findChildren(CsvDialog)[-1]


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_a_file_is_looked_at_imported_and_taken_back(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path, ui: str, look: str
) -> None:
    program = open_program(folder, "customers", ui=ui, look=look)
    assert program.context is not None
    customers = program.context.workspace.customers
    before = customers.list()
    dialog = _dialog(qtbot, program, tmp_path / "顧客.csv")
    assert "CP932" in dialog._facts.text()
    assert [box.currentData() for box in dialog.boxes.values()] == ["name", "segment", "", "nps"]
    assert cut_texts(dialog) == []
    assert customers.list() == before

    dialog.boxes[2].setCurrentIndex(dialog.boxes[2].findData("segment"))
    still(qtbot, program)
    assert dialog.mapping() == {"顧客名": "name", "区分": "", "ランク": "segment", "ＮＰＳ": "nps"}
    dialog.bring.click()
    still(qtbot, program)
    (yamada,) = customers.named("山田製作所")
    (aoba,) = customers.named("あおば")
    assert (yamada.nps, yamada.segment, aoba.nps, aoba.segment) == (45, "A", 8, "C")
    assert cut_texts(dialog) == []
    dialog.undo.click()
    still(qtbot, program)
    assert customers.list() == before
    assert not dialog.undo.isVisible()
    dialog.reject()


def test_several_files_come_one_after_the_other_and_one_that_cannot_be_read_is_told(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path
) -> None:
    program = open_program(folder, "customers")
    broken = tmp_path / "a.csv"
    broken.write_bytes(b"\x00\xff\x00")
    dialog = _dialog(qtbot, program, broken, tmp_path / "顧客.csv")
    assert "a.csv" in program.window._toast._text.text()
    dialog.kinds.chosen.emit("deals")
    still(qtbot, program)
    assert not dialog.bring.isEnabled()
    dialog.reject()
    still(qtbot, program)


def test_columns_of_one_name_can_be_chosen_one_by_one(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("会社名,会社名,電話番号,電話番号\n山田商店,ヤマダ,1,2\nさくら,サクラ,3,4,5\n", encoding="utf-8")
    program = open_program(folder, "customers")
    dialog = _dialog(qtbot, program, path)
    assert [box.currentData() for box in dialog.boxes.values()] == ["name", "", "phone", ""]
    assert dialog.bring.isEnabled()
    dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("name"))
    still(qtbot, program)
    assert [box.currentData() for box in dialog.boxes.values()] == ["", "name", "phone", ""]
    dialog.bring.click()
    still(qtbot, program)
    assert program.context is not None
    assert len(program.context.workspace.customers.named("ヤマダ")) == 1
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert "3行目: 見出しのない列に「5」があります。区切り文字が値の中にないか確かめてください。" in told
    dialog.reject()


def test_every_cell_that_cannot_be_read_is_shown_before_the_import(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("会社名,NPS,更新日\n甲社,十一,来年\n", encoding="utf-8-sig")
    dialog = _dialog(qtbot, open_program(folder, "customers"), path)
    told = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert {"2 行目: 「NPS(推奨度)」の値「十一」を読めません。", "2 行目: 「更新日」の値「来年」を読めません。"} <= set(
        told
    )
    assert any(text.endswith("UTF-8") for text in told)
    assert "各行がどうなるかを調べています …" not in told
    dialog.show_working(brings=True)
    assert dialog._tells.text() == "取り込んでいます …"
    assert not dialog.bring.isEnabled()
    dialog.reject()
