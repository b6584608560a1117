"""What is kept of a customer in lists: people, deals, products, usage, support cases.

What a customer owns and what they wait for stand with the customer too, where the gate and exports read it and where
imports write it. The customer's words decide what is there; the tables of this module add since when, how many.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from insight_desktop.domain.customer import (
    Contact,
    Customer,
    CustomerDetails,
    Deal,
    Detail,
    OwnedProduct,
    SupportCase,
    Usage,
)
from insight_desktop.domain.ids import CustomerId, OwnedProductId, SupportCaseId
from insight_desktop.store import records
from insight_desktop.store.customers import Customers
from insight_desktop.store.database import Database
from insight_desktop.store.detail_rows import TABLES, D, detail_of, record_of

E = TypeVar("E", bound=OwnedProduct | SupportCase)

_BETWEEN = "; "


class DetailStore:
    """Keeps the lists of customers."""

    def __init__(self, db: Database, customers: Customers) -> None:
        """Use the workspace's database; `customers` are kept in step."""
        self._db, self._customers = db, customers

    def of(self, customer_id: CustomerId) -> CustomerDetails:
        """Return everything that is kept of a customer."""
        customer = self._customers.get(customer_id)
        if customer is None:
            return CustomerDetails()
        return CustomerDetails(
            contacts=self._customers.contacts(customer_id),
            deals=self._customers.deals(customer_id),
            owned=self._owned(customer),
            usage=self._rows(Usage, customer_id, "name"),
            cases=self._cases(customer),
        )

    def deals(self) -> tuple[Deal, ...]:
        """Return the deals with every customer that is not in the trash."""
        return self._of_everybody(Deal)

    def dated(self) -> Mapping[CustomerId, CustomerDetails]:
        """Return deals and dates of owned products by customer, which stages follow from."""
        deals: dict[CustomerId, list[Deal]] = {}
        owned: dict[CustomerId, list[OwnedProduct]] = {}
        for deal in self._of_everybody(Deal):
            deals.setdefault(deal.customer_id, []).append(deal)
        for product in self._of_everybody(OwnedProduct):
            owned.setdefault(product.customer_id, []).append(product)
        return {
            customer: CustomerDetails(deals=tuple(deals.get(customer, ())), owned=tuple(owned.get(customer, ())))
            for customer in deals.keys() | owned.keys()
        }

    def gave_up(self) -> Mapping[CustomerId, dt.datetime]:
        """Return the customers of whose products none is left, and when the last of them was taken away.

        Only products with a day since when they were used count: an entry without one may have been a slip.
        """
        rows = self._db.rows(
            """SELECT d.customer_id, max(d.deleted_at) AS at FROM owned_product d
            JOIN customer c ON c.id = d.customer_id WHERE d.deleted_at IS NOT NULL AND d.since IS NOT NULL
            AND c.deleted_at IS NULL AND c.current_products = '[]' GROUP BY d.customer_id"""
        )
        return {CustomerId(row["customer_id"]): records.moment(row["at"]) for row in rows}

    def removed_since(self, customer_id: CustomerId, moment: dt.datetime) -> tuple[OwnedProduct, ...]:
        """Return the products that were taken away since a moment, the last one first."""
        sql = "SELECT * FROM owned_product WHERE customer_id = ? AND deleted_at >= ? ORDER BY deleted_at DESC, id"
        return tuple(detail_of(OwnedProduct, row) for row in self._db.rows(sql, (customer_id, records.at(moment))))

    def _of_everybody(self, kind: type[D]) -> tuple[D, ...]:
        sql = f"""SELECT d.* FROM {TABLES[kind]} d JOIN customer c ON c.id = d.customer_id
            WHERE d.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY d.id DESC"""  # noqa: S608 - names from our code
        return tuple(detail_of(kind, row) for row in self._db.rows(sql))

    def save(self, detail: Detail) -> Detail:
        """Insert an entry, change it, or take it out of the trash."""
        with self._db.atomic():
            before = self.of(detail.customer_id)
            self._db.put(TABLES[type(detail)], record_of(detail))
            self._keep_in_step(detail, before, gone=False)
        return detail

    def remove(self, detail: Detail) -> Detail:
        """Move an entry to the trash; `save` takes it back."""
        with self._db.atomic():
            before = self.of(detail.customer_id)
            records.trash(self._db, TABLES[type(detail)], detail.id)
            self._keep_in_step(detail, before, gone=True)
        return detail

    def _owned(self, customer: Customer) -> tuple[OwnedProduct, ...]:
        known = {each.product: each for each in self._rows(OwnedProduct, customer.id, "id")}
        return tuple(
            known.get(product)
            or OwnedProduct(id=OwnedProductId(_told_id(customer.id, product)), customer_id=customer.id, product=product)
            for product in dict.fromkeys(customer.current_products)
        )

    def _cases(self, customer: Customer) -> tuple[SupportCase, ...]:
        """Return the open cases and then the closed ones, the newest first."""
        kept = self._rows(SupportCase, customer.id, "opened_on DESC, id")
        if customer.open_case and customer.open_case != _subjects(kept):
            told_id = SupportCaseId(_told_id(customer.id, customer.open_case))
            told = SupportCase(id=told_id, customer_id=customer.id, subject=customer.open_case)
            kept = (told, *kept)
        return tuple(sorted(kept, key=lambda case: not case.is_open))

    def _rows(self, kind: type[D], customer_id: CustomerId, order: str) -> tuple[D, ...]:
        sql = f"SELECT * FROM {TABLES[kind]} WHERE customer_id = ? AND deleted_at IS NULL ORDER BY {order}"  # noqa: S608 - names from our code
        return tuple(detail_of(kind, row) for row in self._db.rows(sql, (customer_id,)))

    def _keep_in_step(self, detail: Detail, before: CustomerDetails, *, gone: bool) -> None:
        customer = self._customers.get(detail.customer_id)
        if customer is None:
            return
        match detail:
            case OwnedProduct():
                owned = _with(before.owned, detail, gone=gone)
                products = tuple(dict.fromkeys(each.product for each in owned))
                self._customers.save(replace(customer, current_products=products))
            case SupportCase():
                cases = _with(before.cases, detail, gone=gone)
                for case in cases:  # one that an import told becomes an entry like any other
                    self._db.put(TABLES[SupportCase], record_of(case))
                self._customers.save(replace(customer, open_case=_subjects(cases)))
            case Contact() | Deal() | Usage():
                pass


def _with(entries: Sequence[E], changed: E, *, gone: bool) -> tuple[E, ...]:
    """Return the entries with one of them changed, added at the end, or left out."""
    if gone:
        return tuple(each for each in entries if each.id != changed.id)
    if any(each.id == changed.id for each in entries):
        return tuple(changed if each.id == changed.id else each for each in entries)
    return (*entries, changed)


def _subjects(cases: Sequence[SupportCase]) -> str:
    return _BETWEEN.join(sorted(case.subject for case in cases if case.is_open))


def _told_id(customer_id: CustomerId, text: str) -> str:
    """Return the id of an entry that only the customer's row tells of; the same at every reading."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{customer_id}/{text}"))
