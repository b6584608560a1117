"""Brings customers, deals and catalogues from CSV into the workspace; what is there is completed, never emptied."""

from dataclasses import dataclass, replace
from pathlib import Path

from insight_desktop.crm.importing import (
    CustomerRow,
    DealRow,
    Problem,
    read_customers,
    read_deals,
    read_products,
)
from insight_desktop.crm.tables import Table
from insight_desktop.domain.customer import Contact, Customer, Deal
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, new_id
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did."""

    table: Table
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that several customers here have; the oldest was taken."""


def import_customers(workspace: Workspace, path: Path, mapping: dict[str, str] | None = None) -> ImportReport:
    """Import customers and their contacts, all or none; the same company under another legal form is the same."""
    table, rows, problems = read_customers(path, mapping)
    counts = _Counts()
    with workspace.db.atomic():
        for row in rows:
            found = _find(workspace, row.crm_id, row.name, counts)
            customer = _completed(found or Customer(id=CustomerId(new_id()), name=row.name), row)
            has_contact = _save_contact(workspace, customer, row)
            if found != customer:
                workspace.customers.save(customer)
            counts.note(is_new=found is None, is_changed=found != customer or has_contact)
    return counts.report(table, problems)


def import_deals(workspace: Workspace, path: Path, mapping: dict[str, str] | None = None) -> ImportReport:
    """Import deals, all or none; customers that are missing are made.

    A deal that was won or lost says so of its meetings too, where the user has not said anything.
    """
    table, rows, problems = read_deals(path, mapping)
    counts = _Counts()
    with workspace.db.atomic():
        for row in rows:
            customer = _find(workspace, row.customer_crm_id, row.customer, counts) or workspace.customers.save(
                Customer(id=CustomerId(new_id()), name=row.customer, crm_id=row.customer_crm_id)
            )
            found = _find_deal(workspace, customer, row)
            base = found or Deal(id=DealId(new_id()), customer_id=customer.id, name=row.name)
            deal = replace(
                base,
                name=row.name,
                stage=row.stage or base.stage,
                amount=base.amount if row.amount is None else row.amount,
                currency=row.currency if row.amount is not None else base.currency,
                outcome=row.outcome or base.outcome,
                crm_id=row.crm_id or base.crm_id,
            )
            if found != deal:
                workspace.customers.save_deal(deal)
            if row.outcome:
                workspace.meetings.set_outcome_of_deal(deal.id, Outcome(row.outcome))
            counts.note(is_new=found is None, is_changed=found != deal)
    return counts.report(table, problems)


def import_catalogue(
    workspace: Workspace, path: Path, mapping: dict[str, str] | None = None, *, name: str = ""
) -> ImportReport:
    """Make a catalogue, named like the file, hold exactly the products of the file."""
    table, products, problems = read_products(path, mapping)
    name = name or path.stem
    before = {product.id: product for product in workspace.products.catalogue(name)}
    counts = _Counts()
    for product in products:
        counts.note(is_new=product.id not in before, is_changed=before.get(product.id) != product)
    workspace.products.save_catalogue(name, products)
    return counts.report(table, problems)


class _Counts:
    """Counts while an import runs."""

    def __init__(self) -> None:
        self._created = self._updated = self._unchanged = 0
        self.ambiguous: list[str] = []

    def note(self, *, is_new: bool, is_changed: bool) -> None:
        self._created += is_new
        self._updated += is_changed and not is_new
        self._unchanged += not is_changed and not is_new

    def report(self, table: Table, problems: tuple[Problem, ...]) -> ImportReport:
        return ImportReport(
            table=table,
            created=self._created,
            updated=self._updated,
            unchanged=self._unchanged,
            problems=problems,
            ambiguous=tuple(dict.fromkeys(self.ambiguous)),
        )


def _find(workspace: Workspace, crm_id: str, name: str, counts: _Counts) -> Customer | None:
    """Return the customer meant: by the CRM's id, else by name where that does not contradict the id."""
    by_id = workspace.customers.with_crm_id(crm_id)
    if by_id is not None:
        return by_id
    named = [each for each in workspace.customers.named(name) if not (crm_id and each.crm_id)]
    if len(named) > 1:
        counts.ambiguous.append(name)
    return named[0] if named else None


def _completed(customer: Customer, row: CustomerRow) -> Customer:
    """Return the customer with what the row says; an empty cell says nothing."""
    return replace(
        customer,
        segment=row.segment or customer.segment,
        industry=row.industry or customer.industry,
        domain=row.domain or customer.domain,
        crm_id=row.crm_id or customer.crm_id,
        current_products=row.current_products or customer.current_products,
        nps=customer.nps if row.nps is None else row.nps,
        renewal_on=row.renewal_on or customer.renewal_on,
        contracted_on=row.contracted_on or customer.contracted_on,
        open_case=row.open_case or customer.open_case,
        tags=tuple(dict.fromkeys((*customer.tags, *row.tags))),
        memo=row.memo or customer.memo,
    )


def _save_contact(workspace: Workspace, customer: Customer, row: CustomerRow) -> bool:
    """Keep the person whom the row names; returns whether anything changed."""
    if not row.contact:
        return False
    if workspace.customers.get(customer.id) is None:
        workspace.customers.save(customer)
    known = workspace.customers.contacts(customer.id)
    same = (c for c in known if (row.email and c.email == row.email) or c.name == row.contact)
    found = next(same, None)
    base = found or Contact(id=ContactId(new_id()), customer_id=customer.id, name=row.contact)
    contact = replace(
        base,
        name=row.contact,
        department=row.department or base.department,
        role=row.role or base.role,
        email=row.email or base.email,
        phone=row.phone or base.phone,
    )
    if contact == found:
        return False
    workspace.customers.save_contact(contact)
    return True


def _find_deal(workspace: Workspace, customer: Customer, row: DealRow) -> Deal | None:
    deals = workspace.customers.deals(customer.id)
    by_id = (deal for deal in deals if row.crm_id and deal.crm_id == row.crm_id)
    by_name = (deal for deal in deals if deal.name == row.name and not (row.crm_id and deal.crm_id))
    return next(by_id, None) or next(by_name, None)
