"""What an offer would bring: the price times those for whom it is paid, or of one where their number is unknown."""

import datetime as dt

import pytest

from insight_desktop.domain.customer import CustomerDetails, OwnedProduct, Usage
from insight_desktop.domain.ids import CustomerId, OwnedProductId, ProductId, UsageId
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.amounts import Expected, Unit, expected
from insight_desktop.suggestions.comparison import Comparison

YAMADA = CustomerId("yamada")
USER = 1200.0


def a_product(
    price: float | None = USER, per: str = "user_month", name: str = "Plus", currency: str = "JPY"
) -> Product:
    return Product(id=ProductId(name.upper()), name=name, family="f", price=price, per=per, currency=currency)


def against(present: Product | None = None, proposed: Product | None = None) -> Comparison:
    return Comparison(proposed=proposed or a_product(), present=present, differences=())


def seats(product: str, count: int | None) -> OwnedProduct:
    return OwnedProduct(id=OwnedProductId(product), customer_id=YAMADA, product=product, seats=count)


def used(name: str, value: float, unit: str = "", as_of: dt.date | None = None) -> Usage:
    return Usage(
        id=UsageId(f"{name}{value}"), customer_id=YAMADA, name=name, value=value, ceiling=99, unit=unit, as_of=as_of
    )


@pytest.mark.parametrize(
    ("usage", "count"),
    [
        (used("利用者数", 12, "人"), 12),
        (used("ユーザー", 12), 12),
        (used("アカウント数", 12, "件"), 12),
        (used("Active users", 12, "users"), 12),
        (used("席", 19), 19),
        (used("ユーザー容量", 12, "GB"), None),
        (used("拠点", 3), None),
        (used("paid invoices", 300), None),
        (used("利用者数", 0), None),
    ],
)
def test_a_price_for_each_user_is_multiplied_where_a_figure_counts_users(usage: Usage, count: int | None) -> None:
    found = expected(against(), CustomerDetails(usage=(usage,)))
    assert found == Expected(amount=USER * (count or 1), price=USER, unit=Unit.USER, count=count)


def test_the_newest_figure_counts_and_seats_of_what_is_replaced_before_it() -> None:
    usage = (used("Users", 30, as_of=dt.date(2026, 1, 1)), used("Users", 40, as_of=dt.date(2026, 11, 1)))
    lite = a_product(500.0, name="Lite")
    found = expected(against(), CustomerDetails(usage=usage, owned=(seats("Other", 7),)))
    assert found is not None
    assert found.count == 40
    found = expected(against(lite), CustomerDetails(usage=usage, owned=(seats("Other", 7), seats("lite", 20))))
    assert found == Expected(amount=20 * 700.0, price=USER, unit=Unit.USER, count=20, less=20 * 500.0)
    found = expected(against(), CustomerDetails(owned=(seats("Other", 7), seats("None", None))))
    assert found is not None
    assert found.count == 7


def test_vehicles_are_not_users() -> None:
    planner = a_product(19.0, "vehicle_month", currency="USD")
    known = CustomerDetails(usage=(used("Users", 30), used("車両", 8, "台")), owned=(seats("Other", 7),))
    assert expected(against(proposed=planner), known) == Expected(amount=152.0, price=19.0, unit=Unit.VEHICLE, count=8)


@pytest.mark.parametrize(
    ("present", "amount"),
    [
        (a_product(10_000.0, "month", "Lite"), 2_000.0),
        (a_product(60_000.0, "year", "Lite"), 7_000.0),
        (a_product(50_000.0, "month", "Lite"), 0.0),
        (a_product(None, "month", "Lite"), 12_000.0),
        (a_product(10_000.0, "once", "Lite"), None),
        (a_product(80.0, "month", "Lite", "USD"), None),
    ],
)
def test_what_they_pay_today_is_taken_off_for_the_same_time(present: Product, amount: float | None) -> None:
    found = expected(against(present), CustomerDetails(owned=(seats("Other", 10),)))
    assert (found.amount if found else None) == amount


def test_without_a_number_of_users_one_price_stands_and_no_other_is_mixed_in() -> None:
    flat, each = a_product(10_000.0, "month", "Flat"), a_product(500.0, name="Each")
    nobody = CustomerDetails()
    assert expected(against(flat), nobody) == Expected(amount=USER, price=USER, unit=Unit.USER)
    assert expected(against(each), nobody) == Expected(amount=700.0, price=USER, unit=Unit.USER, less=500.0)
    assert expected(against(each, flat), nobody) is None
    assert expected(against(flat, a_product(None)), nobody) is None
    assert expected(None, nobody) is None
