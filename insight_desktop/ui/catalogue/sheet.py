"""The form of a product: every column of the catalogue's CSV, and what may not be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from insight_desktop.crm.cells import read_limits
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product, ProductPurpose
from insight_desktop.suggestions.catalogue_rules import CatalogueFault, Fault, fault_of
from insight_desktop.ui import field_kinds as kinds
from insight_desktop.ui.field_kinds import written_number
from insight_desktop.ui.widgets.fields import Field, Look, half_width

_MOST_TIER = 99


def purposes() -> dict[ProductPurpose, str]:
    """Return what a product may be sold for."""
    translate = QCoreApplication.translate
    return {
        ProductPurpose.NONE: translate("Catalogue", "Not said"),
        ProductPurpose.LEAD_IN: translate("Catalogue", "Lead-in product"),
        ProductPurpose.PROFIT: translate("Catalogue", "Profit product"),
    }


def fields_of(others: Sequence[Product]) -> tuple[Field, ...]:
    """Return the fields of a product; the families and currencies of the others are suggested."""
    translate = QCoreApplication.translate
    families = tuple((family, family) for family in dict.fromkeys(each.family for each in others))
    pays = (
        ("month", translate("Catalogue", "a month")),
        ("user_month", translate("Catalogue", "a month for each user")),
        ("vehicle_month", translate("Catalogue", "a month for each vehicle")),
        ("year", translate("Catalogue", "a year")),
        ("once", translate("Catalogue", "once")),
        ("", translate("Catalogue", "Not said")),
    )
    codes = translate("Catalogue", "Codes or names, divided by ;")
    return (
        kinds.needed("name", translate("Catalogue", "Name")),
        replace(kinds.needed("id", translate("Catalogue", "Code"), hint="PRO-2"), is_short=True),
        kinds.choice("purpose", translate("Catalogue", "Purpose"), tuple((str(k), v) for k, v in purposes().items())),
        kinds.line("family", translate("Catalogue", "Family"), choices=families, is_short=True),
        kinds.whole("tier", translate("Catalogue", "Tier"), least=1, most=_MOST_TIER),
        Field(
            key="solves",
            text=translate("Catalogue", "Solves these problems"),
            look=Look.PARAGRAPH,
            hint=translate("Catalogue", "One a line, in the words that customers use"),
            read=_lines,
            write="\n".join,
        ),
        kinds.price("price", translate("Catalogue", "Price"), hint="58,000", is_short=True),
        kinds.currency("currency", translate("Catalogue", "Currency"), is_short=True),
        kinds.choice("per", translate("Catalogue", "Paid"), pays),
        Field(
            key="limits",
            text=translate("Catalogue", "Limits"),
            hint="users<=10; sites<=3",
            read=lambda text: read_limits(half_width(text)),
            write=_written_limits,
            fault=translate("Catalogue", "Write limits like users<=10; sites<=3, each with a name and a number."),
        ),
        kinds.names("upgrade_from", translate("Catalogue", "Upgrade from"), hint=codes, is_short=True),
        kinds.names("requires", translate("Catalogue", "Requires"), hint=codes),
        kinds.paragraph("description", translate("Catalogue", "Description")),
    )


def product_of(before: Product, values: Mapping[str, Any], others: Sequence[Product]) -> Product:
    """Return the product as the form says; names of other products become their codes."""
    codes = {each.name: each.id for each in others}
    linked = {
        field: tuple(ProductId(codes.get(part, part)) for part in values[field])
        for field in ("upgrade_from", "requires")
    }
    known: dict[str, Any] = {
        **values,
        **linked,
        "id": ProductId(values["id"]),
        "family": values["family"] or _family_of(linked["upgrade_from"], others) or values["name"],
        "tier": values["tier"] or 1,
        "purpose": ProductPurpose(values["purpose"]),
    }
    return replace(before, **known)


def _family_of(lower: Sequence[ProductId], others: Sequence[Product]) -> str:
    """Return the family of what a product is upgraded from: a tier of its own family is no upgrade of it."""
    return next((each.family for each in others if each.id in lower), "")


def refusal(product: Product, others: Sequence[Product]) -> tuple[str, str] | None:
    """Return the field and the sentence for what cannot be kept; None where all is well."""
    found = fault_of(product, others)
    return None if found is None else ("id" if found.field == "product_id" else found.field, sentence(found))


def sentence(found: CatalogueFault) -> str:
    """Say what is wrong with a catalogue."""
    translate = QCoreApplication.translate
    if found.fault is Fault.CIRCLE:
        told = translate("Catalogue", "This goes round in a circle: {way}")
        return told.format(way=" → ".join(found.products))
    told = {
        Fault.TWICE: translate("Catalogue", "Another product has the code “{code}”."),
        Fault.UNKNOWN: translate("Catalogue", "The catalogue has no product “{code}”."),
    }[found.fault]
    return told.format(code=found.products[0])


def _lines(text: str) -> tuple[str, ...]:
    parts = text.replace("；", ";").replace("\n", ";").split(";")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _written_limits(limits: Sequence[tuple[str, float]]) -> str:
    return "; ".join(f"{name}<={written_number(ceiling)}" for name, ceiling in limits)
