"""What a catalogue may not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.catalogue_rules import CatalogueFault, Fault, circle_of, fault_of


def a_product(code: str, *, upgrade_from: str = "", requires: str = "") -> Product:
    return Product(
        id=ProductId(code),
        name=code.lower(),
        family="f",
        upgrade_from=tuple(map(ProductId, upgrade_from)),
        requires=tuple(map(ProductId, requires)),
    )


A, B = a_product("A"), a_product("B", upgrade_from="A")


@pytest.mark.parametrize(
    ("product", "fault", "field", "named"),
    [
        (a_product("A"), Fault.TWICE, "product_id", ("A",)),
        (a_product("C", upgrade_from="X"), Fault.UNKNOWN, "upgrade_from", ("X",)),
        (a_product("C", requires="Y"), Fault.UNKNOWN, "requires", ("Y",)),
        (a_product("C", requires="C"), Fault.CIRCLE, "requires", ("c", "c")),
        (a_product("C", upgrade_from="C"), Fault.CIRCLE, "upgrade_from", ("c", "c")),
    ],
)
def test_a_product_is_refused_at_its_field(product: Product, fault: Fault, field: str, named: tuple[str, ...]):
    assert fault_of(product, (A, B)) == CatalogueFault(fault=fault, field=field, products=named)


def test_a_circle_names_the_way_round():
    found = fault_of(a_product("A", upgrade_from="C"), (B, a_product("C", upgrade_from="B")))
    assert found is not None
    assert (found.fault, set(found.products), found.products[0]) == (Fault.CIRCLE, {"a", "b", "c"}, found.products[-1])
    assert fault_of(a_product("C", upgrade_from="AB", requires="A"), (A, B)) is None


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_a_circle_is_found_where_one_can_walk_round(links: list[tuple[int, int]]):
    """The walk is checked by taking away, again and again, what leads nowhere."""
    products = [a_product(str(n), requires="".join(str(b) for a, b in links if a == n)) for n in range(8)]
    left = {n: {b for a, b in links if a == n} for n in range(8)}
    while free := {n for n, needs in left.items() if not needs & left.keys()}:
        left = {n: needs for n, needs in left.items() if n not in free}
    assert (circle_of(products) is None) == (not left)
