"""A customer has left by tag, by the end of a contract, or with the last product; nobody by a slip or a lost sale."""

import datetime as dt

import pytest

from insight_desktop.accounts.leaving import Leaving, leaving_of
from insight_desktop.domain.customer import Customer, Deal
from insight_desktop.domain.ids import CustomerId, DealId

DAY = dt.date(2026, 6, 1)


def a_customer(*tags: str, renewal_on: dt.date | None = None) -> Customer:
    return Customer(id=CustomerId("c"), name="青葉商店", tags=tags, renewal_on=renewal_on)


def a_deal(name: str, *, outcome: str = "lost", stage: str = "", on: dt.date | None = DAY) -> Deal:
    return Deal(id=DealId(name), customer_id=CustomerId("c"), name=name, outcome=outcome, stage=stage, expected_on=on)


RENEWAL = a_deal("2026年 契約更新")


@pytest.mark.parametrize(
    ("deals", "expected"),
    [
        ((), None),
        ((RENEWAL,), Leaving(on=DAY)),
        ((a_deal("Annual renewal 2026", on=None),), Leaving()),
        ((a_deal("本体", stage="解約", outcome=""),), Leaving(on=DAY)),
        ((a_deal("基幹システム更新"),), None),
        ((a_deal("New phones", stage="Cancelled"),), None),
        ((a_deal("2026年 契約更新", outcome="won"),), None),
        ((RENEWAL, a_deal("再契約", outcome="won", on=DAY + dt.timedelta(days=40))), None),
        ((RENEWAL, a_deal("初回", outcome="won", on=DAY - dt.timedelta(days=400))), Leaving(on=DAY)),
    ],
)
def test_a_deal_tells_that_the_contract_ended(deals: tuple[Deal, ...], expected: Leaving | None) -> None:
    assert leaving_of(a_customer(), deals) == expected


def test_the_renewal_that_was_lost_may_lie_ahead_and_one_of_a_later_term_says_that_they_stayed() -> None:
    soon, later = DAY + dt.timedelta(days=90), DAY + dt.timedelta(days=365)
    assert leaving_of(a_customer(renewal_on=soon), (RENEWAL,)) == Leaving(on=DAY)
    assert leaving_of(a_customer(renewal_on=later), (RENEWAL,)) is None


def test_a_tag_and_the_last_product_tell_it_as_well() -> None:
    assert leaving_of(a_customer("Churned"), ()) == Leaving()
    assert leaving_of(a_customer("大口"), (), Leaving(on=DAY)) == Leaving(on=DAY)
    assert leaving_of(a_customer("大口"), ()) is None
