"""Fields of forms take what people write, say in a sentence what is wrong, and leave alone what nobody touched."""

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from insight_desktop.crm.cells import read_limits
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product
from insight_desktop.ui import field_kinds as kinds
from insight_desktop.ui import wording
from insight_desktop.ui.catalogue.sheet import fields_of, product_of
from insight_desktop.ui.customers.sheets import about, sheets
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.language import Language, Languages
from insight_desktop.ui.widgets.fields import Field, FieldEditor

USERS, SITES = ("users", 10.0), ("sites", 3.0)


@pytest.fixture
def in_both(qapp: object) -> Iterator[Languages]:
    languages = Languages(qapp)  # type: ignore[arg-type]
    yield languages
    languages.use(Language.ENGLISH)
    languages.remove()


def _read(qtbot: QtBot, field: Field, text: str) -> object:
    editor = FieldEditor(field, None)
    qtbot.addWidget(editor)
    editor.line.setText(text)
    return editor.value()


def _fault(qtbot: QtBot, field: Field, text: str) -> str:
    editor = FieldEditor(field, None)
    qtbot.addWidget(editor)
    editor.line.setText(text)
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is asked for
        editor.value()
    return editor.fault


@pytest.mark.parametrize(
    ("text", "number"), [("1,200", 1200), ("１，２００", 1200), ("20席", 20), ("300人", 300), ("1e3", 1000)]
)
def test_a_whole_number_is_taken_as_people_write_it(qtbot: QtBot, text: str, number: int) -> None:
    assert _read(qtbot, kinds.whole("seats", "Seats", least=1, most=1_000_000), text) == number


def test_what_is_wrong_with_a_number_is_told(qtbot: QtBot) -> None:
    whole = kinds.whole("seats", "Seats", least=1, most=1_000_000)
    assert {_fault(qtbot, whole, text) for text in ("0", "2.5", "many", "1,000,001")} == {
        "Write a whole number from 1 to 1,000,000."
    }
    price = kinds.price("price", "Price")
    assert _fault(qtbot, price, "-5") == "Write a number of 0 or more, such as 1,200,000."
    assert _read(qtbot, price, "0") == 0


def test_tags_are_divided_as_people_divide_them(qtbot: QtBot) -> None:
    assert _read(qtbot, kinds.tags("tags", "Tags"), "重要、東京, 展示会；VIP") == ("重要", "東京", "展示会", "VIP")


def test_a_value_that_nobody_touched_stays(qtbot: QtBot) -> None:
    """Read again it would be another one: a tag of an import holds a comma, and an old figure is below nothing."""
    for field, value in ((kinds.tags("tags", "Tags"), ("東京,重点",)), (kinds.price("value", "Used"), -3.0)):
        editor = FieldEditor(field, value)
        qtbot.addWidget(editor)
        assert editor.value() == value


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("users<=10; sites<=3", (USERS, SITES)),
        ("利用者数<=10; 拠点数≦3", (USERS, SITES)),
        ("利用者数 10人まで、拠点数 3", (USERS, SITES)),
        ("利用者数は10名以下", (USERS,)),
        ("Users: 10", (USERS,)),
        ("storage_gb<=1,000", (("storage_gb", 1000.0),)),
        ("visits_year <= 5", (("visits_year", 5.0),)),
        ("", ()),
    ],
)
def test_limits_are_read_as_people_say_them(text: str, limits: tuple[tuple[str, float], ...]) -> None:
    assert read_limits(text) == limits


@pytest.mark.parametrize("text", ["10", "users", "users<=many", "<=10", "users<=10; x"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the field has the sentence
        read_limits(text)


def test_what_the_window_calls_a_limit_may_be_written(in_both: Languages) -> None:
    codes = ("users", "agents", "sites", "stores", "houses", "members", "rooms", "seats", "vehicles", "warehouses")
    for language in Language:
        in_both.use(language)
        told = [wording.ceiling(code) for code in (*codes, "storage_gb")]
        assert [read_limits(f"{name} <= 5")[0][0] for name in told] == [*codes, "storage_gb"]


def test_an_upgrade_without_a_family_joins_that_of_what_it_is_upgraded_from() -> None:
    light = Product(id=ProductId("L"), name="Light", family="notes")
    blank = Product(id=ProductId(""), name="", family="")
    values = values_of(blank) | {"id": "P", "name": "Pro", "upgrade_from": ("Light",), "tier": 2}
    assert product_of(blank, values, (light,)).family == "notes"
    assert product_of(blank, values | {"upgrade_from": ()}, (light,)).family == "Pro"


def test_days_in_a_wrong_order_are_refused() -> None:
    early, late = dt.date(2026, 4, 1), dt.date(2027, 3, 31)
    case = next(sheet for sheet in sheets(()) if "closed_on" in {field.key for field in sheet.fields})
    assert case.check is not None
    for closed, fault in ((early, "closed_on"), (late, ""), (None, "")):
        found = case.check({"opened_on": dt.date(2026, 5, 1), "closed_on": closed})
        assert (found[0] if found else "") == fault


def test_every_field_has_a_text_and_a_key_of_its_own(in_both: Languages) -> None:
    for language in Language:
        in_both.use(language)
        for fields in (about(), fields_of(()), *(sheet.fields for sheet in sheets(()))):
            assert len({field.key for field in fields}) == len(fields)
            assert all(field.text for field in fields)
