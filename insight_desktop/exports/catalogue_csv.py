"""A catalogue as CSV, in the columns that it is imported from; what is written is read back as the same products."""

import csv
import io
from collections.abc import Iterable

from insight_desktop.domain.suggestion import Product

COLUMNS = (
    "product_id",
    "name",
    "family",
    "tier",
    "upgrade_from",
    "requires",
    "solves",
    "limits",
    "price",
    "currency",
    "per",
    "description",
    "purpose",
)


def catalogue_csv(products: Iterable[Product]) -> bytes:
    """Return the table in UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    for product in products:
        writer.writerow(
            [
                product.id,
                product.name,
                product.family,
                product.tier,
                ";".join(product.upgrade_from),
                ";".join(product.requires),
                ";".join(product.solves),
                ";".join(f"{name}<={_number(ceiling)}" for name, ceiling in product.limits),
                "" if product.price is None else _number(product.price),
                product.currency,
                product.per,
                product.description,
                product.purpose,
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
