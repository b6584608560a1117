"""Customers, the people there, and the deals with them."""

import datetime as dt
import re
import unicodedata
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
    contracted_on: dt.date | None = None
    open_case: str = ""
    """What their open support case is about; empty: none is open."""
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


_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人社団|医療法人|学校法人"
    r"|社会福祉法人|\((?:株|有|同|資|名|社|財|医|学)\)"
    r"|\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|k\.?k|s\.?a|pty)\b\.?"
)
_NOT_IN_NAMES = re.compile(r"[\s.,、。・&＆'’\-‐–—_/()]+")


def company_key(name: str) -> str:
    """Return a company's name without its legal form, width, case and punctuation, to recognise duplicates."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = _NOT_IN_NAMES.sub("", _LEGAL_FORMS.sub(" ", folded))
    return bare or _NOT_IN_NAMES.sub("", folded)
