"""Brings customers, deals and catalogues from CSV into the workspace; what is there is completed, never emptied.

The command line and the window both import here. What an import would do is found by doing it and taking it back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from insight_desktop.accounts.loyalty import with_nps
from insight_desktop.crm import details_importing as details
from insight_desktop.crm import importing as crm
from insight_desktop.crm.importing import CustomerRow, DealRow
from insight_desktop.domain.customer import Contact, Customer, Deal, NpsSource
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, new_id
from insight_desktop.domain.meeting import Outcome
from insight_desktop.import_run import Fate, ImportedRow, ImportReport, ImportRun, store
from insight_desktop.importing_details import import_cases, import_owned, import_usage
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.catalogue_rules import circle_of


def import_customers(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import customers and their contacts, all or none; the same company under another legal form is the same."""
    table, rows, problems = crm.read_customers(path, mapping)
    run = ImportRun(workspace)
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
    run = ImportRun(workspace)
    with workspace.db.atomic():
        for row in rows:
            customer = run.find_or_make(row.customer_crm_id, row.customer)
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
        "usage": ImportKind(headers=details.USAGE_HEADERS, needed=details.USAGE_NEEDS, run=import_usage),
        "owned": ImportKind(headers=details.OWNED_HEADERS, needed=details.OWNED_NEEDS, run=import_owned),
        "cases": ImportKind(headers=details.CASE_HEADERS, needed=details.CASE_NEEDS, run=import_cases),
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
                store(workspace, before)
            elif isinstance(after, Customer):
                workspace.customers.trash(after.id)
            else:
                workspace.details.remove(after)
        if report.catalogue is not None:
            workspace.products.save_catalogue(*report.catalogue)


def _completed(customer: Customer, row: CustomerRow) -> Customer:
    """Return the customer with what the row says; an empty cell says nothing."""
    return replace(
        _answered(customer, row),
        segment=row.segment or customer.segment,
        industry=row.industry or customer.industry,
        domain=row.domain or customer.domain,
        crm_id=row.crm_id or customer.crm_id,
        current_products=row.current_products or customer.current_products,
        employees=customer.employees if row.employees is None else row.employees,
        renewal_on=row.renewal_on or customer.renewal_on,
        contracted_on=row.contracted_on or customer.contracted_on,
        open_case=row.open_case or customer.open_case,
        tags=tuple(dict.fromkeys((*customer.tags, *row.tags))),
        properties=tuple((dict(customer.properties) | dict(row.properties)).items()),
        memo=row.memo or customer.memo,
    )


def _answered(customer: Customer, row: CustomerRow) -> Customer:
    """Return the customer with the score of the row; the newest answer counts, and one without a day is the oldest."""
    if row.nps is None:
        return customer
    if row.nps_on is not None:
        return with_nps(customer, row.nps, row.nps_on, NpsSource.IMPORT)
    if customer.nps_on is not None or row.nps == customer.nps:
        return customer
    return replace(customer, nps=row.nps, nps_source=NpsSource.IMPORT)


def _save_contact(run: ImportRun, customer: Customer, row: CustomerRow) -> bool:
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
