"""A catalogue that is written is read back as the same products."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.crm.importing import read_products
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product, ProductPurpose
from insight_desktop.exports.catalogue_csv import catalogue_csv

WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
CODES = st.text("ABC-019", min_size=1, max_size=6).filter(lambda code: code.strip("-"))
PRODUCTS = st.lists(
    st.builds(
        Product,
        id=CODES.map(ProductId),
        name=WORDS,
        family=WORDS,
        tier=st.integers(1, 9),
        upgrade_from=st.lists(CODES.map(ProductId), max_size=2).map(tuple),
        requires=st.just(()),
        solves=st.lists(WORDS, max_size=3).map(tuple),
        limits=st.lists(st.tuples(st.sampled_from(["users", "sites"]), st.integers(0, 9999).map(float))).map(tuple),
        price=st.none() | st.integers(0, 10**7).map(float) | st.just(12.5),
        currency=st.sampled_from(["JPY", "USD", ""]),
        per=st.sampled_from(["month", "year", ""]),
        description=WORDS | st.just('a, "b"\nc'),
        purpose=st.sampled_from(ProductPurpose),
    ),
    max_size=4,
    unique_by=lambda product: product.id,
)


@given(PRODUCTS)
def test_round_trip(tmp_path_factory, products: list[Product]):
    path: Path = tmp_path_factory.mktemp("c") / "c.csv"
    path.write_bytes(catalogue_csv(products))
    _table, read, problems = read_products(path)
    assert (list(read), problems) == (products, ())
