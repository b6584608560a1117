"""How the lists of a customer stand in the database: a table a kind, a column a field."""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

from insight_desktop.domain.customer import Contact, Deal, Detail, OwnedProduct, SupportCase, Usage
from insight_desktop.store import records

D = TypeVar("D", Contact, Deal, OwnedProduct, Usage, SupportCase)

TABLES: Mapping[type[Detail], str] = MappingProxyType(
    {
        Contact: "contact",
        Deal: "deal",
        OwnedProduct: "owned_product",
        Usage: "usage_figure",
        SupportCase: "support_case",
    }
)
_DATES = frozenset({"expected_on", "since", "as_of", "opened_on", "closed_on"})
_FLAGS = frozenset({"is_decider"})


def record_of(detail: Detail) -> dict[str, Any]:
    """Return the record of one entry; storing it also takes the entry out of the trash."""
    values = {field.name: getattr(detail, field.name) for field in fields(detail)}
    cells = {
        name: value.isoformat() if isinstance(value, dt.date) else int(value) if name in _FLAGS else value
        for name, value in values.items()
    }
    return cells | {"changed_at": records.now(), "deleted_at": None}


def detail_of(kind: type[D], row: sqlite3.Row) -> D:
    """Return the entry of a row."""

    def value(name: str) -> Any:
        if name in _DATES:
            return records.date_or_none(row[name])
        return bool(row[name]) if name in _FLAGS else row[name]

    return kind(**{field.name: value(field.name) for field in fields(kind)})
