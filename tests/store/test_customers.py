"""Customers under all their names; deals, people, words; catalogues; the ledger."""

import datetime as dt

import pytest

from insight_desktop.domain.customer import Contact, Customer, Deal, company_key
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, ProductId, new_id
from insight_desktop.domain.suggestion import Product
from insight_desktop.store.exported import ExportedRow
from insight_desktop.store.workspace import Workspace
from tests.store.builders import STARTED, a_meeting


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社山田製作所", "㈱山田製作所"),
        ("山田製作所(株)", "山田製作所 株式会社"),
        ("（株）ＡＢＣ商事", "abc商事"),
        ("Acme, Inc.", "ACME"),
        ("Smith & Sons Ltd.", "smith&sons limited"),
        ("ﾔﾏﾀﾞ電機", "ヤマダ電機"),
        ("医療法人社団 さくら会", "さくら会"),
        ("エー・ビー・シー有限会社", "エービーシー"),
    ],
)
def test_same_company_has_one_key(one: str, other: str):
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("山田製作所", "山田工業"), ("Cobalt", "Balt"), ("株式会社", "有限会社"), ("Income", "Ome")]
)
def test_other_companies_have_other_keys(one: str, other: str):
    assert company_key(one) != company_key(other)


def test_customer_keeps_every_field(workspace: Workspace):
    customer = Customer(
        id=CustomerId(new_id()),
        name="山田製作所",
        segment="既存",
        industry="製造",
        domain="yamada.example",
        crm_id="A1",
        current_products=("std",),
        nps=-100,
        renewal_on=dt.date(2027, 3, 31),
        tags=("重要",),
        memo="覚え",
    )
    workspace.customers.save(customer)
    assert workspace.customers.get(customer.id) == customer
    assert workspace.customers.with_crm_id("A1") == customer
    assert workspace.customers.with_crm_id("") is None
    assert workspace.customers.list("ヤマダ") == ()
    assert workspace.customers.list("山田") == (customer,)
    assert workspace.customers.find_or_make("㈱山田製作所") == customer
    assert workspace.customers.trash(customer.id)
    assert workspace.customers.list() == ()
    assert workspace.search.find("山田") == ()
    assert workspace.customers.restore(customer.id)
    assert workspace.customers.list() == (customer,)


def test_contacts_and_deals_keep_every_field(workspace: Workspace):
    customer = workspace.customers.find_or_make("山田製作所")
    contact = Contact(
        id=ContactId(new_id()),
        customer_id=customer.id,
        name="小林",
        department="総務",
        role="課長",
        email="k@example.jp",
        phone="03",
        crm_id="C",
    )
    deal = Deal(
        id=DealId(new_id()),
        customer_id=customer.id,
        name="更新",
        stage="提案",
        amount=1.5,
        currency="USD",
        outcome="won",
        crm_id="D",
    )
    workspace.customers.save_contact(contact)
    workspace.customers.save_deal(deal)
    assert workspace.customers.contacts(customer.id) == (contact,)
    assert workspace.customers.deals(customer.id) == (deal,)
    assert workspace.customers.deal(deal.id) == deal
    assert workspace.customers.find_or_make_deal(customer.id, "更新 ") == deal
    assert workspace.customers.find_or_make_deal(customer.id, "新規").name == "新規"
    workspace.customers.trash_contact(contact.id)
    workspace.customers.trash_deal(deal.id)
    assert workspace.customers.contacts(customer.id) == ()
    assert [each.name for each in workspace.customers.deals(customer.id)] == ["新規"]


def test_vocabulary_is_replaced_and_can_come_back(workspace: Workspace):
    customer = workspace.customers.find_or_make("山田製作所")
    workspace.customers.set_vocabulary(["キントーン", " 稟議 ", ""])
    workspace.customers.set_vocabulary(["ヤマダ式"], customer.id)
    workspace.customers.set_vocabulary(["稟議", "決裁"])
    assert set(workspace.customers.vocabulary()) == {"決裁", "稟議"}
    assert workspace.customers.vocabulary(customer.id) == ("ヤマダ式",)
    workspace.customers.set_vocabulary(["キントーン"])
    assert workspace.customers.vocabulary() == ("キントーン",)


def test_merged_customers_can_be_parted_again(workspace: Workspace):
    one = workspace.customers.find_or_make("山田")
    other = workspace.customers.find_or_make("ヤマダ")
    meeting = a_meeting(workspace, customer_id=one.id)
    workspace.customers.find_or_make_deal(one.id, "更新")
    workspace.customers.set_vocabulary(["甲", "乙"], one.id)
    workspace.customers.set_vocabulary(["乙"], other.id)
    merge = workspace.customers.merge(one.id, other.id)
    assert workspace.customers.list() == (other,)
    moved = workspace.meetings.get(meeting.id)
    assert moved is not None
    assert moved.customer_id == other.id
    assert len(workspace.customers.deals(other.id)) == 1
    assert set(workspace.customers.vocabulary(other.id)) == {"甲", "乙"}
    workspace.customers.unmerge(merge)
    assert set(workspace.customers.list()) == {one, other}
    assert workspace.customers.deals(other.id) == ()
    assert set(workspace.customers.vocabulary(one.id)) == {"甲", "乙"}


def a_product(code: str) -> Product:
    return Product(
        id=ProductId(code),
        name=f"製品 {code}",
        family="締め",
        tier=2,
        upgrade_from=(ProductId("std"),),
        requires=(ProductId("base"),),
        solves=("月末の締め",),
        limits=(("users", 10.0),),
        price=58000.0,
        currency="JPY",
        per="month",
        description="説明",
    )


def test_catalogue_is_replaced_in_its_order(workspace: Workspace):
    workspace.products.save_catalogue("a", [a_product("pro"), a_product("std")])
    workspace.products.save_catalogue("b", [a_product("x")])
    workspace.products.save_catalogue("a", [a_product("std"), a_product("new")])
    assert workspace.products.catalogues() == ("a", "b")
    assert workspace.products.catalogue("a") == (a_product("std"), a_product("new"))
    assert [p.id for p in workspace.products.all()] == ["std", "new", "x"]
    assert [p.id for p in workspace.products.catalogue_for(["製品 x"])] == ["x"]
    assert [p.id for p in workspace.products.catalogue_for([], "b")] == ["x"]
    assert [p.id for p in workspace.products.catalogue_for(["unknown"])] == ["std", "new", "x"]


def test_ledger_knows_the_last_row_of_each_key(workspace: Workspace):
    meeting = a_meeting(workspace)
    rows = [
        ExportedRow(
            meeting_id=meeting.id,
            profile="hubspot",
            profile_version="1",
            target="本番",
            row_key="k",
            row_sha256=sha,
            file_sha256=f"file {sha}",
            file_name="x.csv",
            written_at=STARTED + dt.timedelta(days=day),
        )
        for day, sha in enumerate(("a", "b"))
    ]
    workspace.exports.add(rows)
    assert workspace.exports.hashes("hubspot", "本番") == {"k": rows[1].row_sha256}
    assert workspace.exports.hashes("hubspot", "試験") == {}
    workspace.exports.set_imported("file b", imported=True)
    assert [row.is_imported for row in workspace.exports.of_meeting(meeting.id)] == [True, None]
    workspace.exports.set_imported("file b", imported=False)
    assert workspace.exports.hashes("hubspot", "本番") == {}


def test_somebody_whom_both_know_stands_there_once(workspace: Workspace):
    one, other = (workspace.customers.save(Customer(id=CustomerId(new_id()), name=name)) for name in ("㈱甲", "甲"))

    def person(customer: CustomerId, name: str, **told: object) -> Contact:
        contact = Contact(id=ContactId(new_id()), customer_id=customer, name=name, **told)  # type: ignore[arg-type]
        return workspace.customers.save_contact(contact)

    person(one.id, "高橋 美咲", role="課長", email="a@example.com", is_decider=True)
    person(one.id, "田中", email="x@example.com")
    person(other.id, "高橋　美咲", department="経理部")
    person(other.id, "田中", email="y@example.com")
    before = [workspace.customers.contacts(each.id) for each in (one, other)]
    merge = workspace.customers.merge(one.id, other.id)
    found = workspace.customers.contacts(other.id)
    assert sorted((each.department, each.role, each.email, each.is_decider) for each in found) == [
        ("", "", "x@example.com", False),
        ("", "", "y@example.com", False),
        ("経理部", "課長", "a@example.com", True),
    ]
    workspace.customers.unmerge(merge)
    assert [workspace.customers.contacts(each.id) for each in (one, other)] == before
