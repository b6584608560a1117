"""Customers, the people there, the deals with them, what they own and use, and what they wait for."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from insight_desktop.domain.ids import ContactId, CustomerId, DealId, OwnedProductId, SupportCaseId, UsageId


class JourneyStage(StrEnum):
    """How far a customer has come with us."""

    LEAD = "lead"
    EVALUATION = "evaluation"
    ONBOARDING = "onboarding"
    IN_USE = "in_use"
    RENEWAL = "renewal"


class NpsSource(StrEnum):
    """Where a score of loyalty comes from."""

    UNKNOWN = ""
    HAND = "hand"
    IMPORT = "import"
    SURVEY = "survey"


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
    contracted_on: dt.date | None = None
    open_case: str = ""
    """What their open support cases are about; empty: none is open. `CustomerDetails` keeps it in step."""
    tags: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """What the user wants to know besides: names and values."""
    memo: str = ""
    nps_on: dt.date | None = None
    """When they answered."""
    nps_source: NpsSource = NpsSource.UNKNOWN
    stage: JourneyStage | None = None
    """What the user says of the journey; None: it follows from deals, products and dates."""
    employees: int | None = None
    """How many people work there."""


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
    is_decider: bool = False
    """Whether this person says yes or no."""


DECIDED = ("won", "lost")
"""The outcomes of a deal that is over."""


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
    """`won`, `lost` or empty."""
    crm_id: str = ""
    expected_on: dt.date | None = None
    """When it should be decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedProduct:
    """Something of ours that a customer has."""

    id: OwnedProductId
    customer_id: CustomerId
    product: str
    """A code or a name of the catalogue, as in `Customer.current_products`."""
    since: dt.date | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How much of something a customer uses, and how much they may."""

    id: UsageId
    customer_id: CustomerId
    name: str
    value: float
    ceiling: float | None = None
    unit: str = ""
    as_of: dt.date | None = None

    @property
    def share(self) -> float | None:
        """How full it is; None where nothing limits it."""
        return self.value / self.ceiling if self.ceiling else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCase:
    """Something that a customer asked our help for."""

    id: SupportCaseId
    customer_id: CustomerId
    subject: str
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None

    @property
    def is_open(self) -> bool:
        """Whether they still wait."""
        return self.closed_on is None


Detail = Contact | Deal | OwnedProduct | Usage | SupportCase


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetails:
    """What is kept of one customer in lists."""

    contacts: tuple[Contact, ...] = ()
    deals: tuple[Deal, ...] = ()
    owned: tuple[OwnedProduct, ...] = ()
    usage: tuple[Usage, ...] = ()
    cases: tuple[SupportCase, ...] = ()


def completed(customer: Customer, other: Customer) -> Customer:
    """Return a customer with what another record of the same company knows besides; nothing is replaced."""
    found: dict[str, Any] = {}
    for field in fields(customer):
        own, told = getattr(customer, field.name), getattr(other, field.name)
        if isinstance(own, tuple):
            found[field.name] = tuple(dict.fromkeys((*own, *told)))
        else:
            found[field.name] = told if own in ("", None) else own
    if customer.nps is not None:  # its day and source are those of this score
        found |= {"nps_on": customer.nps_on, "nps_source": customer.nps_source}
    return replace(customer, **found)


def is_same_person(one: Contact, other: Contact) -> bool:
    """Tell whether two entries are one person: of one name, and with no other mail and no other id in the CRM."""

    def plain(name: str) -> str:
        return "".join(_folded(name).split())

    alike = ((one.email.casefold(), other.email.casefold()), (one.crm_id, other.crm_id))
    return plain(one.name) == plain(other.name) and all(not a or not b or a == b for a, b in alike)


def completed_contact(contact: Contact, other: Contact) -> Contact:
    """Return a person with what another entry knows of them besides; nothing is replaced."""
    names = ("department", "role", "email", "phone", "crm_id")
    found = {name: getattr(contact, name) or getattr(other, name) for name in names}
    return replace(contact, **found, is_decider=contact.is_decider or other.is_decider)


_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人社団|医療法人|学校法人"
    r"|社会福祉法人|\((?:株|有|同|資|名|社|財|医|学)\)"
    r"|\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|k\.?k|s\.?a|pty)\b\.?"
)
_NOT_IN_NAMES = re.compile(r"[\s.,、。・&＆'’\-‐–—_/()]+")


def company_key(name: str) -> str:
    """Return a company's name without its legal form, width, case and punctuation, to recognise duplicates."""
    return _NOT_IN_NAMES.sub("", bare_company(name)) or _NOT_IN_NAMES.sub("", _folded(name))


def bare_company(name: str) -> str:
    """Return a company's name as it is said: without its legal form, width and case."""
    return _LEGAL_FORMS.sub(" ", _folded(name)).strip()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
