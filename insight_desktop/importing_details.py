"""Brings what customers use, own and wait for from CSV into the workspace; the newest figure wins."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from insight_desktop.crm import details_importing as crm
from insight_desktop.domain.customer import OwnedProduct, SupportCase, Usage
from insight_desktop.domain.ids import OwnedProductId, SupportCaseId, UsageId, new_id
from insight_desktop.import_run import ImportReport, ImportRun
from insight_desktop.store import folding
from insight_desktop.store.workspace import Workspace


def import_usage(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import figures of usage, all or none: the newest of a name is kept, and customers that are missing are made."""
    table, rows, problems = crm.read_usage(path, mapping)
    run = ImportRun(workspace)
    with workspace.db.atomic():
        for row in rows:
            customer = run.find_or_make(row.customer_crm_id, row.customer)
            kept = workspace.details.of(customer.id).usage
            found = next((each for each in kept if _same(each.name, row.name)), None)
            usage = _newer(found or Usage(id=UsageId(new_id()), customer_id=customer.id, name=row.name, value=0.0), row)
            if found != usage:
                run.keep(found, usage)
            run.note(row.line, f"{customer.name} · {row.name}", usage, found, is_changed=found != usage)
    return run.report(table, problems)


def import_owned(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import products with seats, all or none; a name of the catalogue is taken for its code."""
    table, rows, problems = crm.read_owned(path, mapping)
    run = ImportRun(workspace)
    codes = {folding.fold(each.name).strip(): str(each.id) for each in workspace.products.all()}
    with workspace.db.atomic():
        for row in rows:
            customer = run.find_or_make(row.customer_crm_id, row.customer)
            product = codes.get(folding.fold(row.product).strip(), row.product)
            kept = workspace.details.of(customer.id).owned
            found = next((each for each in kept if _same(each.product, product)), None)
            base = found or OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer.id, product=product)
            owned = replace(base, since=row.since or base.since, seats=base.seats if row.seats is None else row.seats)
            if found != owned:
                run.keep(found, owned)
            run.note(row.line, f"{customer.name} · {row.product}", owned, found, is_changed=found != owned)
    return run.report(table, problems)


def import_cases(workspace: Workspace, path: Path, mapping: Mapping[str, str] | None = None) -> ImportReport:
    """Import support cases, all or none; one that is closed no longer holds offers back."""
    table, rows, problems = crm.read_cases(path, mapping)
    run = ImportRun(workspace)
    today = dt.datetime.now().astimezone().date()
    with workspace.db.atomic():
        for row in rows:
            customer = run.find_or_make(row.customer_crm_id, row.customer)
            kept = workspace.details.of(customer.id).cases
            found = next((each for each in kept if _is_case(each, row)), None)
            base = found or SupportCase(id=SupportCaseId(new_id()), customer_id=customer.id, subject=row.subject)
            closed = row.closed_on or base.closed_on or (row.opened_on or today if row.is_closed else None)
            case = replace(base, opened_on=row.opened_on or base.opened_on, closed_on=closed)
            if found != case:
                run.keep(found, case)
            run.note(row.line, f"{customer.name} · {row.subject}", case, found, is_changed=found != case)
    return run.report(table, problems)


def _newer(usage: Usage, row: crm.UsageRow) -> Usage:
    """Return the figure with what the row says, unless that is older."""
    if usage.as_of is not None and row.as_of is not None and row.as_of < usage.as_of:
        return usage
    return replace(
        usage,
        value=row.value,
        ceiling=usage.ceiling if row.ceiling is None else row.ceiling,
        unit=row.unit or usage.unit,
        as_of=row.as_of or usage.as_of,
    )


def _is_case(case: SupportCase, row: crm.CaseRow) -> bool:
    """Tell whether a row speaks of a case: the same subject, on the same day where both name one."""
    return _same(case.subject, row.subject) and (row.opened_on in (None, case.opened_on) or case.opened_on is None)


def _same(first: str, second: str) -> bool:
    return folding.fold(first).strip() == folding.fold(second).strip()
