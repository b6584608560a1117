"""The catalogue is edited in the window; each change is taken back by the line at the foot."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.domain.suggestion import Product, ProductPurpose
from insight_desktop.ui.application import Program
from insight_desktop.ui.catalogue.presenter import CataloguePresenter
from insight_desktop.ui.catalogue.view import CatalogueView
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    return copy


def _open(qtbot: QtBot, open_program: Open, folder: Path) -> tuple[Program, CataloguePresenter, CatalogueView]:
    program = open_program(folder, "catalogue")
    presenter = program.window.presenter("catalogue")
    assert isinstance(presenter, CataloguePresenter)
    presenter.view.catalogue_chosen.emit("ja")
    still(qtbot, program)
    return program, presenter, presenter.view


def _stored(program: Program) -> tuple[Product, ...]:
    assert program.context is not None
    return program.context.workspace.products.catalogue("ja")


def test_a_product_is_added_changed_deleted_and_each_is_undone(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, _presenter, view = _open(qtbot, open_program, folder)
    before = _stored(program)
    view.added.emit()
    dialog = view.findChild(SheetDialog)
    for key, text in {
        "name": "経費ノート 全社",
        "id": "KEI-ALL",
        "tier": "3",
        "price": "9万",
        "limits": "users<=500",
    }.items():
        dialog.editors[key].line.setText(text)
    dialog.editors["upgrade_from"].line.setText("経費ノート マルチ拠点")
    dialog.editors["solves"].paragraph.setPlainText("全社の数字が見えない\n承認が遅い")
    dialog.editors["purpose"].choice.setCurrentIndex(2)
    dialog.save.click()
    still(qtbot, program)
    *rest, new = _stored(program)
    assert tuple(rest) == before
    assert (new.upgrade_from, new.price, new.limits) == (("KEI-MULTI",), 90_000, (("users", 500.0),))
    assert (new.solves, new.purpose) == (("全社の数字が見えない", "承認が遅い"), ProductPurpose.PROFIT)

    qtbot.waitUntil(lambda: view.findChild(SheetDialog) is None)
    view.edited.emit(before[0])
    again = view.findChild(SheetDialog)
    again.editors["name"].line.setText("別名")
    again.save.click()
    still(qtbot, program)
    assert _stored(program)[0].name == "別名"
    program.window._toast._undo.click()
    still(qtbot, program)
    assert _stored(program) == (*before, new)

    view.removed.emit(new)
    still(qtbot, program)
    assert _stored(program) == before
    program.window._toast._undo.click()
    still(qtbot, program)
    assert _stored(program) == (*before, new)


@pytest.mark.parametrize("per", ["user_month", "vehicle_month", "quarter", "once", ""])
def test_for_what_a_price_is_paid_stays_as_it_was(qtbot: QtBot, open_program: Open, folder: Path, per: str) -> None:
    """A form that knew no price for each user turned it into one for everybody."""
    program, presenter, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    changed = replace(_stored(program)[0], per=per)
    program.context.workspace.products.exchange("ja", _stored(program)[0], changed)
    presenter.refresh()
    still(qtbot, program)
    view.edited.emit(changed)
    dialog = view.findChild(SheetDialog)
    dialog.editors["name"].line.setText("別名")
    dialog.save.click()
    still(qtbot, program)
    assert (_stored(program)[0].name, _stored(program)[0].per) == ("別名", per)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("id", "SEIKYU"),
        ("upgrade_from", "NOPE"),
        ("upgrade_from", "KEI-MULTI"),
        ("limits", "多い"),
        ("tier", "0"),
        ("price", "-5"),
        ("currency", "円ドル"),
        ("name", ""),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(
    qtbot: QtBot, open_program: Open, folder: Path, key: str, text: str
) -> None:
    program, _presenter, view = _open(qtbot, open_program, folder)
    before = _stored(program)
    view.edited.emit(before[0])
    dialog = view.findChild(SheetDialog)
    dialog.editors[key].line.setText(text)
    dialog.save.click()
    still(qtbot, program)
    assert [name for name, editor in dialog.editors.items() if editor.fault] == [key]
    assert cut_texts(dialog) == []
    dialog.reject()
    still(qtbot, program)
    assert _stored(program) == before


def test_what_is_written_out_comes_in_again(qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path) -> None:
    program, presenter, _view = _open(qtbot, open_program, folder)
    before = _stored(program)
    presenter.export(tmp_path / "ja.csv")
    still(qtbot, program)
    presenter._csv.take((tmp_path / "ja.csv",), "catalog")
    qtbot.waitUntil(lambda: presenter._csv._dialog is not None)
    still(qtbot, program)
    dialog = presenter._csv._dialog
    assert dialog is not None
    dialog.bring.click()
    still(qtbot, program)
    assert _stored(program) == before
    dialog.reject()


def test_a_new_product_is_paid_as_those_beside_it(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, _presenter, view = _open(qtbot, open_program, folder)
    view.catalogue_chosen.emit("en")
    still(qtbot, program)
    view.added.emit()
    dialog = view.findChild(SheetDialog)
    assert (dialog.editors["currency"].line.text(), dialog.editors["per"].choice.currentData()) == ("GBP", "month")
    dialog.editors["price"].line.setText("-5")
    dialog.save.click()
    assert dialog.editors["price"].fault == "0以上の数字で書いてください(例: 1,200,000、120万)。"
    dialog.reject()


def test_a_product_that_others_are_linked_to_says_so_when_it_goes(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    program, _presenter, view = _open(qtbot, open_program, folder)
    view.removed.emit(_stored(program)[0])
    still(qtbot, program)
    assert "経費ノート マルチ拠点" in program.window._toast._text.text()
    program.window._toast._undo.click()
    still(qtbot, program)
    assert len(_stored(program)) == 3


def test_a_large_limit_is_written_as_people_write_it(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, _presenter, view = _open(qtbot, open_program, folder)
    light = _stored(program)[0]
    view.show_catalogue(("ja",), "ja", (replace(light, limits=(("users", 1_000_000.0),)),))
    still(qtbot, program)
    assert any("利用者数 ≤ 1,000,000" in each.text() for each in view.findChildren(QLabel))
