"""Customers, the people there, and the deals with them."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import ContactId, CustomerId, DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """An organisation."""

    id: CustomerId
    name: str
    segment: str = ""
    industry: str = ""
    domain: str = ""
    crm_id: str = ""
    current_products: tuple[str, ...] = ()
    nps: int | None = None
    renewal_on: dt.date | None = None
    tags: tuple[str, ...] = ()
    memo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at a customer."""

    id: ContactId
    customer_id: CustomerId
    name: str
    department: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    crm_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Something that may be sold to a customer."""

    id: DealId
    customer_id: CustomerId
    name: str
    stage: str = ""
    amount: float | None = None
    currency: str = "JPY"
    outcome: str = ""
    crm_id: str = ""
