"""What is kept of a customer in lists, in step with what the gate reads of the customer."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.domain.customer import (
    Contact,
    Customer,
    CustomerDetails,
    Deal,
    Detail,
    OwnedProduct,
    SupportCase,
    Usage,
)
from insight_desktop.domain.ids import (
    ContactId,
    CustomerId,
    DealId,
    OwnedProductId,
    SupportCaseId,
    UsageId,
    new_id,
)
from insight_desktop.store.workspace import Workspace

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def yamada(workspace: Workspace) -> Customer:
    return workspace.customers.save(Customer(id=CustomerId(new_id()), name="山田製作所", current_products=("LITE",)))


def entries(customer: CustomerId) -> dict[str, Detail]:
    """One entry of each list with every field filled."""
    return {
        "contacts": Contact(
            id=ContactId(new_id()),
            customer_id=customer,
            name="佐藤",
            department="管理",
            role="取締役",
            email="s@x.jp",
            phone="03",
            crm_id="c",
            is_decider=True,
        ),
        "deals": Deal(
            id=DealId(new_id()),
            customer_id=customer,
            name="増設",
            stage="提案",
            amount=1.5,
            currency="USD",
            outcome="won",
            crm_id="d",
            expected_on=DAY,
        ),
        "owned": OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer, product="SEIKYU", since=DAY, seats=20),
        "usage": Usage(
            id=UsageId(new_id()), customer_id=customer, name="人数", value=18.5, ceiling=20, unit="人", as_of=DAY
        ),
        "cases": SupportCase(
            id=SupportCaseId(new_id()), customer_id=customer, subject="印字", opened_on=DAY, closed_on=DAY
        ),
    }


def test_every_field_is_kept_and_what_is_removed_comes_back(workspace: Workspace, yamada: Customer):
    for name, entry in entries(yamada.id).items():
        before = getattr(workspace.details.of(yamada.id), name)
        workspace.details.save(entry)
        assert set(getattr(workspace.details.of(yamada.id), name)) == {*before, entry}
        workspace.details.remove(entry)
        assert getattr(workspace.details.of(yamada.id), name) == before
        workspace.details.save(entry)
        assert entry in getattr(workspace.details.of(yamada.id), name)


def test_products_that_an_import_told_are_listed_renamed_and_removed(workspace: Workspace, yamada: Customer):
    (told,) = workspace.details.of(yamada.id).owned
    assert (told.product, told.since) == ("LITE", None)
    assert workspace.details.of(yamada.id).owned == (told,)

    workspace.details.save(replace(told, product="MULTI", since=DAY, seats=3))
    assert workspace.customers.get(yamada.id).current_products == ("MULTI",)
    (renamed,) = workspace.details.of(yamada.id).owned
    assert (renamed.id, renamed.since, renamed.seats) == (told.id, DAY, 3)

    workspace.details.remove(renamed)
    assert workspace.customers.get(yamada.id).current_products == ()
    workspace.details.save(told)
    assert workspace.details.of(yamada.id).owned == (told,)


def test_open_cases_stand_with_the_customer_until_they_are_closed(workspace: Workspace, yamada: Customer):
    workspace.customers.save(replace(yamada, open_case="宛名の誤り"))
    (told,) = workspace.details.of(yamada.id).cases
    assert (told.subject, told.is_open) == ("宛名の誤り", True)

    other = SupportCase(id=SupportCaseId(new_id()), customer_id=yamada.id, subject="印字")
    workspace.details.save(other)
    assert workspace.customers.get(yamada.id).open_case == "印字; 宛名の誤り"
    assert set(workspace.details.of(yamada.id).cases) == {told, other}

    workspace.details.save(replace(told, closed_on=DAY))
    assert workspace.customers.get(yamada.id).open_case == "印字"
    workspace.details.remove(other)
    assert workspace.customers.get(yamada.id).open_case == ""
    assert [case.is_open for case in workspace.details.of(yamada.id).cases] == [False]


def test_merging_brings_the_lists_and_the_words_along_and_undo_takes_them_back(workspace: Workspace, yamada: Customer):
    twin = workspace.customers.save(
        Customer(id=CustomerId(new_id()), name="株式会社山田製作所", current_products=("MULTI",), nps=9, tags=("重点",))
    )
    for entry in entries(twin.id).values():
        workspace.details.save(entry)
    before = workspace.details.of(twin.id)

    merge = workspace.customers.merge(twin.id, yamada.id)
    merged = workspace.customers.get(yamada.id)
    assert (merged.name, merged.nps, merged.tags) == ("山田製作所", 9, ("重点",))
    assert merged.current_products == ("LITE", "MULTI", "SEIKYU")
    assert [len(getattr(workspace.details.of(yamada.id), name)) for name in entries(twin.id)] == [1, 1, 3, 1, 1]

    workspace.customers.unmerge(merge)
    assert workspace.customers.get(yamada.id) == yamada
    assert workspace.details.of(twin.id) == before


def test_nobody_has_nothing(workspace: Workspace):
    assert workspace.details.of(CustomerId("nobody")) == CustomerDetails()
