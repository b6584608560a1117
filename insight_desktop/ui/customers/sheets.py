"""The lists of a customer, each declared once: its fields, and how an entry reads in one line."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.customer import (
    Contact,
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
from insight_desktop.domain.suggestion import Product
from insight_desktop.ui import field_kinds as kinds
from insight_desktop.ui.widgets.fields import Field, Look
from insight_desktop.ui.widgets.sheet_dialog import Check

_NPS = (-100, 100)
_MOST_SEATS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One list of a customer."""

    kind: type[Detail]
    icon: str
    title: str
    add: str
    empty: str
    fields: tuple[Field, ...]
    entries: Callable[[CustomerDetails], tuple[Detail, ...]]
    blank: Callable[[CustomerId], Detail]
    check: Check | None = None
    """Looks at all fields together."""


def sheets(products: tuple[Product, ...]) -> tuple[Sheet, ...]:
    """Return the lists in the order of the page, in the language of the window; `products` are offered as owned."""
    return (_contacts(), _deals(), _owned(products), _usage(), _cases())


def with_values(entry: Any, values: Mapping[str, object]) -> Any:
    """Return the entry as the form says."""
    return replace(entry, **values)


def about() -> tuple[Field, ...]:
    """Return the fields of the customer itself."""
    translate = QCoreApplication.translate
    return (
        kinds.needed("name", translate("Sheets", "Company")),
        kinds.line("segment", translate("Sheets", "Segment"), is_short=True),
        kinds.line("industry", translate("Sheets", "Industry")),
        kinds.whole("nps", translate("Sheets", "NPS"), least=_NPS[0], most=_NPS[1], hint="0–10", is_short=True),
        kinds.whole("employees", translate("Sheets", "People there"), least=1, most=_MOST_SEATS),
        kinds.line("domain", translate("Sheets", "Web site"), hint="example.co.jp"),
        kinds.date("contracted_on", translate("Sheets", "Contract since"), is_short=True),
        kinds.date("renewal_on", translate("Sheets", "Renewal")),
        kinds.tags("tags", translate("Sheets", "Tags"), hint=translate("Sheets", "Divided by commas")),
        Field(
            key="properties",
            text=translate("Sheets", "More to know"),
            look=Look.PARAGRAPH,
            hint=translate("Sheets", "One a line, such as: Closing day: 20th"),
            read=_properties,
            write=lambda pairs: "\n".join(f"{name}: {value}" for name, value in pairs),
            fault=translate("Sheets", "Write a name, a colon and a value on each line."),
        ),
        kinds.paragraph("memo", translate("Sheets", "Note")),
    )


def _contacts() -> Sheet:
    translate = QCoreApplication.translate
    return Sheet(
        kind=Contact,
        icon="users",
        title=translate("Sheets", "People"),
        add=translate("Sheets", "Add a person"),
        empty=translate("Sheets", "Who speaks for them, and who decides."),
        fields=(
            kinds.needed("name", translate("Sheets", "Name")),
            kinds.line("department", translate("Sheets", "Department"), is_short=True),
            kinds.line("role", translate("Sheets", "Position")),
            kinds.line("email", translate("Sheets", "Mail"), is_short=True),
            kinds.line("phone", translate("Sheets", "Phone")),
            kinds.tick("is_decider", translate("Sheets", "Decides about buying")),
        ),
        entries=lambda details: details.contacts,
        blank=lambda customer: Contact(id=ContactId(new_id()), customer_id=customer, name=""),
    )


def _deals() -> Sheet:
    translate = QCoreApplication.translate
    outcomes = (
        ("", translate("Sheets", "Open")),
        ("won", translate("Sheets", "Won")),
        ("lost", translate("Sheets", "Lost")),
    )
    return Sheet(
        kind=Deal,
        icon="handshake",
        title=translate("Sheets", "Deals"),
        add=translate("Sheets", "Add a deal"),
        empty=translate("Sheets", "What may be sold, for how much and until when."),
        fields=(
            kinds.needed("name", translate("Sheets", "Deal")),
            kinds.line("stage", translate("Sheets", "Stage"), is_short=True),
            kinds.choice("outcome", translate("Sheets", "Outcome"), outcomes),
            kinds.amount("amount", translate("Sheets", "Amount"), hint="1,200,000", is_short=True),
            kinds.currency("currency", translate("Sheets", "Currency")),
            kinds.date("expected_on", translate("Sheets", "Expected close")),
        ),
        entries=lambda details: details.deals,
        blank=lambda customer: Deal(id=DealId(new_id()), customer_id=customer, name=""),
    )


def _owned(products: tuple[Product, ...]) -> Sheet:
    translate = QCoreApplication.translate
    known = tuple((str(each.id), each.name) for each in products)
    return Sheet(
        kind=OwnedProduct,
        icon="square-check",
        title=translate("Sheets", "Products in use"),
        add=translate("Sheets", "Add a product"),
        empty=translate("Sheets", "What they own is never offered; what is new to them asks for patience."),
        fields=(
            kinds.needed(
                "product",
                translate("Sheets", "Product"),
                hint=translate("Sheets", "As in the catalogue"),
                choices=known,
            ),
            kinds.date("since", translate("Sheets", "In use since"), is_short=True),
            kinds.whole("seats", translate("Sheets", "Seats"), least=1, most=_MOST_SEATS),
        ),
        entries=lambda details: details.owned,
        blank=lambda customer: OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer, product=""),
    )


def _usage() -> Sheet:
    translate = QCoreApplication.translate
    return Sheet(
        kind=Usage,
        icon="chart-column",
        title=translate("Sheets", "Usage"),
        add=translate("Sheets", "Add a figure"),
        empty=translate("Sheets", "How much they use; near a limit is a good moment to talk."),
        fields=(
            kinds.needed(
                "name", translate("Sheets", "What is counted"), hint=translate("Sheets", "Users, sites, storage …")
            ),
            kinds.price("value", translate("Sheets", "Used"), is_needed=True, is_short=True),
            kinds.price("ceiling", translate("Sheets", "Limit"), is_short=True),
            kinds.line("unit", translate("Sheets", "Unit")),
            kinds.date("as_of", translate("Sheets", "As of")),
        ),
        entries=lambda details: details.usage,
        blank=lambda customer: Usage(id=UsageId(new_id()), customer_id=customer, name="", value=0.0),
    )


def _cases() -> Sheet:
    translate = QCoreApplication.translate
    return Sheet(
        kind=SupportCase,
        icon="phone",
        title=translate("Sheets", "Support cases"),
        add=translate("Sheets", "Add a case"),
        empty=translate("Sheets", "While one is open, nothing is offered."),
        fields=(
            kinds.needed("subject", translate("Sheets", "Subject")),
            kinds.date("opened_on", translate("Sheets", "Opened"), is_short=True),
            kinds.date("closed_on", translate("Sheets", "Closed")),
        ),
        check=_closed_later,
        entries=lambda details: details.cases,
        blank=lambda customer: SupportCase(id=SupportCaseId(new_id()), customer_id=customer, subject=""),
    )


def renewed_later(values: Mapping[str, object]) -> tuple[str, str] | None:
    """Refuse a renewal before the contract."""
    told = QCoreApplication.translate("Sheets", "The renewal cannot be before the contract.")
    return ("renewal_on", told) if _is_before(values["renewal_on"], values["contracted_on"]) else None


def _closed_later(values: Mapping[str, object]) -> tuple[str, str] | None:
    told = QCoreApplication.translate("Sheets", "A case cannot be closed before it was opened.")
    return ("closed_on", told) if _is_before(values["closed_on"], values["opened_on"]) else None


def _is_before(later: object, earlier: object) -> bool:
    return isinstance(later, dt.date) and isinstance(earlier, dt.date) and later < earlier


def _properties(text: str) -> tuple[tuple[str, str], ...]:
    pairs = [line.replace("：", ":").partition(":") for line in text.splitlines() if line.strip()]
    if any(not (name.strip() and colon and value.strip()) for name, colon, value in pairs):
        raise ValueError
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)
