"""What is known of a customer is written by hand in the window; everything can be taken back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.domain.customer import Contact, Customer, OwnedProduct, SupportCase, Usage
from insight_desktop.domain.ids import ContactId, CustomerId, OwnedProductId, SupportCaseId, UsageId, new_id
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from insight_desktop.ui.application import Program
from insight_desktop.ui.customers.brief import brief
from insight_desktop.ui.customers.sheets import sheets
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.ui.conftest import Open, still
from tests.ui.test_pages import colours, cut_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WRITTEN = (
    {"name": "佐藤 健一", "role": "取締役", "email": "sato@yamada.example"},
    {"name": "増設", "amount": "120万", "expected_on": "2026年12月25日"},
    {"product": "請求たすけ", "since": "2024/4/1", "seats": "２０"},
    {"name": "利用者数", "value": "18", "ceiling": "20", "unit": "人"},
    {"subject": "宛名の誤り", "opened_on": "2026-11-18"},
)


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    return copy


def _open(qtbot: QtBot, open_program: Open, folder: Path, **look: str) -> tuple[Program, CustomersView]:
    program = open_program(folder, "customers", **look)
    view = program.window.presenter("customers").widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: view.account._page is not None)
    view.show_tab("records")
    return program, view


def _customer(view: CustomersView) -> CustomerId:
    assert view.account._page is not None
    return view.account._page.customer.id


@pytest.mark.parametrize("place", range(len(WRITTEN)))
def test_an_entry_is_written_changed_deleted_and_each_is_undone(
    qtbot: QtBot, open_program: Open, folder: Path, place: int
) -> None:
    program, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    details, customer = program.context.workspace.details, _customer(view)
    sheet = sheets(program.context.workspace.products.all())[place]
    records, before = view.account.records, sheet.entries(details.of(customer))

    records.added.emit(sheet)
    dialog = view.findChild(SheetDialog)
    for key, text in WRITTEN[place].items():
        dialog.editors[key].line.setText(text)
    dialog.save.click()
    still(qtbot, program)
    (entry,) = set(sheet.entries(details.of(customer))) - set(before)

    records.removed.emit(entry)
    still(qtbot, program)
    assert set(sheet.entries(details.of(customer))) == set(before)
    program.window._toast._undo.click()
    still(qtbot, program)
    assert set(sheet.entries(details.of(customer))) == {*before, entry}

    qtbot.waitUntil(lambda: view.findChild(SheetDialog) is None)
    records.edited.emit(sheet, entry)
    again = view.findChild(SheetDialog)
    first = next(iter(again.editors.values()))
    first.line.setText("別のもの")
    again.save.click()
    still(qtbot, program)
    assert entry not in sheet.entries(details.of(customer))
    program.window._toast._undo.click()
    still(qtbot, program)
    assert set(sheet.entries(details.of(customer))) == {*before, entry}


def test_what_cannot_be_read_is_told_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    _program, view = _open(qtbot, open_program, folder)
    view.account.records.added.emit(sheets(())[3])
    dialog = view.findChild(SheetDialog)
    dialog.editors["name"].line.setText("利用者数")
    dialog.editors["ceiling"].line.setText("たくさん")
    dialog.editors["as_of"].line.setText("きのう")
    dialog.save.click()
    assert {key for key, editor in dialog.editors.items() if editor.fault} == {"value", "ceiling", "as_of"}
    assert dialog.isVisible()
    assert dialog.editors["name"].line.text() == "利用者数"
    dialog.reject()


def test_the_same_company_is_merged_and_undone(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        twin = workspace.customers.save(Customer(id=CustomerId(new_id()), name="（株）山田製作所", nps=3))
        contact = Contact(id=ContactId(new_id()), customer_id=twin.id, name="高橋")
        workspace.details.save(contact)
    program, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    customers, shown = program.context.workspace.customers, _customer(view)
    assert view.account._twins.isVisible()
    view.account._merge.click()
    still(qtbot, program)
    assert [each.name for each in customers.contacts(shown)] == ["高橋"]
    assert len(customers.named("山田製作所")) == 1
    program.window._toast._undo.click()
    still(qtbot, program)
    assert customers.contacts(shown) == ()
    assert len(customers.named("山田製作所")) == 2


def test_usage_cases_and_deciders_reach_the_brief_and_the_verdict(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    program, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    work, customer = program.context.workspace, _customer(view)
    work.details.save(Contact(id=ContactId(new_id()), customer_id=customer, name="佐藤", is_decider=True))
    work.details.save(Usage(id=UsageId(new_id()), customer_id=customer, name="席", value=19, ceiling=20))
    work.details.save(SupportCase(id=SupportCaseId(new_id()), customer_id=customer, subject="宛名の誤り"))
    page = program.window.presenter("customers")._read(customer)  # type: ignore[union-attr]
    text = brief(page)
    assert all(part in text for part in ("佐藤(決裁者)", "席 · 19 / 20", "上限に近い", "宛名の誤り"))
    promises = tuple(each for each in page.account.promises if not each.is_done)
    longer = replace(page, account=replace(page.account, promises=promises[:1] * 8))
    assert "ほか3件" in brief(longer)
    assert "ほか" not in text
    assert Cue.OPEN_CASE.value in {reason.code for reason in page.standing.verdict.reasons}


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_lists_and_forms_cut_no_text(qtbot: QtBot, open_program: Open, folder: Path, ui: str, look: str) -> None:
    program, view = _open(qtbot, open_program, folder, ui=ui, look=look)
    assert cut_texts(program.window) == []
    assert colours(program.window) > 8
    buttons = [each for each in view.account.records.findChildren(IconButton) if each.isVisible()]
    assert all(button.accessibleName() for button in buttons)
    for sheet in sheets(()):
        view.account.records.added.emit(sheet)
        dialog = view.findChildren(SheetDialog)[-1]
        dialog.save.click()
        qtbot.wait(1)
        inside = dialog._inner.rect()
        for told in dialog.findChildren(QLabel):
            if told.isVisible() and told.property("look") == "fault":
                place = told.mapTo(dialog._inner, told.rect().topLeft())
                assert inside.contains(QRect(place, told.size()))
                assert told.heightForWidth(told.width()) <= told.height()
        dialog.reject()
        qtbot.waitUntil(lambda: not view.findChildren(SheetDialog))


def test_a_customer_is_added_and_deleted_and_both_are_undone(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    customers = program.context.workspace.customers
    before = customers.list()
    view.searched.emit("さくら")
    still(qtbot, program)
    view.customer_added.emit()
    still(qtbot, program)
    dialog = view.findChild(SheetDialog)
    dialog.editors["name"].line.setText("（株）山田製作所")
    dialog.save.click()
    assert "山田製作所" in dialog.editors["name"].fault
    dialog.editors["name"].line.setText("みらい商会")
    dialog.editors["nps"].line.setText("９")
    dialog.save.click()
    still(qtbot, program)
    (new,) = set(customers.list()) - set(before)
    assert (new.name, new.nps) == ("みらい商会", 9)
    assert _customer(view) == new.id
    program.window._toast._undo.click()
    still(qtbot, program)
    assert customers.list() == before
    qtbot.waitUntil(lambda: _customer(view) in {each.id for each in before})

    view.choose_row(1)
    still(qtbot, program)
    gone = _customer(view)
    view.account.records.customer_removed.emit()
    still(qtbot, program)
    assert gone not in {each.id for each in customers.list()}
    assert _customer(view) != gone
    program.window._toast._undo.click()
    still(qtbot, program)
    assert customers.list() == before


def test_where_the_last_customer_is_gone_nobody_is_shown(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, view = _open(qtbot, open_program, folder)
    assert program.context is not None
    view.searched.emit("山田")
    still(qtbot, program)
    view.choose_row(0)
    still(qtbot, program)
    view.account.records.customer_removed.emit()
    still(qtbot, program)
    view.searched.emit("山田")
    qtbot.waitUntil(lambda: view.account.isVisible() and view._model.rowCount() == 0)
    for customer in program.context.workspace.customers.list():
        program.context.workspace.customers.trash(customer.id)
    program.window.presenter("customers").refresh()  # type: ignore[union-attr]
    qtbot.waitUntil(view.account.isHidden)


def test_no_meeting_is_left_out_silently(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program, view = _open(qtbot, open_program, folder)
    view.show_tab("overview")
    still(qtbot, program)
    page = view.account._page
    assert page is not None
    title = page.meetings[0].meeting.title
    long = replace(page, meetings=page.meetings[:1] * 20)

    def shown() -> int:
        return sum(each.text().strip() == title for each in view.account.findChildren(Button) if each.isVisible())

    view.account.show_page(long)
    qtbot.waitUntil(lambda: shown() == 12)
    next(each for each in view.account.findChildren(Button) if each.isVisible() and "(20)" in each.text()).click()
    qtbot.waitUntil(lambda: shown() == 20)
    view.account.show_page(long)
    qtbot.waitUntil(lambda: shown() == 20)
    view.account.show_page(replace(long, customer=replace(page.customer, id=CustomerId("other"))))
    qtbot.waitUntil(lambda: shown() == 12)


def test_a_long_list_is_shown_whole_when_asked(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        (yamada,) = workspace.customers.named("山田製作所")
        for number in range(30):
            workspace.details.save(Contact(id=ContactId(new_id()), customer_id=yamada.id, name=f"担当 {number:02}"))
    program, view = _open(qtbot, open_program, folder)
    still(qtbot, program)

    def shown() -> int:
        return sum("担当 " in each.text() for each in view.account.records.findChildren(QLabel) if each.isVisible())

    assert shown() == 12
    next(each for each in view.account.records.findChildren(Button) if "30" in each.text()).click()
    still(qtbot, program)
    qtbot.waitUntil(lambda: shown() == 30)


def test_a_product_that_the_catalogue_does_not_know_is_marked(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    """Nobody can tell that they own it: it would be offered to them."""
    with Workspace.open(folder) as workspace:
        (customer,) = workspace.customers.named("山田製作所")
        for product in ("経費ノト", "請求たすけ"):
            workspace.details.save(OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer.id, product=product))
    program, view = _open(qtbot, open_program, folder)
    still(qtbot, program)
    marks = [each for each in view.account.records.findChildren(Badge) if each.accessibleName() == "カタログになし"]
    assert len(marks) == 1
    assert cut_texts(program.window) == []
