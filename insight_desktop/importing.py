"""Brings customers, deals and catalogues from CSV into the workspace; what is there is completed, never emptied.

The command line and the window both import here. What an import would do is found by doing it and taking it back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from insight_desktop.crm import importing as crm
from insight_desktop.crm.importing import CustomerRow, DealRow, Problem
from insight_desktop.crm.tables import Table
from insight_desktop.domain.customer import Contact, Customer, Deal
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, MeetingId, new_id
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.suggestion import Product
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.catalogue_rules import circle_of

Altered = Customer | Contact | Deal


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    """The file names it twice: it completes the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRow:
    """One row of the file, and what it was taken for."""

    line: int
    name: str
    fate: Fate
    of: str = ""
    """The name that the workspace knows it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, and what it takes to take it back."""

    table: Table
    rows: tuple[ImportedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that several customers here have; the oldest was taken."""
    altered: tuple[tuple[Altered | None, Altered], ...] = ()
    """What was stored, with what was there before."""
    decided: tuple[MeetingId, ...] = ()
    """Meetings that learned their outcome from their deal."""
    catalogue: tuple[str, tuple[Product, ...]] | None = None
    """A catalogue as it was before."""
    removed: tuple[str, ...] = ()
    """Products that the catalogue no longer has."""

    def count(self, *fates: Fate) -> int:
        """Return how many rows have one of these fates."""
        return sum(row.fate in fates for row in self.rows)

    @property
    def created(self) -> int:
        """Rows that brought something new."""
        return self.count(Fate.NEW)

    @property
    def updated(self) -> int:
        """Rows that completed what was there, or another row."""
        return self.count(Fate.UPDATED, Fate.DUPLICATE)

    @property
    def unchanged(self) -> int:
        """Rows that said nothing new."""
        return self.count(Fate.UNCHANGED)


def import_customers(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import customers and their contacts, all or none; the same company under another legal form is the same."""
    table, rows, problems = crm.read_customers(path, mapping)
    run = _Run(workspace)
    with workspace.db.atomic():
        for row in rows:
            found = run.find(row.crm_id, row.name)
            customer = _completed(found or Customer(id=CustomerId(new_id()), name=row.name), row)
            if found != customer:
                run.keep(found, customer)
            has_contact = _save_contact(run, customer, row)
            run.note(row.line, row.name, customer, found, is_changed=found != customer or has_contact)
    return run.report(table, problems)


def import_deals(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import deals, all or none; customers that are missing are made.

    A deal that was won or lost says so of its meetings too, where the user has not said anything.
    """
    table, rows, problems = crm.read_deals(path, mapping)
    run = _Run(workspace)
    with workspace.db.atomic():
        for row in rows:
            customer = run.find(row.customer_crm_id, row.customer)
            if customer is None:
                customer = Customer(id=CustomerId(new_id()), name=row.customer, crm_id=row.customer_crm_id)
                run.keep(None, customer)
            found = _find_deal(workspace, customer, row)
            base = found or Deal(id=DealId(new_id()), customer_id=customer.id, name=row.name)
            deal = replace(
                base,
                name=row.name,
                stage=row.stage or base.stage,
                amount=base.amount if row.amount is None else row.amount,
                currency=row.currency if row.amount is not None else base.currency,
                expected_on=row.expected_on or base.expected_on,
                outcome=row.outcome or base.outcome,
                crm_id=row.crm_id or base.crm_id,
            )
            if found != deal:
                run.keep(found, deal)
            if row.outcome:
                run.decided += workspace.meetings.set_outcome_of_deal(deal.id, Outcome(row.outcome))
            run.note(row.line, row.name, deal, found, is_changed=found != deal)
    return run.report(table, problems)


def import_catalogue(
    workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None, *, name: str = ""
) -> ImportReport:
    """Make a catalogue, named like the file, hold exactly the products of the file."""
    table, products, problems = crm.read_products(path, mapping)
    circle = circle_of(products)
    if circle is not None:
        raise KnownError(ErrorCode.CATALOGUE_CIRCLE, way=" → ".join(circle.products))
    name = name or path.stem
    before = workspace.products.catalogue(name)
    known = {product.id: product for product in before}
    rows = []
    lines = {cells.get("product_id"): line for line, cells in table.rows}
    for product in products:
        is_same = known.get(product.id) == product
        fate = Fate.NEW if product.id not in known else Fate.UNCHANGED if is_same else Fate.UPDATED
        rows.append(ImportedRow(line=lines.get(product.id, 0), name=product.name, fate=fate, of=product.id))
    workspace.products.save_catalogue(name, products)
    kept = {product.id for product in products}
    return ImportReport(
        table=table,
        rows=tuple(rows),
        problems=problems,
        catalogue=(name, before),
        removed=tuple(product.name for product in before if product.id not in kept),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportKind:
    """What a file may hold: its fields, those that must be there, and how it is imported."""

    headers: Mapping[str, Sequence[str]]
    needed: tuple[str, ...]
    run: Callable[[Workspace, Path, Mapping[str, str] | None], ImportReport]


KINDS: Mapping[str, ImportKind] = MappingProxyType(
    {
        "customers": ImportKind(headers=crm.CUSTOMER_HEADERS, needed=crm.CUSTOMER_NEEDS, run=import_customers),
        "deals": ImportKind(headers=crm.DEAL_HEADERS, needed=crm.DEAL_NEEDS, run=import_deals),
        "catalog": ImportKind(headers=crm.CATALOGUE_HEADERS, needed=crm.CATALOGUE_NEEDS, run=import_catalogue),
    }
)


def plan(workspace: Workspace, kind: str, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Return what an import would do; the workspace stays as it is."""
    with workspace.db.tried_out():
        return KINDS[kind].run(workspace, path, mapping)


def take_back(workspace: Workspace, report: ImportReport) -> None:
    """Bring everything that an import touched to where it was."""
    with workspace.db.atomic():
        for meeting in report.decided:
            workspace.meetings.set_outcome(meeting, Outcome.UNSET)
        for before, after in reversed(report.altered):
            if before is not None:
                _store(workspace, before)
            elif isinstance(after, Customer):
                workspace.customers.trash(after.id)
            else:
                workspace.details.remove(after)
        if report.catalogue is not None:
            workspace.products.save_catalogue(*report.catalogue)


def _store(workspace: Workspace, value: Altered) -> None:
    match value:
        case Customer():
            workspace.customers.save(value)
        case Contact():
            workspace.customers.save_contact(value)
        case Deal():
            workspace.customers.save_deal(value)


class _Run:
    """Stores, counts and remembers while an import runs."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.decided: tuple[MeetingId, ...] = ()
        self._altered: list[tuple[Altered | None, Altered]] = []
        self._rows: list[ImportedRow] = []
        self._seen: set[str] = set()
        self._ambiguous: list[str] = []

    def keep(self, before: Altered | None, after: Altered) -> None:
        """Store a value."""
        self._altered.append((before, after))
        _store(self.workspace, after)

    def find(self, crm_id: str, name: str) -> Customer | None:
        """Return the customer meant: by the CRM's id, else by name where that does not contradict the id."""
        by_id = self.workspace.customers.with_crm_id(crm_id)
        if by_id is not None:
            return by_id
        named = [each for each in self.workspace.customers.named(name) if not (crm_id and each.crm_id)]
        if len(named) > 1:
            self._ambiguous.append(name)
        return named[0] if named else None

    def note(
        self, line: int, name: str, kept: Customer | Deal, found: Customer | Deal | None, *, is_changed: bool
    ) -> None:
        """Note what became of a row."""
        fate = Fate.NEW
        if found is not None:
            again = kept.id in self._seen
            fate = Fate.DUPLICATE if again and is_changed else Fate.UPDATED if is_changed else Fate.UNCHANGED
        self._seen.add(kept.id)
        self._rows.append(ImportedRow(line=line, name=name, fate=fate, of=found.name if found else ""))

    def report(self, table: Table, problems: tuple[Problem, ...]) -> ImportReport:
        """Return what was done."""
        return ImportReport(
            table=table,
            rows=tuple(self._rows),
            problems=problems,
            ambiguous=tuple(dict.fromkeys(self._ambiguous)),
            altered=tuple(self._altered),
            decided=self.decided,
        )


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
        properties=tuple((dict(customer.properties) | dict(row.properties)).items()),
        memo=row.memo or customer.memo,
    )


def _save_contact(run: _Run, customer: Customer, row: CustomerRow) -> bool:
    """Keep the person whom the row names; returns whether anything changed."""
    if not row.contact:
        return False
    known = run.workspace.customers.contacts(customer.id)
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
        is_decider=base.is_decider if row.is_decider is None else row.is_decider,
    )
    if contact == found:
        return False
    run.keep(found, contact)
    return True


def _find_deal(workspace: Workspace, customer: Customer, row: DealRow) -> Deal | None:
    deals = workspace.customers.deals(customer.id)
    by_id = (deal for deal in deals if row.crm_id and deal.crm_id == row.crm_id)
    by_name = (deal for deal in deals if deal.name == row.name and not (row.crm_id and deal.crm_id))
    return next(by_id, None) or next(by_name, None)
