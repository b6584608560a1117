"""The user's product catalogue: read from CSV into products."""

import csv
import io
import re
from pathlib import Path

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product

_LIMIT = re.compile(r"^\s*([\w.-]+)\s*<=?\s*([\d.]+)\s*$")
_NEEDED = ("product_id", "name")


def read_catalogue(path: Path) -> tuple[Product, ...]:
    """Read the products of a catalogue CSV; only `product_id` and `name` must be there.

    Raises:
        KnownError: the file is missing, is no CSV, or lacks a needed column.

    """
    if paths.is_endless(path) or paths.is_too_large(path):
        reason = "not_a_file" if paths.is_endless(path) else "too_large"
        raise KnownError(ErrorCode.CATALOGUE_UNREADABLE, path=path, reason=reason)
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise KnownError(ErrorCode.CATALOGUE_UNREADABLE, path=path, reason=error.strerror or "") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp932", errors="replace")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        headers = rows.fieldnames or ()
    except csv.Error:
        raise KnownError(ErrorCode.CATALOGUE_UNREADABLE, path=path, reason="no_header") from None
    missing = [name for name in _NEEDED if name not in headers]
    if missing:
        raise KnownError(ErrorCode.CATALOGUE_UNREADABLE, path=path, reason=", ".join(missing))
    try:
        return tuple(_product(row) for row in rows if row.get("product_id"))
    except (csv.Error, ValueError) as error:
        raise KnownError(ErrorCode.CATALOGUE_UNREADABLE, path=path, reason=error) from error


def _product(row: dict[str, str | None]) -> Product:
    limits = (_LIMIT.match(part) for part in _parts(row.get("limits")))
    price = (row.get("price") or "").replace(",", "").strip()
    return Product(
        id=ProductId((row["product_id"] or "").strip()),
        name=(row["name"] or "").strip(),
        family=(row.get("family") or "").strip(),
        tier=int(row.get("tier") or 1),
        upgrade_from=tuple(ProductId(part) for part in _parts(row.get("upgrade_from"))),
        requires=tuple(ProductId(part) for part in _parts(row.get("requires"))),
        solves=_parts(row.get("solves")),
        limits=tuple((found[1], float(found[2])) for found in limits if found),
        price=float(price) if price else None,
        currency=(row.get("currency") or "").strip(),
        per=(row.get("per") or "").strip(),
        description=(row.get("description") or "").strip(),
    )


def _parts(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())
