"""Which kind of list a file holds, told from its headers."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from insight_desktop.crm.details_importing import CASE_HEADERS, OWNED_HEADERS, USAGE_HEADERS
from insight_desktop.crm.importing import CATALOGUE_HEADERS, CUSTOMER_HEADERS, DEAL_HEADERS
from insight_desktop.crm.tables import header_key

HEADERS: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "customers": CUSTOMER_HEADERS,
        "deals": DEAL_HEADERS,
        "catalog": CATALOGUE_HEADERS,
        "usage": USAGE_HEADERS,
        "owned": OWNED_HEADERS,
        "cases": CASE_HEADERS,
    }
)


def kind_of(headers: Sequence[str]) -> str:
    """Return what a file with these headers seems to hold: the kind that knows most of them."""
    keys = {header_key(header) for header in headers}

    def known(kind: str) -> int:
        return sum(any(header_key(name) in keys for name in (field, *names)) for field, names in HEADERS[kind].items())

    return max(HEADERS, key=known)
