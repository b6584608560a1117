"""How kinds of files, their fields, and what becomes of rows read in the language of the window."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from insight_desktop.crm.importing import Problem
from insight_desktop.import_run import Fate, ImportReport
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": QT_TRANSLATE_NOOP("CsvFields", "Name"),
        "crm_id": QT_TRANSLATE_NOOP("CsvFields", "Id in the CRM"),
        "segment": QT_TRANSLATE_NOOP("CsvFields", "Segment"),
        "industry": QT_TRANSLATE_NOOP("CsvFields", "Industry"),
        "domain": QT_TRANSLATE_NOOP("CsvFields", "Web site"),
        "current_products": QT_TRANSLATE_NOOP("CsvFields", "Products in use"),
        "nps": QT_TRANSLATE_NOOP("CsvFields", "NPS"),
        "contracted_on": QT_TRANSLATE_NOOP("CsvFields", "Contract since"),
        "open_case": QT_TRANSLATE_NOOP("CsvFields", "Open support case"),
        "renewal_on": QT_TRANSLATE_NOOP("CsvFields", "Renewal"),
        "tags": QT_TRANSLATE_NOOP("CsvFields", "Tags"),
        "memo": QT_TRANSLATE_NOOP("CsvFields", "Note"),
        "contact": QT_TRANSLATE_NOOP("CsvFields", "Person"),
        "department": QT_TRANSLATE_NOOP("CsvFields", "Department"),
        "role": QT_TRANSLATE_NOOP("CsvFields", "Position"),
        "email": QT_TRANSLATE_NOOP("CsvFields", "Mail"),
        "phone": QT_TRANSLATE_NOOP("CsvFields", "Phone"),
        "is_decider": QT_TRANSLATE_NOOP("CsvFields", "Decides about buying"),
        "customer": QT_TRANSLATE_NOOP("CsvFields", "Company"),
        "customer_crm_id": QT_TRANSLATE_NOOP("CsvFields", "Company's id in the CRM"),
        "stage": QT_TRANSLATE_NOOP("CsvFields", "Stage"),
        "amount": QT_TRANSLATE_NOOP("CsvFields", "Amount"),
        "currency": QT_TRANSLATE_NOOP("CsvFields", "Currency"),
        "expected_on": QT_TRANSLATE_NOOP("CsvFields", "Expected close"),
        "outcome": QT_TRANSLATE_NOOP("CsvFields", "Outcome"),
        "product_id": QT_TRANSLATE_NOOP("CsvFields", "Code"),
        "family": QT_TRANSLATE_NOOP("CsvFields", "Family"),
        "tier": QT_TRANSLATE_NOOP("CsvFields", "Tier"),
        "upgrade_from": QT_TRANSLATE_NOOP("CsvFields", "Upgrade from"),
        "requires": QT_TRANSLATE_NOOP("CsvFields", "Requires"),
        "solves": QT_TRANSLATE_NOOP("CsvFields", "Solves"),
        "limits": QT_TRANSLATE_NOOP("CsvFields", "Limits"),
        "price": QT_TRANSLATE_NOOP("CsvFields", "Price"),
        "per": QT_TRANSLATE_NOOP("CsvFields", "Per"),
        "description": QT_TRANSLATE_NOOP("CsvFields", "Description"),
        "purpose": QT_TRANSLATE_NOOP("CsvFields", "Purpose"),
        "nps_on": QT_TRANSLATE_NOOP("CsvFields", "Day of the NPS answer"),
        "employees": QT_TRANSLATE_NOOP("CsvFields", "People there"),
        "usage_name": QT_TRANSLATE_NOOP("CsvFields", "What is counted"),
        "value": QT_TRANSLATE_NOOP("CsvFields", "Used"),
        "ceiling": QT_TRANSLATE_NOOP("CsvFields", "Limit"),
        "unit": QT_TRANSLATE_NOOP("CsvFields", "Unit"),
        "as_of": QT_TRANSLATE_NOOP("CsvFields", "As of"),
        "product": QT_TRANSLATE_NOOP("CsvFields", "Product"),
        "since": QT_TRANSLATE_NOOP("CsvFields", "In use since"),
        "seats": QT_TRANSLATE_NOOP("CsvFields", "Seats"),
        "subject": QT_TRANSLATE_NOOP("CsvFields", "Subject"),
        "opened_on": QT_TRANSLATE_NOOP("CsvFields", "Opened"),
        "closed_on": QT_TRANSLATE_NOOP("CsvFields", "Closed"),
        "case_status": QT_TRANSLATE_NOOP("CsvFields", "Status"),
    }
)
KIND_NAMES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "customers": lambda: QCoreApplication.translate("CsvWords", "Customers"),
        "deals": lambda: QCoreApplication.translate("CsvWords", "Deals"),
        "catalog": lambda: QCoreApplication.translate("CsvWords", "Catalogue"),
        "usage": lambda: QCoreApplication.translate("CsvWords", "Usage"),
        "owned": lambda: QCoreApplication.translate("CsvWords", "Products and seats"),
        "cases": lambda: QCoreApplication.translate("CsvWords", "Support cases"),
    }
)
FATES: Mapping[Fate, Callable[[], tuple[str, str, str]]] = MappingProxyType(
    {
        Fate.NEW: lambda: (QCoreApplication.translate("CsvWords", "New"), "plus", "success"),
        Fate.UPDATED: lambda: (QCoreApplication.translate("CsvWords", "Completed"), "pencil", "need"),
        Fate.UNCHANGED: lambda: (QCoreApplication.translate("CsvWords", "Unchanged"), "check", "neutral"),
        Fate.DUPLICATE: lambda: (QCoreApplication.translate("CsvWords", "Same, merged"), "merge", "pain"),
    }
)


def field_name(field: str) -> str:
    """Return what a field is called."""
    return QCoreApplication.translate("CsvFields", _FIELDS[field])


def problem_text(problem: Problem) -> str:
    """Return one sentence on a cell that could not be read."""
    if not problem.field:
        sentence = QCoreApplication.translate(
            "CsvWords", "Line {line}: “{value}” stands beyond the last column. Is there a separator inside a value?"
        )
        return sentence.format(line=problem.line, value=problem.value)
    if not problem.value:
        sentence = QCoreApplication.translate("CsvWords", "Line {line} is left out: no {field}.")
    else:
        sentence = QCoreApplication.translate("CsvWords", "Line {line}: “{value}” cannot be read as {field}.")
    return sentence.format(line=problem.line, field=field_name(problem.field), value=problem.value)


def summary(report: ImportReport) -> str:
    """Return how many rows have which fate."""
    parts = [f"{meaning()[0]} {report.count(fate):,}" for fate, meaning in FATES.items() if report.count(fate)]
    if report.problems:
        parts.append(QCoreApplication.translate("CsvWords", "Not readable {count}").format(count=len(report.problems)))
    if report.removed:
        parts.append(QCoreApplication.translate("CsvWords", "Removed {count}").format(count=len(report.removed)))
    return " · ".join(parts) or QCoreApplication.translate("CsvWords", "Nothing in it to import.")
