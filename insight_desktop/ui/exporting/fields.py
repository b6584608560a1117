"""What the fields of an export are called, for the matching of a template's columns."""

from PySide6.QtCore import QCoreApplication

from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

_FIELDS: dict[tuple[str, str], str] = {
    ("", "text"): QT_TRANSLATE_NOOP("ExportFields", "Leave blank"),
    ("call.title", "text"): QT_TRANSLATE_NOOP("ExportFields", "Title"),
    ("call.started_at", "date"): QT_TRANSLATE_NOOP("ExportFields", "Day"),
    ("call.started_at", "datetime"): QT_TRANSLATE_NOOP("ExportFields", "Day and time"),
    ("call.started_at", "time"): QT_TRANSLATE_NOOP("ExportFields", "Start time"),
    ("call.ended_at", "time"): QT_TRANSLATE_NOOP("ExportFields", "End time"),
    ("call.ended_at", "datetime"): QT_TRANSLATE_NOOP("ExportFields", "End, day and time"),
    ("call.duration_s", "duration"): QT_TRANSLATE_NOOP("ExportFields", "Length"),
    ("call.channel", "enum"): QT_TRANSLATE_NOOP("ExportFields", "Kind of meeting"),
    ("company.name", "text"): QT_TRANSLATE_NOOP("ExportFields", "Customer"),
    ("company.crm_id", "id"): QT_TRANSLATE_NOOP("ExportFields", "Customer's code in the CRM"),
    ("contact.name", "text"): QT_TRANSLATE_NOOP("ExportFields", "Person met"),
    ("contact.email", "email"): QT_TRANSLATE_NOOP("ExportFields", "Person's mail address"),
    ("contact.phone", "phone"): QT_TRANSLATE_NOOP("ExportFields", "Person's phone"),
    ("deal.name", "text"): QT_TRANSLATE_NOOP("ExportFields", "Deal"),
    ("deal.crm_id", "id"): QT_TRANSLATE_NOOP("ExportFields", "Deal's code in the CRM"),
    ("rep.name", "text"): QT_TRANSLATE_NOOP("ExportFields", "Your name"),
    ("rep.crm_id", "id"): QT_TRANSLATE_NOOP("ExportFields", "Your code in the CRM"),
    ("note", "multiline"): QT_TRANSLATE_NOOP("ExportFields", "Whole note"),
    ("ai.summary", "multiline"): QT_TRANSLATE_NOOP("ExportFields", "Minutes"),
    ("ai.pain_points", "multi"): QT_TRANSLATE_NOOP("ExportFields", "Problems"),
    ("ai.needs", "multi"): QT_TRANSLATE_NOOP("ExportFields", "Needs"),
    ("ai.next_steps", "multi"): QT_TRANSLATE_NOOP("ExportFields", "Next steps"),
    ("ai.suggestion", "multiline"): QT_TRANSLATE_NOOP("ExportFields", "Suggestion"),
    ("call.id", "id"): QT_TRANSLATE_NOOP("ExportFields", "Meeting's id"),
}
FIELDS = tuple(_FIELDS)
"""As (field, type), in the order in which they are offered."""


def field_name(field: tuple[str, str]) -> str:
    """Return what a field is called in the language of the window."""
    return QCoreApplication.translate("ExportFields", _FIELDS[field])
