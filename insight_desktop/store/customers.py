"""Customers, the people there, the deals with them, and the words that the transcriber should expect."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from insight_desktop.domain.customer import (
    Contact,
    Customer,
    Deal,
    JourneyStage,
    NpsSource,
    company_key,
    completed,
    completed_contact,
    is_same_person,
)
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, new_id
from insight_desktop.store import folding, records
from insight_desktop.store.database import Database
from insight_desktop.store.detail_rows import TABLES, detail_of, record_of
from insight_desktop.store.search import HitKind, Search, customer_text
from insight_desktop.store.segment_rules import SegmentRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What moved when one customer was merged into another; `unmerge` takes it back."""

    source: CustomerId
    target: CustomerId
    moved: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids by table."""
    before: Customer | None = None
    """The target as it was."""
    people: tuple[Contact, ...] = ()
    """Those of the target's people whom the source knew too, as they were."""


class Customers:
    """Keeps customers, contacts, deals and vocabulary."""

    def __init__(self, db: Database, search: Search) -> None:
        """Use the workspace's database."""
        self._db = db
        self._search = search
        self._rules = SegmentRules(db)

    def get(self, customer_id: CustomerId) -> Customer | None:
        """Return a customer, also one in the trash."""
        row = self._db.row("SELECT * FROM customer WHERE id = ?", (customer_id,))
        return None if row is None else _customer(row)

    def is_kept(self, customer_id: CustomerId) -> bool:
        """Tell whether a customer is there and not in the trash."""
        return self._db.row("SELECT 1 FROM customer WHERE id = ? AND deleted_at IS NULL", (customer_id,)) is not None

    def save(self, customer: Customer) -> Customer:
        """Insert or update a customer."""
        record = {
            "id": customer.id,
            "changed_at": records.now(),
            "name": customer.name,
            "folded": folding.fold(customer.name),
            "key": company_key(customer.name),
            "segment": customer.segment,
            "industry": customer.industry,
            "domain": customer.domain,
            "crm_id": customer.crm_id,
            "current_products": records.as_list(customer.current_products),
            "nps": customer.nps,
            "renewal_on": records.text_or_none(customer.renewal_on),
            "contracted_on": records.text_or_none(customer.contracted_on),
            "open_case": customer.open_case,
            "tags": records.as_list(customer.tags),
            "properties": records.as_list(customer.properties),
            "memo": customer.memo,
            "nps_on": records.text_or_none(customer.nps_on),
            "nps_source": customer.nps_source.value,
            "stage": customer.stage.value if customer.stage else "",
            "employees": customer.employees,
            "ruled_segment": self._rules.name_for(customer),
        }
        with self._db.atomic():
            self._db.put("customer", record)
            self._search.put(HitKind.CUSTOMER, customer.id, customer_text(customer.name, customer.memo), None)
        return customer

    def list(self, text: str = "") -> tuple[Customer, ...]:
        """Return the customers whose name holds every word of `text`, by name."""
        terms = folding.terms(text)
        clauses = " AND ".join(["deleted_at IS NULL", *["instr(folded, ?)"] * len(terms)])
        sql = f"SELECT * FROM customer WHERE {clauses} ORDER BY folded, id"  # noqa: S608 - clauses from our code
        return tuple(_customer(row) for row in self._db.rows(sql, terms))

    def named(self, name: str) -> tuple[Customer, ...]:
        """Return the customers of this name under any legal form, width and case."""
        sql = "SELECT * FROM customer WHERE key = ? AND deleted_at IS NULL ORDER BY id"
        return tuple(_customer(row) for row in self._db.rows(sql, (company_key(name),)))

    def find_or_make(self, name: str) -> Customer:
        """Return the one customer of this name, or a new one."""
        found = self.named(name)
        return found[0] if found else self.save(Customer(id=CustomerId(new_id()), name=name.strip()))

    def with_crm_id(self, crm_id: str) -> Customer | None:
        """Return the customer with this id in the CRM, or None."""
        row = self._db.row("SELECT * FROM customer WHERE crm_id = ? AND crm_id <> '' AND deleted_at IS NULL", (crm_id,))
        return None if row is None else _customer(row)

    def trash(self, customer_id: CustomerId) -> bool:
        """Move a customer to the trash; its meetings stay."""
        return records.trash(self._db, "customer", customer_id)

    def restore(self, customer_id: CustomerId) -> bool:
        """Take a customer out of the trash."""
        return records.restore(self._db, "customer", customer_id)

    def merge(self, source: CustomerId, target: CustomerId) -> Merge:
        """Give everything of one customer to another, which keeps its own words, and move the first to the trash.

        Somebody whom both know stands there once, with what either knows of them.
        """
        moved: list[tuple[str, tuple[str, ...]]] = []
        with self._db.atomic():
            same = self._known_twice(source, target)
            for table in ("meeting", *TABLES.values(), "vocabulary"):
                ids = tuple(
                    row["id"]
                    for row in self._db.rows(f"SELECT id FROM {table} WHERE customer_id = ?", (source,))  # noqa: S608
                    if row["id"] not in same
                    if table != "vocabulary" or not self._knows(target, row["id"])
                )
                self._give(table, ids, target)
                moved.append((table, ids))
            before, other = self.get(target), self.get(source)
            if before is not None and other is not None:
                self.save(completed(before, other))
            for theirs, ours in same.values():
                self.save_contact(completed_contact(ours, theirs))
            self.trash(source)
        people = tuple(ours for _, ours in same.values())
        return Merge(source=source, target=target, moved=tuple(moved), before=before, people=people)

    def _known_twice(self, source: CustomerId, target: CustomerId) -> Mapping[str, tuple[Contact, Contact]]:
        """Return the people whom both customers know, by the id that the source gave them."""
        ours = self.contacts(target)
        found = {
            theirs.id: (theirs, next((each for each in ours if is_same_person(each, theirs)), None))
            for theirs in self.contacts(source)
        }
        return {contact_id: (theirs, known) for contact_id, (theirs, known) in found.items() if known is not None}

    def unmerge(self, merge: Merge) -> None:
        """Take a merge back."""
        with self._db.atomic():
            self.restore(merge.source)
            if merge.before is not None:
                self.save(merge.before)
            for person in merge.people:
                self.save_contact(person)
            for table, ids in merge.moved:
                self._give(table, ids, merge.source)

    def contacts(self, customer_id: CustomerId) -> tuple[Contact, ...]:
        """Return the people at a customer, by name."""
        sql = "SELECT * FROM contact WHERE customer_id = ? AND deleted_at IS NULL ORDER BY name, id"
        return tuple(detail_of(Contact, row) for row in self._db.rows(sql, (customer_id,)))

    def save_contact(self, contact: Contact) -> Contact:
        """Insert or update a person."""
        self._db.put("contact", record_of(contact))
        return contact

    def trash_contact(self, contact_id: ContactId) -> bool:
        """Move a person to the trash."""
        return records.trash(self._db, "contact", contact_id)

    def deals(self, customer_id: CustomerId) -> tuple[Deal, ...]:
        """Return the deals with a customer, the newest first."""
        sql = "SELECT * FROM deal WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id DESC"
        return tuple(detail_of(Deal, row) for row in self._db.rows(sql, (customer_id,)))

    def deal(self, deal_id: DealId) -> Deal | None:
        """Return a deal."""
        row = self._db.row("SELECT * FROM deal WHERE id = ?", (deal_id,))
        return None if row is None else detail_of(Deal, row)

    def save_deal(self, deal: Deal) -> Deal:
        """Insert or update a deal."""
        self._db.put("deal", record_of(deal))
        return deal

    def find_or_make_deal(self, customer_id: CustomerId, name: str) -> Deal:
        """Return the customer's deal of this name, or a new one."""
        wanted = folding.fold(name).strip()
        found = (deal for deal in self.deals(customer_id) if folding.fold(deal.name).strip() == wanted)
        return next(found, None) or self.save_deal(
            Deal(id=DealId(new_id()), customer_id=customer_id, name=name.strip())
        )

    def trash_deal(self, deal_id: DealId) -> bool:
        """Move a deal to the trash."""
        return records.trash(self._db, "deal", deal_id)

    def vocabulary(self, customer_id: CustomerId | None = None) -> tuple[str, ...]:
        """Return the words to expect: everybody's when no customer is named, else this customer's own."""
        sql = "SELECT term FROM vocabulary WHERE customer_id IS ? AND deleted_at IS NULL ORDER BY term"
        return tuple(row["term"] for row in self._db.rows(sql, (customer_id,)))

    def set_vocabulary(self, terms: Iterable[str], customer_id: CustomerId | None = None) -> None:
        """Replace the words to expect."""
        wanted = {stripped for term in terms if (stripped := term.strip())}
        moment = records.now()
        with self._db.atomic():
            rows = self._db.rows("SELECT id, term FROM vocabulary WHERE customer_id IS ?", (customer_id,))
            known = {row["term"]: row["id"] for row in rows}
            for term, record_id in known.items():
                gone = None if term in wanted else moment
                self._db.run(
                    "UPDATE vocabulary SET deleted_at = ?, changed_at = ? WHERE id = ?", (gone, moment, record_id)
                )
            for term in sorted(wanted - known.keys()):
                self._db.put(
                    "vocabulary", {"id": new_id(), "changed_at": moment, "customer_id": customer_id, "term": term}
                )

    def _give(self, table: str, ids: tuple[str, ...], customer_id: CustomerId) -> None:
        self._db.run_many(
            f"UPDATE {table} SET customer_id = ?, changed_at = ? WHERE id = ?",  # noqa: S608 - names from our code
            [(customer_id, records.now(), record_id) for record_id in ids],
        )

    def _knows(self, customer_id: CustomerId, vocabulary_id: str) -> bool:
        sql = """SELECT 1 FROM vocabulary a JOIN vocabulary b ON b.term = a.term
            WHERE a.id = ? AND b.customer_id = ?"""
        return self._db.row(sql, (vocabulary_id, customer_id)) is not None


def _customer(row: sqlite3.Row) -> Customer:
    return Customer(
        id=row["id"],
        name=row["name"],
        segment=row["segment"],
        industry=row["industry"],
        domain=row["domain"],
        crm_id=row["crm_id"],
        current_products=records.texts(row["current_products"]),
        nps=row["nps"],
        renewal_on=records.date_or_none(row["renewal_on"]),
        contracted_on=records.date_or_none(row["contracted_on"]),
        open_case=row["open_case"],
        tags=records.texts(row["tags"]),
        properties=tuple((str(name), str(value)) for name, value in json.loads(row["properties"])),
        memo=row["memo"],
        nps_on=records.date_or_none(row["nps_on"]),
        nps_source=NpsSource(row["nps_source"]) if row["nps_source"] in set(NpsSource) else NpsSource.UNKNOWN,
        stage=JourneyStage(row["stage"]) if row["stage"] in set(JourneyStage) else None,
        employees=row["employees"],
    )
